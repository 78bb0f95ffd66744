using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>The link in the mail to a new address. Opening it changes nothing: mail programs open links by themselves.</summary>
[Area("Accounts")]
[AllowAnonymous]
[Route(AccountLinks.ConfirmEmail)]
public sealed class EmailConfirmationController(
    EmailChanging changing, SigningIn signingIn, CurrentAccount current, IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> New(EmailLink link, CancellationToken cancellationToken) =>
        await changing.FindByLinkAsync(link.Id, link.Email, link.Token, cancellationToken) is null ? TooOld() : View(link);

    [HttpPost("")]
    [LimitFailures]
    public async Task<IActionResult> Create(EmailLink link, CancellationToken cancellationToken)
    {
        if (await changing.FindByLinkAsync(link.Id, link.Email, link.Token, cancellationToken) is not { } account
            || !await changing.ChangeAsync(account, link.Email, current.Address, cancellationToken))
        {
            return TooOld();
        }

        await signingIn.KeepAsync(account, cancellationToken);
        this.FlashSuccess(T["이메일을 바꾸었습니다. 이제 새 주소로 로그인하고 알림을 받습니다."]);
        return current.Id == account.Id ? RedirectToAction("Index", "Security") : RedirectToAction("New", "Sessions");
    }

    private ViewResult TooOld()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("TooOld");
    }
}

public sealed class EmailLink
{
    public long Id { get; set; }

    public string Email { get; set; } = "";

    public string Token { get; set; } = "";
}
