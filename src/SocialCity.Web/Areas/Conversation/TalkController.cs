using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialCity.Conversation;
using SocialCity.Web.Shared;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>What the acts of the conversation share: they are for signed-in people, and lead back to where the comment stands.</summary>
[Area("Conversation")]
[EnableRateLimiting(RateLimits.Talk)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class TalkController(ConversationPages pages, ConversationSubjects subjects, CurrentAccount account) : Controller
{
    protected ConversationPages Pages { get; } = pages;

    protected CurrentAccount Account { get; } = account;

    protected async Task<Topic?> TopicAsync(ConversationSubject subject, long id, CancellationToken cancellationToken) =>
        Enum.IsDefined(subject) ? await subjects.FindAsync(subject, id, Account.Actor, cancellationToken) : null;

    /// <summary>The page again, with what was typed and what is wrong with it.</summary>
    protected ViewResult Invalid(string view, object page)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(view, page);
    }

    /// <summary>To the place of a comment; when it has none any more, to the conversation.</summary>
    protected async Task<IActionResult> ToAsync(long commentId, Topic? topic, CancellationToken cancellationToken) =>
        await Pages.FindAsync(commentId, cancellationToken) is { } found
            ? LocalRedirect(await Pages.PlaceOfAsync(found.Topic, found.View, cancellationToken))
            : topic is not null ? ToConversation(topic) : NotFound();

    protected LocalRedirectResult ToConversation(Topic topic) => LocalRedirect($"{ConversationPages.AddressOf(topic)}#conversation");
}
