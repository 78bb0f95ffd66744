using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>The piles of articles, as the tabs show them. All but the first are the editors'; officials have that of the citizens too.</summary>
public enum ArticlePile
{
    Mine = 0,
    Drafts = 1,
    Review = 2,

    /// <summary>What citizens handed in.</summary>
    Stories = 3,
    Scheduled = 4,
    Published = 5,
    Archived = 6,
}

public sealed record ArticleRow(
    long Id, string Title, ArticleState State, bool IsStory, DateTime ChangedAt, DateTime? PublishAt, bool IsOnFront, IReadOnlyList<string> Authors);

/// <param name="Piles">The tabs that this person sees, with their counts where they are worth knowing.</param>
public sealed record WritingList(bool IsEditor, ArticlePile Pile, IReadOnlyList<(ArticlePile Pile, int? Count)> Piles, Page<ArticleRow> Articles)
{
    public static string PathOf(ArticlePile pile, Cursor? at = null)
    {
        string path = pile == ArticlePile.Mine ? "/blog/write" : $"/blog/write?pile={pile.ToString().ToLowerInvariant()}";
        return at is null ? path : $"{path}{(pile == ArticlePile.Mine ? '?' : '&')}at={at}";
    }
}

/// <summary>Reads the piles.</summary>
public sealed class WritingLists(CityDb db, CurrentAccount account)
{
    private const int Size = 20;

    public async Task<WritingList> ReadAsync(string? named, Cursor? cursor, CancellationToken cancellationToken)
    {
        bool isEditor = account.Actor.Has(Right.Editor);
        bool isOfficial = account.Actor.Departments().Count > 0;
        ArticlePile pile = Enum.TryParse(named, ignoreCase: true, out ArticlePile wanted) && Enum.IsDefined(wanted)
            && (isEditor || (isOfficial && wanted == ArticlePile.Stories)) ? wanted : ArticlePile.Mine;
        var rows = await In(pile).AsNoTracking().LastChangedAfter(cursor, Size)
            .Select(a => new { a.Id, a.Title, a.State, a.IsStory, a.ChangedAt, a.PublishAt, IsOnFront = db.FrontPlaces.Any(p => p.ArticleId == a.Id) })
            .ToListAsync(cancellationToken);
        long[] ids = [.. rows.Select(r => r.Id)];
        ILookup<long, string> names = (await db.Set<ArticleAuthor>().Where(a => ids.Contains(a.ArticleId)).OrderBy(a => a.Place)
            .Join(db.Users, a => a.AccountId, u => u.Id, (a, u) => new { a.ArticleId, u.DisplayName })
            .ToListAsync(cancellationToken)).ToLookup(a => a.ArticleId, a => a.DisplayName);
        return new WritingList(
            isEditor,
            pile,
            isEditor ? await PilesAsync(cancellationToken)
                : isOfficial ? [(ArticlePile.Mine, null), (ArticlePile.Stories, await In(ArticlePile.Stories).CountAsync(cancellationToken))]
                : [(ArticlePile.Mine, null)],
            Page<ArticleRow>.From(
                [.. rows.Select(r => new ArticleRow(r.Id, r.Title, r.State, r.IsStory, r.ChangedAt, r.PublishAt, r.IsOnFront, [.. names[r.Id]]))],
                Size,
                cursor,
                r => (r.ChangedAt, r.Id)));
    }

    private IQueryable<Article> In(ArticlePile pile) => pile switch
    {
        ArticlePile.Drafts => db.Articles.Where(a => a.State == ArticleState.Draft && !a.IsStory),
        ArticlePile.Review => db.Articles.Where(a => a.State == ArticleState.InReview),
        ArticlePile.Stories => db.Articles.Where(a => a.State == ArticleState.InReview && a.IsStory),
        ArticlePile.Scheduled => db.Articles.Where(a => a.State == ArticleState.Scheduled),
        ArticlePile.Published => db.Articles.Where(a => a.State == ArticleState.Published),
        ArticlePile.Archived => db.Articles.Where(a => a.State == ArticleState.Archived),
        _ => db.Articles.OfAuthor(account.RequiredId),
    };

    /// <summary>Counts what waits; what is done would only be counted to say that it is much.</summary>
    private async Task<IReadOnlyList<(ArticlePile Pile, int? Count)>> PilesAsync(CancellationToken cancellationToken)
    {
        var counts = await db.Articles
            .Where(a => a.State == ArticleState.Draft || a.State == ArticleState.InReview || a.State == ArticleState.Scheduled)
            .GroupBy(a => new { a.State, a.IsStory })
            .Select(g => new { g.Key.State, g.Key.IsStory, Count = g.Count() })
            .ToListAsync(cancellationToken);
        int Of(ArticleState state) => counts.Where(c => c.State == state).Sum(c => c.Count);
        return
        [
            (ArticlePile.Mine, null),
            (ArticlePile.Drafts, counts.Where(c => c.State == ArticleState.Draft && !c.IsStory).Sum(c => c.Count)),
            (ArticlePile.Review, Of(ArticleState.InReview)),
            (ArticlePile.Stories, counts.Where(c => c.State == ArticleState.InReview && c.IsStory).Sum(c => c.Count)),
            (ArticlePile.Scheduled, Of(ArticleState.Scheduled)),
            (ArticlePile.Published, null),
            (ArticlePile.Archived, null),
        ];
    }
}
