using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Accounts;

/// <summary>Why a right was not given or taken.</summary>
public enum RightsRefusal
{
    /// <summary>There is no such account, or it is closed, disabled or not confirmed.</summary>
    NoSuchAccount = 1,

    /// <summary>There is no such department, or it was dissolved.</summary>
    NoSuchDepartment = 2,

    /// <summary>The account holds this right already.</summary>
    AlreadyHeld = 3,

    /// <summary>There is no such right in force.</summary>
    NotHeld = 4,

    /// <summary>Nobody would be left to administer the portal.</summary>
    LastAdministrator = 5,

    /// <summary>Every change of rights needs a reason, for the history.</summary>
    ReasonMissing = 6,
}

/// <summary>
/// Gives and takes rights: the history, the audit entry, the notice to the person and the change itself are one transaction, and open
/// sessions learn of it with their next request. Who may do so is asked by the caller (<c>Policies.Administer</c>).
/// </summary>
public sealed class RightsChanging(CityDb db, AuditLog audit, TimeProvider time)
{
    /// <param name="accountId">Who is to hold the right.</param>
    /// <param name="right">The right.</param>
    /// <param name="departmentId">The department for <see cref="Right.Official"/> and <see cref="Right.Manager"/>; null for the others.</param>
    /// <param name="byId">Who gives it; null for the portal itself.</param>
    /// <param name="address">The network address of the giver.</param>
    /// <param name="reason">Why; shown to the person.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    /// <returns>Null when it was given.</returns>
    public Task<RightsRefusal?> GrantAsync(
        long accountId, Right right, long? departmentId, long? byId, string? address, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            async ct =>
            {
                Account? account = await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, ct);
                Department? department = departmentId is null
                    ? null
                    : await db.Departments.SingleOrDefaultAsync(d => d.Id == departmentId && d.DissolvedAt == null, ct);
                RightsRefusal? refusal = account is not { IsActive: true, EmailConfirmed: true } ? RightsRefusal.NoSuchAccount
                    : (right.NeedsDepartment() ? department is null : departmentId is not null) ? RightsRefusal.NoSuchDepartment
                    : string.IsNullOrWhiteSpace(reason) ? RightsRefusal.ReasonMissing
                    : await db.RightGrants.InForce().AnyAsync(g => g.AccountId == accountId && g.Right == right && g.DepartmentId == departmentId, ct)
                        ? RightsRefusal.AlreadyHeld
                        : null;
                if (refusal is null && account is not null)
                {
                    db.Add(new RightGrant(account, right, departmentId, byId, reason.Trim(), Now));
                    Tell(account, right, department, SignInActions.RightGranted, byId, address, reason);
                    await db.SaveChangesAsync(ct);
                }

                return refusal;
            },
            cancellationToken);

    /// <param name="grantId">The entry of the history that is to end.</param>
    /// <param name="byId">Who takes it; null for the portal itself.</param>
    /// <param name="address">The network address of the taker.</param>
    /// <param name="reason">Why; shown to the person.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    /// <returns>Null when it was taken.</returns>
    public Task<RightsRefusal?> RevokeAsync(
        long grantId, long? byId, string? address, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            async ct =>
            {
                RightGrant? grant = await db.RightGrants.InForce().SingleOrDefaultAsync(g => g.Id == grantId, ct);
                RightsRefusal? refusal = grant is null ? RightsRefusal.NotHeld
                    : string.IsNullOrWhiteSpace(reason) ? RightsRefusal.ReasonMissing
                    : grant.Right == Right.Administrator && !await db.OtherAdministrators(grant.AccountId).AnyAsync(ct) ? RightsRefusal.LastAdministrator
                    : null;
                if (refusal is null && grant is not null)
                {
                    Account account = await db.Users.SingleAsync(a => a.Id == grant.AccountId, ct);
                    Department? department = grant.DepartmentId is null ? null : await db.Departments.FindAsync([grant.DepartmentId], ct);
                    grant.Revoke(account, byId, reason.Trim(), Now);
                    Tell(account, grant.Right, department, SignInActions.RightRevoked, byId, address, reason);
                    await db.SaveChangesAsync(ct);
                }

                return refusal;
            },
            cancellationToken);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    // Serializable: of two administrators who take the right from each other at the same moment, one must keep it.
    private Task<RightsRefusal?> ChangeAsync(Func<CancellationToken, Task<RightsRefusal?>> work, CancellationToken cancellationToken) =>
        db.InTransactionAsync(work, IsolationLevel.Serializable, cancellationToken);

    private void Tell(
        Account account, Right right, Department? department, string action, long? byId, string? address, string reason)
    {
        string held = department is null
            ? right.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"{right}:{department.Id}");
        audit.Add(AuditKind.Rights, action, $"account:{account.Id}", byId, address, held);
        Dictionary<string, string> facts = new()
        {
            [NoticeFacts.Right] = right.ToString(),
            [NoticeFacts.Outcome] = action == SignInActions.RightGranted ? NoticeFacts.Granted : NoticeFacts.Revoked,
            [NoticeFacts.Department] = department?.Name.In(CultureInfo.GetCultureInfo(account.Language)) ?? "",
            [NoticeFacts.Text] = reason.Trim(),
        };
        db.Add(Notice.To(account, NoticeKind.RightsChanged, facts, Now));
    }
}
