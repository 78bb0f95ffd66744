using System.Globalization;
using System.Net;
using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Text;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Areas.Blog;

/// <summary>What a feed follows.</summary>
/// <param name="Title">Its name, the city's included.</param>
/// <param name="Path">The page that it follows.</param>
public sealed record Feed(string Title, string Path, IReadOnlyList<FeedItem> Items)
{
    public DateTime? ChangedAt => Items.Count == 0 ? null : Items.Max(i => i.ChangedAt);
}

/// <param name="Key">What it is called for good within the site, as article-12.</param>
/// <param name="Path">Its page, and after a # the place there.</param>
/// <param name="Writers">Whom it is credited to, and everybody who wrote it, in their order.</param>
public sealed partial record FeedItem(
    string Key, string Title, string Path, string Summary, string Html, string Language, DateTime At, DateTime ChangedAt, string? Category, IReadOnlyList<string> Writers, Cover? Cover)
{
    private const int TitleLength = 60;

    public static FeedItem OfNote(ShownNote note, OfficialPage page) => new(
        string.Create(CultureInfo.InvariantCulture, $"note-{note.Id}"),
        MarkdownText.ToPlainText(WebUtility.HtmlDecode(Tag().Replace(note.Html, tag => BlockTag().IsMatch(tag.Value) ? " " : "")), TitleLength),
        string.Create(CultureInfo.InvariantCulture, $"{page.Path}#note-{note.Id}"),
        "", note.Html, "ko", note.At, note.At, null, [page.Name], null);

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("^</?(p|br|ul|ol|li|blockquote|pre)\\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlockTag();
}

/// <summary>
/// The newest articles as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1. Addresses are whole, and photos are too, since a reader shows the
/// text away from here; ids never change, whatever becomes of an address.
/// </summary>
public sealed class BlogFeeds(CityDb db, SiteAddress site, CurrentCity city, TimeProvider time)
{
    public const int Size = 30;
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string RssContent = "http://purl.org/rss/1.0/modules/content/";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="title">The name of the feed.</param>
    /// <param name="path">The page that it follows.</param>
    /// <param name="articles">Listed articles, the newest first.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<Feed> ReadAsync(string title, string path, IQueryable<Article> articles, CancellationToken cancellationToken)
    {
        var rows = await (
            from a in articles.Take(Size).AsNoTracking()
            join c in db.BlogCategories on a.CategoryId equals c.Id into categories
            from category in categories.DefaultIfEmpty()
            join m in db.Set<Media.MediaFile>() on a.CoverId equals m.Id into covers
            from cover in covers.DefaultIfEmpty()
            select new
            {
                a.Credit,
                Writers = a.Authors.OrderBy(w => w.Place).Join(db.Users, w => w.AccountId, u => u.Id, (_, u) => u.DisplayName).ToList(),
                Item = new FeedItem(
                    "article-" + a.Id, a.Title, "/blog/" + a.Slug, a.Summary, a.Html, a.Language, a.ListedAt ?? a.ChangedAt, a.ChangedAt,
                    category == null ? null : category.Name.Ko,
                    Array.Empty<string>(),
                    cover == null ? null : new Cover(cover.Key, cover.AltText, cover.Width, cover.Height)),
            })
            .ToListAsync(cancellationToken);
        IEnumerable<FeedItem> items = rows.Select(r => r.Item with { Writers = r.Credit.Length > 0 ? [r.Credit, .. r.Writers] : r.Writers });
        return new Feed(title, path, [.. items.OrderByDescending(r => r.At).ThenBy(r => r.Key, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The feed in one of its three formats. As content, not as a file: a file leaves its bytes out when only the head is asked for, and the
    /// cache would keep an answer of no length.
    /// </summary>
    public ContentResult Answer(Feed feed, string format) => format switch
    {
        "rss" => Content(Rss(feed), "application/rss+xml; charset=utf-8"),
        "atom" => Content(Atom(feed), "application/atom+xml; charset=utf-8"),
        _ => Content(JsonFeed(feed), "application/feed+json; charset=utf-8"),
    };

    private static ContentResult Content(byte[] utf8, string type) => new() { Content = Encoding.UTF8.GetString(utf8), ContentType = type };

    private byte[] Rss(Feed feed) => Written(feed, "rss", syndication => new Rss20FeedFormatter(syndication, serializeExtensionsAsAtom: true));

    private byte[] Atom(Feed feed) => Written(feed, "atom", syndication => new Atom10FeedFormatter(syndication));

    private byte[] JsonFeed(Feed feed) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object?>
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["home_page_url"] = Whole(feed.Path),
            ["feed_url"] = Whole($"{feed.Path}/feed.json"),
            ["language"] = "ko",
            ["items"] = feed.Items.Select(i => Filled(new()
            {
                ["id"] = IdOf(i),
                ["url"] = Whole(i.Path),
                ["title"] = i.Title,
                ["summary"] = i.Summary.Length > 0 ? i.Summary : null,
                ["content_html"] = WholeLinks(i.Html),
                ["date_published"] = Moment(i.At),
                ["date_modified"] = Moment(i.ChangedAt),
                ["language"] = i.Language,
                ["image"] = i.Cover is { } cover ? Whole(cover.Path) : null,
                ["tags"] = i.Category is { } category ? new[] { category } : null,
                ["authors"] = i.Writers.Count > 0 ? i.Writers.Select(w => new Dictionary<string, string> { ["name"] = w }) : null,
            })),
        },
        Json);

    /// <summary>What an entry does not have is left out (JSON Feed 1.1).</summary>
    private static Dictionary<string, object?> Filled(Dictionary<string, object?> entry) =>
        entry.Where(e => e.Value is not null).ToDictionary(StringComparer.Ordinal);

    private byte[] Written(Feed feed, string format, Func<SyndicationFeed, SyndicationFeedFormatter> formatter)
    {
        SyndicationFeed syndication = new(feed.Title, format == "rss" ? WebUtility.HtmlEncode(feed.Title) : feed.Title, new Uri(Whole(feed.Path)))
        {
            Id = Whole(feed.Path),
            // While there is no entry RSS leaves it out, and Atom, which must say one, says since today: said now, no two answers would be the same.
            LastUpdatedTime = feed.ChangedAt is { } changed ? Local(changed)
                : format == "atom" ? new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero) : default,
            Language = "ko",
            Items = [.. feed.Items.Select(i => Item(i, format))],
        };
        syndication.Links.Add(SyndicationLink.CreateSelfLink(new Uri(Whole($"{feed.Path}/feed.{format}")), format == "rss" ? "application/rss+xml" : "application/atom+xml"));
        using MemoryStream stream = new();
        using (XmlWriter writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            formatter(syndication).WriteTo(writer);
        }

        return stream.ToArray();
    }

    private SyndicationItem Item(FeedItem item, string format)
    {
        string html = Xml(WholeLinks(item.Html));
        SyndicationItem entry = new(Xml(item.Title), SyndicationContent.CreateHtmlContent(html), new Uri(Whole(item.Path)), IdOf(item), Local(item.ChangedAt))
        {
            PublishDate = Local(item.At),
        };
        if (item.Summary.Length > 0)
        {
            // Atom says that it is text; a description of RSS is read as HTML.
            entry.Summary = new TextSyndicationContent(Xml(format == "rss" ? WebUtility.HtmlEncode(item.Summary) : item.Summary));
            if (format == "rss")
            {
                // Its own element is for one text; beside a summary readers look for the whole in another.
                entry.Content = null;
                entry.ElementExtensions.Add(Prefixed("content", RssContent, "encoded", html));
            }
        }

        foreach (string writer in item.Writers)
        {
            // The author of RSS is an address for mails; names have an element of their own.
            if (format == "rss")
            {
                entry.ElementExtensions.Add(Prefixed("dc", DublinCore, "creator", Xml(writer)));
            }
            else
            {
                entry.Authors.Add(new SyndicationPerson { Name = Xml(writer) });
            }
        }

        if (item.Category is { } category)
        {
            entry.Categories.Add(new SyndicationCategory(Xml(category)));
        }

        return entry;
    }

    /// <summary>An element below the prefix by which readers look for it, be they deaf to what a prefix stands for.</summary>
    private static XmlReader Prefixed(string prefix, XNamespace space, string name, string text) =>
        new XElement(space + name, new XAttribute(XNamespace.Xmlns + prefix, space.NamespaceName), text).CreateReader();

    /// <summary>A name for good (RFC 4151), of the site and the article's number.</summary>
    private string IdOf(FeedItem item) => string.Concat("tag:", site.Host, ",2026:", item.Key);

    /// <summary>The moment as the city's clocks show it.</summary>
    private DateTimeOffset Local(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), city.TimeZone);

    private string Whole(string path) => path.Split('#') is [var page, var place] ? $"{site.OfPage(page)}#{place}" : site.OfPage(path);

    private string WholeLinks(string html) => html
        .Replace(" href=\"/", $" href=\"{site.Root}/", StringComparison.Ordinal)
        .Replace(" src=\"/", $" src=\"{site.Root}/", StringComparison.Ordinal);

    /// <summary>Letters that XML 1.0 cannot hold are left out.</summary>
    private static string Xml(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));

    private static string Moment(DateTime utc) => CityDates.Machine(utc);
}
