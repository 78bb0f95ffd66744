using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Conversation;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>Taking one's own comment away, after a question.</summary>
public sealed class RemovalsController(
    Commenting commenting, ConversationPages pages, ConversationSubjects subjects, CurrentAccount account, IStringLocalizer<ConversationTexts> T)
    : TalkController(pages, subjects, account)
{
    [HttpGet("conversation/comments/{id:long}/removal")]
    public async Task<IActionResult> New(long id, CancellationToken cancellationToken) =>
        await Pages.FindAsync(id, cancellationToken) is { View: { IsOwn: true, State: not CommentState.Removed } } found
            ? View(new RemovalPage(found.Topic, found.View))
            : NotFound();

    [HttpPost("conversation/comments/{id:long}/removal")]
    public async Task<IActionResult> Create(long id, CancellationToken cancellationToken)
    {
        if (await commenting.RemoveAsync(id, Account.Actor, cancellationToken) is not { Comment: { } comment, Refusal: null })
        {
            return NotFound();
        }

        this.FlashSuccess(T["댓글을 지웠습니다."]);
        return await TopicAsync(comment.Subject, comment.SubjectId, cancellationToken) is { } topic ? ToConversation(topic) : NotFound();
    }
}

public sealed record RemovalPage(Topic Topic, CommentView Comment);
