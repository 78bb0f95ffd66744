using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Web.Areas.Office;

public sealed record PeriodPage(IReadOnlyList<PeriodRow> Periods, PeriodForm Form)
{
    /// <summary>What follows from saving, to be agreed to; null when nobody needs to be asked.</summary>
    public PeriodQuestion? Question { get; init; }

    public static async Task<PeriodPage> LoadAsync(CityDb db, PeriodForm form, DateOnly today, CancellationToken cancellationToken)
    {
        List<PetitionPeriod> all = await db.PetitionPeriods.AsNoTracking().ToListAsync(cancellationToken);
        return new PeriodPage(
            [.. all.OrderBy(p => (int)p.Kind).ThenByDescending(p => p.EffectiveFrom).Select(p => new PeriodRow(
                p, p.EffectiveFrom > today, all.Where(o => o.Kind == p.Kind && o.EffectiveFrom <= today).MaxBy(o => o.EffectiveFrom) == p))],
            form);
    }
}

/// <param name="Replaced">The period of the same kind and day in whose place it would stand; null for none.</param>
/// <param name="Complaints">How many open complaints would be counted by it at once.</param>
/// <param name="Mark">What was asked about, see <see cref="PeriodForm.Mark"/>.</param>
public sealed record PeriodQuestion(StatutoryPeriod? Replaced, int Complaints, string Mark);

/// <param name="IsComing">Not yet in force.</param>
/// <param name="IsInForce">The one that counts today.</param>
public sealed record PeriodRow(PetitionPeriod Period, bool IsComing, bool IsInForce);
