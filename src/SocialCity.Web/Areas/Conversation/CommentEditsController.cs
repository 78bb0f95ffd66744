using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>Correcting one's own comment while that is possible.</summary>
public sealed class CommentEditsController(
    CityDb db, Commenting commenting, CommentForms forms, ConversationPages pages, ConversationSubjects subjects, ConversationWords words,
    CurrentAccount account, TimeProvider time, IStringLocalizer<ConversationTexts> T) : TalkController(pages, subjects, account)
{
    [HttpGet("conversation/comments/{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellationToken)
    {
        if (await OwnAsync(id, cancellationToken) is not { } own)
        {
            return NotFound();
        }

        if (own.Comment.MayEdit(Account.Actor, time.GetUtcNow().UtcDateTime))
        {
            return View(forms.Edit(own.Topic, own.Comment));
        }

        this.FlashWarning(words.Of(CommentRefusal.TooLate));
        return await ToAsync(id, own.Topic, cancellationToken);
    }

    [HttpPost("conversation/comments/{id:long}/edit")]
    public async Task<IActionResult> Update(long id, [Bind(Prefix = CommentForm.Prefix)] CommentForm form, CancellationToken cancellationToken)
    {
        if (await OwnAsync(id, cancellationToken) is not { } own)
        {
            return NotFound();
        }

        // Who may read it was decided when it was written.
        PersonalFindings findings = forms.Check(form, own.Comment.IsSecret, ModelState);
        CommentFormPage page = CommentForms.Edit(own.Topic, id, own.Comment.IsSecret, form) with { Findings = findings };
        if (form.PersonalData == PersonalDataChoice.MakePrivate)
        {
            ModelState.AddModelError(CommentForm.Name(nameof(form.PersonalData)), T["개인정보로 보이는 글자가 있습니다. 어떻게 할지 골라 주세요."]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid(nameof(Edit), page);
        }

        Commented commented = await commenting.EditAsync(id, form.Text ?? "", forms.Signs(form), Account.Actor, cancellationToken);
        if (commented.Refusal is { } refusal)
        {
            ModelState.AddModelError(CommentForm.Name(nameof(form.Text)), words.Of(refusal));
            return Invalid(nameof(Edit), page);
        }

        if (commented.Comment is { State: CommentState.Held })
        {
            this.FlashInfo(T["고쳤습니다. 운영자가 살펴본 뒤에 다른 사람에게도 보입니다."]);
        }
        else
        {
            this.FlashSuccess(T["댓글을 고쳤습니다."]);
        }

        return await ToAsync(id, own.Topic, cancellationToken);
    }

    private async Task<(Topic Topic, Comment Comment)?> OwnAsync(long id, CancellationToken cancellationToken) =>
        await db.Comments.AsNoTracking().WrittenBy(Account.RequiredId)
            .SingleOrDefaultAsync(c => c.Id == id && c.State != CommentState.Removed, cancellationToken) is { } comment
        && await TopicAsync(comment.Subject, comment.SubjectId, cancellationToken) is { } topic
            ? (topic, comment)
            : null;
}
