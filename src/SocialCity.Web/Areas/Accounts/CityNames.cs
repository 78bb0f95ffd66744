using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>What the city and its departments are called, in all their languages: nobody else may be.</summary>
public sealed class CityNames(CityDb db)
{
    public async Task<OfficialNames> FindAsync(CancellationToken cancellationToken)
    {
        LocalText city = await db.Cities.AsNoTracking().Select(c => c.Name).SingleAsync(cancellationToken);
        List<LocalText> departments = await db.Departments.AsNoTracking().Select(d => d.Name).ToListAsync(cancellationToken);
        return new OfficialNames([.. All(city)], [.. departments.SelectMany(All)]);
    }

    private static IEnumerable<string> All(LocalText name) => new[] { name.Ko, name.En, name.Ja }.OfType<string>();
}
