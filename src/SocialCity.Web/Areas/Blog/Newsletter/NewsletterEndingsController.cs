using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Blog.Newsletter;

namespace SocialCity.Web.Areas.Blog.Newsletter;

/// <summary>
/// Ending a subscription by the link of a mail. The page asks; what it posts, a mail program posts by itself when its reader presses
/// "unsubscribe" (RFC 8058): without cookies and without a token of a form. The key of the link alone has the authority for it, and it is
/// for nothing else (docs/security.md).
/// </summary>
[Area("Blog")]
[AllowAnonymous]
[Route(NewsletterLinks.EndPath)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewsletterEndingsController(NewsletterSubscribing subscribing, NewsletterLinks links) : Controller
{
    /// <summary>Says the same of one that has ended: whoever opens an old mail is not told that something is wrong.</summary>
    [HttpGet("")]
    public IActionResult Show(string? k) => Page(links.ReadEnding(k) is null ? null : k);

    [HttpPost("")]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> End([FromQuery] string? k, CancellationToken cancellationToken)
    {
        if (links.ReadEnding(k) is not { } id)
        {
            return Page(null);
        }

        await subscribing.EndAsync(id, cancellationToken);
        return View("Ended");
    }

    private ViewResult Page(string? key)
    {
        if (key is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return View(nameof(Show), new NewsletterEndingPage(key));
    }
}
