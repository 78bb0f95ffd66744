using SocialCity.Time;
using static SocialCity.Tests.Time.Moments;

namespace SocialCity.Tests.Time;

/// <summary>
/// The rules a second time, as a clerk would count them: day by day with a list, or minute by minute. Compared over random receipts,
/// periods, holidays and pauses. The seed is in the case, so a failure repeats.
/// </summary>
public class DeadlinePropertyTests
{
    private const int Start = 2026;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Deadlines_in_days_equal_a_count_day_by_day(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 1_000; round++)
        {
            Case some = Case.Make(random, StatutoryPeriod.OfDays(random.Next(6, 40)));

            Assert.Equal(Shown(CountDays(some)), Shown(some.Compute().DueAt));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Deadlines_in_hours_equal_a_count_minute_by_minute(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 500; round++)
        {
            StatutoryPeriod period = random.Next(2) == 0 ? StatutoryPeriod.OfDays(random.Next(1, 6)) : StatutoryPeriod.OfHours(random.Next(1, 40));
            Case some = Case.Make(random, period);

            Assert.Equal(Shown(CountMinutes(some)), Shown(some.Compute().DueAt));
        }
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void Working_time_added_and_taken_back_equals_a_count_minute_by_minute(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 500; round++)
        {
            Case some = Case.Make(random, StatutoryPeriod.OfDays(7));
            DateTime local = Seoul.ToLocal(some.Received);
            int minutes = random.Next(1, 1_500);

            Assert.Equal(After(local, minutes, some), some.Calendar.AddWorkingTime(local, TimeSpan.FromMinutes(minutes)));
            Assert.Equal(Before(local, minutes, some), some.Calendar.SubtractWorkingTime(local, TimeSpan.FromMinutes(minutes)));
        }
    }

    [Theory]
    [InlineData(11)]
    public void A_later_receipt_or_one_more_pause_never_makes_a_deadline_earlier(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 1_000; round++)
        {
            Case some = Case.Make(random, StatutoryPeriod.OfDays(random.Next(1, 20)));
            DateTime due = some.Compute().DueAt ?? DateTime.MaxValue;
            Case later = some with { Received = some.Received.AddMinutes(random.Next(10_000)), Pauses = [] };
            DateTime pausedDue = (some with { Pauses = [.. some.Pauses, Case.MakePause(random, some.Received)] }).Compute().DueAt ?? DateTime.MaxValue;

            Assert.True(later.Compute().DueAt >= (some with { Pauses = [] }).Compute().DueAt);
            Assert.True(pausedDue >= due);
        }
    }

    private static DateTime? CountDays(Case some)
    {
        DateOnly day = DateOnly.FromDateTime(some.Received.AddHours(9));
        int counted = 0;
        while (true)
        {
            if (some.IsWorking(day))
            {
                DateTime due = new(day, new TimeOnly(9, 0), DateTimeKind.Utc);
                List<Pause> touching = [.. some.Pauses.Where(pause =>
                    pause.To > some.Received || pause.To is null).Where(pause => IsTouched(pause, day))];
                if (counted == some.Period.Amount - 1)
                {
                    touching.RemoveAll(pause => pause.From >= due);
                }

                if (touching.Exists(pause => pause.To is null))
                {
                    return null;
                }

                if (touching.Count == 0 && ++counted == some.Period.Amount)
                {
                    return due;
                }
            }

            day = day.AddDays(1);
        }
    }

    private static bool IsTouched(Pause pause, DateOnly day)
    {
        DateTime lastMinute = pause.To?.AddHours(9) ?? new DateTime(2100, 1, 1);
        for (DateTime touched = pause.From.AddHours(9).Date; touched <= lastMinute; touched = touched.AddDays(1))
        {
            if (DateOnly.FromDateTime(touched) == day)
            {
                return true;
            }

            if (DateOnly.FromDateTime(touched) > day)
            {
                return false;
            }
        }

        return false;
    }

    private static DateTime? CountMinutes(Case some)
    {
        int minutes = 60 * (some.Period.Unit == PeriodUnit.Days ? some.Period.Amount * 8 : some.Period.Amount);
        DateTime limit = some.Received.AddDays(200);
        for (DateTime minute = some.Received; minute < limit; minute = minute.AddMinutes(1))
        {
            bool isPaused = some.Pauses.Any(pause => pause.From <= minute && (pause.To is null || minute < pause.To));
            if (!isPaused && some.IsOpenIn(minute.AddHours(9)) && --minutes == 0)
            {
                return minute.AddMinutes(1);
            }
        }

        return null;
    }

    private static DateTime After(DateTime local, int minutes, Case some)
    {
        DateTime minute = local;
        while (minutes > 0)
        {
            minutes -= some.IsOpenIn(minute) ? 1 : 0;
            minute = minute.AddMinutes(1);
        }

        return minute;
    }

    private static DateTime Before(DateTime local, int minutes, Case some)
    {
        DateTime minute = local;
        while (minutes > 0)
        {
            minute = minute.AddMinutes(-1);
            minutes -= some.IsOpenIn(minute) ? 1 : 0;
        }

        return minute;
    }

    private sealed record Case(DateTime Received, StatutoryPeriod Period, HashSet<DateOnly> Holidays, IReadOnlyList<Pause> Pauses)
    {
        public WorkingCalendar Calendar { get; } = new(Holidays, OfficeHours.Usual);

        public static Case Make(Random random, StatutoryPeriod period)
        {
            DateTime received = new DateTime(Start, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(365 * 24 * 60));
            HashSet<DateOnly> holidays = [];
            for (int count = random.Next(60); count > 0; count--)
            {
                holidays.Add(new DateOnly(Start, 1, 1).AddDays(random.Next(500)));
            }

            Pause[] pauses = new Pause[random.Next(4)];
            for (int index = 0; index < pauses.Length; index++)
            {
                pauses[index] = MakePause(random, received);
            }

            return new Case(received, period, holidays, pauses);
        }

        public static Pause MakePause(Random random, DateTime received)
        {
            DateTime from = received.AddMinutes(random.Next(-2_000, 30 * 24 * 60));
            return new Pause(from, random.Next(8) == 0 ? null : from.AddMinutes(random.Next(random.Next(2) == 0 ? 300 : 20_000)));
        }

        public bool IsWorking(DateOnly day) => (int)day.DayOfWeek is >= 1 and <= 5 && !Holidays.Contains(day);

        /// <summary>Whether the office works in the minute that begins then, local.</summary>
        public bool IsOpenIn(DateTime minute) => minute.Hour is >= 9 and < 18 and not 12 && IsWorking(DateOnly.FromDateTime(minute));

        public Deadline Compute() => Deadline.For(Received, Period, [], Calendar, Seoul, Pauses);
    }
}
