using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Blog;

/// <summary>The named queries of those who write and edit.</summary>
public static class WritingQueries
{
    /// <summary>
    /// The articles on whose working pages this person may be: their own; for editors all but what citizens did not hand in; for officials
    /// what citizens handed in.
    /// </summary>
    public static IQueryable<Article> OpenTo(this IQueryable<Article> articles, Actor actor)
    {
        long? me = actor.AccountId;
        bool isEditor = actor.Has(Right.Editor);
        bool isOfficial = actor.Departments().Count > 0;
        return articles.Where(a =>
            (isEditor && !(a.IsStory && a.State == ArticleState.Draft))
            || (isOfficial && a.IsStory && a.State == ArticleState.InReview)
            || (me != null && a.Authors.Any(author => author.AccountId == me)));
    }

    public static IQueryable<Article> OfAuthor(this IQueryable<Article> articles, long accountId) =>
        articles.Where(a => a.Authors.Any(author => author.AccountId == accountId));

    /// <summary>The last changed first, from a place on: one more than the page holds, as <see cref="Page{T}.From"/> wants it.</summary>
    public static IQueryable<Article> LastChangedAfter(this IQueryable<Article> articles, Cursor? cursor, int size) => (cursor switch
    {
        null => articles.OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id),
        { Backwards: true, At: var at, Id: var id } => articles
            .Where(a => a.ChangedAt >= at && (a.ChangedAt > at || a.Id > id)).OrderBy(a => a.ChangedAt).ThenBy(a => a.Id),
        { At: var at, Id: var id } => articles
            .Where(a => a.ChangedAt <= at && (a.ChangedAt < at || a.Id < id)).OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id),
    }).Take(size + 1);
}
