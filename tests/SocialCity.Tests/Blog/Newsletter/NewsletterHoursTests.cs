using System.Globalization;
using SocialCity.Blog.Newsletter;
using SocialCity.Tests.Data;
using SocialCity.Time;

namespace SocialCity.Tests.Blog.Newsletter;

public sealed class NewsletterHoursTests
{
    private static readonly NewsletterHours Hours = new(new TimeOnly(7, 0), DayOfWeek.Monday);
    private static readonly CityClock Clock = new(new SettableTime(TestDatabase.Start));

    [Theory]
    // In Seoul it is nine hours later: what follows is before, at and after seven in the morning, and around midnight.
    [InlineData(NewsletterPace.Daily, "2026-11-30 06:59:59", "2026-11-30 07:00")]
    [InlineData(NewsletterPace.Daily, "2026-11-30 07:00:00", "2026-12-01 07:00")]
    [InlineData(NewsletterPace.Daily, "2026-11-30 23:59:59", "2026-12-01 07:00")]
    [InlineData(NewsletterPace.Daily, "2026-12-01 00:00:00", "2026-12-01 07:00")]
    [InlineData(NewsletterPace.Daily, "2026-12-31 09:00:00", "2027-01-01 07:00")]
    [InlineData(NewsletterPace.Weekly, "2026-11-29 23:30:00", "2026-11-30 07:00")]
    [InlineData(NewsletterPace.Weekly, "2026-11-30 06:59:00", "2026-11-30 07:00")]
    [InlineData(NewsletterPace.Weekly, "2026-11-30 07:00:00", "2026-12-07 07:00")]
    [InlineData(NewsletterPace.Weekly, "2026-12-01 00:30:00", "2026-12-07 07:00")]
    public void The_next_one_comes_on_the_morning_of_the_city(NewsletterPace pace, string local, string next) =>
        Assert.Equal(Utc(next), Hours.NextAfter(pace, Utc(local), Clock));

    [Theory]
    [InlineData(NewsletterPace.Daily, "2026-12-01 00:30:00", "2026-11-30 07:00")]
    [InlineData(NewsletterPace.Daily, "2026-12-01 07:00:00", "2026-12-01 07:00")]
    [InlineData(NewsletterPace.Weekly, "2026-11-30 06:59:00", "2026-11-23 07:00")]
    [InlineData(NewsletterPace.Weekly, "2026-11-30 07:00:00", "2026-11-30 07:00")]
    [InlineData(NewsletterPace.Weekly, "2026-12-06 23:59:00", "2026-11-30 07:00")]
    public void The_last_one_was_due_on_the_morning_before(NewsletterPace pace, string local, string last) =>
        Assert.Equal(Utc(last), Hours.LastUntil(pace, Utc(local), Clock));

    [Fact]
    public void From_one_to_the_next_lies_a_day_or_a_week_whatever_the_hour_and_the_weekday()
    {
        Random random = new(5);
        for (int round = 0; round < 2_000; round++)
        {
            NewsletterHours hours = new(new TimeOnly(random.Next(24), random.Next(60)), (DayOfWeek)random.Next(7));
            NewsletterPace pace = random.Next(2) == 0 ? NewsletterPace.Daily : NewsletterPace.Weekly;
            DateTime at = TestDatabase.Start.AddMinutes(random.Next(1_000_000));

            DateTime last = hours.LastUntil(pace, at, Clock);
            DateTime next = hours.NextAfter(pace, at, Clock);

            Assert.True(last <= at && at < next);
            Assert.Equal(TimeSpan.FromDays(NewsletterHours.Days(pace)), next - last);
            Assert.Equal(hours.Time, TimeOnly.FromDateTime(Clock.ToLocal(next)));
            Assert.True(pace == NewsletterPace.Daily || Clock.ToLocal(next).DayOfWeek == hours.Weekday);
        }
    }

    private static DateTime Utc(string local) => Clock.ToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture));
}
