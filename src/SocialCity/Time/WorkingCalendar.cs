using System.Collections.Frozen;
using System.Diagnostics;

namespace SocialCity.Time;

/// <summary>
/// Working days and working time: neither Saturdays and Sundays nor public holidays. Knows local dates and times only.
/// Holidays are those of the years at hand; a year without entries has weekends only.
/// </summary>
public sealed class WorkingCalendar(IEnumerable<DateOnly> holidays, OfficeHours hours)
{
    private readonly FrozenSet<DateOnly> holidays = holidays.ToFrozenSet();

    public OfficeHours Hours { get; } = hours;

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>The day itself when it is a working day, else the first one after it.</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The first working day after the day.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => WorkingDayFrom(day.AddDays(1));

    /// <summary>The last working day before the day.</summary>
    public DateOnly PreviousWorkingDay(DateOnly day)
    {
        do
        {
            day = day.AddDays(-1);
        }
        while (!IsWorkingDay(day));

        return day;
    }

    /// <summary>
    /// The last day of a period under the Civil Code (민법 157, 161): the first day is excluded, all days count, and an end on a
    /// Saturday, Sunday or holiday moves on to the next working day. For the time given to send a supplement.
    /// </summary>
    /// <param name="days">At least 1.</param>
    public DateOnly CivilPeriodEnd(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        return WorkingDayFrom(start.AddDays(days));
    }

    /// <summary>The first moment at which so much working time has passed: a period that fills a day ends at the end of that day.</summary>
    /// <param name="time">More than zero.</param>
    public DateTime AddWorkingTime(DateTime local, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        foreach ((DateTime from, DateTime to) in OpenSpansAfter(local))
        {
            if (to - from >= time)
            {
                return from + time;
            }

            time -= to - from;
        }

        throw new UnreachableException();
    }

    /// <summary>The last moment from which so much working time is still left until the given one.</summary>
    /// <param name="time">More than zero.</param>
    public DateTime SubtractWorkingTime(DateTime local, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        for (DateOnly day = DateOnly.FromDateTime(local); ; day = PreviousWorkingDay(day))
        {
            foreach ((DateTime from, DateTime end) in OpenSpansOf(day).Reverse())
            {
                DateTime to = end < local ? end : local;
                if (to <= from)
                {
                    continue;
                }

                if (to - from >= time)
                {
                    return to - time;
                }

                time -= to - from;
            }
        }
    }

    /// <summary>All spans of working time after a moment, in order, without end.</summary>
    internal IEnumerable<(DateTime From, DateTime To)> OpenSpansAfter(DateTime local)
    {
        for (DateOnly day = WorkingDayFrom(DateOnly.FromDateTime(local)); ; day = NextWorkingDay(day))
        {
            foreach ((DateTime from, DateTime to) in OpenSpansOf(day))
            {
                if (to > local)
                {
                    yield return (from > local ? from : local, to);
                }
            }
        }
    }

    private IEnumerable<(DateTime From, DateTime To)> OpenSpansOf(DateOnly day) => IsWorkingDay(day)
        ?
        [
            (day.ToDateTime(Hours.Start), day.ToDateTime(Hours.LunchStart)),
            (day.ToDateTime(Hours.LunchEnd), day.ToDateTime(Hours.End)),
        ]
        : [];
}
