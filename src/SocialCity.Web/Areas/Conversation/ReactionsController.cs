using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialCity.Conversation;
using SocialCity.Web.Shared;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>A reaction: the form posts the one that is wanted, or none to take it back.</summary>
[EnableRateLimiting(RateLimits.Supports)]
public sealed class ReactionsController(Reacting reacting, ConversationPages pages, ConversationSubjects subjects, CurrentAccount account)
    : TalkController(pages, subjects, account)
{
    [HttpPost("conversation/{subject}/{id:long}/reactions")]
    public async Task<IActionResult> Create(ConversationSubject subject, long id, ReactionKind? kind, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(subject) || (kind is { } wanted && !Enum.IsDefined(wanted)))
        {
            return NotFound();
        }

        return await reacting.ReactAsync(subject, id, kind, Account.Actor, cancellationToken) is { } topic
            ? LocalRedirect($"{ConversationPages.AddressOf(topic)}#reactions")
            : NotFound();
    }
}
