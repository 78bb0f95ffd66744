using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Another e-mail address for the account.</summary>
[Area("Accounts")]
public sealed class EmailController(
    UserManager<Account> accounts,
    EmailChanging changing,
    SigningIn signingIn,
    AddressMailLimit mails,
    CurrentAccount current,
    IStringLocalizer<AccountTexts> T) : Controller
{
    [ProofRequired]
    [HttpGet("/account/email")]
    public async Task<IActionResult> Edit() => View(new EmailPage(new EmailForm(), (await accounts.GetUserAsync(User))?.Email ?? ""));

    [ProofRequired]
    [HttpPost("/account/email")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Update([Bind(Prefix = nameof(EmailPage.Form))] EmailForm form, CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
        {
            return Challenge();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Edit), new EmailPage(form, account.Email ?? ""));
        }

        if (mails.Allows(form.Email))
        {
            await changing.AskAsync(account, form.Email.Trim(), AccountLinks.ToConfirmEmail, cancellationToken);
        }

        this.FlashInfo(T["새 주소로 메일을 보냈습니다. 메일의 링크를 열면 바뀝니다. 하루 안에 열어 주세요."]);
        return RedirectToAction("Index", "Security");
    }

    [AllowAnonymous]
    [HttpGet(AccountLinks.ConfirmEmail)]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Confirm(EmailLink link, CancellationToken cancellationToken) =>
        await changing.FindByLinkAsync(link.Id, link.Email, link.Token, cancellationToken) is null ? TooOld() : View(link);

    [AllowAnonymous]
    [HttpPost(AccountLinks.ConfirmEmail)]
    [LimitFailures]
    public async Task<IActionResult> Confirmed(EmailLink link, CancellationToken cancellationToken)
    {
        if (await changing.FindByLinkAsync(link.Id, link.Email, link.Token, cancellationToken) is not { } account
            || !await changing.ChangeAsync(account, link.Email, current.Address, cancellationToken))
        {
            return TooOld();
        }

        this.FlashSuccess(T["이메일을 바꾸었습니다. 이제 새 주소로 로그인하고 알림을 받습니다."]);
        if (current.Id != account.Id)
        {
            return RedirectToAction("New", "Sessions");
        }

        await signingIn.KeepAsync(account, cancellationToken);
        return RedirectToAction("Index", "Security");
    }

    private ViewResult TooOld()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("TooOld");
    }
}

public sealed class EmailForm
{
    [Required, EmailAddress, StringLength(Account.EmailLength), Display(Name = "새 이메일")]
    public string Email { get; set; } = "";
}

public sealed class EmailLink
{
    public long Id { get; set; }

    public string Email { get; set; } = "";

    public string Token { get; set; } = "";
}

public sealed record EmailPage(EmailForm Form, string Present);
