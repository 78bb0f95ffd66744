using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Text;

namespace SocialCity.Web.Areas.Blog;

/// <summary>The article before or after this one in its series.</summary>
public sealed record SeriesNeighbour(string Title, string Path, string Language);

/// <summary>The series that an article belongs to.</summary>
/// <param name="Place">Its place, from 1.</param>
public sealed record InSeries(string Title, string Slug, int Place, int Count, SeriesNeighbour? Previous, SeriesNeighbour? Next);

/// <summary>An article with everything around its words.</summary>
/// <param name="Html">Safe, made when it was written.</param>
/// <param name="IsChanged">Whether its words changed after it came out.</param>
/// <param name="Topic">What people talk about below it; null when it takes no comments.</param>
/// <param name="MayWrite">Whether this reader may change it.</param>
public sealed record ArticlePage(
    long Id, string Slug, string Title, string Summary, string Html, string Language, IReadOnlyList<ArticleHeading> Headings,
    ArticleState State, DateTime? PublishedAt, DateTime ChangedAt, int ReadingMinutes, LocalText? Category, string? CategorySlug,
    LocalText? Department, IReadOnlyList<Writer> Writers, string Credit, bool IsStory, bool IsPage, Cover? Cover, IReadOnlyList<CountedLink> Tags,
    InSeries? Series, IReadOnlyList<ArticleCard> Related, string? CanonicalUrl, Topic? Topic, bool MayWrite)
{
    private static readonly TimeSpan Correction = TimeSpan.FromHours(1);

    public string Path => Article.PathOf(Slug);

    /// <summary>The path as it stands in an address.</summary>
    public string EscapedPath => "/blog/" + Uri.EscapeDataString(Slug);

    public bool IsPublished => State == ArticleState.Published;

    public bool IsChanged => PublishedAt is { } at && ChangedAt - at > Correction;

    /// <summary>A list of contents helps from so many headings on.</summary>
    public bool HasContents => Headings.Count >= 3;
}

public sealed class ArticlePages(CityDb db)
{
    private const int RelatedShown = 4;
    private const int SummaryLength = 160;

    /// <summary>What this reader may see of an article; null for nothing.</summary>
    public async Task<ArticlePage?> FindAsync(string slug, Actor actor, CancellationToken cancellationToken)
    {
        var found = await (
            from a in db.Articles.AsNoTracking().VisibleTo(actor).WithSlug(slug)
            join c in db.BlogCategories on a.CategoryId equals c.Id into categories
            from category in categories.DefaultIfEmpty()
            join m in db.Set<MediaFile>() on a.CoverId equals m.Id into covers
            from cover in covers.DefaultIfEmpty()
            join d in db.Departments on a.DepartmentId equals d.Id into departments
            from department in departments.DefaultIfEmpty()
            select new { Article = a, Category = category, Cover = cover, Department = department })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        Article article = found.Article;
        var names = await NamesAsync(article.Id, cancellationToken);
        CountedLink[] tags = [.. names.Where(n => n.IsTag).Select(n => new CountedLink(n.Name, $"/blog/tag/{n.Slug}", n.Order))];
        long? rarest = names.Where(n => n.IsTag && n.Order > 1).OrderBy(n => n.Order).Select(n => (long?)n.Id).FirstOrDefault();
        return new ArticlePage(
            article.Id, article.Slug, article.Title,
            MarkdownText.ToPlainText(article.Summary.Length > 0 ? article.Summary : article.Text[..Math.Min(article.Text.Length, 4 * SummaryLength)], SummaryLength),
            article.Html, article.Language, article.Headings, article.State, article.PublishedAt, article.ChangedAt, article.ReadingMinutes,
            found.Category?.Name, found.Category?.Slug, found.Department?.Name,
            [.. names.Where(n => !n.IsTag).OrderBy(n => n.Order).Select(n => new Writer(n.Name, n.Slug))],
            article.Credit, article.IsStory, article.IsPage,
            found.Cover is { } photo ? new Cover(photo.Key, photo.AltText, photo.Width, photo.Height) : null,
            tags,
            article.SeriesId is { } series ? await SeriesAsync(series, article.Id, cancellationToken) : null,
            await RelatedAsync(article, rarest, cancellationToken),
            article.CanonicalUrl,
            article.TakesComments ? ArticleConversation.TopicOf(article, [.. names.Where(n => !n.IsTag).OrderBy(n => n.Order).Select(n => n.Id)]) : null,
            MayWrite: actor.Has(Right.Editor) || (actor.AccountId is { } me && names.Exists(n => !n.IsTag && n.Id == me && actor.IsStaff)));
    }

    /// <summary>Who wrote it and what it is tagged with, in one command.</summary>
    private async Task<List<NamedLink>> NamesAsync(long articleId, CancellationToken cancellationToken) =>
        await db.Set<ArticleAuthor>().Where(w => w.ArticleId == articleId)
            .Join(db.Users, w => w.AccountId, a => a.Id, (w, a) => new
            {
                IsTag = false,
                a.Id,
                Name = a.DisplayName,
                Slug = db.Bylines.Where(b => b.AccountId == a.Id).Select(b => b.Handle).FirstOrDefault(),
                Order = w.Place,
            })
            .Concat(db.Set<ArticleTag>().Where(t => t.ArticleId == articleId)
                .Join(db.BlogTags, t => t.TagId, t => t.Id, (_, t) => new { IsTag = true, t.Id, t.Name, Slug = (string?)t.Slug, Order = t.ArticleCount }))
            .Select(n => new NamedLink(n.IsTag, n.Id, n.Name, n.Slug, n.Order))
            .ToListAsync(cancellationToken);

    private async Task<InSeries?> SeriesAsync(long seriesId, long articleId, CancellationToken cancellationToken)
    {
        var articles = await db.Articles.AsNoTracking().InSeries(seriesId)
            .Join(db.ArticleSeries, a => a.SeriesId, s => s.Id, (a, s) => new { a.Id, a.Title, a.Slug, a.Language, Series = s.Title, SeriesSlug = s.Slug, a.SeriesPlace, a.ListedAt })
            .OrderBy(a => a.SeriesPlace).ThenBy(a => a.ListedAt).ThenBy(a => a.Id)
            .ToListAsync(cancellationToken);
        int here = articles.FindIndex(a => a.Id == articleId);
        return here < 0 ? null : new InSeries(
            articles[here].Series, articles[here].SeriesSlug, here + 1, articles.Count,
            here > 0 ? Neighbour(here - 1) : null,
            here < articles.Count - 1 ? Neighbour(here + 1) : null);

        SeriesNeighbour Neighbour(int index) => new(articles[index].Title, Article.PathOf(articles[index].Slug), articles[index].Language);
    }

    /// <summary>The newest that share its rarest tag, and after them those of its category: by their indexes, in one command.</summary>
    private async Task<IReadOnlyList<ArticleCard>> RelatedAsync(Article article, long? tagId, CancellationToken cancellationToken)
    {
        IQueryable<long> tagged = db.Set<ArticleTag>()
            .Where(t => t.TagId == tagId && t.ListedAt != null && t.ArticleId != article.Id)
            .OrderByDescending(t => t.ListedAt).Take(RelatedShown).Select(t => t.ArticleId);
        IQueryable<long> beside = db.Articles
            .Where(a => a.CategoryId == article.CategoryId && a.ListedAt != null && a.Id != article.Id)
            .OrderByDescending(a => a.ListedAt).Take(RelatedShown).Select(a => a.Id);
        List<ArticleCard> cards = await ArticleCard.From(db, db.Articles.Where(a => tagged.Contains(a.Id) || beside.Contains(a.Id))).ToListAsync(cancellationToken);
        return [.. cards.OrderByDescending(c => c.At).Take(RelatedShown).Select(c => c.Shown())];
    }
}

/// <summary>An author or a tag of an article.</summary>
/// <param name="Order">The place of an author; how many articles bear a tag.</param>
public sealed record NamedLink(bool IsTag, long Id, string Name, string? Slug, int Order);
