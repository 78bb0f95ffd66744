using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Markdig;
using SocialCity.Text;

namespace SocialCity.Blog.Import;

/// <summary>What Textcube and Tistory write between brackets, as HTML. What is not known stays as it was typed.</summary>
internal static partial class TextcubeMarkup
{
    /// <summary>How the pictures of the export are called in the HTML that this makes.</summary>
    public const string Scheme = "attach:";

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    /// <param name="formatter">As the export calls it: ttml, markdown, ...</param>
    public static string ToHtml(string content, string formatter)
    {
        string html = Fold().Replace(
            content.Replace("[##_ATTACH_PATH_##]/", Scheme, StringComparison.Ordinal),
            m => $"<p><strong>{m.Groups["more"].Value}</strong></p>{m.Groups["inner"].Value}");
        html = Object().Replace(html, m => Written(m.Groups["kind"].Value, m.Groups["rest"].Value) ?? m.Value);
        bool isMarkdown = formatter.Equals("markdown", StringComparison.OrdinalIgnoreCase) && html.Length <= MarkdownText.MaxLength;
        return isMarkdown ? Rendered(html) : html;
    }

    /// <summary>Whether lines are broken by line ends alone: an old text without a single tag for it.</summary>
    public static bool KeepsLines(string html) => !Lines().IsMatch(html);

    private static string Rendered(string markdown)
    {
        try
        {
            return Markdig.Markdown.ToHtml(markdown, Markdown);
        }
        catch (ArgumentException)
        {
            // Nested too deeply, as Markdig says it.
            return WebUtility.HtmlEncode(markdown);
        }
    }

    private static string? Written(string kind, string rest)
    {
        string[] parts = rest.Split('|');
        return kind switch
        {
            ['1' or '2' or '3', 'L' or 'C' or 'R' or 'N'] => Figures(parts, 3),
            "iMazing" or "Gallery" => Figures(parts, 2),
            "Image" => Image(rest, parts),
            "Jukebox" or "Movie" or "File" or "Video" => Words(parts),
            _ => null,
        };
    }

    /// <summary>File, attributes (where there are three to a picture), caption; again for the next.</summary>
    private static string Figures(string[] parts, int each)
    {
        StringBuilder html = new();
        for (int at = 0; at < parts.Length; at += each)
        {
            bool isFile = FileName().IsMatch(parts[at].Trim());
            string attributes = each == 3 && at + 1 < parts.Length ? parts[at + 1] : "";
            string caption = at + each - 1 < parts.Length ? parts[at + each - 1] : "";
            if (isFile)
            {
                html.Append(Figure(parts[at].Trim(), Alt().Match(attributes).Groups["alt"].Value, caption));
            }
            else if (!Measures().IsMatch(parts[at]))
            {
                html.Append("<p>").Append(string.Join(' ', parts.Skip(at).Take(each))).Append("</p>");
            }
        }

        return html.ToString();
    }

    // Tistory since 2019: what is known of the picture follows as JSON.
    private static string Image(string rest, string[] parts)
    {
        string alt = "";
        string caption = "";
        string name = parts[0];
        int start = rest.IndexOf('{', StringComparison.Ordinal);
        if (start >= 0)
        {
            try
            {
                using JsonDocument facts = JsonDocument.Parse(WebUtility.HtmlDecode(rest[start..]));
                alt = Fact(facts, "alt");
                caption = WebUtility.HtmlEncode(Fact(facts, "caption"));
                name = Fact(facts, "filename") is { Length: > 0 } file && !FileName().IsMatch(name) ? file : name;
            }
            catch (JsonException)
            {
                // The picture itself is named before.
            }
        }

        return Figure(name, alt, caption);
    }

    private static string Fact(JsonDocument facts, string name) =>
        facts.RootElement.ValueKind == JsonValueKind.Object && facts.RootElement.TryGetProperty(name, out JsonElement fact)
            && fact.ValueKind == JsonValueKind.String
            ? fact.GetString() ?? ""
            : "";

    private static string Figure(string file, string alt, string captionHtml) =>
        $"<figure><img src=\"{Scheme}{WebUtility.HtmlEncode(file)}\" alt=\"{WebUtility.HtmlEncode(WebUtility.HtmlDecode(alt))}\">"
        + (string.IsNullOrWhiteSpace(captionHtml) ? "" : $"<figcaption>{captionHtml}</figcaption>")
        + "</figure>";

    private static string Words(string[] parts) =>
        "<p>" + string.Join(' ', parts.Where(p => !Measures().IsMatch(p) && !string.IsNullOrWhiteSpace(p)).Select(WebUtility.HtmlEncode)) + "</p>";

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline;

    [GeneratedRegex(@"\[##_(?<kind>[A-Za-z0-9]{1,10})\|(?<rest>.*?)_##\]", Options)]
    private static partial Regex Object();

    [GeneratedRegex(@"\[#M_(?<more>[^|]*)\|(?<less>[^|]*)\|(?<inner>.*?)_M#\]", Options)]
    private static partial Regex Fold();

    [GeneratedRegex(@"^[^<>""|]{1,300}\.(jpe?g|png|gif|webp|bmp|tiff?|heic)$|^(cfile|kage@)[^<>""|]{1,300}$", Options | RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    [GeneratedRegex("alt=\"(?<alt>[^\"]*)\"", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Alt();

    [GeneratedRegex(@"^\s*((width|height|align|autoplay|visible|color|bgcolor|lockLevel|horizontalGap|verticalGap|gridX|gridY|frame|transition|navigation|slideshowInterval|page|hspace|vspace|border|class|style|data-[a-z-]+|filename|filemime|original)=[""'][^""']*[""']\s*)*$", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Measures();

    [GeneratedRegex(@"<(br|p|div|li|table|h[1-6])[\s/>]", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Lines();
}
