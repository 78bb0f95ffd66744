using System.Globalization;

namespace SocialCity.Time;

/// <summary>A public holiday as the law gives it.</summary>
public sealed record PublicHoliday(DateOnly Date, string Name, HolidayKind Kind);

/// <summary>The holidays of a year cannot be computed: it lies outside the calendar's tables.</summary>
public sealed class HolidaysNotComputableException(int year) : InvalidOperationException(
    $"The public holidays of {year} cannot be computed: the law's rules and the lunar calendar are known " +
    $"from {KoreanHolidays.FirstYear} to {KoreanHolidays.LastYear}. Enter the year's holidays by hand.")
{
    public int Year { get; } = year;
}

/// <summary>
/// The public holidays of Korea, computed from the Public Holidays Act (공휴일에 관한 법률) and the Regulation on Holidays of Public
/// Offices (관공서의 공휴일에 관한 규정), articles 2 and 3, as they are in force on the day itself. Temporary holidays and polling days
/// follow from no rule: they are entered by hand.
/// </summary>
public static class KoreanHolidays
{
    /// <summary>The Act is in force since 2022-01-01; earlier years followed other rules.</summary>
    public const int FirstYear = 2022;

    /// <summary>The lunar calendar of .NET ends on 2051-02-10, the eve of Seollal.</summary>
    public const int LastYear = 2050;

    private static readonly DateOnly Always = new(FirstYear, 1, 1);
    private static readonly DateOnly Since2023 = new(2023, 5, 4);
    private static readonly DateOnly Since2026 = new(2026, 5, 1);

    private static readonly KoreanLunisolarCalendar LunarCalendar = new();

    private static readonly Rule[] Rules =
    [
        new("새해 첫날", 1, 1, Substituted.Never, Always, Always),
        new("설날 전날", 1, 1, Substituted.OnSunday, Always, Always, IsLunar: true, Shift: -1),
        new("설날", 1, 1, Substituted.OnSunday, Always, Always, IsLunar: true),
        new("설날 다음 날", 1, 1, Substituted.OnSunday, Always, Always, IsLunar: true, Shift: 1),
        new("3·1절", 3, 1, Substituted.OnWeekend, Always, Always),
        new("노동절", 5, 1, Substituted.OnWeekend, Since2026, Since2026),
        new("어린이날", 5, 5, Substituted.OnWeekend, Always, Always),
        new("부처님 오신 날", 4, 8, Substituted.OnWeekend, Always, Since2023, IsLunar: true),
        new("현충일", 6, 6, Substituted.Never, Always, Always),
        new("제헌절", 7, 17, Substituted.OnWeekend, Since2026, Since2026),
        new("광복절", 8, 15, Substituted.OnWeekend, Always, Always),
        new("추석 전날", 8, 15, Substituted.OnSunday, Always, Always, IsLunar: true, Shift: -1),
        new("추석", 8, 15, Substituted.OnSunday, Always, Always, IsLunar: true),
        new("추석 다음 날", 8, 15, Substituted.OnSunday, Always, Always, IsLunar: true, Shift: 1),
        new("개천절", 10, 3, Substituted.OnWeekend, Always, Always),
        new("한글날", 10, 9, Substituted.OnWeekend, Always, Always),
        new("성탄절", 12, 25, Substituted.OnWeekend, Always, Since2023),
    ];

    private enum Substituted
    {
        Never,
        OnSunday,
        OnWeekend,
    }

    public static bool Covers(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>The holidays of a year in order of date, one for each date; where two meet, the entry carries both names.</summary>
    /// <exception cref="HolidaysNotComputableException">The year is before 2022 or after 2050; ask <see cref="Covers"/> first.</exception>
    public static IReadOnlyList<PublicHoliday> In(int year)
    {
        if (!Covers(year))
        {
            throw new HolidaysNotComputableException(year);
        }

        List<(DateOnly Date, Rule Rule)> days = [];
        foreach (Rule rule in Rules)
        {
            DateOnly date = rule.DateIn(year);
            if (date >= rule.InForce)
            {
                days.Add((date, rule));
            }
        }

        SortedDictionary<DateOnly, PublicHoliday> holidays = [];
        foreach (var sameDay in days.GroupBy(day => day.Date))
        {
            string name = string.Join(" · ", sameDay.Select(day => day.Rule.Name));
            holidays.Add(sameDay.Key, new PublicHoliday(sameDay.Key, name, HolidayKind.Public));
        }

        foreach ((DateOnly lost, string name) in Lost(days))
        {
            DateOnly date = lost.AddDays(1);
            while (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.ContainsKey(date))
            {
                date = date.AddDays(1);
            }

            holidays.Add(date, new PublicHoliday(date, $"대체공휴일({name})", HolidayKind.Substitute));
        }

        return [.. holidays.Values];
    }

    /// <summary>
    /// The holidays for which article 3 gives a substitute. On a weekend each holiday counts for itself; on a working day two that
    /// meet give one substitute together.
    /// </summary>
    private static List<(DateOnly Date, string Name)> Lost(List<(DateOnly Date, Rule Rule)> days)
    {
        List<(DateOnly, string)> lost = [];
        foreach (var sameDay in days.GroupBy(day => day.Date).OrderBy(group => group.Key))
        {
            DateOnly date = sameDay.Key;
            Rule[] substituted =
            [
                .. sameDay.Select(day => day.Rule).Where(rule => rule.Substituted != Substituted.Never && date >= rule.SubstitutedSince),
            ];
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                lost.AddRange(substituted
                    .Where(rule => date.DayOfWeek == DayOfWeek.Sunday || rule.Substituted == Substituted.OnWeekend)
                    .Select(rule => (date, rule.Name)));
            }
            else if (sameDay.Count() > 1 && substituted.Length > 0)
            {
                lost.Add((date, substituted[^1].Name));
            }
        }

        return lost;
    }

    private static DateOnly FromLunar(int year, int month, int day)
    {
        // The calendar numbers the leap month as a month of its own, so that those after it are one higher.
        int leapMonth = LunarCalendar.GetLeapMonth(year);
        int position = leapMonth > 0 && month >= leapMonth ? month + 1 : month;
        return DateOnly.FromDateTime(LunarCalendar.ToDateTime(year, position, day, 0, 0, 0, 0));
    }

    private sealed record Rule(
        string Name,
        int Month,
        int Day,
        Substituted Substituted,
        DateOnly InForce,
        DateOnly SubstitutedSince,
        bool IsLunar = false,
        int Shift = 0)
    {
        public DateOnly DateIn(int year) => (IsLunar ? FromLunar(year, Month, Day) : new DateOnly(year, Month, Day)).AddDays(Shift);
    }
}
