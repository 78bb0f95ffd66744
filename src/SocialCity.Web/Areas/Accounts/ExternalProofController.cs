using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// Proving oneself once more by a linked outside account, for somebody who has no passphrase. The provider is told to ask them anew:
/// that this browser is signed in there proves nothing of who sits before it.
/// </summary>
[Area("Accounts")]
[Route("/account/prove/with/{provider}")]
public sealed class ExternalProofController(
    ExternalProviders providers,
    UserManager<Account> accounts,
    SigningIn signingIn,
    CurrentAccount current,
    IStringLocalizer<AccountTexts> T) : Controller
{
    /// <summary>Marks, in the properties of a challenge, whom it is to prove; whoever carries it is asked anew.</summary>
    public const string Prover = "proves";

    [HttpPost("")]
    public async Task<IActionResult> Create(string provider, string? returnUrl)
    {
        string back = ProofPage.Local(Url, returnUrl);
        if (await accounts.GetUserAsync(User) is not { PasswordHash: null } || providers.Find(provider) is not { } known)
        {
            return RedirectToAction("New", "Proof", new { returnUrl = back });
        }

        AuthenticationProperties asked = new(new Dictionary<string, string?> { [Prover] = OwnId })
        {
            RedirectUri = Url.Action(nameof(Done), new { provider, returnUrl = back }),
        };
        return Challenge(asked, known.Scheme);
    }

    [HttpGet("done")]
    public async Task<IActionResult> Done(string provider, string? returnUrl, CancellationToken cancellationToken)
    {
        string back = ProofPage.Local(Url, returnUrl);
        AuthenticateResult outside = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (providers.Find(provider) is { } known
            && ExternalSignInController.SubjectOf(outside, known) is { } subject
            && outside.Properties?.Items.TryGetValue(Prover, out string? prover) is true
            && prover == OwnId
            && await accounts.FindByLoginAsync(known.Scheme, subject) is { PasswordHash: null } account
            && account.Id == current.Id)
        {
            await signingIn.ProvedAsync(account, cancellationToken);
            this.FlashInfo(T["확인했습니다. 이어서 하시면 됩니다."]);
            return LocalRedirect(back);
        }

        this.FlashWarning(T["외부 계정으로 확인하지 못했습니다. 다시 해 보세요."]);
        return RedirectToAction("New", "Proof", new { returnUrl = back });
    }

    private string OwnId => current.RequiredId.ToString(CultureInfo.InvariantCulture);
}
