using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Removes a passkey, after asking: whoever signs in with nothing else stands outside at once.</summary>
[Area("Accounts")]
[ProofRequired]
[Route("/account/security/passkeys/{id}/remove")]
public sealed class PasskeyRemovalController(
    UserManager<Account> accounts, CredentialChanges changes, SigningIn signingIn, CurrentAccount current, IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string id) =>
        await PasskeyRow.FindAsync(accounts, User, id) is (not null, { } passkey) ? View(PasskeyRow.Of(passkey)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Delete(string id, CancellationToken cancellationToken)
    {
        if (await PasskeyRow.FindAsync(accounts, User, id) is not ({ } account, { } passkey))
        {
            return NotFound();
        }

        changes.Note(account, SignInActions.PasskeyRemoved, passkey.Name ?? "", current.Address);
        await accounts.RemovePasskeyAsync(account, passkey.CredentialId).OrThrowAsync();
        await signingIn.KeepAsync(account, cancellationToken);
        this.FlashSuccess(T["패스키를 지웠습니다. 기기에 남은 것은 기기의 설정에서 지워 주세요."]);
        return RedirectToAction("Index", "Security");
    }
}
