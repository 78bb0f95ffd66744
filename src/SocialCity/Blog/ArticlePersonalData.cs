using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Media;

namespace SocialCity.Blog;

/// <summary>What a person wrote for the blog: articles, what they typed and did not save, the notes on their work.</summary>
public sealed class ArticlePersonalData(CityDb db, BlogCounts counts) : IPersonalData
{
    public async Task ExportAsync(long accountId, PersonalArchive archive, CancellationToken cancellationToken)
    {
        await archive.AddJsonAsync(
            "articles.json",
            db.Articles.AsNoTracking().OfAuthor(accountId).OrderBy(a => a.Id).Select(a => new
            {
                a.Title,
                a.Slug,
                a.Summary,
                a.Text,
                a.Language,
                a.State,
                a.Credit,
                a.CanonicalUrl,
                a.CreatedAt,
                a.ChangedAt,
                a.ConsentedAt,
                a.PublishedAt,
                Events = a.Events.OrderBy(e => e.Id).Select(e => new { e.At, e.Act, e.Text }).ToList(),
            }).AsAsyncEnumerable(),
            cancellationToken);
        await archive.AddJsonAsync(
            "article-drafts.json",
            db.Set<ArticleDraft>().AsNoTracking().Where(d => d.AccountId == accountId).OrderBy(d => d.ArticleId)
                .Select(d => new { d.Title, d.Summary, d.Text, d.KeptAt }).AsAsyncEnumerable(),
            cancellationToken);
        await archive.AddJsonAsync(
            "byline.json",
            db.Set<Byline>().AsNoTracking().Where(b => b.AccountId == accountId)
                .Select(b => new { b.Handle, b.Introduction }).AsAsyncEnumerable(),
            cancellationToken);
        await archive.AddJsonAsync(
            "work-notes.json",
            db.Set<WorkNote>().AsNoTracking().Where(n => n.AccountId == accountId).OrderBy(n => n.Id)
                .Select(n => new { n.Text, n.At }).AsAsyncEnumerable(),
            cancellationToken);
    }

    /// <summary>The name stands under articles and comments.</summary>
    public async Task RenamedAsync(long accountId, CancellationToken cancellationToken)
    {
        if (await db.Bylines.AnyAsync(b => b.AccountId == accountId, cancellationToken) || await db.Comments.AnyAsync(c => c.AuthorId == accountId, cancellationToken))
        {
            await counts.NewEditionAsync(cancellationToken);
        }
    }

    /// <summary>
    /// A citizen's stories that never came out go, with what was typed for them. What was published stays, and so do the drafts of a
    /// department: without the name.
    /// </summary>
    public async Task ForgetAsync(long accountId, CancellationToken cancellationToken)
    {
        await db.Set<ArticleDraft>().Where(d => d.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ArticlePresence>().Where(p => p.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<WorkNote>().Where(n => n.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await ForgetUnpublishedAsync(accountId, cancellationToken);

        string name = await db.Users.Where(a => a.Id == accountId).Select(a => a.DisplayName).SingleAsync(cancellationToken);
        await db.Articles.OfAuthor(accountId).Where(a => a.Credit.Contains(name))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Credit, ""), cancellationToken);
        await db.Set<ArticleAuthor>().Where(a => a.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Byline>().Where(b => b.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ArticleEvent>().Where(e => e.ActorId == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.ActorId, (long?)null), cancellationToken);
        await db.Set<ArticleRevision>().Where(r => r.AccountId == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.AccountId, (long?)null), cancellationToken);
        await counts.NewEditionAsync(cancellationToken);
    }

    private async Task ForgetUnpublishedAsync(long accountId, CancellationToken cancellationToken)
    {
        // An official who took a story up does not keep it from its citizen.
        List<long> gone = await db.Articles.OfAuthor(accountId)
            .Where(a => a.IsStory && a.PublishedAt == null && a.Authors.All(other => other.AccountId == accountId
                || db.RightGrants.Any(g => g.AccountId == other.AccountId && g.DepartmentId != null && g.RevokedAt == null)))
            .Select(a => a.Id).ToListAsync(cancellationToken);
        await db.DeleteArticlesAsync(db.Articles.Where(a => gone.Contains(a.Id)), cancellationToken);
    }
}
