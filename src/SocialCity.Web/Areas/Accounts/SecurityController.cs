using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Everything that a person signs in with, on one page.</summary>
[Area("Accounts")]
public sealed class SecurityController(
    UserManager<Account> accounts,
    CityDb db,
    ExternalProviders providers,
    CurrentAccount current,
    TimeProvider time,
    IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("/account/security")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
        {
            return Challenge();
        }

        IList<UserPasskeyInfo> passkeys = await accounts.GetPasskeysAsync(account);
        IList<UserLoginInfo> logins = await accounts.GetLoginsAsync(account);
        return View(new SecurityPage(
            account.Email ?? "",
            account.TwoFactorEnabled,
            account.TwoFactorEnabled ? await accounts.CountRecoveryCodesAsync(account) : 0,
            [.. passkeys.OrderBy(p => p.CreatedAt).Select(PasskeyRow.Of)],
            [.. providers.All.Select(p => new LoginRow(p.Scheme, AccountWords.Of(p, T), logins.Any(l => l.LoginProvider == p.Scheme)))],
            await db.OpenSessions(current.RequiredId, current.Actor.IsStaff, time.GetUtcNow().UtcDateTime).CountAsync(cancellationToken)));
    }
}

public sealed record SecurityPage(
    string Email,
    bool HasAuthenticator,
    int RecoveryCodesLeft,
    IReadOnlyList<PasskeyRow> Passkeys,
    IReadOnlyList<LoginRow> Logins,
    int Sessions);

/// <param name="Scheme">The provider's name in addresses.</param>
/// <param name="Name">Its name as people know it.</param>
/// <param name="IsLinked">Whether the person may sign in through it.</param>
public sealed record LoginRow(string Scheme, string Name, bool IsLinked);
