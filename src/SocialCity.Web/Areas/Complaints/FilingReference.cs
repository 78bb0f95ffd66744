using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Time;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>How long an answer may take, and why.</summary>
/// <param name="Basis">The article of law or ordinance.</param>
public sealed record PeriodFacts(StatutoryPeriod Period, string Basis);

/// <summary>What the form for a new complaint offers, and what is checked against: four queries.</summary>
public sealed class FilingReference
{
    private readonly Dictionary<PetitionKind, PetitionPeriod> _periods;
    private readonly PetitionClock _clock;
    private readonly DateTime _now;

    private FilingReference(
        City city, IReadOnlyList<ComplaintCategory> categories, IReadOnlyList<District> districts, IEnumerable<PetitionPeriod> periods,
        PetitionClock clock, DateTime now)
    {
        City = city;
        Categories = categories;
        Districts = [.. districts.Select(d => new MapDistrict(d.Id, d.Name.ToString(), d.Boundary()))];
        _clock = clock;
        _now = now;
        DateOnly today = DateOnly.FromDateTime(clock.Zone.ToLocal(now));
        _periods = periods.Where(p => p.EffectiveFrom <= today).GroupBy(p => p.Kind)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.EffectiveFrom).First());
    }

    public City City { get; }

    public IReadOnlyList<ComplaintCategory> Categories { get; }

    public IReadOnlyList<MapDistrict> Districts { get; }

    /// <summary>
    /// Whether the city is ready for complaints: there is a category to choose, and a department that sorts, so that nothing comes in which
    /// nobody sees.
    /// </summary>
    public bool TakesComplaints => Categories.Count > 0 && City.TriageDepartmentId is not null;

    /// <param name="db">Where it stands.</param>
    /// <param name="city">Whose form it is.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="answered">
    /// Questions that this form has answered: one that was hidden since the form was opened is still asked in it, so that no reply is lost.
    /// </param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<FilingReference> LoadAsync(
        CityDb db, City city, DateTime now, IReadOnlyCollection<long> answered, CancellationToken cancellationToken) =>
        new(
            city,
            await db.ComplaintCategories.AsNoTracking().AsSingleQuery()
                .Include(c => c.Questions.Where(q => q.IsActive || answered.Contains(q.Id)).OrderBy(q => q.Order))
                .Where(c => c.IsActive).OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(cancellationToken),
            await db.Districts.AsNoTracking().Where(d => d.IsActive).OrderBy(d => d.Order).ThenBy(d => d.Id).ToListAsync(cancellationToken),
            await db.PetitionPeriods.AsNoTracking().ToListAsync(cancellationToken),
            await PetitionClock.LoadAsync(db, city, cancellationToken),
            now);

    public ComplaintCategory? Category(long? id) => Categories.FirstOrDefault(c => c.Id == id);

    public MapDistrict? District(long? id) => Districts.FirstOrDefault(d => d.Id == id);

    /// <summary>The dong in which a place lies; null outside the city.</summary>
    public MapDistrict? DistrictAt(GeoPoint place) => Districts.FirstOrDefault(d => d.Boundary.Contains(place));

    /// <summary>The period of a category with its basis; null where the city set none.</summary>
    public PeriodFacts? PeriodOf(ComplaintCategory category)
    {
        PetitionPeriod? ofKind = _periods.GetValueOrDefault(category.Kind);
        return category.OwnPeriod() is { } own
            ? new PeriodFacts(own, ofKind?.Basis ?? "")
            : ofKind is null ? null : new PeriodFacts(ofKind.Period(), ofKind.Basis);
    }

    /// <summary>When an answer would be due if the complaint were received now, UTC.</summary>
    public DateTime? DueIfFiledNow(StatutoryPeriod period) => Deadline.For(_now, period, [], _clock.Calendar, _clock.Zone, []).DueAt;
}
