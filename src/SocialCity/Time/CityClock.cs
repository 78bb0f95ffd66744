namespace SocialCity.Time;

/// <summary>What time and which day it is in the city.</summary>
public sealed class CityClock(TimeProvider time, TimeZoneInfo zone)
{
    public const string DefaultZoneId = "Asia/Seoul";

    /// <summary>A clock in the zone of Seoul.</summary>
    public CityClock(TimeProvider time)
        : this(time, TimeZoneInfo.FindSystemTimeZoneById(DefaultZoneId))
    {
    }

    public TimeZoneInfo Zone { get; } = zone;

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    public DateOnly Today => DayOf(UtcNow);

    public DateTime ToLocal(DateTime utc) => Zone.ToLocal(utc);

    public DateTime ToUtc(DateTime local) => Zone.ToUtc(local);

    /// <summary>The city's day in which a UTC moment lies.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    /// <summary>The first moment of a day, in UTC.</summary>
    public DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The moment at which a day is over, in UTC: the first one of the next day, so ask with "earlier than".</summary>
    public DateTime EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
