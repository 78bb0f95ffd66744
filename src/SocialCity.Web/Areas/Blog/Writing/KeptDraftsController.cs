using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Text;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <param name="Number">To be sent with the next keeping.</param>
/// <param name="Text">Null unless something newer was kept elsewhere.</param>
public sealed record KeptDraft(int Number, string KeptAt, string? Title = null, string? Summary = null, string? Text = null);

/// <summary>Keeps what somebody types and did not save yet; it never touches the article.</summary>
[Route("blog/write/{id:long}/draft")]
public sealed class KeptDraftsController(CityDb db, IDatabaseProvider provider, CurrentAccount account, CityDates dates, TimeProvider time) : WritingPageController
{
    /// <param name="id">The article.</param>
    /// <param name="title">As typed.</param>
    /// <param name="summary">As typed.</param>
    /// <param name="text">As typed.</param>
    /// <param name="basedOn">The version of the article that the form was opened with.</param>
    /// <param name="number">What the window last saw; 0 before the first. Another one answers 409 with the newer text.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    [HttpPost("")]
    public async Task<IActionResult> Keep(long id, string? title, string? summary, string? text, Guid basedOn, int number, CancellationToken cancellationToken)
    {
        Article? article = await db.Articles.AsNoTracking().OpenTo(account.Actor).Include(a => a.Authors).SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (article is null || !article.MayWrite(account.Actor))
        {
            return NotFound();
        }

        if (text?.Length > Article.TextLength)
        {
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        ArticleDraft? draft = await FindAsync(id, cancellationToken);
        if (draft is null)
        {
            draft = new ArticleDraft(id, account.RequiredId);
            db.Add(draft);
        }

        bool isKept = draft.Keep(
            CleanText.Shorten(title ?? "", Article.TitleLength),
            CleanText.Shorten(summary ?? "", Article.SummaryLength),
            (text ?? "").ReplaceLineEndings("\n"),
            basedOn,
            number,
            time.GetUtcNow().UtcDateTime);
        if (isKept && await SaveAsync(cancellationToken))
        {
            return Json(new KeptDraft(draft.Number, dates.Time(draft.KeptAt)));
        }

        db.ChangeTracker.Clear();
        ArticleDraft? newer = await FindAsync(id, cancellationToken);
        return newer is null
            ? StatusCode(StatusCodes.Status409Conflict, new KeptDraft(0, ""))
            : StatusCode(StatusCodes.Status409Conflict, new KeptDraft(newer.Number, dates.Time(newer.KeptAt), newer.Title, newer.Summary, newer.Text));
    }

    [HttpPost("discard")]
    public async Task<IActionResult> Discard(long id, CancellationToken cancellationToken)
    {
        await db.Set<ArticleDraft>().Where(d => d.ArticleId == id && d.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        return RedirectToAction("Edit", "Editor", new { id });
    }

    private Task<ArticleDraft?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.Set<ArticleDraft>().SingleOrDefaultAsync(d => d.ArticleId == id && d.AccountId == account.Id, cancellationToken);

    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || provider.IsUniqueViolation(exception))
        {
            return false;
        }
    }
}
