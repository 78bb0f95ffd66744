using System.Globalization;
using SocialCity.Time;

namespace SocialCity.Tests.Time;

public class KoreanHolidaysTests
{
    // Month-day, "s" for a substitute. Temporary holidays and polling days are entered by hand and left out.
    [Theory]
    [InlineData(2022, "1-1 1-31 2-1 2-2 3-1 5-5 5-8 6-6 8-15 9-9 9-10 9-11 9-12s 10-3 10-9 10-10s 12-25")]
    [InlineData(2023, "1-1 1-21 1-22 1-23 1-24s 3-1 5-5 5-27 5-29s 6-6 8-15 9-28 9-29 9-30 10-3 10-9 12-25")]
    [InlineData(2024, "1-1 2-9 2-10 2-11 2-12s 3-1 5-5 5-6s 5-15 6-6 8-15 9-16 9-17 9-18 10-3 10-9 12-25")]
    [InlineData(2025, "1-1 1-28 1-29 1-30 3-1 3-3s 5-5 5-6s 6-6 8-15 10-3 10-5 10-6 10-7 10-8s 10-9 12-25")]
    [InlineData(2026, "1-1 2-16 2-17 2-18 3-1 3-2s 5-1 5-5 5-24 5-25s 6-6 7-17 8-15 8-17s 9-24 9-25 9-26 10-3 10-5s 10-9 12-25")]
    [InlineData(2027, "1-1 2-6 2-7 2-8 2-9s 3-1 5-1 5-3s 5-5 5-13 6-6 7-17 7-19s 8-15 8-16s 9-14 9-15 9-16 10-3 10-4s 10-9 10-11s 12-25 12-27s")]
    public void A_year_has_the_holidays_of_the_law(int year, string expected)
    {
        string actual = string.Join(' ', KoreanHolidays.In(year).Select(day =>
            day.Date.ToString("M-d", CultureInfo.InvariantCulture) + (day.Kind == HolidayKind.Substitute ? "s" : "")));

        Assert.Equal(expected, actual);
    }

    // In these years a month is repeated, and those after it are numbered one higher by the calendar.
    [Theory]
    [InlineData(2025, "설날", "2025-01-29")]
    [InlineData(2025, "추석", "2025-10-06")]
    [InlineData(2028, "설날", "2028-01-27")]
    [InlineData(2028, "부처님 오신 날", "2028-05-02")]
    [InlineData(2031, "설날", "2031-01-23")]
    [InlineData(2031, "부처님 오신 날", "2031-05-28")]
    [InlineData(2031, "추석", "2031-10-01")]
    public void Lunar_days_are_right_in_years_with_a_leap_month(int year, string name, string date)
    {
        Assert.Equal(DateOnly.Parse(date, CultureInfo.InvariantCulture), KoreanHolidays.In(year).Single(day => day.Name == name).Date);
    }

    [Fact]
    public void Holidays_that_meet_on_a_working_day_give_one_substitute_and_carry_both_names()
    {
        IReadOnlyList<PublicHoliday> year = KoreanHolidays.In(2028);

        Assert.Equal("추석 · 개천절", year.Single(day => day.Date == new DateOnly(2028, 10, 3)).Name);
        Assert.Equal(
            [new DateOnly(2028, 10, 5)],
            year.Where(day => day.Kind == HolidayKind.Substitute && day.Date.Month == 10).Select(day => day.Date));
    }

    [Fact]
    public void Substitutes_of_two_holidays_follow_each_other()
    {
        // 2036: the eve of Chuseok meets National Foundation Day on a Friday, the day after Chuseok is a Sunday.
        Assert.Equal(
            ["2036-10-06 대체공휴일(개천절)", "2036-10-07 대체공휴일(추석 다음 날)"],
            KoreanHolidays.In(2036)
                .Where(day => day.Kind == HolidayKind.Substitute && day.Date.Month == 10)
                .Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Date:yyyy-MM-dd} {day.Name}")));
    }

    [Fact]
    public void Labour_day_and_constitution_day_are_holidays_since_2026()
    {
        Assert.DoesNotContain(KoreanHolidays.In(2025), day => day.Name is "노동절" or "제헌절");
        Assert.Equal(2, KoreanHolidays.In(2026).Count(day => day.Name is "노동절" or "제헌절"));
    }

    [Fact]
    public void Each_year_that_is_covered_has_single_dates_in_order_names_that_fit_and_substitutes_on_working_days()
    {
        for (int year = KoreanHolidays.FirstYear; year <= KoreanHolidays.LastYear; year++)
        {
            IReadOnlyList<PublicHoliday> days = KoreanHolidays.In(year);

            Assert.Equal(days.Select(day => day.Date).Distinct().Order(), days.Select(day => day.Date));
            Assert.All(days, day => Assert.Equal(year, day.Date.Year));
            Assert.All(days, day => Assert.InRange(day.Name.Length, 1, Holiday.NameLength));
            Assert.DoesNotContain(days, day =>
                day.Kind == HolidayKind.Substitute && day.Date.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday));
        }
    }

    [Theory]
    [InlineData(2021)]
    [InlineData(2051)]
    public void A_year_outside_the_tables_is_refused_by_name(int year)
    {
        Assert.False(KoreanHolidays.Covers(year));
        var refusal = Assert.Throws<HolidaysNotComputableException>(() => KoreanHolidays.In(year));
        Assert.Equal(year, refusal.Year);
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"The public holidays of {year} "), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("by hand", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generated_holiday_that_a_person_corrects_is_theirs()
    {
        Holiday holiday = Holiday.Generate(KoreanHolidays.In(2026)[0]);
        Assert.True(holiday.IsGenerated);

        holiday.Correct(" 신정 ", HolidayKind.Public);

        Assert.False(holiday.IsGenerated);
        Assert.Equal("신정", holiday.Name);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public void A_holiday_needs_a_name_that_fits(string name)
    {
        Assert.Throws<ArgumentException>(() => Holiday.Enter(new DateOnly(2026, 6, 3), name, HolidayKind.Election));
    }
}
