using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Blog.Import;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Notices;

namespace SocialCity.Blog;

/// <summary>
/// Deletes drafts that never came out, with all that belongs to them; their addresses are free again. What was public once is archived
/// instead: people may have its address.
/// </summary>
public sealed class ArticleDeletion(CityDb db, AuditLog audit, TimeProvider time)
{
    /// <param name="id">Of the article.</param>
    /// <param name="version">The version that the page was opened with.</param>
    /// <param name="actor">Who deletes it.</param>
    /// <param name="address">The network address that they come from, for the audit log.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public Task<Edited> DeleteAsync(long id, Guid version, Actor actor, string? address, CancellationToken cancellationToken) => db.InTransactionAsync(
        async ct =>
        {
            if (await db.Articles.AsNoTracking().VisibleTo(actor).Include(a => a.Authors).AsSingleQuery().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } article)
            {
                return new Edited(EditingOutcome.NotFound, id);
            }

            if (!article.MayDelete(actor))
            {
                return new Edited(EditingOutcome.Refused, id, ArticleRefusal.NotAllowed);
            }

            if (await db.DeleteArticlesAsync(db.Articles.Where(a => a.Id == id && a.Version == version), ct) == 0)
            {
                return new Edited(EditingOutcome.Conflict, id);
            }

            // What a citizen wrote alone is nobody else's business.
            if (actor.IsStaff || article.Authors.Count > 1)
            {
                audit.Add(
                    AuditKind.Change, AuditActions.ArticleDeleted, string.Create(CultureInfo.InvariantCulture, $"article:{id}"), actor.AccountId, address, article.Title);
            }

            await TellOthersAsync(article, actor, ct);
            await db.SaveChangesAsync(ct);
            return new Edited(EditingOutcome.Done, id);
        },
        cancellationToken);

    private async Task TellOthersAsync(Article article, Actor actor, CancellationToken cancellationToken)
    {
        string? by = await db.Users.Where(a => a.Id == actor.AccountId).Select(a => a.DisplayName).SingleOrDefaultAsync(cancellationToken);
        List<long> others = [.. article.Authors.Select(a => a.AccountId).Where(a => a != actor.AccountId)];
        foreach (Account author in await db.Users.Where(a => others.Contains(a.Id)).ToListAsync(cancellationToken))
        {
            db.Add(Notice.To(
                author,
                NoticeKind.ArticleDeleted,
                new Dictionary<string, string> { [NoticeFacts.Title] = article.Title, [NoticeFacts.Name] = by ?? "" },
                time.GetUtcNow().UtcDateTime));
        }
    }
}

internal static class ArticleDeletions
{
    /// <summary>
    /// Deletes articles with what was brought along of their talk. Their photos belong to nothing then: the next sweep takes them, and an
    /// import that needs one again brings it anew. Within a transaction.
    /// </summary>
    /// <returns>How many articles that were.</returns>
    public static async Task<int> DeleteArticlesAsync(this CityDb db, IQueryable<Article> articles, CancellationToken cancellationToken)
    {
        List<long> ids = await articles.Select(a => a.Id).ToListAsync(cancellationToken);
        List<long> photos = await db.Set<ArticlePhoto>().Where(p => ids.Contains(p.ArticleId)).Select(p => p.MediaId)
            .Union(db.Articles.Where(a => ids.Contains(a.Id) && a.CoverId != null).Select(a => a.CoverId ?? 0))
            .ToListAsync(cancellationToken);
        int deleted = await articles.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(cancellationToken);
        if (deleted == 0)
        {
            return 0;
        }

        IQueryable<Comment> comments = db.Comments.Where(c => c.Subject == ConversationSubject.Article && ids.Contains(c.SubjectId));
        await comments.Where(c => c.ParentId != null).ExecuteDeleteAsync(cancellationToken);
        await comments.ExecuteDeleteAsync(cancellationToken);
        IQueryable<MediaFile> unused = db.Set<MediaFile>().Where(m =>
            photos.Contains(m.Id) && !db.Articles.Any(a => a.CoverId == m.Id) && !db.Set<ArticlePhoto>().Any(p => p.MediaId == m.Id));
        await db.Set<ImportedItem>().Where(i => i.Kind == ImportLedger.Photo && unused.Any(m => m.Id == i.TargetId)).ExecuteDeleteAsync(cancellationToken);
        await unused.ExecuteUpdateAsync(set => set.SetProperty(m => m.AttachedAt, (DateTime?)null), cancellationToken);
        return deleted;
    }
}
