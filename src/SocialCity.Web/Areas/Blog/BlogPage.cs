using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog;

/// <summary>A link with a count.</summary>
public sealed record CountedLink(string Name, string Path, int Count);

/// <summary>The front page of the blog.</summary>
/// <param name="Front">What an editor put there, the large one first; the newest while nobody did.</param>
/// <param name="Newest">The rest, the newest first.</param>
/// <param name="IsFirst">Whether this is the first page of the list, above which the front stands.</param>
public sealed record BlogPage(
    IReadOnlyList<ArticleCard> Front, Page<ArticleCard> Newest, bool IsFirst,
    IReadOnlyList<CountedLink> Categories, IReadOnlyList<CountedLink> Tags, IReadOnlyList<ArticleCard> Popular);

/// <summary>A list of articles of one thing: a category, a tag, a name, a month.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Lead">A sentence on it; may be empty.</param>
/// <param name="Path">The address of the list, without a place in it; feeds hang below it.</param>
/// <param name="HasFeeds">Whether it can be followed.</param>
/// <param name="Siblings">Lists beside this one: the categories below, the other months.</param>
public sealed record ListPage(
    string Title, string Lead, string Path, bool HasFeeds, Page<ArticleCard> Articles, IReadOnlyList<CountedLink> Siblings)
{
    public string At(Cursor? cursor) => cursor is null ? Path : $"{Path}?at={cursor}";
}

/// <summary>A series in its reading order.</summary>
public sealed record SeriesPage(string Title, string Summary, IReadOnlyList<ArticleCard> Articles);

/// <summary>Reads the lists of the blog: few commands each, whatever the number of articles.</summary>
public sealed class BlogPages(CityDb db, CurrentCity city, TimeProvider time)
{
    public const int Size = 12;
    private const int TagsShown = 20;
    private const int PopularShown = 5;
    private const int SeriesMost = 200;
    private static readonly TimeSpan PopularWithin = TimeSpan.FromDays(60);

    private CityClock Clock => new(time, city.TimeZone);

    public async Task<BlogPage> FrontAsync(Cursor? cursor, CancellationToken cancellationToken)
    {
        Page<ArticleCard> newest = await PageAsync(db.Articles.ListedAfter(cursor), cursor, cancellationToken);
        List<ArticleCard> front = cursor is not null ? [] : await PlacedAsync(cancellationToken);
        DateTime since = time.GetUtcNow().UtcDateTime - PopularWithin;
        List<ArticleCard> popular = await ArticleCard.From(
            db,
            db.Articles.Where(a => a.ListedAt >= since && a.ReactionCount + a.CommentCount > 0)
                .OrderByDescending(a => a.ReactionCount + (2 * a.CommentCount)).ThenByDescending(a => a.Id).Take(PopularShown))
            .ToListAsync(cancellationToken);
        var tags = await db.BlogTags.AsNoTracking().Where(t => t.ArticleCount > 0)
            .OrderByDescending(t => t.ArticleCount).ThenBy(t => t.Id).Take(TagsShown).ToListAsync(cancellationToken);
        return new BlogPage(
            front,
            newest with { Items = [.. newest.Items.Where(a => !front.Exists(f => f.Id == a.Id))] },
            cursor is null,
            await CategoriesAsync(null, cancellationToken),
            [.. tags.Select(t => new CountedLink(t.Name, $"/blog/tag/{t.Slug}", t.ArticleCount))],
            [.. popular.OrderByDescending(a => a.ReactionCount + (2 * a.CommentCount))]);
    }

    public async Task<ListPage?> CategoryAsync(string slug, Cursor? cursor, CancellationToken cancellationToken)
    {
        if (await db.BlogCategories.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancellationToken) is not { } category)
        {
            return null;
        }

        bool isTop = category.ParentId is null;
        return new ListPage(
            category.Name.ToString(), "", $"/blog/category/{category.Slug}", HasFeeds: true,
            await PageAsync(db.Articles.InCategory(category.Id, isTop).ListedAfter(cursor), cursor, cancellationToken),
            isTop ? await CategoriesAsync(category.Id, cancellationToken) : []);
    }

    public async Task<ListPage?> TagAsync(string slug, Cursor? cursor, CancellationToken cancellationToken) =>
        await db.BlogTags.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug, cancellationToken) is { ArticleCount: > 0 } tag
            ? new ListPage(
                $"#{tag.Name}", "", $"/blog/tag/{tag.Slug}", HasFeeds: true,
                await PageAsync(db.TaggedAfter(tag.Id, cursor), cursor, cancellationToken), [])
            : null;

    public async Task<ListPage?> AuthorAsync(string handle, Cursor? cursor, CancellationToken cancellationToken)
    {
        var author = await db.Bylines.AsNoTracking().Where(b => b.Handle == handle)
            .Join(db.Users.Where(a => a.ClosedAt == null), b => b.AccountId, a => a.Id, (b, a) => new { b.AccountId, b.Handle, a.DisplayName, a.About })
            .SingleOrDefaultAsync(cancellationToken);
        return author is null
            ? null
            : new ListPage(
                author.DisplayName, author.About, $"/blog/author/{author.Handle}", HasFeeds: true,
                await PageAsync(db.WrittenByAfter(author.AccountId, cursor), cursor, cancellationToken), []);
    }

    public async Task<SeriesPage?> SeriesAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.ArticleSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug, cancellationToken) is not { } series)
        {
            return null;
        }

        List<ArticleCard> articles = await ArticleCard.From(db, db.Articles.InSeries(series.Id).Take(SeriesMost)).ToListAsync(cancellationToken);
        return new SeriesPage(series.Title, series.Summary, articles.ConvertAll(a => a.Shown()));
    }

    /// <param name="title">How the month is called, in the language of the page.</param>
    /// <param name="year">From 1.</param>
    /// <param name="month">From 1 to 12.</param>
    /// <param name="cursor">The place in the list.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<ListPage?> MonthAsync(Func<DateOnly, string> title, int year, int month, Cursor? cursor, CancellationToken cancellationToken)
    {
        List<BlogMonth> months = await db.BlogMonths.AsNoTracking().Where(m => m.ArticleCount > 0)
            .OrderByDescending(m => m.Year).ThenByDescending(m => m.Month).ToListAsync(cancellationToken);
        if (!months.Exists(m => m.Year == year && m.Month == month))
        {
            return null;
        }

        DateOnly first = new(year, month, 1);
        return new ListPage(
            title(first), "", PathOf(year, month), HasFeeds: false,
            await PageAsync(
                db.Articles.ListedBetween(Clock.StartOf(first), Clock.StartOf(first.AddMonths(1))).ListedAfter(cursor), cursor, cancellationToken),
            [.. months.Select(m => new CountedLink(title(new DateOnly(m.Year, m.Month, 1)), PathOf(m.Year, m.Month), m.ArticleCount))]);

        static string PathOf(int year, int month) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/blog/archive/{year}/{month:00}");
    }

    /// <summary>The newest month that has articles; null while there are none.</summary>
    public Task<BlogMonth?> NewestMonthAsync(CancellationToken cancellationToken) =>
        db.BlogMonths.AsNoTracking().Where(m => m.ArticleCount > 0)
            .OrderByDescending(m => m.Year).ThenByDescending(m => m.Month).FirstOrDefaultAsync(cancellationToken);

    private async Task<List<ArticleCard>> PlacedAsync(CancellationToken cancellationToken)
    {
        List<ArticleCard> cards = await ArticleCard.From(db, db.PlacedInFront()).ToListAsync(cancellationToken);
        return cards.ConvertAll(c => c.Shown());
    }

    private async Task<IReadOnlyList<CountedLink>> CategoriesAsync(long? parentId, CancellationToken cancellationToken)
    {
        var categories = await db.BlogCategories.AsNoTracking().Where(c => c.ParentId == parentId && c.ArticleCount > 0)
            .OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        return [.. categories.Select(c => new CountedLink(c.Name.ToString(), $"/blog/category/{c.Slug}", c.ArticleCount))];
    }

    private async Task<Page<ArticleCard>> PageAsync(IQueryable<Article> articles, Cursor? cursor, CancellationToken cancellationToken)
    {
        List<ArticleCard> rows = await ArticleCard.From(db, articles.Take(Size + 1)).ToListAsync(cancellationToken);
        return Page<ArticleCard>.From(rows.ConvertAll(r => r.Shown()), Size, cursor, r => (r.At, r.Id));
    }
}
