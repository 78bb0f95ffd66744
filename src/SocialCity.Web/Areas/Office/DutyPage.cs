using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Office;

/// <param name="Duty">Null for a new one.</param>
/// <param name="Officers">Who works in the department.</param>
public sealed record DutyPage(Department Department, Duty? Duty, DutyForm Form, IReadOnlyList<SelectListItem> Officers)
{
    /// <summary>Null when there is no such department.</summary>
    public static async Task<DutyPage?> LoadAsync(CityDb db, long departmentId, Duty? duty, DutyForm form, CancellationToken cancellationToken) =>
        await db.Departments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == departmentId, cancellationToken) is { } department
            ? new DutyPage(
                department,
                duty,
                form,
                await db.OfficersOf(departmentId).OrderBy(a => a.DisplayName)
                    .Select(a => new SelectListItem(a.DisplayName, a.Id.ToString(CultureInfo.InvariantCulture))).ToListAsync(cancellationToken))
            : null;

    public bool Offers(long? officerId) =>
        officerId is not { } id || Officers.Any(o => o.Value == id.ToString(CultureInfo.InvariantCulture));
}
