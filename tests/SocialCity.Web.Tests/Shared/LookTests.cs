using System.IO.Compression;
using System.Text.RegularExpressions;

namespace SocialCity.Web.Tests.Shared;

/// <summary>What can be known of the look without eyes.</summary>
public sealed partial class LookTests
{
    private static readonly string Root = Path.Combine(Repository.Root, "src", "SocialCity.Web", "wwwroot");
    private static readonly string Tokens = File.ReadAllText(Path.Combine(Root, "css", "tokens.css"));

    [Fact]
    public void No_style_depends_on_how_the_phone_is_held() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Path.Combine(Root, "css"), "*.css"), file => File.ReadAllText(file).Contains("orientation:", StringComparison.Ordinal));

    [Fact]
    public void The_styles_stay_small() => Assert.InRange(Compressed("css", "*.css"), 1, 30 * 1024);

    [Fact]
    public void The_scripts_stay_small() => Assert.InRange(Compressed("js", "*.js"), 1, 20 * 1024);

    [Fact]
    public void A_dark_device_and_a_dark_choice_look_alike() =>
        Assert.Equal(Values(Tokens, """[data-theme="dark"] {"""), Values(Tokens, """[data-theme="device"] {"""));

    [Fact]
    public void Every_theme_sets_every_colour_that_the_dark_one_sets()
    {
        var dark = Values(Tokens, """[data-theme="dark"] {""").Keys;
        var contrast = Values(Tokens, """[data-theme="contrast"] {""").Keys;
        var light = Values(Tokens, ":root {").Keys;

        Assert.Empty(dark.Except(contrast));
        Assert.Empty(dark.Except(light));
    }

    [Fact]
    public void Colours_are_written_in_the_tokens_only()
    {
        var strays = Directory.EnumerateFiles(Path.Combine(Root, "css"), "*.css")
            .Where(file => Path.GetFileName(file) is not ("tokens.css" or "print.css"))
            .SelectMany(file => Colour().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"));

        Assert.Empty(strays);
    }

    [Fact]
    public void Every_value_that_a_style_uses_is_set()
    {
        var all = string.Concat(Directory.EnumerateFiles(Path.Combine(Root, "css"), "*.css").Select(File.ReadAllText));
        var set = Setting().Matches(all).Select(match => match.Groups["name"].Value);
        var used = Usage().Matches(all).Select(match => match.Groups["name"].Value);

        Assert.Empty(used.Except(set).Distinct());
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_text_stands_out_from_what_it_stands_on(string theme, string text, string ground, double ratio)
    {
        var values = theme == "light"
            ? Values(Tokens, ":root {")
            : Merge(Values(Tokens, ":root {"), Values(Tokens, $$"""[data-theme="{{theme}}"] {"""));

        var contrast = Contrast(values[text], values[ground]);

        Assert.True(contrast >= ratio, $"{theme}: {text} {values[text]} on {ground} {values[ground]} is {contrast:0.00}, not {ratio}.");
    }

    public static TheoryData<string, string, string, double> Pairs()
    {
        TheoryData<string, string, string, double> pairs = [];
        foreach (var theme in (string[])["light", "dark", "contrast"])
        {
            var enough = theme == "contrast" ? 7 : 4.5;
            foreach (var ground in (string[])["--page", "--surface", "--surface-sunken", "--surface-raised"])
            {
                foreach (var text in (string[])["--text", "--text-strong", "--text-subtle", "--link", "--error"])
                {
                    pairs.Add(theme, text, ground, enough);
                }

                pairs.Add(theme, "--line-strong", ground, 3);
                pairs.Add(theme, "--focus", ground, 3);
            }

            foreach (var tone in (string[])["neutral", "info", "success", "warning", "danger"])
            {
                pairs.Add(theme, $"--{tone}-text", $"--{tone}-soft", enough);
                pairs.Add(theme, "--text", $"--{tone}-soft", enough);
            }

            pairs.Add(theme, "--on-action", "--action", enough);
            pairs.Add(theme, "--on-action", "--action-hover", enough);
            pairs.Add(theme, "--on-action", "--danger-fill", enough);
            pairs.Add(theme, "--action", "--action-soft", enough);
            pairs.Add(theme, "--text-subtle", "--line-soft", theme == "light" ? 4.5 : 1);
        }

        return pairs;
    }

    [Fact]
    public void Every_icon_that_a_view_names_is_drawn()
    {
        var drawn = Symbol().Matches(File.ReadAllText(Path.Combine(Root, "icons.svg"))).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var web = Path.Combine(Repository.Root, "src", "SocialCity.Web");
        var missing = Directory.EnumerateFiles(web, "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => IconUse().Matches(File.ReadAllText(file)).Select(match => (file, Name: match.Groups["name"].Value)))
            .Where(use => !drawn.Contains(use.Name))
            .Select(use => $"{Path.GetRelativePath(web, use.file)}: {use.Name}");

        Assert.Empty(missing);
    }

    private static long Compressed(string folder, string pattern)
    {
        using var kept = new MemoryStream();
        using (var gzip = new GZipStream(kept, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, folder), pattern))
            {
                gzip.Write(File.ReadAllBytes(file));
            }
        }

        return kept.Length;
    }

    private static Dictionary<string, string> Values(string css, string rule)
    {
        var start = css.IndexOf(rule, StringComparison.Ordinal);
        Assert.True(start >= 0, $"tokens.css has no {rule}");
        var block = css[start..css.IndexOf('}', start)];
        return Declared().Matches(block).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Merge(Dictionary<string, string> one, Dictionary<string, string> other) =>
        one.Concat(other).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);

    // WCAG 2.2, "contrast ratio".
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var hex = colour.TrimStart('#');
        hex = hex.Length == 3 ? string.Concat(hex.Select(digit => new string(digit, 2))) : hex;
        double Channel(int at)
        {
            var part = Convert.ToInt32(hex.Substring(at, 2), 16) / 255d;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex("""(?<name>--[\w-]+):\s*(?<value>[^;]+);""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declared();

    [GeneratedRegex("""(?<name>--[\w-]+)\s*:""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();

    [GeneratedRegex("""var\((?<name>--[\w-]+)\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Usage();

    [GeneratedRegex("""#[0-9a-fA-F]{3,8}\b|\brgb\(|\bhsl\(""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colour();

    [GeneratedRegex("""<symbol id="(?<name>[\w-]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Symbol();

    [GeneratedRegex("""(<icon name|\bicon)="(?<name>[a-z][\w-]*)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IconUse();
}
