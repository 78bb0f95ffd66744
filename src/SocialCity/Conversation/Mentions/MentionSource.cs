using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SocialCity.Text;

namespace SocialCity.Conversation.Mentions;

/// <summary>A page elsewhere, read to see whether it links here and what it is called. Nothing of its markup is taken over.</summary>
public static class MentionSource
{
    private const int JsonDepth = 64;

    /// <summary>So many tags are read: beyond, nested ones would keep a parser busy, and no page that somebody wrote has them.</summary>
    private const int MostTags = 12_000;

    /// <summary>So deep may elements stand in each other: a parser looks up through all of them at each tag.</summary>
    private const int MostDepth = 512;

    /// <summary>What has no end tag, or needs none.</summary>
    private static readonly HashSet<string> NeverDeep = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head", "body",
    };

    /// <summary>Where a link can stand, by element.</summary>
    private static readonly Dictionary<string, string> Attributes = new(StringComparer.Ordinal)
    {
        ["a"] = "href",
        ["area"] = "href",
        ["link"] = "href",
        ["img"] = "src",
        ["video"] = "src",
        ["audio"] = "src",
        ["source"] = "src",
        ["iframe"] = "src",
        ["embed"] = "src",
        ["object"] = "data",
        ["blockquote"] = "cite",
        ["q"] = "cite",
        ["ins"] = "cite",
        ["del"] = "cite",
    };

    /// <summary>Content types that can be read.</summary>
    public static IReadOnlyList<string> Types { get; } =
        ["text/html", "application/xhtml+xml", "text/plain", "application/json", "application/feed+json", "application/ld+json"];

    public static bool IsHtml(string type) => type is "text/html" or "application/xhtml+xml";

    /// <summary>Reads a document of the web; its own word on its letters counts when the header says nothing.</summary>
    public static IHtmlDocument ParseHtml(byte[] body, string? charset)
    {
        HtmlParser parser = new();
        int length = LengthOf(body);
        if (EncodingOf(charset) is { } encoding)
        {
            return parser.ParseDocument(encoding.GetString(body, 0, length));
        }

        using MemoryStream stream = new(body, 0, length, writable: false);
        return parser.ParseDocument(stream);
    }

    /// <summary>What the page says of itself; null when it does not link to the target.</summary>
    /// <param name="body">As it came.</param>
    /// <param name="type">One of <see cref="Types"/>.</param>
    /// <param name="charset">As the header names it.</param>
    /// <param name="page">Where it was found, after all redirects.</param>
    /// <param name="target">The address of a page of the portal.</param>
    public static MentionContent? Read(byte[] body, string type, string? charset, Uri page, Uri target)
    {
        if (IsHtml(type))
        {
            return ReadHtml(ParseHtml(body, charset), page, target);
        }

        string text = (EncodingOf(charset) ?? Encoding.UTF8).GetString(body);
        bool isThere = type == "text/plain" ? StandsIn(text, target) : StandsInJson(text, target);
        return isThere ? new MentionContent(page.IdnHost, "", "", null) : null;
    }

    private static MentionContent? ReadHtml(IHtmlDocument document, Uri page, Uri target)
    {
        Uri root = MentionEndpoint.BaseOf(document, page);
        IElement? link = document.All.FirstOrDefault(e =>
            Attributes.TryGetValue(e.LocalName, out string? name)
            && e.GetAttribute(name) is { } address
            && MentionEndpoint.Resolve(root, address) is { IsAbsoluteUri: true } uri
            && MentionUrl.IsSamePage(uri, target));
        if (link is null)
        {
            return null;
        }

        foreach (IElement silent in document.QuerySelectorAll("script, style, noscript, template").ToList())
        {
            silent.Remove();
        }

        IElement? entry = link.Closest(".h-entry") ?? document.QuerySelector(".h-entry");
        IElement? author = Property(entry, "p-author");
        string title = First(
            Mention.TitleLength, Property(entry, "p-name")?.TextContent, document.Title, document.QuerySelector("h1")?.TextContent, page.IdnHost);
        return new MentionContent(
            title,
            First(Mention.AuthorLength, (author?.ClassList.Contains("h-card") is true ? Property(author, "p-name") : null)?.TextContent, author?.TextContent),
            First(
                Mention.ExcerptLength,
                link.Closest("p, li, blockquote, figure, dd, td")?.TextContent,
                Property(entry, "p-summary")?.TextContent,
                Property(entry, "e-content")?.TextContent),
            TimeOf(Property(entry, "dt-published")));
    }

    /// <summary>How much of a document is read: up to where its tags become too many or too deep.</summary>
    private static int LengthOf(byte[] body)
    {
        Dictionary<string, int> open = new(StringComparer.OrdinalIgnoreCase);
        int depth = 0;
        int at = -1;
        for (int tags = 0; tags <= MostTags && depth <= MostDepth; tags++)
        {
            int next = body.AsSpan(at + 1).IndexOf((byte)'<');
            if (next < 0)
            {
                return body.Length;
            }

            at += next + 1;
            ReadOnlySpan<byte> rest = body.AsSpan(at + 1);
            bool isEnd = rest.StartsWith("/"u8);
            string name = NameIn(isEnd ? rest[1..] : rest);
            if (name.Length == 0 || NeverDeep.Contains(name))
            {
                continue;
            }

            int opened = open.GetValueOrDefault(name);
            if (!isEnd && !(IsEmpty(rest) && open.GetValueOrDefault("svg") > 0))
            {
                open[name] = opened + 1;
                depth++;
            }
            else if (isEnd && opened > 0)
            {
                open[name] = opened - 1;
                depth--;
            }
        }

        return at;
    }

    private static string NameIn(ReadOnlySpan<byte> tag)
    {
        int length = 0;
        while (length < tag.Length && length < 32 && char.IsAsciiLetterOrDigit((char)tag[length]))
        {
            length++;
        }

        return Encoding.ASCII.GetString(tag[..length]);
    }

    /// <summary>Drawings within a page close their elements so: &lt;path/&gt;.</summary>
    private static bool IsEmpty(ReadOnlySpan<byte> tag) => tag.IndexOf((byte)'>') is var end and > 0 && tag[end - 1] == (byte)'/';

    /// <summary>A property of a microformat: not one of another that stands inside it.</summary>
    private static IElement? Property(IElement? item, string name) =>
        item?.QuerySelectorAll("." + name).FirstOrDefault(e => e.ParentElement?.Closest(".h-entry, .h-card, .h-cite, .h-feed") == item);

    private static DateTime? TimeOf(IElement? element) =>
        DateTimeOffset.TryParse(
            element?.GetAttribute("datetime") ?? element?.GetAttribute("title") ?? element?.TextContent.Trim(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset at) && at.Year is > 1990 and < 2200
            ? at.UtcDateTime
            : null;

    /// <summary>The first that says something, on one line and of bearable length.</summary>
    private static string First(int length, params IEnumerable<string?> texts) =>
        texts.Select(CleanText.Line).FirstOrDefault(t => t.Length > 0) is { } text ? CleanText.Shorten(text, length) : "";

    private static bool StandsIn(string text, Uri target) =>
        text.Split([' ', '\t', '\n', '\r', '<', '>', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => Uri.TryCreate(word.TrimEnd('.', ',', ';'), UriKind.Absolute, out Uri? uri) && MentionUrl.IsSamePage(uri, target));

    private static bool StandsInJson(string text, Uri target)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = JsonDepth });
            return Names(json.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }

        bool Names(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.String => Uri.TryCreate(element.GetString(), UriKind.Absolute, out Uri? uri) && MentionUrl.IsSamePage(uri, target),
            JsonValueKind.Array => element.EnumerateArray().Any(Names),
            JsonValueKind.Object => element.EnumerateObject().Any(p => Names(p.Value)),
            _ => false,
        };
    }

    private static Encoding? EncodingOf(string? charset)
    {
        try
        {
            return charset is null ? null : Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return null; // a name that nobody knows
        }
    }
}
