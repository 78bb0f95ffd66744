using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Blog;

/// <summary>The named queries of the blog. Reads project from them, writes load from them.</summary>
public static class ArticleQueries
{
    /// <summary>What everybody may read, pages included.</summary>
    public static IQueryable<Article> Readable(this IQueryable<Article> articles) => articles.Where(a => a.State == ArticleState.Published);

    /// <summary>What stands in lists and feeds.</summary>
    public static IQueryable<Article> Listed(this IQueryable<Article> articles) => articles.Where(a => a.ListedAt != null);

    /// <summary>What this person may see: the rest does not exist for them.</summary>
    public static IQueryable<Article> VisibleTo(this IQueryable<Article> articles, Actor actor)
    {
        long? me = actor.AccountId;
        bool isEditor = actor.Has(Right.Editor);
        bool isOfficial = actor.Departments().Count > 0;
        return articles.Where(a =>
            a.State == ArticleState.Published
            || (isEditor && !(a.IsStory && a.State == ArticleState.Draft))
            || (isOfficial && a.IsStory && a.State == ArticleState.InReview)
            || (me != null && a.Authors.Any(author => author.AccountId == me)));
    }

    /// <summary>
    /// The wordings of an article that this person may see. Of a citizen's story the office sees what was sent in last and what came after:
    /// what stood there before, personal data that was hidden for the sending included, stays with the citizen.
    /// </summary>
    public static IQueryable<ArticleRevision> RevisionsFor(this CityDb db, long articleId, bool isStory, Actor actor)
    {
        IQueryable<ArticleRevision> all = db.Set<ArticleRevision>().Where(r => r.ArticleId == articleId);
        if (!isStory || !actor.IsStaff)
        {
            return all;
        }

        IQueryable<ArticleEvent> sent = db.Set<ArticleEvent>().Where(e => e.ArticleId == articleId && e.Act == ArticleAct.Submit);
        return all.Where(r => r.Id >= (all.Where(o => o.At <= sent.Max(e => e.At)).Max(o => (long?)o.Id) ?? long.MaxValue));
    }

    public static IQueryable<Article> WithSlug(this IQueryable<Article> articles, string slug) => articles.Where(a => a.Slug == slug);

    /// <summary>With the parts that carry its place in their lists: what <see cref="Article"/> needs to change.</summary>
    public static IQueryable<Article> ForChange(this IQueryable<Article> articles) =>
        articles.Include(a => a.Authors).Include(a => a.Tags).Include(a => a.Photos).Include(a => a.Addresses);

    /// <summary>Of a category or of those below it.</summary>
    public static IQueryable<Article> InCategory(this IQueryable<Article> articles, long categoryId, bool isTop) =>
        isTop ? articles.Where(a => a.TopCategoryId == categoryId) : articles.Where(a => a.CategoryId == categoryId);

    /// <summary>What an editor put on the front page, in its order there.</summary>
    public static IQueryable<Article> PlacedInFront(this CityDb db) =>
        db.FrontPlaces.OrderBy(p => p.Place).Join(db.Articles.Listed(), p => p.ArticleId, a => a.Id, (p, a) => a);

    /// <param name="from">UTC, included.</param>
    /// <param name="until">UTC, excluded.</param>
    public static IQueryable<Article> ListedBetween(this IQueryable<Article> articles, DateTime from, DateTime until) =>
        articles.Where(a => a.ListedAt >= from && a.ListedAt < until);

    /// <summary>A series in its reading order.</summary>
    public static IQueryable<Article> InSeries(this IQueryable<Article> articles, long seriesId) =>
        articles.Where(a => a.SeriesId == seriesId && a.ListedAt != null).OrderBy(a => a.SeriesPlace).ThenBy(a => a.ListedAt).ThenBy(a => a.Id);

    /// <summary>The newest first, from a place on.</summary>
    public static IQueryable<Article> ListedAfter(this IQueryable<Article> articles, Cursor? cursor) => cursor switch
    {
        null => articles.Listed().OrderByDescending(a => a.ListedAt).ThenByDescending(a => a.Id),
        { Backwards: true, At: var at, Id: var id } => articles.Listed()
            .Where(a => a.ListedAt >= at && (a.ListedAt > at || a.Id > id)).OrderBy(a => a.ListedAt).ThenBy(a => a.Id),
        { At: var at, Id: var id } => articles.Listed()
            .Where(a => a.ListedAt <= at && (a.ListedAt < at || a.Id < id)).OrderByDescending(a => a.ListedAt).ThenByDescending(a => a.Id),
    };

    /// <summary>The articles that bear a tag, the newest first, from a place on: by the tag's own index.</summary>
    public static IQueryable<Article> TaggedAfter(this CityDb db, long tagId, Cursor? cursor)
    {
        IQueryable<ArticleTag> places = db.Set<ArticleTag>().Where(t => t.TagId == tagId && t.ListedAt != null);
        places = cursor switch
        {
            null => places.OrderByDescending(t => t.ListedAt).ThenByDescending(t => t.ArticleId),
            { Backwards: true, At: var at, Id: var id } => places
                .Where(t => t.ListedAt >= at && (t.ListedAt > at || t.ArticleId > id)).OrderBy(t => t.ListedAt).ThenBy(t => t.ArticleId),
            { At: var at, Id: var id } => places
                .Where(t => t.ListedAt <= at && (t.ListedAt < at || t.ArticleId < id))
                .OrderByDescending(t => t.ListedAt).ThenByDescending(t => t.ArticleId),
        };
        return places.Join(db.Articles, t => t.ArticleId, a => a.Id, (t, a) => a);
    }

    /// <summary>The articles under somebody's name, the newest first, from a place on.</summary>
    public static IQueryable<Article> WrittenByAfter(this CityDb db, long accountId, Cursor? cursor)
    {
        IQueryable<ArticleAuthor> places = db.Set<ArticleAuthor>().Where(t => t.AccountId == accountId && t.ListedAt != null);
        places = cursor switch
        {
            null => places.OrderByDescending(t => t.ListedAt).ThenByDescending(t => t.ArticleId),
            { Backwards: true, At: var at, Id: var id } => places
                .Where(t => t.ListedAt >= at && (t.ListedAt > at || t.ArticleId > id)).OrderBy(t => t.ListedAt).ThenBy(t => t.ArticleId),
            { At: var at, Id: var id } => places
                .Where(t => t.ListedAt <= at && (t.ListedAt < at || t.ArticleId < id))
                .OrderByDescending(t => t.ListedAt).ThenByDescending(t => t.ArticleId),
        };
        return places.Join(db.Articles, t => t.ArticleId, a => a.Id, (t, a) => a);
    }

    /// <summary>What everybody may read of the articles that were known under an address, the newest first.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="path">As <see cref="ArticleAddress.Path"/>.</param>
    public static IQueryable<Article> KnownAs(this CityDb db, string path) =>
        db.Set<ArticleAddress>().Where(a => a.Path == path).OrderByDescending(a => a.ArticleId)
            .Join(db.Articles.Readable(), a => a.ArticleId, a => a.Id, (address, article) => article);

    /// <summary>Scheduled ones whose time has come.</summary>
    public static IQueryable<Article> Due(this IQueryable<Article> articles, DateTime now) =>
        articles.Where(a => a.State == ArticleState.Scheduled && a.PublishAt <= now).OrderBy(a => a.PublishAt);
}
