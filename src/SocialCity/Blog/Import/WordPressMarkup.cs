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
    public static string ToHtml(string content, string postId, IReadOnlyDictionary<string, WordPressFile> files)
    {
        string html = Caption().Replace(content, m => Figure(m.Groups["inner"].Value, Attribute(m.Groups["attributes"].Value, "caption")));
        html = Gallery().Replace(html, m => Pictures(m.Groups["attributes"].Value, postId, files));
        html = Embed().Replace(html, m => $"\n\n{m.Groups["address"].Value.Trim()}\n\n");
        return Player().Replace(html, m => m.Groups["attributes"].Value is var attributes && Source().Match(attributes) is { Success: true } source
            ? $"\n\n{source.Groups["address"].Value}\n\n"
            : m.Value);
    }

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

    private static string Pictures(string attributes, string postId, IReadOnlyDictionary<string, WordPressFile> files)
    {
        string[] ids = Attribute(attributes, "ids").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        IEnumerable<WordPressFile> shown = ids.Length > 0
            ? ids.Select(id => files.GetValueOrDefault(id)).OfType<WordPressFile>()
            : files.Values.Where(f => f.ParentId == postId);
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

    [GeneratedRegex(@"\[embed( [^\]]*)?\](?<address>[^\[]*)\[/embed\]", Options)]
    private static partial Regex Embed();

    [GeneratedRegex(@"\[(video|audio)(?<attributes>( [^\]]*)?)\](\[/(video|audio)\])?", Options)]
    private static partial Regex Player();

    [GeneratedRegex("(src|mp4|m4v|webm|ogv|mp3|m4a|ogg|wav)=\"(?<address>[^\"]*)\"", Options)]
    private static partial Regex Source();

    [GeneratedRegex("(<a [^>]*>\\s*)?<img [^>]*>(\\s*</a>)?", Options)]
    private static partial Regex Picture();

    [GeneratedRegex("(?<name>[a-z]+)=[\"'](?<value>[^\"']*)[\"']", Options)]
    private static partial Regex Attributes();
}
