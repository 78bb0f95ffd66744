using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SocialCity.Blog;

/// <summary>
/// A paragraph of an article that is nothing but a link to a video or a map of the list becomes a frame that is loaded when a reader asks for
/// it. Until then, and without script, it is the link: nobody else learns who reads.
/// </summary>
public static partial class ArticleEmbeds
{
    /// <summary>The attribute that names the address of the frame; it stands in a page with an embed, and in no other.</summary>
    public const string Attribute = "data-embed";

    /// <summary>Half the width and height of a map at the closest zoom shown, in degrees.</summary>
    private const double MapReach = 0.0025;

    private const int ClosestZoom = 17;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Where frames may come from.</summary>
    public static IReadOnlyList<string> Origins { get; } = ["https://www.youtube-nocookie.com", "https://www.openstreetmap.org"];

    public static bool AreIn(string html) => html.Contains($" {Attribute}=\"", StringComparison.Ordinal);

    /// <param name="html">As the writer of Markdown made it: attributes are escaped, tags are balanced.</param>
    internal static string Mark(string html) => Paragraph().Replace(html, paragraph =>
        FrameOf(WebUtility.HtmlDecode(paragraph.Groups["url"].Value)) is { } frame
            ? $"<div class=\"embed\" {Attribute}=\"{WebUtility.HtmlEncode(frame)}\">{paragraph.Value}</div>"
            : paragraph.Value);

    /// <summary>The text without the bare addresses that become frames: in a summary they would be letters that say nothing.</summary>
    /// <param name="markdown">A text, or its beginning.</param>
    public static string LeaveOut(string markdown) => BareAddress().Replace(markdown, line => FrameOf(line.Groups["url"].Value) is null ? line.Value : "");

    /// <summary>The address of the frame for a link; null for any that is not on the list. Made of checked parts alone.</summary>
    internal static string? FrameOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? link) || link.Scheme != Uri.UriSchemeHttps || !link.IsDefaultPort || link.UserInfo.Length > 0)
        {
            return null;
        }

        return link.Host switch
        {
            "youtu.be" => Video(VideoPath().Match(link.AbsolutePath), link.Query),
            "www.youtube.com" or "m.youtube.com" or "youtube.com" =>
                Video(link.AbsolutePath == "/watch" ? VideoQuery().Match(link.Query) : VideoPage().Match(link.AbsolutePath), link.Query),
            "www.openstreetmap.org" => Map(MapPlace().Match(link.Fragment)),
            _ => null,
        };
    }

    private static string? Video(Match video, string query)
    {
        if (!video.Success)
        {
            return null;
        }

        string frame = $"https://www.youtube-nocookie.com/embed/{video.Groups["id"].Value}";
        Match start = VideoStart().Match(query);
        int seconds = (Number(start.Groups["h"]) * 3600) + (Number(start.Groups["m"]) * 60) + Number(start.Groups["s"]);
        return seconds == 0 ? frame : string.Create(CultureInfo.InvariantCulture, $"{frame}?start={seconds}");
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static string? Map(Match place)
    {
        if (!place.Success)
        {
            return null;
        }

        int zoom = Math.Min(int.Parse(place.Groups["zoom"].ValueSpan, CultureInfo.InvariantCulture), ClosestZoom);
        double latitude = double.Parse(place.Groups["lat"].ValueSpan, CultureInfo.InvariantCulture);
        double longitude = double.Parse(place.Groups["lng"].ValueSpan, CultureInfo.InvariantCulture);
        double reach = MapReach * Math.Pow(2, ClosestZoom - zoom);
        return Math.Abs(latitude) > 85 || Math.Abs(longitude) > 180 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"https://www.openstreetmap.org/export/embed.html?bbox={longitude - reach:0.#####},{latitude - (reach / 2):0.#####},{longitude + reach:0.#####},{latitude + (reach / 2):0.#####}&layer=mapnik&marker={latitude:0.#####},{longitude:0.#####}");
    }

    [GeneratedRegex("<p><a href=\"(?<url>https://[^\"]+)\" rel=\"[^\"]*\">[^<]*</a></p>", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Paragraph();

    // A line of its own.
    [GeneratedRegex("^[ \\t]*<?(?<url>https://[^\\s<>]+)>?[ \\t]*\\r?$", Options | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareAddress();

    [GeneratedRegex("^/(?<id>[A-Za-z0-9_-]{11})/?$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VideoPath();

    [GeneratedRegex("^/(shorts|live|embed)/(?<id>[A-Za-z0-9_-]{11})/?$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VideoPage();

    [GeneratedRegex("[?&]v=(?<id>[A-Za-z0-9_-]{11})(&|$)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VideoQuery();

    // 42, 42s, 1m30s, 1h2m3s.
    [GeneratedRegex("[?&](t|start)=((?<h>[0-9]{1,2})h)?((?<m>[0-9]{1,3})m)?((?<s>[0-9]{1,5})s?)?(&|$)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VideoStart();

    [GeneratedRegex("^#map=(?<zoom>[0-9]{1,2})/(?<lat>-?[0-9]{1,2}\\.[0-9]{1,8})/(?<lng>-?[0-9]{1,3}\\.[0-9]{1,8})(&|$)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MapPlace();
}
