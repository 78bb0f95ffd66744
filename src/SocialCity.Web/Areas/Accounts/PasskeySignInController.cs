using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// Signing in with a passkey and nothing else: it is something one has, opened by something one is or knows, so it stands for both
/// factors. A lock after wrong passphrases does not concern it; nobody guesses a passkey, so no failure is counted.
/// </summary>
[Area("Accounts")]
[AllowAnonymous]
[Route("/account/sign-in/passkey")]
public sealed class PasskeySignInController(
    SignInManager<Account> ceremony, UserManager<Account> accounts, SigningIn signingIn, IStringLocalizer<AccountTexts> T) : Controller
{
    /// <summary>What the browser is asked to sign, as JSON; for nobody in particular, so it tells nothing of anybody.</summary>
    [HttpPost("options")]
    public async Task<IActionResult> Options() => Content(await ceremony.MakePasskeyRequestOptionsAsync(null), "application/json");

    [HttpPost("")]
    public async Task<IActionResult> Create(string? credential, bool remember, string? returnUrl, CancellationToken cancellationToken)
    {
        string? back = Url.IsLocalUrl(returnUrl) ? returnUrl : null;
        if (await AssertAsync(ceremony, credential) is { Succeeded: true, User: { IsActive: true, EmailConfirmed: true } account, Passkey: { } passkey })
        {
            await accounts.AddOrUpdatePasskeyAsync(account, passkey);
            await signingIn.BeginAsync(account, "passkey", remember, cancellationToken);
            return LocalRedirect(back ?? "/");
        }

        this.FlashWarning(T["이 패스키로는 로그인할 수 없습니다. 비밀번호로 로그인해 주세요."]);
        return RedirectToAction("New", "Sessions", new { returnUrl = back });
    }

    /// <summary>What the browser's answer proves; null when it answers nothing that was asked here.</summary>
    internal static async Task<PasskeyAssertionResult<Account>?> AssertAsync(SignInManager<Account> ceremony, string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await ceremony.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // The ceremony was not begun in this browser, or too long ago.
            return null;
        }
    }
}
