using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>What the city is called, in all its languages: nobody else may be.</summary>
public sealed class CityNames(CityDb db)
{
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellationToken)
    {
        var name = await db.Cities.AsNoTracking().Select(c => c.Name).SingleAsync(cancellationToken);
        return [.. new[] { name.Ko, name.En, name.Ja }.OfType<string>()];
    }
}
