using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Blog.Newsletter;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Blog.Newsletter;

/// <summary>Subscribing to the newsletter. The answer is the same whatever is known of the address.</summary>
[Area("Blog")]
[AllowAnonymous]
[Route("blog/newsletter")]
public sealed class NewsletterController(
    NewsletterForms forms, NewsletterSubscribing subscribing, NewsletterLinks links, NetworkMailLimit mails, IStringLocalizer<BlogTexts> T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) => await PageAsync(null, cancellationToken);

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] NewsletterForm form, CancellationToken cancellationToken)
    {
        NewsletterWish? wish = await forms.WishAsync(form, ModelState, cancellationToken);
        if (wish is null || form.Email is not { } email)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(form, cancellationToken);
        }

        if (!string.IsNullOrEmpty(form.Website))
        {
            // What fills in every field is told what everybody is.
            return RedirectToAction(nameof(Sent));
        }

        if (await forms.OwnAddressAsync(cancellationToken) is { } own
            && NewsletterSubscription.Normalize(own) == NewsletterSubscription.Normalize(email))
        {
            NewsletterSubscription subscription = await subscribing.SubscribeAsync(own, wish, cancellationToken);
            this.FlashSuccess(T["구독합니다. 확인한 주소라서 확인 메일은 보내지 않았습니다."]);
            return LocalRedirect(links.Managing(subscription.Id));
        }

        using RateLimitLease mail = mails.Ask(HttpContext);
        if (!mail.IsAcquired)
        {
            await RateLimits.RefuseAsync(HttpContext, mail, cancellationToken);
            return new EmptyResult();
        }

        await subscribing.AskAsync(email, wish, cancellationToken);
        return RedirectToAction(nameof(Sent));
    }

    /// <summary>After asking: look into your mail.</summary>
    [HttpGet("check-mail")]
    public IActionResult Sent() => View();

    /// <summary>Whoever has a subscription changes it on its own page: the empty form beside it is for another address.</summary>
    private async Task<ViewResult> PageAsync(NewsletterForm? posted, CancellationToken cancellationToken)
    {
        string? own = await forms.OwnAddressAsync(cancellationToken);
        string? subscribed = await forms.SubscriptionOfAsync(own, cancellationToken) is null ? null : own;
        NewsletterForm form = posted ?? new NewsletterForm { Email = subscribed is null ? own : null };
        return View(nameof(New), new NewsletterFormPage(form, await forms.CategoriesAsync(cancellationToken), subscribed));
    }
}
