using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Sets the authenticator app up as a second factor.</summary>
[Area("Accounts")]
[ProofRequired]
[Route("/account/security/authenticator")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AuthenticatorController(
    UserManager<Account> accounts,
    CityDb db,
    CredentialChanges changes,
    SigningIn signingIn,
    CurrentAccount current,
    IStringLocalizer<AccountTexts> T) : Controller
{
    /// <summary>Makes a fresh secret; only a code made from it turns it on.</summary>
    [HttpPost("begin")]
    public async Task<IActionResult> Begin(CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { TwoFactorEnabled: false } account)
        {
            return RedirectToAction("Index", "Security");
        }

        await accounts.ResetAuthenticatorKeyAsync(account).OrThrowAsync();
        await signingIn.KeepAsync(account, cancellationToken);
        return RedirectToAction(nameof(New));
    }

    [HttpGet("")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) =>
        await accounts.GetUserAsync(User) is { TwoFactorEnabled: false } account
        && await PageOfAsync(account, new AuthenticatorForm(), cancellationToken) is { } page
            ? View(page)
            : RedirectToAction("Index", "Security");

    [HttpPost("")]
    public async Task<IActionResult> Create(
        [Bind(Prefix = nameof(AuthenticatorPage.Form))] AuthenticatorForm form, CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { TwoFactorEnabled: false } account
            || await PageOfAsync(account, form, cancellationToken) is not { } page)
        {
            return RedirectToAction("Index", "Security");
        }

        if (ModelState.IsValid)
        {
            string code = TypedCode.Plain(form.Code);
            if (await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
            {
                changes.Note(account, SignInActions.AuthenticatorOn, "", current.Address);
                await accounts.SetTwoFactorEnabledAsync(account, true).OrThrowAsync();
                await RecoveryCodesController.MakeAsync(accounts, account, TempData);
                await signingIn.KeepAsync(account, cancellationToken);
                this.FlashSuccess(T["인증 앱을 켰습니다. 다음부터 로그인할 때 앱의 번호를 함께 씁니다."]);
                return RedirectToAction("Show", "RecoveryCodes");
            }

            ModelState.AddModelError(
                $"{nameof(AuthenticatorPage.Form)}.{nameof(form.Code)}",
                T["번호가 맞지 않습니다. 휴대전화의 시각이 맞는지 보고, 앱에 새로 뜬 번호를 써 주세요."]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(New), page);
    }

    private async Task<AuthenticatorPage?> PageOfAsync(Account account, AuthenticatorForm form, CancellationToken cancellationToken)
    {
        if (await accounts.GetAuthenticatorKeyAsync(account) is not { Length: > 0 } key)
        {
            return null;
        }

        var city = await db.Cities.AsNoTracking().Select(c => c.Name).SingleAsync(cancellationToken);
        return AuthenticatorPage.Of(form, city.ToString(), account.Email ?? "", key);
    }
}
