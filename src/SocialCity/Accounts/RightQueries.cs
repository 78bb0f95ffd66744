using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Accounts;

public static class RightQueries
{
    /// <summary>Grants that were not taken away.</summary>
    public static IQueryable<RightGrant> InForce(this IQueryable<RightGrant> grants) => grants.Where(g => g.RevokedAt == null);

    /// <summary>Who works in a department today: its officials and managers, but for those whose account is disabled or closed.</summary>
    public static IQueryable<Account> OfficersOf(this CityDb db, long departmentId) =>
        db.Users.Where(a => a.DisabledAt == null && a.ClosedAt == null && db.RightGrants.Any(g =>
            g.AccountId == a.Id && g.DepartmentId == departmentId && g.RevokedAt == null
            && (g.Right == Right.Official || g.Right == Right.Manager)));

    /// <summary>Who holds a right in the city as a whole and can sign in.</summary>
    public static IQueryable<Account> HoldersOf(this CityDb db, Right right) =>
        db.Users.Where(a => a.DisabledAt == null && a.ClosedAt == null && db.RightGrants.Any(g =>
            g.AccountId == a.Id && g.DepartmentId == null && g.Right == right && g.RevokedAt == null));

    /// <summary>The rights of all who administer the portal and can sign in, apart from one account.</summary>
    public static IQueryable<RightGrant> OtherAdministrators(this CityDb db, long accountId) =>
        db.RightGrants.InForce().Where(g => g.Right == Right.Administrator && g.AccountId != accountId
            && db.Users.Any(a => a.Id == g.AccountId && a.DisabledAt == null && a.ClosedAt == null));

    /// <summary>Departments that stand and in which somebody works: what is sent to another one lies there unread.</summary>
    public static IQueryable<Department> DepartmentsTakingIn(this CityDb db) =>
        db.Departments.Where(d => d.DissolvedAt == null && db.RightGrants.Any(g =>
            g.DepartmentId == d.Id && g.RevokedAt == null && (g.Right == Right.Official || g.Right == Right.Manager)
            && db.Users.Any(a => a.Id == g.AccountId && a.DisabledAt == null && a.ClosedAt == null)));

    /// <summary>Duties that somebody can be sent to: not ended, in a department that stands.</summary>
    public static IQueryable<Duty> DutiesInCharge(this CityDb db) =>
        db.Duties.Where(d => d.IsActive && db.Departments.Any(m => m.Id == d.DepartmentId && m.DissolvedAt == null));

    /// <summary>Duties in charge that nobody does: without an officer, or with one who has left the department or cannot sign in.</summary>
    public static IQueryable<Duty> VacantDuties(this CityDb db) =>
        db.DutiesInCharge().Where(d => d.OfficerId == null || !db.RightGrants.Any(g =>
            g.AccountId == d.OfficerId && g.DepartmentId == d.DepartmentId && g.RevokedAt == null
            && (g.Right == Right.Official || g.Right == Right.Manager)
            && db.Users.Any(a => a.Id == g.AccountId && a.DisabledAt == null && a.ClosedAt == null)));

    /// <summary>Whether an account holds a right that somebody holds for the city's work; a merchant's shop is none.</summary>
    public static Task<bool> WorksForCityAsync(this CityDb db, long accountId, CancellationToken cancellationToken) =>
        db.RightGrants.InForce().AnyAsync(g => g.AccountId == accountId && g.Right != Right.Merchant, cancellationToken);

    /// <summary>The account as somebody who acts, with the rights it holds now.</summary>
    public static async Task<Actor> ActorAsync(this CityDb db, Account account, CancellationToken cancellationToken)
    {
        List<HeldRight> rights = await db.RightGrants.InForce()
            .Where(g => g.AccountId == account.Id)
            .Select(g => new HeldRight(g.Right, g.DepartmentId))
            .ToListAsync(cancellationToken);
        return new Actor(account.Id, account.Level, rights);
    }
}
