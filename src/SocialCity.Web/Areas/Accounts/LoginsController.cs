using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Links an outside account to the one somebody is signed in with, and parts them again.</summary>
[Area("Accounts")]
[ProofRequired]
[Route("/account/security/logins/{provider}")]
public sealed class LoginsController(
    ExternalProviders providers,
    UserManager<Account> accounts,
    CityDb db,
    CredentialChanges changes,
    SigningIn signingIn,
    CurrentAccount current,
    TimeProvider time,
    IStringLocalizer<AccountTexts> T) : Controller
{
    private const string Owner = "account";

    [HttpPost("")]
    public IActionResult Create(string provider) => providers.Find(provider) is null
        ? NotFound()
        : Challenge(
            new AuthenticationProperties(new Dictionary<string, string?> { [Owner] = OwnId })
            {
                RedirectUri = Url.Action(nameof(Done), new { provider }),
            },
            provider);

    [HttpGet("done")]
    public async Task<IActionResult> Done(string provider, CancellationToken cancellationToken)
    {
        AuthenticateResult outside = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (providers.Find(provider) is not { } known
            || ExternalSignInController.SubjectOf(outside, known) is not { } subject
            || outside.Properties?.Items.TryGetValue(Owner, out string? owner) is not true
            || owner != OwnId
            || await accounts.GetUserAsync(User) is not { } account)
        {
            this.FlashWarning(T["계정을 연결하지 못했습니다. 다시 해 보세요."]);
            return RedirectToAction("Index", "Security");
        }

        bool held = (await accounts.GetLoginsAsync(account)).Any(l => l.LoginProvider == known.Scheme);
        if (held || await accounts.FindByLoginAsync(known.Scheme, subject) is not null)
        {
            this.FlashWarning(T["이미 연결된 계정입니다. 한 외부 계정은 한 사람에게만 연결됩니다."]);
            return RedirectToAction("Index", "Security");
        }

        db.Add(new IdentityVerification(
            account, IdentityLevel.External, VerificationMethod.ExternalProvider, null, known.Scheme, time.GetUtcNow().UtcDateTime));
        changes.Note(account, SignInActions.LoginLinked, known.Scheme, current.Address);
        await accounts.AddLoginAsync(account, new UserLoginInfo(known.Scheme, subject, known.Scheme)).OrThrowAsync();
        await signingIn.KeepAsync(account, cancellationToken);
        this.FlashSuccess(T["{0} 계정을 연결했습니다.", AccountWords.Of(known, T)]);
        return RedirectToAction("Index", "Security");
    }

    [HttpPost("remove")]
    public async Task<IActionResult> Delete(string provider, CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { } account
            || (await accounts.GetLoginsAsync(account)).FirstOrDefault(l => l.LoginProvider == provider) is not { } login)
        {
            return NotFound();
        }

        if ((await accounts.GetLoginsAsync(account)).Count == 1)
        {
            account.LoseExternalAccount();
        }

        changes.Note(account, SignInActions.LoginUnlinked, login.LoginProvider, current.Address);
        await accounts.RemoveLoginAsync(account, login.LoginProvider, login.ProviderKey).OrThrowAsync();
        await signingIn.KeepAsync(account, cancellationToken);
        this.FlashSuccess(T["{0} 계정의 연결을 끊었습니다.", AccountWords.NameOf(login.LoginProvider, T)]);
        return RedirectToAction("Index", "Security");
    }

    private string OwnId => current.RequiredId.ToString(CultureInfo.InvariantCulture);
}
