using System.Data;
using Microsoft.EntityFrameworkCore;
using SocialCity.Audit;
using SocialCity.Data;

namespace SocialCity.Accounts;

/// <summary>Why an account was not disabled.</summary>
public enum DisablingRefusal
{
    /// <summary>There is no such account, or it is closed.</summary>
    NoSuchAccount = 1,

    /// <summary>Nobody shuts themself out.</summary>
    OwnAccount = 2,

    /// <summary>Nobody would be left to administer the portal.</summary>
    LastAdministrator = 3,
}

/// <summary>
/// Disables accounts and enables them again; open sessions end with their next request. Who may do so is asked by the caller
/// (<c>Policies.Administer</c>).
/// </summary>
public sealed class AccountDisabling(CityDb db, AuditLog audit, TimeProvider time)
{
    /// <param name="accountId">Who is to be kept out.</param>
    /// <param name="byId">The administrator.</param>
    /// <param name="address">The network address of the administrator.</param>
    /// <param name="reason">Why; for administrators only.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    /// <returns>Null when it was disabled, or was already.</returns>
    public Task<DisablingRefusal?> DisableAsync(
        long accountId, long byId, string? address, string reason, CancellationToken cancellationToken) =>
        // Serializable: of two administrators who disable each other at the same moment, one must stay.
        db.InTransactionAsync<DisablingRefusal?>(
            async ct =>
            {
                if (await FindAsync(accountId, ct) is not { } account)
                {
                    return DisablingRefusal.NoSuchAccount;
                }

                if (accountId == byId)
                {
                    return DisablingRefusal.OwnAccount;
                }

                if (await db.RightGrants.InForce().AnyAsync(g => g.AccountId == accountId && g.Right == Right.Administrator, ct)
                    && !await db.OtherAdministrators(accountId).AnyAsync(ct))
                {
                    return DisablingRefusal.LastAdministrator;
                }

                if (account.DisabledAt is null)
                {
                    account.Disable(reason, time.GetUtcNow().UtcDateTime);
                    account.RightsChanged();
                    audit.Add(AuditKind.Change, AuditActions.AccountDisabled, $"account:{accountId}", byId, address, reason);
                    await db.SaveChangesAsync(ct);
                }

                return null;
            },
            IsolationLevel.Serializable,
            cancellationToken);

    /// <summary>Lets an account in again; false when there is no such account.</summary>
    public Task<bool> EnableAsync(long accountId, long byId, string? address, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async ct =>
            {
                if (await FindAsync(accountId, ct) is not { } account)
                {
                    return false;
                }

                if (account.DisabledAt is not null)
                {
                    account.Enable();
                    account.RightsChanged();
                    audit.Add(AuditKind.Change, AuditActions.AccountEnabled, $"account:{accountId}", byId, address);
                    await db.SaveChangesAsync(ct);
                }

                return true;
            },
            cancellationToken);

    private Task<Account?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.Users.SingleOrDefaultAsync(a => a.Id == id && a.ClosedAt == null, cancellationToken);
}
