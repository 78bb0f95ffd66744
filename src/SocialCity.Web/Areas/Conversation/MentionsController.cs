using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SocialCity.Conversation.Mentions;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Outgoing;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>
/// Where other sites announce that they link here (W3C Webmention). For machines: no cookie counts, so no antiforgery token is asked for, and
/// the answers are short lines of English.
/// </summary>
[Area("Conversation")]
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class MentionsController(MentionIntake intake, IOptions<MentionOptions> options, IOptions<OutgoingOptions> outgoing) : Controller
{
    private const int MostBytes = 8_192;

    [HttpPost(MentionOptions.Path)]
    [Consumes("application/x-www-form-urlencoded")]
    [RequestSizeLimit(MostBytes)]
    [EnableRateLimiting(RateLimits.Mentions)]
    public async Task<IActionResult> Receive([FromForm] string? source, [FromForm] string? target, CancellationToken cancellationToken)
    {
        if (!options.Value.Receive)
        {
            return NotFound();
        }

        // It would never be visited.
        bool isOutOfReach = !outgoing.Value.AllowThisMachine && MentionUrl.Parse(source) is { } page && PublicAddresses.IsPlainlyLocal(page);
        MentionRefusal? refusal = isOutOfReach ? MentionRefusal.NoSource : await intake.ClaimAsync(source, target, cancellationToken);
        ContentResult answer = Content(refusal switch
        {
            null => "Accepted. The source will be visited and, after review, shown.",
            MentionRefusal.NoSource => "The source is no public http or https address of bearable length.",
            MentionRefusal.OwnSource => "The source is a page of this site itself.",
            MentionRefusal.Blocked => "Nothing is taken from the source's site.",
            _ => "The target is no page of this site that takes webmentions.",
        });
        answer.StatusCode = refusal is null ? StatusCodes.Status202Accepted : StatusCodes.Status400BadRequest;
        return answer;
    }
}
