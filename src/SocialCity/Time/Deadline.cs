namespace SocialCity.Time;

/// <summary>
/// A time that does not count: waiting for a supplement, an on-site inquiry, an outage of the system.
/// </summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC; null while it lasts.</param>
public readonly record struct Pause(DateTime From, DateTime? To);

/// <summary>How a deadline stands.</summary>
public enum DeadlineState
{
    /// <summary>There is time.</summary>
    Running,

    /// <summary>A fifth of the period or one working day is left, whichever is more.</summary>
    DueSoon,

    Overdue,

    /// <summary>Overdue by more than the period itself.</summary>
    VeryLate,

    /// <summary>The clock stands still; there is no due time.</summary>
    Paused,
}

/// <summary>
/// When a petition falls due (Petitions Act, 민원 처리에 관한 법률 article 19, and its Enforcement Decree), with the moments at which
/// somebody must be told. All in UTC; all null while the clock is paused. Meant to be stored and queried, and computed again when a
/// pause, an extension or a holiday is added.
/// </summary>
/// <param name="DueAt">A period counted in days falls due at the end of office hours of its last day.</param>
/// <param name="DueSoonAt">From here a fifth of the period or one working day is left, whichever is more; never before the receipt.</param>
/// <param name="VeryLateAt">Here the period has passed once more since the due time.</param>
public sealed record Deadline(DateTime? DueAt, DateTime? DueSoonAt, DateTime? VeryLateAt)
{
    public static Deadline Paused { get; } = new(null, null, null);

    /// <summary>Computes the deadline of a petition.</summary>
    /// <param name="receivedUtc">The moment of receipt, UTC.</param>
    /// <param name="period">The period of its kind.</param>
    /// <param name="extensions">Further periods, in order: each begins when the one before it ends (Decree 21).</param>
    /// <param name="pauses">In any order; they may overlap. Those that begin after the due time change nothing.</param>
    /// <returns><see cref="Paused"/> when a pause that still lasts holds the clock.</returns>
    /// <exception cref="ArgumentException">A pause ends before it begins.</exception>
    public static Deadline For(
        DateTime receivedUtc,
        StatutoryPeriod period,
        IReadOnlyList<StatutoryPeriod> extensions,
        WorkingCalendar calendar,
        TimeZoneInfo zone,
        IReadOnlyList<Pause> pauses)
    {
        if (DueOf(receivedUtc, [period, .. extensions], calendar, zone, pauses) is not { } dueUtc)
        {
            return Paused;
        }

        // The thresholds are measured by the period of the kind, not by its extensions: a longer wait is no reason to warn later.
        TimeSpan length = Length(period, calendar);
        TimeSpan left = length / 5 > calendar.Hours.Day ? length / 5 : calendar.Hours.Day;
        DateTime due = zone.ToLocal(dueUtc);
        DateTime soonUtc = zone.ToUtc(calendar.SubtractWorkingTime(due, left));
        return new Deadline(
            dueUtc,
            soonUtc > receivedUtc ? soonUtc : receivedUtc,
            zone.ToUtc(calendar.AddWorkingTime(due, length)));
    }

    public DeadlineState StateAt(DateTime nowUtc) =>
        DueAt is null ? DeadlineState.Paused
        : nowUtc > VeryLateAt ? DeadlineState.VeryLate
        : nowUtc > DueAt ? DeadlineState.Overdue
        : nowUtc >= DueSoonAt ? DeadlineState.DueSoon
        : DeadlineState.Running;

    private static DateTime? DueOf(
        DateTime receivedUtc,
        StatutoryPeriod[] periods,
        WorkingCalendar calendar,
        TimeZoneInfo zone,
        IReadOnlyList<Pause> pauses)
    {
        DateTime received = zone.ToLocal(receivedUtc);
        Wait[] waits =
        [
            .. pauses
                .Select(pause => Wait.Of(pause, zone))
                .Where(wait => wait.To > received)
                .OrderBy(wait => wait.From),
        ];

        DateTime? due = null;
        foreach (StatutoryPeriod period in periods)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period.Amount, nameof(periods));
            if (period.IsCountedInDays)
            {
                // An extension's first day is the one after the due day; a petition's is the day of its receipt.
                DateOnly first = due is { } end ? DateOnly.FromDateTime(end).AddDays(1) : DateOnly.FromDateTime(received);
                due = AfterDays(first, period.Amount, calendar, waits);
            }
            else
            {
                due = AfterHours(due ?? received, TimeSpan.FromHours(period.WorkingHours), calendar, waits);
            }

            if (due is null)
            {
                return null;
            }
        }

        return due is { } local ? zone.ToUtc(local) : null;
    }

    /// <summary>Each day touched by a wait is left out whole, the day of sending and the day of arrival included.</summary>
    private static DateTime? AfterDays(DateOnly first, int days, WorkingCalendar calendar, Wait[] waits)
    {
        for (DateOnly day = calendar.WorkingDayFrom(first); ; day = calendar.NextWorkingDay(day))
        {
            DateTime due = day.ToDateTime(calendar.Hours.End);
            bool isLast = days == 1;
            bool isLeftOut = false;
            foreach (Wait wait in waits)
            {
                // What begins in the evening of the last day comes after the due time and cannot move it.
                if (wait.Touches(day) && !(isLast && wait.From >= due))
                {
                    if (wait.IsOpen)
                    {
                        return null;
                    }

                    isLeftOut = true;
                }
            }

            if (!isLeftOut && --days == 0)
            {
                return due;
            }
        }
    }

    /// <summary>The working time that lies in a wait is left out.</summary>
    private static DateTime? AfterHours(DateTime start, TimeSpan time, WorkingCalendar calendar, Wait[] waits)
    {
        foreach ((DateTime from, DateTime to) in calendar.OpenSpansAfter(start))
        {
            DateTime counted = from;
            foreach (Wait wait in waits)
            {
                if (wait.From >= to)
                {
                    break;
                }

                if (wait.From - counted >= time)
                {
                    return counted + time;
                }

                if (wait.From > counted)
                {
                    time -= wait.From - counted;
                }

                if (wait.IsOpen)
                {
                    return null;
                }

                if (wait.To > counted)
                {
                    counted = wait.To;
                }
            }

            if (to - counted >= time)
            {
                return counted + time;
            }

            if (to > counted)
            {
                time -= to - counted;
            }
        }

        return null;
    }

    private static TimeSpan Length(StatutoryPeriod period, WorkingCalendar calendar) =>
        period.IsCountedInDays ? period.Amount * calendar.Hours.Day : TimeSpan.FromHours(period.WorkingHours);

    private readonly record struct Wait(DateTime From, DateTime To)
    {
        public static Wait Of(Pause pause, TimeZoneInfo zone) =>
            pause.To < pause.From
                ? throw new ArgumentException("A pause ends after it began.", nameof(pause))
                : new(zone.ToLocal(pause.From), pause.To is { } to ? zone.ToLocal(to) : DateTime.MaxValue);

        public bool IsOpen => To == DateTime.MaxValue;

        public bool Touches(DateOnly day) => DateOnly.FromDateTime(From) <= day && day <= DateOnly.FromDateTime(To);
    }
}
