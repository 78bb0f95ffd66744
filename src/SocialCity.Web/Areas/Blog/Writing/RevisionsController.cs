using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>What an article once was: the list, two wordings side by side, and taking one up again.</summary>
[Route("blog/write/{id:long}/revisions")]
public sealed class RevisionsController(
    CityDb db, EditorPages pages, RevisionPages revisions, ArticleEditing editing, CurrentAccount account, ArticleWords words, IStringLocalizer<WritingTexts> T)
    : WritingPageController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long id, string? at, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, cancellationToken) is { } article
            ? Page("Revisions", await revisions.ListAsync(article, Cursor.Parse(at), cancellationToken))
            : NotFound();

    [HttpGet("{revision:long}")]
    public async Task<IActionResult> Show(long id, long revision, bool now, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, cancellationToken) is { } article
        && await revisions.CompareAsync(article, revision, now, article.MayWrite(account.Actor), cancellationToken) is { } page
            ? Page("Revision", page)
            : NotFound();

    /// <summary>Takes an older wording up again: as a new revision, so that the one of today stays too.</summary>
    [HttpPost("{revision:long}/restore")]
    public async Task<IActionResult> Restore(long id, long revision, Guid version, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(id, cancellationToken) is not { } article
            || await db.RevisionsFor(id, article.IsStory, account.Actor).AsNoTracking().SingleOrDefaultAsync(r => r.Id == revision, cancellationToken) is not { } older)
        {
            return NotFound();
        }

        Edited edited = await editing.DoAsync(
            id, version, account.Actor, (a, now) => a.Reword(older.Title, older.Summary, older.Text, account.Actor, now), cancellationToken);
        switch (edited)
        {
            case { Outcome: EditingOutcome.NotFound }:
                return NotFound();
            case { Outcome: EditingOutcome.Done }:
                this.FlashSuccess(T["그때의 글로 되돌렸습니다. 조금 전의 글도 이력에 남아 있습니다."]);
                return RedirectToAction("Edit", "Editor", new { id });
            case { Refusal: { } refusal }:
                this.FlashWarning(words.Of(refusal));
                break;
            default:
                this.FlashWarning(T["그사이 다른 사람이 글을 고쳤습니다. 다시 견주어 보고 눌러 주세요."]);
                break;
        }

        return RedirectToAction(nameof(Show), new { id, revision, now = true });
    }
}
