using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Municipality;

namespace SocialCity.Web.Areas.Office;

public sealed record DistrictList(IReadOnlyList<District> Districts, BoundaryDrawing Drawing)
{
    public static async Task<DistrictList> LoadAsync(CityDb db, CancellationToken cancellationToken)
    {
        List<District> all = await db.Districts.AsNoTracking().OrderBy(d => d.Order).ToListAsync(cancellationToken);
        return new DistrictList(all, BoundaryDrawing.Of(all));
    }
}

/// <param name="District">Null for a new one.</param>
/// <param name="Drawing">All dongs, this one as it was typed.</param>
public sealed record DistrictPage(District? District, DistrictForm Form, BoundaryDrawing Drawing)
{
    public static async Task<DistrictPage> LoadAsync(CityDb db, District? district, DistrictForm form, CancellationToken cancellationToken)
    {
        Boundary? drawn = Boundary.TryParse(form.Boundary, out Boundary? boundary) ? boundary : null;
        List<District> all = await db.Districts.AsNoTracking().OrderBy(d => d.Order).ToListAsync(cancellationToken);
        return new DistrictPage(district, form, BoundaryDrawing.Of(all, district?.Id, drawn, form.Name.ToText().ToString()));
    }
}
