using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Text;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

public sealed record RevisionRow(long Id, string Title, string? By, DateTime At, int Length);

public sealed record RevisionList(Article Article, Page<RevisionRow> Revisions);

/// <summary>A wording beside the one before it, or beside the one of today.</summary>
/// <param name="Title">The titles, compared.</param>
/// <param name="Text">The texts, compared.</param>
/// <param name="IsWithNewest">Whether it is compared with how the article is now instead of how it was before.</param>
/// <param name="IsFirst">Whether nothing came before it: it stands alone.</param>
/// <param name="MayRestore">Whether it can be taken up again.</param>
public sealed record RevisionPage(
    Article Article, RevisionRow Revision, IReadOnlyList<ComparedLine> Title, IReadOnlyList<ComparedLine> Summary, IReadOnlyList<ComparedLine> Text, bool IsWithNewest, bool IsFirst, bool IsNewest, bool MayRestore);

/// <summary>Reads what an article once was.</summary>
public sealed class RevisionPages(CityDb db, CurrentAccount account)
{
    private const int Size = 30;

    public async Task<RevisionList> ListAsync(Article article, Cursor? cursor, CancellationToken cancellationToken)
    {
        IQueryable<ArticleRevision> revisions = Of(article);
        revisions = cursor switch
        {
            null => revisions.OrderByDescending(r => r.Id),
            { Backwards: true, Id: var id } => revisions.Where(r => r.Id > id).OrderBy(r => r.Id),
            { Id: var id } => revisions.Where(r => r.Id < id).OrderByDescending(r => r.Id),
        };
        List<RevisionRow> rows = await revisions.Take(Size + 1)
            .Select(r => new RevisionRow(
                r.Id, r.Title, db.Users.Where(u => u.Id == r.AccountId).Select(u => u.DisplayName).FirstOrDefault(), r.At, r.Text.Length))
            .ToListAsync(cancellationToken);
        return new RevisionList(article, Page<RevisionRow>.From(rows, Size, cursor, r => (r.At, r.Id)));
    }

    /// <summary>Null when the article has no such revision.</summary>
    public async Task<RevisionPage?> CompareAsync(Article article, long id, bool isWithNewest, bool mayWrite, CancellationToken cancellationToken)
    {
        IQueryable<ArticleRevision> all = Of(article);
        if (await all.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } revision)
        {
            return null;
        }

        ArticleRevision? newest = await all.OrderByDescending(r => r.Id).FirstAsync(cancellationToken);
        ArticleRevision? previous = await all.Where(r => r.Id < id).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        ArticleRevision? before = isWithNewest ? revision : previous;
        ArticleRevision after = isWithNewest ? newest : revision;
        string? by = await db.Users.Where(u => u.Id == revision.AccountId).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return new RevisionPage(
            article,
            new RevisionRow(revision.Id, revision.Title, by, revision.At, revision.Text.Length),
            TextComparison.Of(before?.Title ?? "", after.Title),
            TextComparison.Of(before?.Summary ?? "", after.Summary),
            TextComparison.Of(before?.Text ?? "", after.Text),
            isWithNewest,
            previous is null,
            newest.Id == id,
            mayWrite && newest.Id != id);
    }

    private IQueryable<ArticleRevision> Of(Article article) => db.RevisionsFor(article.Id, article.IsStory, account.Actor).AsNoTracking();
}
