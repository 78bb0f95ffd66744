using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Municipality;
using SocialCity.Time;

namespace SocialCity.Data;

/// <summary>
/// Lays down what every city needs before its first page: its settings, the periods of the law, the public holidays. Only what is
/// missing is added, so it can run at each start; what the city changed stays.
/// </summary>
public sealed class Foundation(CityDb db, TimeProvider time)
{
    private const int YearsAhead = 2;

    /// <summary>Holidays that no rule gives: elections and days named at short notice.</summary>
    private static readonly (DateOnly Date, string Name, HolidayKind Kind)[] NamedDays =
    [
        (new DateOnly(2025, 1, 27), "임시공휴일", HolidayKind.Temporary),
        (new DateOnly(2025, 6, 3), "대통령 선거일", HolidayKind.Election),
        (new DateOnly(2026, 6, 3), "지방선거일", HolidayKind.Election),
    ];

    public async Task LayAsync(CancellationToken cancellationToken)
    {
        City? city = await db.Cities.SingleOrDefaultAsync(cancellationToken);
        if (city is null)
        {
            city = new City();
            db.Add(city);
        }

        if (!await db.PetitionPeriods.AnyAsync(cancellationToken))
        {
            db.AddRange(PeriodsOfTheLaw());
        }

        await AddHolidaysAsync(TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IEnumerable<PetitionPeriod> PeriodsOfTheLaw()
    {
        DateOnly from = new(2022, 7, 12);
        return
        [
            new PetitionPeriod(PetitionKind.LegalInquiry, StatutoryPeriod.OfDays(14), from, "민원처리법 시행령 제14조 제1호"),
            new PetitionPeriod(PetitionKind.Inquiry, StatutoryPeriod.OfDays(7), from, "민원처리법 시행령 제14조 제2호"),
            new PetitionPeriod(PetitionKind.Suggestion, StatutoryPeriod.OfDays(14), from, "민원처리법 시행령 제15조"),
            new PetitionPeriod(PetitionKind.Other, StatutoryPeriod.OfDays(7), from, "민원처리법 시행령 제16조에 따라 시가 정한 기간"),
            new PetitionPeriod(PetitionKind.Grievance, StatutoryPeriod.OfDays(7), from, "민원처리법 시행령 제17조"),
            new PetitionPeriod(PetitionKind.Statutory, StatutoryPeriod.OfDays(7), from, "민원처리법 제17조, 제36조"),
        ];
    }

    private async Task AddHolidaysAsync(TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        int thisYear = zone.ToLocal(time.GetUtcNow().UtcDateTime).Year;
        HashSet<int> known = [.. await db.Set<Holiday>().Where(h => h.IsGenerated).Select(h => h.Date.Year).Distinct().ToListAsync(cancellationToken)];
        HashSet<DateOnly> taken = [.. await db.Set<Holiday>().Select(h => h.Date).ToListAsync(cancellationToken)];
        foreach (int year in Enumerable.Range(thisYear - 1, YearsAhead + 2).Where(y => KoreanHolidays.Covers(y) && !known.Contains(y)))
        {
            db.AddRange(KoreanHolidays.In(year).Where(day => taken.Add(day.Date)).Select(Holiday.Generate));
            db.AddRange(NamedDays.Where(day => day.Date.Year == year && taken.Add(day.Date))
                .Select(day => Holiday.Enter(day.Date, day.Name, day.Kind)));
        }
    }
}
