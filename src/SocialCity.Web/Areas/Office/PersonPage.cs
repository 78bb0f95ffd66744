using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Office;

public sealed record PersonPage(
    Account Account, IReadOnlyList<RightGrant> Grants, IReadOnlyDictionary<long, LocalText> Names, IReadOnlyList<SelectListItem> Departments, GrantForm Form)
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
            form);
    }
}
