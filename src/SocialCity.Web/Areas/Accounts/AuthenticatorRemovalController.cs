using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Turns the authenticator app off, after asking: the account is weaker at once.</summary>
[Area("Accounts")]
[ProofRequired]
[Route("/account/security/authenticator/remove")]
public sealed class AuthenticatorRemovalController(
    UserManager<Account> accounts, CredentialChanges changes, SigningIn signingIn, CurrentAccount current, IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New() =>
        await accounts.GetUserAsync(User) is { TwoFactorEnabled: true } ? View() : RedirectToAction("Index", "Security");

    [HttpPost("")]
    public async Task<IActionResult> Delete(CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is { TwoFactorEnabled: true } account)
        {
            changes.Note(account, SignInActions.AuthenticatorOff, "", current.Address);
            await accounts.SetTwoFactorEnabledAsync(account, false).OrThrowAsync();
            // Neither the old secret nor its recovery codes shall open anything again.
            await accounts.ResetAuthenticatorKeyAsync(account).OrThrowAsync();
            await RecoveryCodesController.CodesAsync(accounts, account, 0);
            await signingIn.KeepAsync(account, cancellationToken);
            this.FlashSuccess(T["인증 앱을 껐습니다."]);
        }

        return RedirectToAction("Index", "Security");
    }
}
