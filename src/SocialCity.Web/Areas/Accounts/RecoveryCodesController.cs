using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SocialCity.Accounts;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Recovery codes: shown once, right after they were made.</summary>
[Area("Accounts")]
[ProofRequired]
[Route("/account/security/recovery-codes")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RecoveryCodesController(
    UserManager<Account> accounts, CredentialChanges changes, SigningIn signingIn, CurrentAccount current) : Controller
{
    public const int HowMany = 10;

    private const string Key = "recovery-codes";

    [HttpGet("")]
    public IActionResult Show() =>
        TempData[Key] is string[] codes ? View(new RecoveryCodesPage(codes)) : RedirectToAction("Index", "Security");

    [HttpPost("")]
    public async Task<IActionResult> Create(CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { TwoFactorEnabled: true } account)
        {
            return RedirectToAction("Index", "Security");
        }

        changes.Note(account, SignInActions.RecoveryCodesMade, "", current.Address);
        await MakeAsync(accounts, account, TempData);
        await signingIn.KeepAsync(account, cancellationToken);
        return RedirectToAction(nameof(Show));
    }

    /// <summary>Makes new codes in place of the old ones and keeps them for the next page alone.</summary>
    internal static async Task MakeAsync(UserManager<Account> accounts, Account account, ITempDataDictionary next) =>
        next[Key] = await CodesAsync(accounts, account, HowMany);

    /// <summary>Replaces the codes; none are left when none are made.</summary>
    /// <exception cref="InvalidOperationException">The account was changed at the same moment, and the old codes still hold.</exception>
    internal static async Task<string[]> CodesAsync(UserManager<Account> accounts, Account account, int howMany) =>
        [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, howMany) ?? throw new InvalidOperationException("The recovery codes were not replaced.")];
}

public sealed record RecoveryCodesPage(IReadOnlyList<string> Codes)
{
    /// <summary>The codes as a text file: a data address.</summary>
    public string File => "data:text/plain;charset=utf-8," + Uri.EscapeDataString(string.Join("\r\n", Codes));
}
