using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SocialCity.Web.Tests.Shared;

/// <summary>Every text of the portal speaks three languages; a text that nobody uses any more is thrown away.</summary>
public sealed partial class TextsTests
{
    private const string KoreanView = ".ko.cshtml";

    private const string Common = "SharedTexts";
    private static readonly string Web = Path.Combine(Repository.Root, "src", "SocialCity.Web");
    private static readonly ConcurrentDictionary<(string Name, string Language), Dictionary<string, string>> Read = [];
    private static readonly Lazy<IReadOnlyList<Use>> Uses = new(() => [.. Views().Concat(Sources())]);

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Every_text_is_translated(string language)
    {
        var common = Texts(Common, language);
        var missing = Uses.Value
            .Where(use => !Texts(use.Texts, language).ContainsKey(use.Key) && !common.ContainsKey(use.Key))
            .Select(use => $"{use.File}: {use.Key}  ({use.Texts})")
            .Distinct()
            .ToList();

        Assert.True(missing.Count == 0, $"Missing in '{language}':\n  {string.Join("\n  ", missing)}");
    }

    [Fact]
    public void Notices_call_the_petitioner_by_the_name_of_the_law() =>
        Assert.DoesNotContain(Texts("NoticeTexts", "en").Keys, key => key.Contains("민원인", StringComparison.Ordinal));

    [Theory]
    // 신청인, 민원, 부서(장): 申請者, 要望, 部署（長）. 도시: 市.
    [InlineData("申立人")]
    [InlineData("相談")]
    [InlineData("案件")]
    [InlineData("都市")]
    [InlineData("課")]
    public void Japanese_has_one_word_for_each_thing_of_a_complaint(string other)
    {
        var mixed = Files().Where(file => file.Language == "ja")
            .SelectMany(file => Texts(file.Name, file.Language).Where(text => text.Value.Contains(other, StringComparison.Ordinal)).Select(text => $"{file.Name}: {text.Key}"))
            .ToList();

        Assert.True(mixed.Count == 0, $"Says {other}:\n  {string.Join("\n  ", mixed)}");
    }

    [Fact]
    public void No_translation_is_left_over()
    {
        var used = Uses.Value.Select(use => use.Key).ToHashSet(StringComparer.Ordinal);
        var orphans = Files()
            .SelectMany(file => Texts(file.Name, file.Language).Keys.Where(key => !used.Contains(key)).Select(key => $"{file.Name}.{file.Language}: {key}"))
            .ToList();

        Assert.True(orphans.Count == 0, $"Nobody uses:\n  {string.Join("\n  ", orphans)}");
    }

    [Fact]
    public void A_translation_fills_the_same_places_as_the_text()
    {
        var wrong = Files()
            .SelectMany(file => Texts(file.Name, file.Language).Where(text => !Places(text.Key).SetEquals(Places(text.Value))).Select(text => $"{file.Name}.{file.Language}: {text.Key}"))
            .ToList();

        Assert.True(wrong.Count == 0, $"Other placeholders than the text:\n  {string.Join("\n  ", wrong)}");
    }

    [Fact]
    public void No_Korean_is_left_in_a_translation()
    {
        var korean = Files()
            .SelectMany(file => Texts(file.Name, file.Language).Where(text => string.IsNullOrWhiteSpace(text.Value) || Hangul().IsMatch(text.Value)).Select(text => $"{file.Name}.{file.Language}: {text.Key}"))
            .ToList();

        Assert.True(korean.Count == 0, $"Still Korean, or empty:\n  {string.Join("\n  ", korean)}");
    }

    [Fact]
    public void No_Korean_stands_in_a_view_outside_of_its_texts()
    {
        var bare = Directory.EnumerateFiles(Web, "*.cshtml", SearchOption.AllDirectories)
            .Where(file => !IsOutput(file) && !IsForDevelopers(file) && !file.EndsWith(KoreanView, StringComparison.Ordinal))
            .SelectMany(file => Bare(File.ReadAllText(file)).Select(line => $"{Short(file)}: {line}"))
            .ToList();

        Assert.True(bare.Count == 0, $"Not translated:\n  {string.Join("\n  ", bare)}");
    }

    /// <summary>A long text, such as the terms of use, is a view for each language instead of hundreds of sentences.</summary>
    [Fact]
    public void A_view_in_Korean_has_its_English_and_its_Japanese_beside_it()
    {
        var alone = Directory.EnumerateFiles(Web, $"*{KoreanView}", SearchOption.AllDirectories)
            .SelectMany(file => new[] { ".en.cshtml", ".ja.cshtml" }.Select(other => file[..^KoreanView.Length] + other))
            .Where(file => !File.Exists(file))
            .Select(Short)
            .ToList();

        Assert.Equal([], alone);
    }

    private static IEnumerable<string> Bare(string view) => Comment().Replace(Literal().Replace(view, ""), "")
        .Split('\n')
        .Where(line => Hangul().IsMatch(line))
        .Select(line => line.Trim());

    private static IEnumerable<Use> Views() => Directory.EnumerateFiles(Web, "*.cshtml", SearchOption.AllDirectories)
        .Where(file => !IsOutput(file))
        .SelectMany(file => Keys(file, LocalizersOfView(file)));

    private static IEnumerable<Use> Sources() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !IsOutput(file) && !IsForDevelopers(file))
        .SelectMany(file => Keys(file, Localizers(File.ReadAllText(file))).Concat(Attributes(file)));

    private static IEnumerable<Use> Keys(string file, Dictionary<string, string> localizers)
    {
        var text = File.ReadAllText(file);
        return Indexer().Matches(text)
            .Where(match => localizers.ContainsKey(match.Groups["name"].Value))
            .Select(match => new Use(Short(file), localizers[match.Groups["name"].Value], Regex.Unescape(match.Groups["key"].Value)));
    }

    // [Display(Name = "...")] and ErrorMessage = "..." of a form are texts of its area.
    private static IEnumerable<Use> Attributes(string file) => AttributeText().Matches(File.ReadAllText(file))
        .Select(match => Regex.Unescape(match.Groups["key"].Value))
        .Where(key => Hangul().IsMatch(key))
        .Select(key => new Use(Short(file), AreaTexts(file), key));

    private static string AreaTexts(string file)
    {
        var parts = Path.GetRelativePath(Web, file).Split(Path.DirectorySeparatorChar);
        return parts is ["Areas", _, var room, _, ..] && Files().Any(resource => resource.Name == $"{room}Texts") ? $"{room}Texts"
            : parts is ["Areas", var area, ..]
            ? Files().Select(resource => resource.Name).FirstOrDefault(name => name == $"{area.TrimEnd('s')}Texts" || name == $"{area}Texts") ?? Common
            : Common;
    }

    private static Dictionary<string, string> LocalizersOfView(string file)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        var folder = Path.GetDirectoryName(file);
        List<string> sources = [file];
        while (folder is not null && folder.StartsWith(Web, StringComparison.Ordinal))
        {
            sources.Add(Path.Combine(folder, "_ViewImports.cshtml"));
            folder = Path.GetDirectoryName(folder);
        }

        foreach (var (name, texts) in sources.Where(File.Exists).SelectMany(source => Localizers(File.ReadAllText(source))))
        {
            found.TryAdd(name, texts);
        }

        return found;
    }

    private static Dictionary<string, string> Localizers(string text)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (Match match in Declaration().Matches(text))
        {
            found[match.Groups["name"].Value] = match.Groups["texts"].Value;
        }

        return found;
    }

    private static IReadOnlyList<(string Name, string Language)> Files() =>
        [.. Directory.EnumerateFiles(Path.Combine(Web, "Resources"), "*.resx").Select(file => Path.GetFileNameWithoutExtension(file).Split('.')).Select(parts => (parts[0], parts[1]))];

    private static Dictionary<string, string> Texts(string name, string language) => Read.GetOrAdd((name, language), static key =>
    {
        var file = Path.Combine(Web, "Resources", $"{key.Name}.{key.Language}.resx");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("data").ToDictionary(data => data.Attribute("name")?.Value ?? "", data => data.Element("value")?.Value ?? "", StringComparer.Ordinal)
            : [];
    });

    private static HashSet<string> Places(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups["place"].Value)];

    private static string Short(string file) => Path.GetRelativePath(Repository.Root, file);

    private static bool IsOutput(string file) =>
        file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    // The style page is never part of a running portal.
    private static bool IsForDevelopers(string file) =>
        file.EndsWith("DesignController.cs", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}Design{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private sealed record Use(string File, string Texts, string Key);

    [GeneratedRegex("""IStringLocalizer<(?<texts>\w+)>\s+(?<name>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex("""(?<name>\b\w+)\[\s*"(?<key>([^"\\]|\\.)*)"\s*[,\]]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Indexer();

    [GeneratedRegex("""(Name|ErrorMessage|Description|Prompt)\s*=\s*"(?<key>([^"\\]|\\.)*)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AttributeText();

    [GeneratedRegex("""\w+\[\s*"([^"\\]|\\.)*"\s*[,\]]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("""@\*.*?\*@|^\s*//.*?$|<!--.*?-->""", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("""\{(?<place>\d+)[^}]*\}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex("""[\uAC00-\uD7A3\u3131-\u318E]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hangul();
}
