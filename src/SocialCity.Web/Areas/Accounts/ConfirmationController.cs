using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// The link in the mail to somebody who joins. Opening it changes nothing (mail programs open links by themselves); the passphrase
/// completes it, so that nobody confirms an account that a stranger made with their address.
/// </summary>
[Area("Accounts")]
[AllowAnonymous]
[Route(AccountLinks.Confirm)]
public sealed class ConfirmationController(
    Registration registration,
    SignInCheck check,
    SigningIn signingIn,
    CurrentAccount current,
    IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> New(AccountLink link, CancellationToken cancellationToken) =>
        await registration.FindByLinkAsync(link.Id, link.Token, cancellationToken) is { } account
            ? View(new ConfirmationPage(new ConfirmationForm { Link = link }, account.DisplayName))
            : TooOld();

    [HttpPost("")]
    [LimitFailures]
    public async Task<IActionResult> Create(
        [Bind(Prefix = nameof(ConfirmationPage.Form))] ConfirmationForm form, CancellationToken cancellationToken)
    {
        if (await registration.FindByLinkAsync(form.Link.Id, form.Link.Token, cancellationToken) is not { } account)
        {
            return TooOld();
        }

        if (ModelState.IsValid)
        {
            if (await check.ConfirmAsync(account, form.Password, signingIn.Device, current.Address, cancellationToken))
            {
                await registration.ConfirmAsync(account, current.Address, cancellationToken);
                await signingIn.BeginAsync(account, "password, confirmation", remember: false, cancellationToken);
                // The page that follows is in the language that the account has chosen.
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(account.Language);
                this.FlashSuccess(T["가입을 마쳤습니다. {0} 님, 반갑습니다.", account.DisplayName]);
                return LocalRedirect("/");
            }

            ModelState.AddModelError(
                $"{nameof(ConfirmationPage.Form)}.{nameof(form.Password)}",
                T["가입할 때 정한 비밀번호가 아닙니다. 여러 번 틀리면 15분 동안 기다려야 합니다."]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(New), new ConfirmationPage(form, account.DisplayName));
    }

    private ViewResult TooOld()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("TooOld");
    }
}

public sealed class ConfirmationForm
{
    public AccountLink Link { get; set; } = new();

    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "가입할 때 정한 비밀번호")]
    public string Password { get; set; } = "";
}

public sealed record ConfirmationPage(ConfirmationForm Form, string Name);
