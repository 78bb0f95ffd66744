namespace SocialCity.Time;

/// <summary>Conversion between UTC and the wall clock of a zone that never throws at a change of the clocks.</summary>
public static class ZoneTime
{
    /// <summary>The wall clock's time (kind unspecified) of a UTC moment.</summary>
    /// <exception cref="ArgumentException">The moment is of kind local.</exception>
    public static DateTime ToLocal(this TimeZoneInfo zone, DateTime utc) =>
        utc.Kind == DateTimeKind.Local
            ? throw new ArgumentException("A UTC time is wanted.", nameof(utc))
            : DateTime.SpecifyKind(utc + zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), DateTimeKind.Unspecified);

    /// <summary>The day on the wall clock of a UTC moment.</summary>
    public static DateOnly DayOf(this TimeZoneInfo zone, DateTime utc) => DateOnly.FromDateTime(zone.ToLocal(utc));

    /// <summary>
    /// The UTC moment at which the wall clock shows a time: the first one when it shows it twice, the moment after the gap when it
    /// skips it.
    /// </summary>
    public static DateTime ToUtc(this TimeZoneInfo zone, DateTime local)
    {
        DateTime wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        TimeSpan offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        // People type the year 1 and the year 9999: what no calendar reaches is its end.
        return new DateTime(Math.Clamp(wall.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
    }
}
