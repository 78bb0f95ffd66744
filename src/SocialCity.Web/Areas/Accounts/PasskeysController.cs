using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>The passkeys of an account. The browser's part is wwwroot/js/passkeys.js; what it makes arrives in an ordinary form.</summary>
[Area("Accounts")]
[ProofRequired]
[Route("/account/security/passkeys")]
public sealed class PasskeysController(
    UserManager<Account> accounts,
    SignInManager<Account> ceremony,
    CredentialChanges changes,
    SigningIn signingIn,
    CurrentAccount current,
    IStringLocalizer<AccountTexts> T) : Controller
{
    private const int Most = 10;

    /// <summary>What the browser is asked to make, as JSON.</summary>
    [HttpPost("options")]
    public async Task<IActionResult> Options() =>
        await accounts.GetUserAsync(User) is { } account
            ? Content(
                await ceremony.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
                {
                    Id = await accounts.GetUserIdAsync(account),
                    Name = account.Email ?? "",
                    DisplayName = account.DisplayName,
                }),
                "application/json")
            : Challenge();

    [HttpPost("")]
    public async Task<IActionResult> Create(string? credential, CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
        {
            return Challenge();
        }

        if ((await accounts.GetPasskeysAsync(account)).Count >= Most)
        {
            this.FlashWarning(T["패스키는 {0}개까지 둘 수 있습니다. 쓰지 않는 것을 먼저 지워 주세요.", Most]);
            return RedirectToAction("Index", "Security");
        }

        if (await AttestAsync(credential) is not { Succeeded: true, Passkey: { } passkey })
        {
            this.FlashWarning(T["패스키를 만들지 못했습니다. 다시 해 보세요."]);
            return RedirectToAction("Index", "Security");
        }

        passkey.Name = signingIn.Device;
        changes.Note(account, SignInActions.PasskeyAdded, passkey.Name, current.Address);
        await accounts.AddOrUpdatePasskeyAsync(account, passkey).OrThrowAsync();
        await signingIn.KeepAsync(account, cancellationToken);
        this.FlashSuccess(T["패스키를 더했습니다. 알아보기 쉬운 이름으로 바꿀 수 있습니다."]);
        return RedirectToAction("Index", "Security");
    }

    private async Task<PasskeyAttestationResult?> AttestAsync(string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await ceremony.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // The ceremony was not begun in this browser, or too long ago.
            return null;
        }
    }
}
