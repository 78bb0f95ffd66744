using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Text;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>The writer of what was hidden reads why, and asks another moderator to look again.</summary>
public sealed class AppealsController(
    CityDb db, Moderating moderating, ConversationPages pages, ConversationSubjects subjects, ConversationWords words, CurrentAccount account,
    IStringLocalizer<ConversationTexts> T) : TalkController(pages, subjects, account)
{
    [HttpGet("conversation/appeals/{id:long}")]
    public async Task<IActionResult> New(long id, CancellationToken cancellationToken) =>
        await PageAsync(id, new AppealForm(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("conversation/appeals/{id:long}")]
    public async Task<IActionResult> Create(long id, [Bind(Prefix = "Form")] AppealForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, form, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        string text = CleanText.Text(form.Text);
        if (ModelState.IsValid && await moderating.AppealAsync(id, text, Account.Actor, cancellationToken) is { Refusal: { } refusal })
        {
            ModelState.AddModelError("Form.Text", words.Of(refusal));
        }

        if (!ModelState.IsValid)
        {
            return Invalid(nameof(New), page);
        }

        this.FlashSuccess(T["이의를 받았습니다. 다른 운영자가 다시 살펴보고 알려 드립니다."]);
        return RedirectToAction(nameof(New), new { id });
    }

    private async Task<AppealPage?> PageAsync(long id, AppealForm form, CancellationToken cancellationToken)
    {
        ModerationCase? found = await db.ModerationCases.AsNoTracking().Include(c => c.Appeal)
            .SingleOrDefaultAsync(c => c.Id == id && c.WriterId == Account.RequiredId && c.DecidedAt != null, cancellationToken);
        string? html = found is null ? null : await db.Comments.AsNoTracking().Where(c => c.Id == found.TargetId).Select(c => c.Html).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new AppealPage(found, html ?? "", form);
    }
}

public sealed class AppealForm
{
    [Required, StringLength(Appeal.TextLength), DataType(DataType.MultilineText), Display(Name = "이의를 내는 까닭")]
    public string? Text { get; set; }
}

public sealed record AppealPage(ModerationCase Case, string Html, AppealForm Form)
{
    public bool IsPossible => Case.State == ModerationState.Hidden && Case.Appeal is null;
}
