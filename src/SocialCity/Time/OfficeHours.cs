namespace SocialCity.Time;

/// <summary>The hours in which the offices work, in the city's local time. Lunch is left out.</summary>
public sealed record OfficeHours
{
    /// <exception cref="ArgumentException">The four times are not in order.</exception>
    public OfficeHours(TimeOnly start, TimeOnly lunchStart, TimeOnly lunchEnd, TimeOnly end)
    {
        if (start > lunchStart || lunchStart > lunchEnd || lunchEnd > end || start == end)
        {
            throw new ArgumentException("Office hours go in order: start, lunch, end of lunch, end.", nameof(start));
        }

        Start = start;
        LunchStart = lunchStart;
        LunchEnd = lunchEnd;
        End = end;
    }

    /// <summary>09:00 to 18:00, lunch 12:00 to 13:00 (State Public Officials Service Regulation, 국가공무원 복무규정 article 9).</summary>
    public static OfficeHours Usual { get; } = new(new TimeOnly(9, 0), new TimeOnly(12, 0), new TimeOnly(13, 0), new TimeOnly(18, 0));

    public TimeOnly Start { get; }

    public TimeOnly LunchStart { get; }

    public TimeOnly LunchEnd { get; }

    public TimeOnly End { get; }

    /// <summary>Working time of one day.</summary>
    public TimeSpan Day => LunchStart - Start + (End - LunchEnd);
}
