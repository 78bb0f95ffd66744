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

    /// <summary>Whether pages elsewhere that link to it can be announced.</summary>
    public bool TakesMentions { get; init; }

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
            join s in db.ArticleSeries on a.SeriesId equals s.Id into allSeries
            from inSeries in allSeries.DefaultIfEmpty()
            select new { Article = a, Category = category, Cover = cover, Department = department, Series = inSeries })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        Article article = found.Article;
        ILookup<LinkKind, NamedLink> links = await LinksAsync(article, cancellationToken);
        List<NamedLink> writers = [.. links[LinkKind.Author].OrderBy(n => n.Order)];
        long? rarest = links[LinkKind.Tag].Where(n => n.Order > 1).OrderBy(n => n.Order).Select(n => (long?)n.Id).FirstOrDefault();
        return new ArticlePage(
            article.Id, article.Slug, article.Title,
            MarkdownText.ToPlainText(
                article.Summary.Length > 0 ? article.Summary : ArticleEmbeds.LeaveOut(article.Text[..Math.Min(article.Text.Length, 4 * SummaryLength)]), SummaryLength),
            article.Html, article.Language, article.Headings, article.State, article.PublishedAt, article.ChangedAt, article.ReadingMinutes,
            found.Category?.Name, found.Category?.Slug, found.Department?.Name,
            [.. writers.Select(n => new Writer(n.Name, n.Slug))],
            article.Credit, article.IsStory, article.IsPage,
            found.Cover is { } photo ? new Cover(photo.Key, photo.AltText, photo.Width, photo.Height) : null,
            [.. links[LinkKind.Tag].Select(n => new CountedLink(n.Name, $"/blog/tag/{n.Slug}", n.Order))],
            found.Series is { } series ? PlaceIn(series, links[LinkKind.InSeries], article.Id) : null,
            await RelatedAsync(article, rarest, cancellationToken),
            article.CanonicalUrl,
            article.TakesComments ? ArticleConversation.TopicOf(article, [.. writers.Select(n => n.Id)]) : null,
            MayWrite: actor.Has(Right.Editor) || (actor.AccountId is { } me && writers.Exists(n => n.Id == me && actor.IsStaff)));
    }

    /// <summary>Who wrote it, what it is tagged with, what stands in its series: in one command.</summary>
    private async Task<ILookup<LinkKind, NamedLink>> LinksAsync(Article article, CancellationToken cancellationToken)
    {
        List<NamedLink> links = await db.Set<ArticleAuthor>().Where(w => w.ArticleId == article.Id)
            .Join(db.Users, w => w.AccountId, a => a.Id, (w, a) => new
            {
                Kind = LinkKind.Author,
                a.Id,
                Name = a.DisplayName,
                Slug = db.Bylines.Where(b => b.AccountId == a.Id).Select(b => b.Handle).FirstOrDefault(),
                Order = w.Place,
                At = (DateTime?)null,
                Language = (string?)null,
            })
            .Concat(db.Set<ArticleTag>().Where(t => t.ArticleId == article.Id).Join(db.BlogTags, t => t.TagId, t => t.Id, (_, t) => new
            {
                Kind = LinkKind.Tag,
                t.Id,
                t.Name,
                Slug = (string?)t.Slug,
                Order = t.ArticleCount,
                At = (DateTime?)null,
                Language = (string?)null,
            }))
            .Concat(db.Articles.Where(a => article.SeriesId != null && a.SeriesId == article.SeriesId && a.ListedAt != null).Select(a => new
            {
                Kind = LinkKind.InSeries,
                a.Id,
                Name = a.Title,
                Slug = (string?)a.Slug,
                Order = a.SeriesPlace,
                At = a.ListedAt,
                Language = (string?)a.Language,
            }))
            .Select(n => new NamedLink(n.Kind, n.Id, n.Name, n.Slug, n.Order, n.At, n.Language))
            .ToListAsync(cancellationToken);
        return links.ToLookup(l => l.Kind);
    }

    /// <summary>In the order of <see cref="ArticleQueries.InSeries"/>.</summary>
    private static InSeries? PlaceIn(ArticleSeries series, IEnumerable<NamedLink> articles, long articleId)
    {
        List<NamedLink> order = [.. articles.OrderBy(a => a.Order).ThenBy(a => a.At).ThenBy(a => a.Id)];
        int here = order.FindIndex(a => a.Id == articleId);
        return here < 0 ? null : new InSeries(series.Title, series.Slug, here + 1, order.Count, Neighbour(here - 1), Neighbour(here + 1));

        SeriesNeighbour? Neighbour(int index) => order.ElementAtOrDefault(index) is { } article
            ? new(article.Name, Article.PathOf(article.Slug ?? ""), article.Language ?? "ko")
            : null;
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
        // Without counts: they would grow old in a kept page.
        return [.. cards.OrderByDescending(c => c.At).Take(RelatedShown).Select(c => c.Shown() with { CommentCount = 0, ReactionCount = 0 })];
    }
}

/// <summary>What an article leads to.</summary>
public enum LinkKind
{
    Author = 1,
    Tag = 2,
    InSeries = 3,
}

/// <summary>An author, a tag or a fellow of an article.</summary>
/// <param name="Order">The place of an author or in a series; how many articles bear a tag.</param>
/// <param name="At">When a fellow of the series came out.</param>
/// <param name="Language">In which a fellow of the series is written.</param>
public sealed record NamedLink(LinkKind Kind, long Id, string Name, string? Slug, int Order, DateTime? At, string? Language);
