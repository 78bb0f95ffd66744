using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Newsletter;

/// <summary>A subscriber proves the address. Programs that check mail open links: the link shows a page, and only its button confirms.</summary>
[Area("Blog")]
[AllowAnonymous]
[Route(NewsletterLinks.ConfirmPath)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewsletterConfirmationsController(
    CityDb db, NewsletterSubscribing subscribing, NewsletterLinks links, IStringLocalizer<BlogTexts> T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string? k, CancellationToken cancellationToken)
    {
        var asked = links.ReadConfirmation(k) is { } id
            ? await db.NewsletterSubscriptions.AsNoTracking().Where(s => s.Id == id).Select(s => new { s.Id, s.Email, s.ConfirmedAt }).SingleOrDefaultAsync(cancellationToken)
            : null;
        // What was confirmed before is not asked again.
        return asked is { ConfirmedAt: not null } ? LocalRedirect(links.Managing(asked.Id)) : Page(k, asked?.Email);
    }

    [HttpPost("")]
    public async Task<IActionResult> Confirm(string? k, CancellationToken cancellationToken)
    {
        if (links.ReadConfirmation(k) is not { } id || await subscribing.ConfirmAsync(id, cancellationToken) is null)
        {
            return Page(k, null);
        }

        this.FlashSuccess(T["구독을 시작했습니다. 새 글이 나오면 이 주소로 보내 드립니다."]);
        return LocalRedirect(links.Managing(id));
    }

    private ViewResult Page(string? key, string? email)
    {
        if (email is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return View(nameof(Show), new NewsletterConfirmationPage(key, email));
    }
}
