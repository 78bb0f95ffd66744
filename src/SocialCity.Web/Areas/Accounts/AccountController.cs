using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>The person's own account at a glance.</summary>
[Area("Accounts")]
public sealed class AccountController(CityDb db, CurrentAccount current) : Controller
{
    [HttpGet("/account")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(await AccountPage.FindAsync(db, current.RequiredId, cancellationToken));
}

/// <summary>What a person sees of their own account.</summary>
public sealed record AccountPage(
    string Name, string Email, IdentityLevel Level, DateTime Since, string? District, bool HasAuthenticator, int Passkeys, int Rights)
{
    public static async Task<AccountPage> FindAsync(CityDb db, long id, CancellationToken cancellationToken)
    {
        Account account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == id, cancellationToken);
        var district = account.DistrictId is null
            ? null
            : await db.Districts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == account.DistrictId, cancellationToken);
        var counts = await db.Users.Where(a => a.Id == id)
            .Select(a => new
            {
                Passkeys = db.UserPasskeys.Count(p => p.UserId == a.Id),
                Rights = db.RightGrants.Count(g => g.AccountId == a.Id && g.RevokedAt == null),
            })
            .SingleAsync(cancellationToken);
        return new AccountPage(
            account.DisplayName,
            account.Email ?? "",
            account.Level,
            account.CreatedAt,
            district?.Name.ToString(),
            account.TwoFactorEnabled,
            counts.Passkeys,
            counts.Rights);
    }
}
