using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Office;

/// <param name="States">When the account was disabled and enabled again, newest first; as the audit log holds it.</param>
public sealed record PersonPage(
    Account Account,
    IReadOnlyList<RightGrant> Grants,
    IReadOnlyDictionary<long, LocalText> Names,
    IReadOnlyList<SelectListItem> Departments,
    IReadOnlyList<StateChange> States,
    GrantForm Form)
{
    /// <summary>Null when there is no such account.</summary>
    public static async Task<PersonPage?> LoadAsync(CityDb db, long id, GrantForm form, CancellationToken cancellationToken)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } account)
        {
            return null;
        }

        var departments = await db.Departments.AsNoTracking().OrderBy(d => d.Order).Select(d => new { d.Id, d.Name, d.DissolvedAt }).ToListAsync(cancellationToken);
        List<RightGrant> grants = await db.RightGrants.AsNoTracking().Where(g => g.AccountId == id)
            .OrderByDescending(g => g.GrantedAt).ThenByDescending(g => g.Id).ToListAsync(cancellationToken);
        return new PersonPage(
            account,
            grants,
            departments.ToDictionary(d => d.Id, d => d.Name),
            [.. departments.Where(d => d.DissolvedAt is null).Select(d => new SelectListItem(d.Name.ToString(), d.Id.ToString(CultureInfo.InvariantCulture)))],
            await StatesAsync(db, id, cancellationToken),
            form);
    }

    private static async Task<IReadOnlyList<StateChange>> StatesAsync(CityDb db, long id, CancellationToken cancellationToken)
    {
        string subject = $"account:{id}";
        return await db.AuditEntries.AsNoTracking()
            .Where(e => e.Subject == subject && (e.Action == AuditActions.AccountDisabled || e.Action == AuditActions.AccountEnabled))
            .NewestFirst()
            .Select(e => new StateChange(
                e.At,
                e.Action == AuditActions.AccountDisabled,
                db.Users.Where(a => a.Id == e.ActorId).Select(a => a.DisplayName).FirstOrDefault(),
                e.Details))
            .ToListAsync(cancellationToken);
    }
}

/// <param name="By">Who did it; null when their account is gone.</param>
/// <param name="Reason">Why; empty when it was enabled.</param>
public sealed record StateChange(DateTime At, bool IsDisabled, string? By, string Reason);
