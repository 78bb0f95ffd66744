using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Accounts;

/// <summary>What the account itself holds of a person: the profile, consents, sessions, rights, proofs of identity.</summary>
public sealed class AccountPersonalData(CityDb db) : IPersonalData
{
    public async Task ExportAsync(long accountId, PersonalArchive archive, CancellationToken cancellationToken)
    {
        var district = db.Districts.Where(d => db.Users.Any(a => a.Id == accountId && a.DistrictId == d.Id)).Select(d => d.Name.Ko);
        Account account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == accountId, cancellationToken);
        await archive.AddJsonAsync(
            "account.json",
            new
            {
                account.DisplayName,
                account.Email,
                account.EmailConfirmed,
                account.Language,
                account.About,
                District = await district.FirstOrDefaultAsync(cancellationToken),
                account.CreatedAt,
                account.Level,
                account.TwoFactorEnabled,
                account.DisabledAt,
                account.DisabledReason,
                ExternalAccounts = await db.UserLogins.Where(l => l.UserId == accountId).Select(l => l.LoginProvider).ToListAsync(cancellationToken),
                Passkeys = await db.UserPasskeys.Where(p => p.UserId == accountId)
                    .Select(p => new { p.Data.Name, p.Data.CreatedAt }).ToListAsync(cancellationToken),
            },
            cancellationToken);
        await archive.AddJsonAsync(
            "consents.json",
            db.Consents.AsNoTracking().Where(c => c.AccountId == accountId).OrderBy(c => c.Id)
                .Select(c => new { c.Purpose, c.TextVersion, c.GivenAt, c.WithdrawnAt }).AsAsyncEnumerable(),
            cancellationToken);
        await archive.AddJsonAsync(
            "sessions.json",
            db.Sessions.AsNoTracking().Where(s => s.AccountId == accountId).OrderBy(s => s.SeenAt)
                .Select(s => new { s.Device, s.Address, s.StartedAt, s.SeenAt, s.EndedAt }).AsAsyncEnumerable(),
            cancellationToken);
        await archive.AddJsonAsync(
            "rights.json",
            db.RightGrants.AsNoTracking().Where(g => g.AccountId == accountId).OrderBy(g => g.Id)
                .Select(g => new { g.Right, g.DepartmentId, g.GrantedAt, g.GrantReason, g.RevokedAt, g.RevokeReason }).AsAsyncEnumerable(),
            cancellationToken);
        await archive.AddJsonAsync(
            "identity.json",
            db.IdentityVerifications.AsNoTracking().Where(v => v.AccountId == accountId).OrderBy(v => v.Id)
                .Select(v => new { v.Level, v.Method, v.Note, v.At }).AsAsyncEnumerable(),
            cancellationToken);
    }

    /// <summary>
    /// The history of rights stays for three years (safety notice to the PIPA) and the consents as proof that they were given; neither names
    /// anybody any more.
    /// </summary>
    public async Task ForgetAsync(long accountId, CancellationToken cancellationToken)
    {
        await db.UserLogins.Where(l => l.UserId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.UserTokens.Where(t => t.UserId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.UserClaims.Where(c => c.UserId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.UserPasskeys.Where(p => p.UserId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Sessions.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.IdentityVerifications.Where(v => v.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
    }
}
