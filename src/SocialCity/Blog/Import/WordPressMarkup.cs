using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialCity.Blog.Import;

/// <summary>A file of a WordPress site's library.</summary>
/// <param name="ParentId">The article that it was uploaded for.</param>
internal sealed record WordPressFile(string Id, string Address, string Title, string AltText, string Caption, string ParentId);

/// <summary>What WordPress writes between brackets, as the HTML that it would make of it. What is not known stays as it was typed.</summary>
internal static partial class WordPressMarkup
{
    /// <param name="files">By their numbers.</param>
    /// <param name="missing">Takes the numbers of pictures that are none of these files.</param>
    public static string ToHtml(string content, string postId, IReadOnlyDictionary<string, WordPressFile> files, ICollection<string> missing)
    {
        string html = Caption().Replace(content, m => Figure(m.Groups["inner"].Value, Attribute(m.Groups["attributes"].Value, "caption")));
        html = Gallery().Replace(html, m => Pictures(m.Groups["attributes"].Value, postId, files, missing));
        html = Backdrop().Replace(html, m => $"{m.Value}<img src=\"{m.Groups["address"].Value}\">");
        html = Embed().Replace(html, m => $"\n\n{m.Groups["address"].Value.Trim()}\n\n");
        return Player().Replace(html, m => m.Groups["attributes"].Value is var attributes && Source().Match(attributes) is { Success: true } source
            ? $"\n\n{source.Groups["address"].Value}\n\n"
            : m.Value);
    }

    /// <summary>The names of the blocks that have no text of their own.</summary>
    public static IEnumerable<string> BlocksWithoutText(string content) => Block().Matches(content).Select(m => m.Groups["name"].Value).Distinct();

    /// <summary>The names of what stands between brackets and is not known here, a plugin's for the most part.</summary>
    public static IEnumerable<string> UnknownShortcodes(string html) => Shortcode().Matches(html).Select(m => m.Groups["name"].Value).Distinct();

    private static string Figure(string inner, string captionAttribute)
    {
        Match picture = Picture().Match(inner);
        if (!picture.Success)
        {
            return inner;
        }

        string caption = (inner.Remove(picture.Index, picture.Length).Trim() + " " + captionAttribute).Trim();
        return $"<figure>{picture.Value}<figcaption>{caption}</figcaption></figure>";
    }

    private static string Pictures(string attributes, string postId, IReadOnlyDictionary<string, WordPressFile> files, ICollection<string> missing)
    {
        string named = Attribute(attributes, "ids") is { Length: > 0 } own ? own : Attribute(attributes, "include");
        string[] ids = named.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (string id in ids.Where(id => !files.ContainsKey(id)))
        {
            missing.Add(id);
        }

        IEnumerable<WordPressFile> shown = ids.Length > 0
            ? ids.Select(id => files.GetValueOrDefault(id)).OfType<WordPressFile>()
            : files.Values.Where(f => f.ParentId == postId && FileWords.IsPicture(f.Address));
        StringBuilder html = new();
        foreach (WordPressFile file in shown)
        {
            html.Append("<figure><img src=\"").Append(WebUtility.HtmlEncode(file.Address))
                .Append("\" alt=\"").Append(WebUtility.HtmlEncode(file.AltText))
                .Append("\"><figcaption>").Append(WebUtility.HtmlEncode(file.Caption)).Append("</figcaption></figure>");
        }

        return html.ToString();
    }

    private static string Attribute(string attributes, string name)
    {
        foreach (Match match in Attributes().Matches(attributes))
        {
            if (match.Groups["name"].Value == name)
            {
                return match.Groups["value"].Value;
            }
        }

        return "";
    }

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline;

    [GeneratedRegex(@"\[(wp_)?caption(?<attributes>( [^\]]*)?)\](?<inner>.*?)\[/(wp_)?caption\]", Options)]
    private static partial Regex Caption();

    [GeneratedRegex(@"\[gallery(?<attributes>( [^\]]*)?)\]", Options)]
    private static partial Regex Gallery();

    // A block's facts have no > in them: WordPress writes it as \u003e.
    [GeneratedRegex(@"<!-- wp:(?<name>[a-z][a-z0-9/\-]*) (\{[^>]*\} )?/-->", Options)]
    private static partial Regex Block();

    /// <summary>The picture behind a cover, as blocks wrote it until 2020.</summary>
    [GeneratedRegex(@"<div [^<>]*wp-block-cover[^<>]*background-image: ?url\((&quot;|&\#039;|')?(?<address>[^<>()'""&]+)[^<>]*>", Options)]
    private static partial Regex Backdrop();

    [GeneratedRegex(@"\[embed( [^\]]*)?\](?<address>[^\[]*)\[/embed\]", Options)]
    private static partial Regex Embed();

    [GeneratedRegex(@"\[(video|audio)(?<attributes>( [^\]]*)?)\](\[/(video|audio)\])?", Options)]
    private static partial Regex Player();

    [GeneratedRegex("(src|mp4|m4v|webm|ogv|mp3|m4a|ogg|wav)=\"(?<address>[^\"]*)\"", Options)]
    private static partial Regex Source();

    [GeneratedRegex("(<a [^>]*>\\s*)?<img [^>]*>(\\s*</a>)?", Options)]
    private static partial Regex Picture();

    // With a fact, an end or a name of several words: a single word in brackets is an author's more often than a plugin's.
    [GeneratedRegex(@"\[(?<name>[a-z][a-z0-9_\-]*) [^\[\]]*=[^\[\]]*\]|\[/(?<name>[a-z][a-z0-9_\-]*)\]|\[(?<name>[a-z0-9]+[_\-][a-z0-9_\-]+)/?\]", Options)]
    private static partial Regex Shortcode();

    [GeneratedRegex("(?<name>[a-z]+)=[\"'](?<value>[^\"']*)[\"']", Options)]
    private static partial Regex Attributes();
}
