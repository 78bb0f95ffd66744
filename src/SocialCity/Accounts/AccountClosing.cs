using Microsoft.EntityFrameworkCore;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Accounts;

/// <summary>
/// Closing an account at its owner's wish: what names the person goes, in one transaction; what the law keeps stays without the name. It
/// cannot be undone.
/// </summary>
public sealed class AccountClosing(CityDb db, IEnumerable<IPersonalData> holders, AuditLog audit, TimeProvider time)
{
    /// <summary>Closes the account. False when it holds rights of the administration: those are handed over first.</summary>
    public Task<bool> CloseAsync(long accountId, string? address, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async ct =>
            {
                Account account = await db.Users.SingleAsync(a => a.Id == accountId, ct);
                if (await HoldsOfficeAsync(db, accountId, ct))
                {
                    return false;
                }

                DateTime now = time.GetUtcNow().UtcDateTime;
                Notice farewell = Notice.ToAddress(
                    account.Email ?? "", account.Language, NoticeKind.AccountClosed, new Dictionary<string, string>(), now);
                foreach (IPersonalData holder in holders)
                {
                    await holder.ForgetAsync(accountId, ct);
                }

                foreach (Consent consent in await db.Consents.Where(c => c.AccountId == accountId).ToListAsync(ct))
                {
                    consent.Withdraw(now);
                }

                foreach (RightGrant grant in await db.RightGrants.InForce().Where(g => g.AccountId == accountId).ToListAsync(ct))
                {
                    grant.Revoke(account, accountId, "Account closed", now);
                }

                account.Close(now);
                audit.Add(AuditKind.SignIn, SignInActions.Closed, $"account:{accountId}", accountId, address);
                db.Add(farewell);
                await db.SaveChangesAsync(ct);
                return true;
            },
            cancellationToken);

    /// <summary>Whether the account works for the administration; a merchant's right ends with the account.</summary>
    public static Task<bool> HoldsOfficeAsync(CityDb db, long accountId, CancellationToken cancellationToken) =>
        db.RightGrants.InForce().AnyAsync(g => g.AccountId == accountId && g.Right != Right.Merchant, cancellationToken);
}
