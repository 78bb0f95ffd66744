using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Photos;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>Saves a checked form: its photos and tags first, then the article, then what was only kept for it goes.</summary>
public sealed class ArticleSaving(CityDb db, ArticleEditing editing, Naming naming, StagedPhotos photos, CurrentAccount account, TimeProvider time)
{
    private const int MostTries = 10;

    private static readonly TimeSpan PressedTwice = TimeSpan.FromMinutes(10);

    public async Task<Edited> BeginAsync(CheckedArticle article, CancellationToken cancellationToken)
    {
        Actor actor = account.Actor;
        ArticleContent content = await CompleteAsync(article, cancellationToken);
        if (await TwinAsync(content, cancellationToken) is { } known)
        {
            return new Edited(EditingOutcome.Done, known);
        }

        long? department = actor.Departments() is [var first, ..] ? first : null;
        Edited edited = await editing.BeginAsync(content, actor, department, cancellationToken);
        if (edited.Refusal == ArticleRefusal.AddressTaken && await TwinAsync(content, cancellationToken) is { } twin)
        {
            return new Edited(EditingOutcome.Done, twin);
        }

        // Others began one of this title at the same moment.
        for (int tries = 0; edited.Refusal == ArticleRefusal.AddressTaken && article.IsNamedByTitle && tries < MostTries; tries++)
        {
            content = content with { Slug = await naming.FreeSlugAsync(content.Title, null, cancellationToken) };
            edited = await editing.BeginAsync(content, actor, department, cancellationToken);
        }

        if (edited.Outcome == EditingOutcome.Done && article.AuthorIds.Count > 1)
        {
            await editing.DoAsync(edited.Id, null, actor, (a, _) => a.Credited(article.AuthorIds, actor), cancellationToken);
        }

        return edited;
    }

    /// <param name="id">Of the article.</param>
    /// <param name="version">The version that the form was opened with.</param>
    /// <param name="draftNumber">What the window last kept: something newer, typed in another window, stays and is offered.</param>
    /// <param name="article">What was posted.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<Edited> WriteAsync(long id, Guid version, int draftNumber, CheckedArticle article, CancellationToken cancellationToken)
    {
        // What a conflict is going to refuse takes nothing in.
        if (!await db.Articles.OpenTo(account.Actor).AnyAsync(a => a.Id == id && a.Version == version, cancellationToken))
        {
            return new Edited(EditingOutcome.Conflict, id);
        }

        Actor actor = account.Actor;
        ArticleContent content = await CompleteAsync(article, cancellationToken);
        Edited edited = await editing.DoAsync(
            id,
            version,
            actor,
            (a, now) =>
            {
                bool isSame = article.AuthorIds.Count == 0 || article.AuthorIds.SequenceEqual(a.Authors.OrderBy(one => one.Place).Select(one => one.AccountId));
                return a.Write(content, actor, now) ?? (isSame ? null : a.Credited(article.AuthorIds, actor));
            },
            cancellationToken);
        if (edited.Outcome == EditingOutcome.Done)
        {
            await db.Set<ArticleDraft>().Where(d => d.ArticleId == id && d.AccountId == account.Id && d.Number <= draftNumber).ExecuteDeleteAsync(cancellationToken);
        }

        return edited;
    }

    /// <summary>
    /// The draft that a form pressed twice has made already: all the same by the same person a moment ago. Whoever went back and chose more
    /// gets a second draft, with what they chose.
    /// </summary>
    private async Task<long?> TwinAsync(ArticleContent content, CancellationToken cancellationToken)
    {
        DateTime since = time.GetUtcNow().UtcDateTime - PressedTwice;
        long? categoryId = content.Category?.Id;
        return await db.Articles.AsNoTracking().OfAuthor(account.RequiredId)
            .Where(a => a.CreatedAt >= since && a.State == ArticleState.Draft && a.Title == content.Title && a.Text == content.Text
                && a.Summary == content.Summary && a.CategoryId == categoryId && a.Language == content.Language
                && a.SeriesId == content.SeriesId && a.SeriesPlace == content.SeriesPlace && a.CanonicalUrl == content.CanonicalUrl
                && a.Credit == content.Credit && a.TakesComments == content.TakesComments && a.IsPage == content.IsPage
                && (content.CoverId == null || a.CoverId == content.CoverId)
                && a.Tags.Count == content.TagIds.Count && a.Tags.All(t => content.TagIds.Contains(t.TagId)))
            .Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<ArticleContent> CompleteAsync(CheckedArticle article, CancellationToken cancellationToken)
    {
        ArticleContent content = article.Content;
        if (article.Cover is { } staged)
        {
            IReadOnlyList<MediaFile> taken = await photos.TakeAsync([(staged, article.CoverAlt)], cancellationToken);
            content = content with { CoverId = taken is [var cover] ? cover.Id : content.CoverId };
        }
        else if (content.CoverId is { } id && await db.Set<MediaFile>().SingleOrDefaultAsync(m => m.Id == id, cancellationToken) is { } cover)
        {
            cover.Describe(article.CoverAlt);
        }

        content = content with
        {
            PhotoIds = await ArticlePhotos.TakeAsync(db, content.Text, content.CoverId, account.Actor, time.GetUtcNow().UtcDateTime, cancellationToken),
            TagIds = [.. (await naming.TagsAsync(article.Tags, cancellationToken)).Select(t => t.Id)],
        };
        foreach (Account author in await db.Users.Where(a => article.AuthorIds.Contains(a.Id) || a.Id == account.Id).ToListAsync(cancellationToken))
        {
            await naming.BylineAsync(author, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return content;
    }
}
