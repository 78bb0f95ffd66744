using SocialCity.Time;

namespace SocialCity.Blog.Newsletter;

/// <summary>When the newsletter goes out, by the city's clock.</summary>
/// <param name="Time">Of each day.</param>
/// <param name="Weekday">Of the weekly one.</param>
public sealed record NewsletterHours(TimeOnly Time, DayOfWeek Weekday)
{
    /// <summary>The first time after a moment at which a digest is due. UTC.</summary>
    public DateTime NextAfter(NewsletterPace pace, DateTime utc, CityClock clock)
    {
        DateOnly day = FirstFrom(pace, clock.DayOf(utc));
        DateTime due = At(day, clock);
        return due > utc ? due : At(FirstFrom(pace, day.AddDays(1)), clock);
    }

    /// <summary>The last time up to a moment at which a digest was due. UTC.</summary>
    public DateTime LastUntil(NewsletterPace pace, DateTime utc, CityClock clock)
    {
        DateOnly day = clock.DayOf(utc);
        int back = pace == NewsletterPace.Weekly ? Between(Weekday, day.DayOfWeek) : 0;
        DateTime due = At(day.AddDays(-back), clock);
        return due <= utc ? due : At(day.AddDays(-back - Days(pace)), clock);
    }

    /// <summary>How many days lie between two digests.</summary>
    public static int Days(NewsletterPace pace) => pace == NewsletterPace.Weekly ? 7 : 1;

    private DateTime At(DateOnly day, CityClock clock) => clock.ToUtc(day.ToDateTime(Time));

    private DateOnly FirstFrom(NewsletterPace pace, DateOnly day) => pace == NewsletterPace.Weekly ? day.AddDays(Between(day.DayOfWeek, Weekday)) : day;

    private static int Between(DayOfWeek from, DayOfWeek to) => (to - from + 7) % 7;
}
