using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>A forgotten passphrase: a link by mail, and the form it opens.</summary>
[Area("Accounts")]
[AllowAnonymous]
public sealed class ForgottenPasswordController(
    PasswordRecovery recovery, AddressMailLimit mails, CurrentAccount current, IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("/account/forgotten")]
    public IActionResult New() => View(new AddressForm());

    [HttpPost("/account/forgotten")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(AddressForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(New), form);
        }

        if (mails.Allows(form.Email))
        {
            await recovery.SendAsync(form.Email.Trim(), AccountLinks.ToReset, current.Address, cancellationToken);
        }

        return RedirectToAction(nameof(Sent));
    }

    [HttpGet("/account/forgotten/sent")]
    public IActionResult Sent() => View();

    [HttpGet(AccountLinks.Reset)]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Edit(AccountLink link, CancellationToken cancellationToken) =>
        await recovery.FindByLinkAsync(link.Id, link.Token, cancellationToken) is null
            ? TooOld()
            : View(new ResetForm { Link = link });

    [HttpPost(AccountLinks.Reset)]
    [LimitFailures]
    public async Task<IActionResult> Update(ResetForm form, CancellationToken cancellationToken)
    {
        if (await recovery.FindByLinkAsync(form.Link.Id, form.Link.Token, cancellationToken) is not { } account)
        {
            return TooOld();
        }

        if (ModelState.IsValid)
        {
            if (await recovery.ResetAsync(account, form.Password, current.Address, cancellationToken) is not { } problem)
            {
                this.FlashSuccess(T["비밀번호를 새로 정했습니다. 새 비밀번호로 로그인해 주세요."]);
                return RedirectToAction("New", "Sessions");
            }

            ModelState.Add(nameof(form.Password), problem, T);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(Edit), form);
    }

    private ViewResult TooOld()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("TooOld");
    }
}

public sealed class ResetForm
{
    public AccountLink Link { get; set; } = new();

    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "새 비밀번호")]
    public string Password { get; set; } = "";
}
