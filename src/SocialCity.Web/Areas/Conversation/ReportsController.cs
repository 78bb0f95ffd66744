using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Conversation;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>Reporting somebody else's comment to the moderators.</summary>
public sealed class ReportsController(
    Moderating moderating, ConversationPages pages, ConversationSubjects subjects, ConversationWords words, CurrentAccount account,
    IStringLocalizer<ConversationTexts> T) : TalkController(pages, subjects, account)
{
    [HttpGet("conversation/comments/{id:long}/reports/new")]
    public async Task<IActionResult> New(long id, CancellationToken cancellationToken) =>
        await ReportableAsync(id, cancellationToken) is { } found ? View(new ReportPage(found.Topic, found.View, new ReportForm())) : NotFound();

    [HttpPost("conversation/comments/{id:long}/reports")]
    public async Task<IActionResult> Create(long id, [Bind(Prefix = "Form")] ReportForm form, CancellationToken cancellationToken)
    {
        if (await ReportableAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (form.Reason is { } chosen && !ModerationReasons.ToHide.Contains(chosen))
        {
            ModelState.AddModelError("Form.Reason", words.Of(ModerationRefusal.WrongReason));
        }

        if (!ModelState.IsValid || form.Reason is not { } reason)
        {
            return Invalid(nameof(New), new ReportPage(found.Topic, found.View, form));
        }

        Moderated reported = await moderating.ReportAsync(id, reason, form.Text ?? "", Account.Actor, cancellationToken);
        if (reported.Outcome == ModeratingOutcome.NotFound)
        {
            return NotFound();
        }

        this.FlashSuccess(T["신고를 받았습니다. 운영자가 살펴보겠습니다."]);
        return LocalRedirect(await Pages.PlaceOfAsync(found.Topic, found.View, cancellationToken));
    }

    private async Task<(Topic Topic, CommentView View)?> ReportableAsync(long id, CancellationToken cancellationToken) =>
        await Pages.FindAsync(id, cancellationToken) is { View: { IsOwn: false, State: CommentState.Visible } } found ? found : null;
}

public sealed class ReportForm
{
    [Required(ErrorMessage = "까닭을 골라 주세요."), Display(Name = "무엇이 문제인가요?")]
    public ModerationReason? Reason { get; set; }

    [StringLength(AbuseReport.TextLength), DataType(DataType.MultilineText), Display(Name = "더 알려 주실 내용")]
    public string? Text { get; set; }
}

public sealed record ReportPage(Topic Topic, CommentView Comment, ReportForm Form);
