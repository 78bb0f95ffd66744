using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SocialCity.Conversation.Mentions;

/// <summary>
/// Finds where a page takes webmentions (W3C Webmention 3.1.2): the first Link header that says so, else the first link or a of the
/// document; an address relative to where the page was found in the end.
/// </summary>
public static class MentionEndpoint
{
    private const string Relation = "webmention";

    /// <param name="headers">The values of the page's Link headers, in their order.</param>
    /// <param name="page">Where the page was found, after all redirects.</param>
    public static Uri? InHeaders(IEnumerable<string> headers, Uri page) =>
        headers.SelectMany(LinkHeader.Parse).FirstOrDefault(l => Has(l.Relations)) is { } link ? Resolve(page, link.Target) : null;

    /// <param name="document">The page. What stands in comments and templates is no part of it.</param>
    /// <param name="page">Where the page was found, after all redirects.</param>
    public static Uri? InDocument(IHtmlDocument document, Uri page) =>
        document.All.FirstOrDefault(e => e.LocalName is "link" or "a" && e.HasAttribute("href") && Has(e.GetAttribute("rel"))) is { } element
            ? Resolve(BaseOf(document, page), element.GetAttribute("href") ?? "")
            : null;

    /// <summary>What relative addresses of a page are relative to.</summary>
    internal static Uri BaseOf(IParentNode document, Uri page) =>
        document.QuerySelector("base[href]")?.GetAttribute("href") is { } stated ? Resolve(page, stated) ?? page : page;

    internal static Uri? Resolve(Uri page, string address) => Uri.TryCreate(page, address.Trim(), out Uri? uri) ? uri : null;

    private static bool Has(string? relations) =>
        (relations ?? "").Split([' ', '\t', '\n', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries).Contains(Relation, StringComparer.OrdinalIgnoreCase);
}

/// <summary>One link of a Link header (RFC 8288).</summary>
/// <param name="Target">As it stands there, absolute or relative.</param>
/// <param name="Relations">The value of its first rel, as it stands there.</param>
internal sealed record LinkHeader(string Target, string Relations)
{
    /// <summary>The links of one header; what is broken ends them.</summary>
    public static IEnumerable<LinkHeader> Parse(string header)
    {
        int at = 0;
        while (true)
        {
            at = Skip(header, at, " \t,");
            int end = at < header.Length && header[at] == '<' ? header.IndexOf('>', at) : -1;
            if (end < 0)
            {
                yield break;
            }

            string target = header[(at + 1)..end];
            string? relations = null;
            at = end + 1;
            while ((at = Skip(header, at, " \t")) < header.Length && header[at] == ';')
            {
                (string name, string value, at) = Parameter(header, Skip(header, at + 1, " \t"));

                // A second rel says nothing (RFC 8288, 3.3).
                relations ??= name.Equals("rel", StringComparison.OrdinalIgnoreCase) ? value : null;
            }

            yield return new LinkHeader(target, relations ?? "");
        }
    }

    private static (string Name, string Value, int End) Parameter(string header, int start)
    {
        int end = End(header, start, "=;,");
        string name = header[start..end].TrimEnd();
        if (end == header.Length || header[end] != '=')
        {
            return (name, "", end);
        }

        int value = Skip(header, end + 1, " \t");
        if (value == header.Length || header[value] != '"')
        {
            end = End(header, value, ";,");
            return (name, header[value..end].TrimEnd(), end);
        }

        System.Text.StringBuilder quoted = new();
        for (end = value + 1; end < header.Length && header[end] != '"'; end++)
        {
            end += header[end] == '\\' && end + 1 < header.Length ? 1 : 0;
            quoted.Append(header[end]);
        }

        return (name, quoted.ToString(), Math.Min(end + 1, header.Length));
    }

    private static int Skip(string header, int at, string letters)
    {
        while (at < header.Length && letters.Contains(header[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    private static int End(string header, int at, string letters)
    {
        while (at < header.Length && !letters.Contains(header[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }
}
