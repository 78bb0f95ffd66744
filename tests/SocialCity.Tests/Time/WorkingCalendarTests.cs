using SocialCity.Time;
using static SocialCity.Tests.Time.Moments;

namespace SocialCity.Tests.Time;

public class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-09-23", true)]
    [InlineData("2026-09-24", false)] // the eve of Chuseok
    [InlineData("2026-09-27", false)] // Sunday
    [InlineData("2026-10-05", false)] // substitute
    [InlineData("2026-06-03", false)] // polling day
    public void Weekends_and_holidays_are_not_working_days(string day, bool isWorkingDay)
    {
        Assert.Equal(isWorkingDay, Calendar.IsWorkingDay(Day(day)));
    }

    [Fact]
    public void Neighbouring_working_days_skip_weekends_and_holidays()
    {
        Assert.Equal(Day("2026-09-28"), Calendar.NextWorkingDay(Day("2026-09-23")));
        Assert.Equal(Day("2026-09-28"), Calendar.WorkingDayFrom(Day("2026-09-24")));
        Assert.Equal(Day("2026-09-23"), Calendar.WorkingDayFrom(Day("2026-09-23")));
        Assert.Equal(Day("2026-09-23"), Calendar.PreviousWorkingDay(Day("2026-09-28")));
    }

    [Theory]
    [InlineData("2026-09-14", 7, "2026-09-21")]
    [InlineData("2026-09-17", 7, "2026-09-28")] // ends on the eve of Chuseok
    [InlineData("2026-09-15", 4, "2026-09-21")] // ends on a Saturday
    public void A_civil_period_leaves_out_its_first_day_and_ends_on_a_working_day(string start, int days, string end)
    {
        Assert.Equal(Day(end), Calendar.CivilPeriodEnd(Day(start), days));
    }

    [Fact]
    public void A_city_sets_its_own_hours()
    {
        OfficeHours hours = new(new TimeOnly(10, 0), new TimeOnly(12, 30), new TimeOnly(13, 0), new TimeOnly(17, 0));
        WorkingCalendar calendar = new([], hours);

        Assert.Equal(new TimeSpan(6, 30, 0), hours.Day);
        Assert.Equal(Local("2026-09-24 11:30"), calendar.AddWorkingTime(Local("2026-09-23 10:00"), TimeSpan.FromHours(8)));
        Assert.Throws<ArgumentException>(() => new OfficeHours(new TimeOnly(9, 0), new TimeOnly(8, 0), new TimeOnly(13, 0), new TimeOnly(18, 0)));
    }

    [Theory]
    [InlineData("2026-09-22 10:00", 60, "2026-09-22 09:00")]
    [InlineData("2026-09-22 14:00", 120, "2026-09-22 11:00")] // over lunch
    [InlineData("2026-09-22 12:00", 180, "2026-09-22 09:00")] // the morning to the minute: not the evening before
    [InlineData("2026-09-22 18:00", 480, "2026-09-22 09:00")]
    [InlineData("2026-09-22 08:00", 60, "2026-09-21 17:00")] // before the office opens
    [InlineData("2026-09-28 10:00", 120, "2026-09-23 17:00")] // over Chuseok and the weekend
    [InlineData("2026-09-24 15:00", 60, "2026-09-23 17:00")] // on a holiday
    [InlineData("2026-09-20 15:00", 60, "2026-09-18 17:00")] // on a Sunday
    public void Time_is_taken_back_from_office_hours_of_working_days_alone(string local, int minutes, string before)
    {
        Assert.Equal(Local(before), Calendar.SubtractWorkingTime(Local(local), TimeSpan.FromMinutes(minutes)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_civil_period_has_a_day_at_least_and_working_time_a_moment(int amount)
    {
        DateTime local = Local("2026-09-22 10:00");

        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.CivilPeriodEnd(Day("2026-09-22"), amount));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingTime(local, TimeSpan.FromTicks(amount)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.SubtractWorkingTime(local, TimeSpan.FromTicks(amount)));
    }
}
