using SocialCity.Time;
using static SocialCity.Tests.Time.Moments;

namespace SocialCity.Tests.Time;

public class CityClockTests
{
    [Fact]
    public void Today_is_the_day_of_the_city_not_of_greenwich()
    {
        CityClock clock = new(new StoppedTime(new DateTimeOffset(2026, 9, 17, 15, 0, 0, TimeSpan.Zero)));

        Assert.Equal(Day("2026-09-18"), clock.Today);
        Assert.Equal(Local("2026-09-18 00:00"), clock.ToLocal(clock.UtcNow));
        Assert.Equal(DateTimeKind.Utc, clock.UtcNow.Kind);
        Assert.Equal(CityClock.DefaultZoneId, clock.Zone.Id);
    }

    [Fact]
    public void A_day_runs_from_midnight_to_midnight_of_the_city()
    {
        CityClock clock = new(TimeProvider.System);
        DateOnly day = Day("2026-09-18");

        Assert.Equal(new DateTime(2026, 9, 17, 15, 0, 0, DateTimeKind.Utc), clock.StartOf(day));
        Assert.Equal(clock.StartOf(day.AddDays(1)), clock.EndOf(day));
        Assert.Equal(day, clock.DayOf(clock.StartOf(day)));
        Assert.Equal(day, clock.DayOf(clock.EndOf(day).AddTicks(-1)));
        Assert.Equal(DateTimeKind.Utc, clock.StartOf(day).Kind);
    }

    [Theory]
    [InlineData("America/Santiago")] // clocks change at midnight
    [InlineData("America/Havana")]
    [InlineData("Europe/Berlin")]
    [InlineData("Asia/Seoul")]
    public void Every_day_of_a_year_begins_in_itself_and_ends_where_the_next_begins(string zone)
    {
        CityClock clock = new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById(zone));
        for (DateOnly day = new(2025, 1, 1); day.Year == 2025; day = day.AddDays(1))
        {
            Assert.Equal(day, clock.DayOf(clock.StartOf(day)));
            Assert.Equal(day.AddDays(-1), clock.DayOf(clock.StartOf(day).AddTicks(-1)));
        }
    }

    [Fact]
    public void A_local_time_is_refused_where_utc_is_wanted()
    {
        Assert.Throws<ArgumentException>(() => Seoul.ToLocal(new DateTime(2026, 9, 18, 0, 0, 0, DateTimeKind.Local)));
    }

    private sealed class StoppedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    [Fact]
    public void The_ends_of_the_calendar_are_times_too()
    {
        CityClock clock = new(TimeProvider.System);

        Assert.Equal(DateTime.MinValue, clock.ToUtc(DateTime.MinValue));
        Assert.Equal(DateTime.MaxValue.AddHours(-9), clock.ToUtc(DateTime.MaxValue));
    }
}
