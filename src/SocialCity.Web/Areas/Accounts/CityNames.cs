using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>What the city, its departments and their teams are called, in all their languages: nobody else may be.</summary>
public sealed class CityNames(CityDb db)
{
    public async Task<OfficialNames> FindAsync(CancellationToken cancellationToken)
    {
        LocalText city = await db.Cities.AsNoTracking().Select(c => c.Name).SingleAsync(cancellationToken);
        List<LocalText> departments = await db.Departments.AsNoTracking().Select(d => d.Name).ToListAsync(cancellationToken);
        List<LocalText> teams = await db.Duties.AsNoTracking().Select(d => d.Name).ToListAsync(cancellationToken);
        return new OfficialNames([.. All(city)], [.. departments.SelectMany(All), .. teams.SelectMany(All).Where(IsOfATeam)]);
    }

    /// <summary>A duty that is called by one common word (가로등) is nobody's name; 도로보수 1팀 and 공원관리팀 are.</summary>
    private static bool IsOfATeam(string duty) => duty.Contains(' ', StringComparison.Ordinal) || duty.EndsWith('팀');

    private static IEnumerable<string> All(LocalText name) => new[] { name.Ko, name.En, name.Ja }.OfType<string>();
}
