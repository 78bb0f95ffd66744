using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Newsletter;

/// <summary>What a subscriber has and may change: by the link of a mail, without an account; from an account, by its own address.</summary>
[Area("Blog")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewsletterManagingController(
    CityDb db, NewsletterForms forms, NewsletterSubscribing subscribing, NewsletterLinks links, IStringLocalizer<BlogTexts> T) : Controller
{
    [HttpGet(NewsletterLinks.ManagePath)]
    [AllowAnonymous]
    public async Task<IActionResult> Show(string? k, CancellationToken cancellationToken) =>
        await FindAsync(k, cancellationToken) is { } subscription
            ? await PageAsync(k ?? "", subscription, NewsletterChoice.Of(subscription), cancellationToken)
            : Gone();

    [HttpPost(NewsletterLinks.ManagePath)]
    [AllowAnonymous]
    public async Task<IActionResult> Update(string? k, [Bind(Prefix = "Form")] NewsletterChoice form, CancellationToken cancellationToken)
    {
        if (await FindAsync(k, cancellationToken) is not { } subscription)
        {
            return Gone();
        }

        if (await forms.WishAsync(form, ModelState, cancellationToken) is not { } wish)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(k ?? "", subscription, form, cancellationToken);
        }

        if (!await subscribing.ChangeAsync(subscription.Id, wish, cancellationToken))
        {
            return Gone();
        }

        this.FlashSuccess(T["저장했습니다."]);
        return LocalRedirect(links.Managing(subscription.Id));
    }

    /// <summary>From an account's own page: to what its address has, or to where it is subscribed.</summary>
    [HttpGet("account/newsletter")]
    public async Task<IActionResult> Own(CancellationToken cancellationToken)
    {
        long? id = await forms.SubscriptionOfAsync(await forms.OwnAddressAsync(cancellationToken), cancellationToken);
        return id is { } own ? LocalRedirect(links.Managing(own)) : RedirectToAction("New", "Newsletter");
    }

    private async Task<NewsletterSubscription?> FindAsync(string? key, CancellationToken cancellationToken) => links.ReadManaging(key) is { } id
        ? await db.NewsletterSubscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.ConfirmedAt != null, cancellationToken)
        : null;

    private async Task<ViewResult> PageAsync(
        string key, NewsletterSubscription subscription, NewsletterChoice form, CancellationToken cancellationToken) =>
        View(nameof(Show), new NewsletterManagingPage(
            key, subscription.Email, form, await forms.CategoriesAsync(cancellationToken), subscription.DueAt, links.Ending(subscription.Id)));

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Gone");
    }
}
