using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Conversation;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>Writing a comment or a reply, and finding one again.</summary>
public sealed class CommentsController(
    Commenting commenting, CommentForms forms, ConversationPages pages, ConversationSubjects subjects, ConversationWords words, CurrentAccount account,
    IStringLocalizer<ConversationTexts> T) : TalkController(pages, subjects, account)
{
    /// <summary>Where a comment stands now: the address that notices name.</summary>
    [AllowAnonymous]
    [HttpGet("conversation/comments/{id:long}")]
    public async Task<IActionResult> Show(long id, CancellationToken cancellationToken)
    {
        if (await Pages.FindAsync(id, cancellationToken) is { } found)
        {
            return LocalRedirect(await Pages.PlaceOfAsync(found.Topic, found.View, cancellationToken));
        }

        // It may be there for somebody who signs in; whether it is, nobody else learns.
        return Account.IsSignedIn ? NotFound() : Challenge();
    }

    [HttpGet("conversation/{subject}/{id:long}/comments/new")]
    public async Task<IActionResult> New(ConversationSubject subject, long id, long? above, CancellationToken cancellationToken)
    {
        if (await TopicAsync(subject, id, cancellationToken) is not { } topic)
        {
            return NotFound();
        }

        CommentView? reply = await AboveAsync(topic, above, cancellationToken);
        return !topic.IsOpen || (above is not null && reply is not { State: CommentState.Visible }) ? NotFound() : View(forms.Open(topic, reply));
    }

    [HttpPost("conversation/{subject}/{id:long}/comments")]
    public async Task<IActionResult> Create(
        ConversationSubject subject, long id, [Bind(Prefix = CommentForm.Prefix)] CommentForm form, CancellationToken cancellationToken)
    {
        if (await TopicAsync(subject, id, cancellationToken) is not { } topic)
        {
            return NotFound();
        }

        CommentView? above = await AboveAsync(topic, form.Above, cancellationToken);
        if (form.Above is not null && above is null)
        {
            return NotFound();
        }

        PersonalFindings findings = forms.Check(form, above?.IsSecret ?? false, ModelState);
        // Whose comment was hidden or taken away meanwhile is named to nobody any more; what was typed stays.
        CommentFormPage page = forms.Open(topic, above is { State: CommentState.Visible } ? above : null) with { Comment = form, Findings = findings };
        if (!ModelState.IsValid)
        {
            return Invalid(nameof(New), page);
        }

        long? department = Account.Actor.Departments() is [var first, ..] ? first : null;
        Commented commented = await commenting.WriteAsync(
            subject,
            id,
            form.Above,
            new CommentContent(form.Text ?? "", form.IsSecret, department),
            forms.Signs(form),
            Account.Actor,
            form.IdempotencyKey == Guid.Empty ? Guid.NewGuid() : form.IdempotencyKey,
            cancellationToken);
        if (commented.Refusal is { } refusal)
        {
            ModelState.AddModelError(CommentForm.Name(nameof(form.Text)), words.Of(refusal));
            return Invalid(nameof(New), page);
        }

        if (commented.Comment is not { } comment)
        {
            return NotFound();
        }

        Say(comment);
        return await ToAsync(comment.Id, topic, cancellationToken);
    }

    private void Say(Comment comment)
    {
        if (comment.State == CommentState.Held)
        {
            this.FlashInfo(T["댓글을 받았습니다. 운영자가 살펴본 뒤에 다른 사람에게도 보입니다."]);
        }
        else
        {
            this.FlashSuccess(comment.IsSecret ? T["비밀댓글을 올렸습니다."] : T["댓글을 올렸습니다."]);
        }
    }

    private async Task<CommentView?> AboveAsync(Topic topic, long? above, CancellationToken cancellationToken) =>
        above is { } id && await Pages.FindAsync(id, cancellationToken) is { } found && found.Topic.Subject == topic.Subject && found.Topic.Id == topic.Id
            ? found.View
            : null;
}
