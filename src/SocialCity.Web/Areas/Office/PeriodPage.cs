using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Office;

public sealed record PeriodPage(IReadOnlyList<PeriodRow> Periods, PeriodForm Form)
{
    public static async Task<PeriodPage> LoadAsync(CityDb db, PeriodForm form, DateOnly today, CancellationToken cancellationToken)
    {
        List<PetitionPeriod> all = await db.PetitionPeriods.AsNoTracking().ToListAsync(cancellationToken);
        return new PeriodPage(
            [.. all.OrderBy(p => (int)p.Kind).ThenByDescending(p => p.EffectiveFrom).Select(p => new PeriodRow(
                p, p.EffectiveFrom > today, all.Where(o => o.Kind == p.Kind && o.EffectiveFrom <= today).MaxBy(o => o.EffectiveFrom) == p))],
            form);
    }
}

/// <param name="IsComing">Not yet in force.</param>
/// <param name="IsInForce">The one that counts today.</param>
public sealed record PeriodRow(PetitionPeriod Period, bool IsComing, bool IsInForce);
