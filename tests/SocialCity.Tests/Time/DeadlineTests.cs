using SocialCity.Time;
using static SocialCity.Tests.Time.Moments;

namespace SocialCity.Tests.Time;

public class DeadlineTests
{
    [Theory]
    [InlineData("2026-09-18 10:00", 7, "2026-09-30 18:00")]
    [InlineData("2026-09-18 10:00", 14, "2026-10-13 18:00")]
    [InlineData("2026-09-19 10:00", 7, "2026-10-01 18:00")]
    [InlineData("2026-04-28 10:00", 7, "2026-05-08 18:00")]
    [InlineData("2026-12-24 10:00", 7, "2027-01-05 18:00")]
    [InlineData("2026-09-18 23:59", 7, "2026-09-30 18:00")]
    [InlineData("2026-09-18 00:00", 7, "2026-09-30 18:00")]
    [InlineData("2026-09-17 23:59", 7, "2026-09-29 18:00")]
    [InlineData("2026-09-18 10:00", 6, "2026-09-29 18:00")]
    [InlineData("2026-09-23 16:00", 5, "2026-10-02 16:00")]
    [InlineData("2026-09-18 20:00", 1, "2026-09-21 18:00")]
    public void Six_days_and_more_are_counted_in_days_and_fewer_in_working_hours(string received, int days, string due)
    {
        Assert.Equal(due, Shown(Compute(received, StatutoryPeriod.OfDays(days)).DueAt));
    }

    [Theory]
    [InlineData("2026-09-23 17:00", 3, "2026-09-28 11:00")]
    [InlineData("2026-09-23 11:30", 3, "2026-09-23 15:30")]
    [InlineData("2026-09-23 09:00", 8, "2026-09-23 18:00")]
    [InlineData("2026-09-23 09:00", 3, "2026-09-23 12:00")]
    [InlineData("2026-09-23 12:30", 3, "2026-09-23 16:00")]
    [InlineData("2026-09-24 12:00", 3, "2026-09-28 12:00")]
    [InlineData("2026-09-23 18:00", 1, "2026-09-28 10:00")]
    public void Hours_are_working_hours(string received, int hours, string due)
    {
        Assert.Equal(due, Shown(Compute(received, StatutoryPeriod.OfHours(hours)).DueAt));
    }

    [Theory]
    [InlineData(24, 3)]
    [InlineData(8, 1)]
    [InlineData(3, null)]
    [InlineData(20, null)]
    public void Hours_that_fill_whole_working_days_are_told_in_days(int hours, int? days)
    {
        Assert.Equal(days, StatutoryPeriod.OfHours(hours).WorkingDays);
        Assert.Equal(hours, StatutoryPeriod.OfDays(hours).WorkingDays);
    }

    [Fact]
    public void The_due_time_is_utc()
    {
        Assert.Equal(DateTimeKind.Utc, Compute("2026-09-18 10:00", StatutoryPeriod.OfDays(7)).DueAt?.Kind);
    }

    [Theory]
    [InlineData("2026-09-21 10:00", "2026-09-21 10:05", "2026-10-01 18:00")] // one day
    [InlineData("2026-09-21 10:00", "2026-09-23 10:00", "2026-10-06 18:00")] // the day of sending, of arrival and the one between
    [InlineData("2026-09-24 10:00", "2026-09-26 10:00", "2026-09-30 18:00")] // holidays only
    [InlineData("2026-09-18 11:00", "2026-09-18 12:00", "2026-10-01 18:00")] // the day of receipt itself
    [InlineData("2026-09-17 11:00", "2026-09-18 09:00", "2026-09-30 18:00")] // over before the receipt
    [InlineData("2026-09-30 17:59", "2026-09-30 19:00", "2026-10-01 18:00")] // on the last day
    [InlineData("2026-09-30 18:00", "2026-10-02 19:00", "2026-09-30 18:00")] // after it fell due
    [InlineData("2026-09-29 18:30", "2026-09-29 19:00", "2026-10-01 18:00")] // in the evening of a day that is not the last
    public void Each_day_touched_by_a_pause_is_left_out_of_a_period_in_days(string from, string to, string due)
    {
        Assert.Equal(due, Shown(Compute("2026-09-18 10:00", StatutoryPeriod.OfDays(7), pauses: [new(Utc(from), Utc(to))]).DueAt));
    }

    [Theory]
    [InlineData("2026-09-21 10:00", "2026-09-21 11:00", "2026-09-21 14:00")]
    [InlineData("2026-09-21 11:00", "2026-09-22 10:00", "2026-09-22 11:00")]
    [InlineData("2026-09-21 12:00", "2026-09-22 10:00", "2026-09-21 12:00")] // begins as it falls due
    [InlineData("2026-09-20 12:00", "2026-09-21 09:30", "2026-09-21 13:30")]
    public void Working_time_in_a_pause_is_left_out_of_a_period_in_hours(string from, string to, string due)
    {
        Assert.Equal(due, Shown(Compute("2026-09-21 09:00", StatutoryPeriod.OfHours(3), pauses: [new(Utc(from), Utc(to))]).DueAt));
    }

    [Fact]
    public void A_pause_that_begins_in_the_due_minute_of_a_working_afternoon_changes_nothing()
    {
        Pause[] ended = [new(Utc("2026-09-21 14:00"), Utc("2026-09-21 15:00"))];
        Pause[] lasting = [new(Utc("2026-09-21 14:00"), null)];

        Assert.Equal("2026-09-21 14:00", Shown(Compute("2026-09-21 10:00", StatutoryPeriod.OfHours(3), pauses: ended).DueAt));
        Assert.Equal("2026-09-21 14:00", Shown(Compute("2026-09-21 10:00", StatutoryPeriod.OfHours(3), pauses: lasting).DueAt));
    }

    [Fact]
    public void Pauses_may_overlap_and_come_in_any_order()
    {
        Pause[] pauses =
        [
            new(Utc("2026-09-22 10:00"), Utc("2026-09-22 12:00")),
            new(Utc("2026-09-21 10:00"), Utc("2026-09-22 11:00")),
            new(Utc("2026-09-21 14:00"), Utc("2026-09-21 14:30")),
        ];

        Assert.Equal("2026-09-22 15:00", Shown(Compute("2026-09-21 09:00", StatutoryPeriod.OfHours(3), pauses: pauses).DueAt));
        Assert.Equal("2026-10-02 18:00", Shown(Compute("2026-09-18 09:00", StatutoryPeriod.OfDays(7), pauses: pauses).DueAt));
    }

    [Fact]
    public void While_a_supplement_is_awaited_there_is_no_due_time()
    {
        Pause[] pauses = [new(Utc("2026-09-21 10:00"), null)];

        Assert.Equal(Deadline.Paused, Compute("2026-09-18 10:00", StatutoryPeriod.OfDays(7), pauses: pauses));
        Assert.Equal(Deadline.Paused, Compute("2026-09-21 09:00", StatutoryPeriod.OfHours(3), pauses: pauses));
        Assert.Equal(DeadlineState.Paused, Deadline.Paused.StateAt(Utc("2026-09-21 10:00")));
    }

    [Fact]
    public void An_extension_gives_no_due_time_while_the_period_before_it_stands_still()
    {
        // Eight hours from the receipt would be over on the second day, before the pause began.
        Pause[] pauses = [new(Utc("2026-09-22 19:00"), null)];

        Assert.Equal(
            Deadline.Paused,
            Compute("2026-09-18 10:00", StatutoryPeriod.OfDays(7), extensions: [StatutoryPeriod.OfHours(8)], pauses: pauses));
    }

    [Fact]
    public void A_supplement_asked_for_after_the_due_time_does_not_revive_the_clock()
    {
        Pause[] pauses = [new(Utc("2026-10-01 10:00"), null)];

        Assert.Equal("2026-09-30 18:00", Shown(Compute("2026-09-18 10:00", StatutoryPeriod.OfDays(7), pauses: pauses).DueAt));
        Assert.Equal("2026-09-18 14:00", Shown(Compute("2026-09-18 10:00", StatutoryPeriod.OfHours(3), pauses: pauses).DueAt));
    }

    [Fact]
    public void A_pause_that_ends_before_it_begins_is_refused()
    {
        Pause[] pauses = [new(Utc("2026-09-21 10:00"), Utc("2026-09-21 09:00"))];

        Assert.Throws<ArgumentException>(() => Compute("2026-09-18 10:00", StatutoryPeriod.OfDays(7), pauses: pauses));
    }

    [Theory]
    [InlineData(7, "2026-10-13 18:00")] // 1, 2, 6, 7, 8, 12, 13 October
    [InlineData(3, "2026-10-06 18:00")] // 24 working hours from the end of the due day
    public void An_extension_begins_when_the_period_ends(int days, string due)
    {
        Assert.Equal(due, Shown(Compute("2026-09-18 10:00", StatutoryPeriod.OfDays(7), extensions: [StatutoryPeriod.OfDays(days)]).DueAt));
    }

    [Fact]
    public void An_extension_of_hours_begins_at_the_due_moment_and_pauses_shift_it_too()
    {
        Assert.Equal(
            "2026-09-18 17:00",
            Shown(Compute("2026-09-18 10:00", StatutoryPeriod.OfHours(3), extensions: [StatutoryPeriod.OfHours(3)]).DueAt));
        Assert.Equal(
            "2026-10-14 18:00",
            Shown(Compute(
                "2026-09-18 10:00",
                StatutoryPeriod.OfDays(7),
                extensions: [StatutoryPeriod.OfDays(7)],
                pauses: [new(Utc("2026-10-07 10:00"), Utc("2026-10-07 11:00"))]).DueAt));
    }

    [Fact]
    public void Due_soon_is_a_fifth_of_the_period_when_that_is_more_than_a_day()
    {
        // A fifth of 14 days of 8 hours is 22 hours and 24 minutes: two days, and 6:24 of the third from the end.
        Deadline deadline = Compute("2026-09-18 10:00", StatutoryPeriod.OfDays(14));

        Assert.Equal("2026-10-13 18:00", Shown(deadline.DueAt));
        Assert.Equal("2026-10-08 10:36", Shown(deadline.DueSoonAt));
        Assert.Equal(DeadlineState.Running, deadline.StateAt(Utc("2026-10-08 10:35")));
        Assert.Equal(DeadlineState.DueSoon, deadline.StateAt(Utc("2026-10-08 10:36")));
        Assert.Equal(DeadlineState.DueSoon, deadline.StateAt(Utc("2026-10-13 18:00")));
        Assert.Equal(DeadlineState.Overdue, deadline.StateAt(Utc("2026-10-13 18:01")));
    }

    [Fact]
    public void Due_soon_is_one_working_day_for_a_short_period_but_never_before_the_receipt()
    {
        Assert.Equal("2026-10-01 16:00", Shown(Compute("2026-09-23 16:00", StatutoryPeriod.OfDays(5)).DueSoonAt));
        Assert.Equal("2026-09-23 10:00", Shown(Compute("2026-09-23 10:00", StatutoryPeriod.OfHours(3)).DueSoonAt));
    }

    [Fact]
    public void Very_late_is_overdue_by_more_than_the_period_itself()
    {
        Deadline days = Compute("2026-09-18 10:00", StatutoryPeriod.OfDays(7));
        Deadline hours = Compute("2026-09-21 09:00", StatutoryPeriod.OfHours(3));

        Assert.Equal("2026-10-13 18:00", Shown(days.VeryLateAt));
        Assert.Equal(DeadlineState.Overdue, days.StateAt(Utc("2026-10-13 18:00")));
        Assert.Equal(DeadlineState.VeryLate, days.StateAt(Utc("2026-10-13 18:01")));
        Assert.Equal("2026-09-21 16:00", Shown(hours.VeryLateAt));
    }

    [Fact]
    public void The_thresholds_of_a_period_in_days_follow_the_hours_of_the_city()
    {
        // Seven working days of five hours: a day is more than a fifth of them, and seven further days make very late.
        OfficeHours hours = new(new TimeOnly(10, 0), new TimeOnly(12, 0), new TimeOnly(13, 0), new TimeOnly(16, 0));
        Deadline deadline = Deadline.For(
            Utc("2026-11-02 11:00"), StatutoryPeriod.OfDays(7), [], new WorkingCalendar([], hours), Seoul, []);

        Assert.Equal("2026-11-10 16:00", Shown(deadline.DueAt));
        Assert.Equal("2026-11-19 16:00", Shown(deadline.VeryLateAt));
    }

    [Fact]
    public void A_period_is_at_least_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StatutoryPeriod.OfDays(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StatutoryPeriod.OfHours(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Compute("2026-09-18 10:00", default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Compute("2026-09-18 10:00", StatutoryPeriod.OfDays(7), extensions: [default]));
    }

    private static Deadline Compute(
        string received,
        StatutoryPeriod period,
        IReadOnlyList<StatutoryPeriod>? extensions = null,
        IReadOnlyList<Pause>? pauses = null) =>
        Deadline.For(Utc(received), period, extensions ?? [], Calendar, Seoul, pauses ?? []);
}
