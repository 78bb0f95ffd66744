using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Proving oneself once more by a passkey of the account that is signed in.</summary>
[Area("Accounts")]
[Route("/account/prove/passkey")]
public sealed class PasskeyProofController(
    SignInManager<Account> ceremony, UserManager<Account> accounts, SigningIn signingIn, CurrentAccount current, IStringLocalizer<AccountTexts> T)
    : Controller
{
    /// <summary>What the browser is asked to sign, as JSON.</summary>
    [HttpPost("options")]
    public async Task<IActionResult> Options() =>
        await accounts.GetUserAsync(User) is { } account
            ? Content(await ceremony.MakePasskeyRequestOptionsAsync(account), "application/json")
            : Challenge();

    [HttpPost("")]
    public async Task<IActionResult> Create(string? credential, string? returnUrl, CancellationToken cancellationToken)
    {
        string back = ProofPage.Local(Url, returnUrl);
        if (await PasskeySignInController.AssertAsync(ceremony, credential) is { Succeeded: true, User: { } account, Passkey: { } passkey }
            && account.Id == current.Id)
        {
            await accounts.AddOrUpdatePasskeyAsync(account, passkey);
            await signingIn.ProvedAsync(account, cancellationToken);
            this.FlashInfo(T["확인했습니다. 이어서 하시면 됩니다."]);
            return LocalRedirect(back);
        }

        this.FlashWarning(T["패스키로 확인하지 못했습니다. 다시 해 보세요."]);
        return RedirectToAction("New", "Proof", new { returnUrl = back });
    }
}
