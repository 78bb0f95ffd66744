using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Municipality;
using SocialCity.Tests.Media;
using SocialCity.Time;

namespace SocialCity.Tests.Complaints;

public sealed class ComplaintTests
{
    private static DateTime Now => Cases.Now;

    [Fact]
    public void Receiving_numbers_it_entrusts_it_and_starts_the_period()
    {
        Complaint complaint = Cases.Filed();

        Assert.Null(complaint.Receive("2026-000007", Cases.ToRoads, StatutoryPeriod.OfDays(7), Cases.Clock, Actor.System, Now));

        Assert.Equal("2026-000007", complaint.Number);
        Assert.Equal(ComplaintState.Assigned, complaint.State);
        Assert.Equal(Cases.Roads, complaint.DepartmentId);
        Assert.Equal(new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc), complaint.DueAt);
        Assert.Equal([ComplaintAct.Receive, ComplaintAct.Assign], complaint.Events.Select(e => e.Act));
    }

    [Fact]
    public void A_private_complaint_is_never_listed()
    {
        Complaint complaint = Cases.Filed(isPrivate: true);
        complaint.Receive("2026-000007", Cases.ToRoads, StatutoryPeriod.OfDays(7), Cases.Clock, Actor.System, Now);
        complaint.Answer("네", ComplaintOutcome.Solved, null, false, Cases.Officer, Cases.Clock, Now);
        Assert.False(complaint.IsListed);
    }

    [Fact]
    public void Waiting_for_the_citizen_is_not_counted()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        DateTime due = complaint.DueAt ?? default;
        Assert.Null(complaint.Ask("어디인가요?", Cases.ReplyBy, Cases.Officer, Cases.Clock, Now.AddDays(1)));
        Assert.Null(complaint.DueAt);

        // Asked on Tuesday, answered on Thursday: three working days are left out.
        Assert.Null(complaint.Supply("학교 정문 쪽이요", Cases.Petitioner, Cases.Clock, Now.AddDays(3)));
        Assert.Equal(due.AddDays(3), complaint.DueAt);
    }

    [Fact]
    public void A_transfer_changes_the_department_and_leaves_the_clock_alone()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        DateTime? due = complaint.DueAt;

        Assert.Null(complaint.Transfer(Cases.ToParks, "공원 안 보도입니다.", Cases.Officer, Cases.Clock, Now.AddDays(2)));

        Assert.Equal(Cases.Parks, complaint.DepartmentId);
        Assert.Null(complaint.OfficerId);
        Assert.Equal(due, complaint.DueAt);
        Assert.Equal(ComplaintRefusal.NotYours, complaint.Note("우리 것이 아님", Cases.Officer, Cases.Clock, Now));
    }

    [Fact]
    public void The_third_transfer_goes_to_the_manager_who_alone_can_hand_it_on()
    {
        Complaint complaint = Cases.In(ComplaintState.Received);
        Assert.Null(complaint.Transfer(Cases.ToParks, "공원", Cases.Officer, Cases.Clock, Now));
        Assert.Null(complaint.Transfer(Cases.ToRoads, "도로", Cases.OfficerOfParks, Cases.Clock, Now));
        Assert.False(complaint.ForManager);
        Assert.Null(complaint.Transfer(Cases.ToParks, "공원", Cases.Officer, Cases.Clock, Now));
        Assert.True(complaint.ForManager);

        Assert.Equal(ComplaintRefusal.ManagerNeeded, complaint.Assign(21, true, Cases.OfficerOfParks, Cases.Clock, Now));
        Assert.Equal(ComplaintRefusal.ManagerNeeded, complaint.Transfer(Cases.ToRoads, "도로", Cases.OfficerOfParks, Cases.Clock, Now));
        Assert.DoesNotContain(ComplaintAct.Transfer, complaint.Offers(Cases.OfficerOfParks, Now));
        Assert.Null(complaint.Assign(21, true, Cases.ManagerOfParks, Cases.Clock, Now));
    }

    [Fact]
    public void A_transfer_to_the_own_department_is_none()
    {
        Complaint complaint = Cases.In(ComplaintState.Assigned);
        Assert.Equal(ComplaintRefusal.SameDepartment, complaint.Transfer(Cases.ToRoads, "다시", Cases.Officer, Cases.Clock, Now));
        Assert.Equal(0, complaint.TransferCount);
    }

    [Fact]
    public void It_is_extended_once_then_with_consent_and_never_a_third_time()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        Assert.Equal(ComplaintRefusal.GroundMissing, complaint.Extend(new(null, "현장 조사"), Cases.Officer, Cases.Clock, Now));
        Assert.Null(complaint.Extend(new(ExtensionGround.FactsOrSite, "현장 조사"), Cases.Officer, Cases.Clock, Now));
        Assert.Equal(new DateTime(2026, 12, 3, 9, 0, 0, DateTimeKind.Utc), complaint.DueAt);

        Assert.Equal(
            ComplaintRefusal.ConsentMissing, complaint.Extend(new(ExtensionGround.FactsOrSite, "더 봐야 함"), Cases.Officer, Cases.Clock, Now));
        Assert.Null(complaint.Extend(new(ExtensionGround.FactsOrSite, "더 봐야 함") { PetitionerConsents = true }, Cases.Officer, Cases.Clock, Now));
        Assert.Equal(
            ComplaintRefusal.ExtendedTwice, complaint.Extend(new(ExtensionGround.FactsOrSite, "또") { PetitionerConsents = true }, Cases.Officer, Cases.Clock, Now));
    }

    [Theory]
    [InlineData(null, null, ComplaintRefusal.OutcomeMissing)]
    [InlineData(ComplaintOutcome.Withdrawn, null, ComplaintRefusal.OutcomeNotPossible)]
    [InlineData(ComplaintOutcome.Duplicate, null, ComplaintRefusal.OutcomeNotPossible)]
    [InlineData((ComplaintOutcome)99, null, ComplaintRefusal.OutcomeNotPossible)]
    [InlineData(ComplaintOutcome.NotOurs, " ", ComplaintRefusal.OwnerMissing)]
    [InlineData(ComplaintOutcome.NotOurs, "한국전력공사", null)]
    public void An_answer_states_an_outcome_and_the_owner_of_what_is_not_ours(
        ComplaintOutcome? outcome, string? owner, ComplaintRefusal? expected)
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        Assert.Equal(expected, complaint.Answer("답변", outcome, owner, false, Cases.Officer, Cases.Clock, Now));
        Assert.Equal(expected is null ? ComplaintState.Answered : ComplaintState.InProgress, complaint.State);
    }

    [Fact]
    public void Reopening_gives_it_to_the_manager_with_a_new_period_and_tells_so()
    {
        Complaint complaint = Cases.In(ComplaintState.Answered);
        DateTime later = Now.AddDays(7);
        Assert.Null(complaint.Reopen("그대로예요", 1, Cases.Petitioner, Cases.Clock, later));

        Assert.True(complaint.ForManager);
        Assert.Null(complaint.OfficerId);
        Assert.Equal(1, complaint.Satisfaction);
        Assert.Equal(later, complaint.ClockStartedAt);
        Assert.Equal(new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc), complaint.DueAt);
        Assert.Equal(complaint.DueAt, complaint.Events[^1].DueAfter);
        Assert.Equal(ComplaintRefusal.NotYours, complaint.Start(Cases.Officer, Cases.Clock, later));
    }

    [Fact]
    public void What_was_withdrawn_stays_closed()
    {
        Complaint complaint = Cases.In(ComplaintState.Received);
        Assert.Null(complaint.Withdraw(null, Cases.Petitioner, Cases.Clock, Now));
        Assert.Equal(ComplaintRefusal.StaysClosed, complaint.Reopen("다시", null, Cases.Petitioner, Cases.Clock, Now));
        Assert.DoesNotContain(ComplaintAct.Reopen, complaint.Offers(Cases.Petitioner, Now));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    public void Satisfaction_is_one_to_five(int satisfaction)
    {
        Complaint complaint = Cases.In(ComplaintState.Answered);
        Assert.Equal(
            ComplaintRefusal.SatisfactionOutOfRange, complaint.Confirm(satisfaction, null, Cases.Petitioner, Cases.Clock, Now));
        Assert.Equal(
            ComplaintRefusal.SatisfactionOutOfRange, complaint.Reopen("아직", satisfaction, Cases.Petitioner, Cases.Clock, Now));
        Assert.Equal(ComplaintState.Answered, complaint.State);
    }

    [Fact]
    public void Only_an_official_of_the_department_is_put_in_charge()
    {
        Complaint complaint = Cases.In(ComplaintState.Received);
        Assert.Equal(ComplaintRefusal.NotAnOfficer, complaint.Assign(99, false, Cases.Manager, Cases.Clock, Now));
        Assert.Null(complaint.OfficerId);
    }

    [Fact]
    public void A_late_answer_is_remembered_as_late()
    {
        Complaint late = Cases.In(ComplaintState.InProgress);
        late.Answer("늦었습니다", ComplaintOutcome.Solved, null, false, Cases.Officer, Cases.Clock, Now.AddDays(30));
        Assert.True(late.WasLate);

        Complaint inTime = Cases.In(ComplaintState.InProgress);
        inTime.Answer("제때", ComplaintOutcome.Solved, null, false, Cases.Officer, Cases.Clock, Now.AddDays(1));
        Assert.False(inTime.WasLate);
    }

    [Fact]
    public void Warnings_follow_the_due_date()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        DateTime due = complaint.DueAt ?? default;
        Assert.Equal(DueWarning.None, complaint.WarningAt(Now));
        Assert.Equal(DueWarning.DueSoon, complaint.WarningAt(due.AddHours(-1)));
        Assert.Equal(DueWarning.Overdue, complaint.WarningAt(due.AddMinutes(1)));
        Assert.Equal(DueWarning.VeryLate, complaint.WarningAt(due.AddDays(20)));
    }

    [Fact]
    public void A_guest_who_proved_the_address_is_the_petitioner()
    {
        Complaint complaint = Complaint.File(Cases.Filing(), Petitioner.Guest("김누리", "guest@nuri.example", "ko"), Guid.NewGuid(), Now);
        Assert.Equal(ComplaintRoles.None, complaint.RolesOf(Actor.Guest));
        Assert.Equal(ComplaintRoles.Petitioner, complaint.RolesOf(Actor.Guest with { GuestComplaintIds = [complaint.Id] }));
    }

    [Fact]
    public void What_is_overdue_stays_overdue_and_is_not_extended()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        DateTime due = complaint.DueAt ?? default;
        ComplaintExtension extension = new(ExtensionGround.FactsOrSite, "현장을 봅니다.");

        Assert.Equal(ComplaintRefusal.PeriodOver, complaint.Extend(extension, Cases.Manager, Cases.Clock, due.AddMinutes(1)));
        Assert.DoesNotContain(ComplaintAct.Extend, complaint.Offers(Cases.Manager, due.AddMinutes(1)));
        Assert.Equal(due, complaint.DueAt);
        Assert.Equal(DueWarning.Overdue, complaint.WarningAt(due.AddMinutes(1)));

        DateTime? promised = complaint.DueIfExtended(Cases.Clock);
        Assert.Null(complaint.Extend(extension, Cases.Officer, Cases.Clock, due));
        Assert.Equal(promised, complaint.DueAt);
    }

    [Theory]
    [InlineData("업무가 많아 늦어집니다.")]
    [InlineData("업무 과다로 처리가 늦습니다.")]
    [InlineData("담당자가 휴가 중입니다.")]
    [InlineData("담당자 부재")]
    public void Too_much_work_and_an_absent_handler_are_no_grounds(string reason)
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        ComplaintExtension extension = new(ExtensionGround.LikeReason, reason);

        Assert.Equal(ComplaintRefusal.GroundForbidden, complaint.Extend(extension, Cases.Officer, Cases.Clock, Now));
        Assert.Equal(0, complaint.ExtensionCount);
        Assert.Null(complaint.Extend(extension with { IsAnotherGround = true }, Cases.Officer, Cases.Clock, Now));
    }

    [Fact]
    public void What_lies_with_the_manager_is_noted_by_officials_and_acted_upon_by_the_manager_alone()
    {
        Complaint transferred = Cases.In(ComplaintState.Received);
        Assert.Null(transferred.Transfer(Cases.ToParks, "공원", Cases.Officer, Cases.Clock, Now));
        Assert.Null(transferred.Transfer(Cases.ToRoads, "도로", Cases.OfficerOfParks, Cases.Clock, Now));
        Assert.Null(transferred.Transfer(Cases.ToParks, "공원", Cases.Officer, Cases.Clock, Now));
        Assert.Null(transferred.Transfer(Cases.ToRoads, "도로", Cases.ManagerOfParks, Cases.Clock, Now));
        Complaint started = Cases.In(ComplaintState.Reopened);
        Assert.Null(started.Start(Cases.Manager, Cases.Clock, Now));

        foreach (Complaint complaint in (Complaint[])[transferred, started, Cases.In(ComplaintState.Reopened)])
        {
            Assert.Equal([ComplaintAct.Note], complaint.Offers(Cases.Officer, Now));
            Assert.Contains(ComplaintAct.Extend, complaint.Offers(Cases.Manager, Now));
        }

        Assert.Equal(ComplaintRefusal.ManagerNeeded, Cases.Do(transferred, ComplaintAct.Extend, Cases.Officer));
        Assert.Equal(ComplaintRefusal.ManagerNeeded, Cases.Do(started, ComplaintAct.Answer, Cases.Officer));
        Assert.Null(transferred.Assign(Cases.Officer.AccountId ?? 0, true, Cases.Manager, Cases.Clock, Now));
        Assert.Null(Cases.Do(transferred, ComplaintAct.Extend, Cases.Officer));
    }

    [Fact]
    public void A_transfer_names_both_departments()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        Assert.Null(complaint.Transfer(Cases.ToParks, "공원", Cases.Officer, Cases.Clock, Now));
        Assert.Equal((Cases.Roads, Cases.Parks), (complaint.Events[^1].ByDepartmentId, complaint.Events[^1].ToDepartmentId));
        Assert.Equal(ComplaintRoles.Officer, complaint.Events[^1].Role);
    }

    [Fact]
    public void Going_on_without_an_answer_on_the_day_of_asking_gains_no_time()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        DateTime? due = complaint.DueAt;
        Assert.Null(complaint.Ask("어디인가요?", Cases.ReplyBy, Cases.Officer, Cases.Clock, Now));
        Assert.Null(complaint.Resume("찾았습니다.", Cases.Officer, Cases.Clock, Now.AddSeconds(5)));
        Assert.Equal(due, complaint.DueAt);
        Assert.Empty(complaint.Pauses);

        Assert.Null(complaint.Ask("어디인가요?", Cases.ReplyBy, Cases.Officer, Cases.Clock, Now));
        Assert.Null(complaint.Supply("정문이요.", Cases.Petitioner, Cases.Clock, Now.AddSeconds(5)));
        Assert.True(complaint.DueAt > due);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "2026-11-17")]
    [InlineData(5, "2026-11-23")] // a Saturday moves on to Monday
    [InlineData(90, "2027-02-15")]
    [InlineData(91, null)]
    public void The_petitioner_is_asked_to_reply_by_a_working_day_ahead(int days, string? expected)
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        ComplaintRefusal? refusal = complaint.Ask(
            "어디인가요?", DateOnly.FromDateTime(Now).AddDays(days), Cases.Officer, Cases.Clock, Now);

        Assert.Equal(expected is null ? ComplaintRefusal.ReplyDayOutOfRange : null, refusal);
        Assert.Equal(
            expected,
            complaint.Events[^1] is { Act: ComplaintAct.Ask, DueAfter: { } until }
                ? Cases.Clock.Zone.ToLocal(until).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                : null);
        Assert.Equal(expected is null ? ComplaintState.InProgress : ComplaintState.Waiting, complaint.State);
    }

    [Fact]
    public void The_day_of_asking_does_not_count_and_a_holiday_is_no_day_to_reply_by()
    {
        PetitionClock clock = new(new WorkingCalendar([new DateOnly(2026, 11, 23)], OfficeHours.Usual), Cases.Clock.Zone);
        Assert.Equal(new DateOnly(2026, 11, 23), Cases.Clock.UsualReplyDay(Now));
        Assert.Equal(new DateOnly(2026, 11, 24), clock.UsualReplyDay(Now));
    }

    [Fact]
    public void What_was_warned_of_is_warned_of_again_when_the_due_date_moves_on()
    {
        Complaint counted = Cases.In(ComplaintState.InProgress);
        DateTime late = (counted.DueAt ?? default).AddMinutes(1);
        counted.Warn(DueWarning.Overdue);
        PetitionClock later = new(
            new WorkingCalendar([.. Enumerable.Range(17, 4).Select(day => new DateOnly(2026, 11, day))], OfficeHours.Usual), Cases.Clock.Zone);
        Assert.Null(counted.Recount(Actor.System, later, late));
        Assert.Equal(DueWarning.None, counted.Warned);

        Complaint asked = Cases.In(ComplaintState.InProgress);
        DateTime soon = asked.DueSoonAt ?? default;
        asked.Warn(DueWarning.DueSoon);
        Assert.Null(asked.Ask("어디인가요?", Cases.Clock.UsualReplyDay(soon), Cases.Officer, Cases.Clock, soon));
        Assert.Equal(DueWarning.DueSoon, asked.Warned);
        Assert.Null(asked.Supply("정문이요.", Cases.Petitioner, Cases.Clock, soon.AddDays(2)));
        Assert.Equal(asked.WarningAt(soon.AddDays(2)), asked.Warned);
        Assert.Equal(DueWarning.None, asked.Warned);

        Complaint still = Cases.In(ComplaintState.InProgress);
        still.Warn(DueWarning.Overdue);
        Assert.Equal(ComplaintRefusal.DueUnmoved, still.Recount(Actor.System, Cases.Clock, late));
        Assert.Equal(DueWarning.Overdue, still.Warned);
    }

    [Fact]
    public void A_period_that_came_late_is_kept_by_what_waits_for_the_citizen()
    {
        Complaint complaint = Cases.In(ComplaintState.Waiting);
        Assert.Equal(ComplaintRefusal.WrongState, complaint.CountBy(StatutoryPeriod.OfDays(14), Actor.System, Cases.Clock, Now));
        Assert.Equal(StatutoryPeriod.OfDays(14), complaint.Period);
        Assert.Null(complaint.DueAt);
    }

    [Fact]
    public void A_due_date_that_moves_with_the_calendar_is_a_fact_and_one_that_stays_is_none()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        DateTime? due = complaint.DueAt;
        int facts = complaint.Events.Count;
        Assert.Equal(ComplaintRefusal.DueUnmoved, complaint.Recount(Actor.System, Cases.Clock, Now));
        Assert.Equal(facts, complaint.Events.Count);

        Assert.Null(complaint.Recount(Actor.System, Cases.WithHoliday, Now));
        Assert.Equal((ComplaintAct.Recount, due, complaint.DueAt), (complaint.Events[^1].Act, complaint.Events[^1].DueBefore, complaint.Events[^1].DueAfter));
        Assert.True(complaint.DueAt > due);
    }

    [Theory]
    [InlineData(ComplaintState.InProgress, null)]
    [InlineData(ComplaintState.Waiting, null)]
    [InlineData(ComplaintState.Answered, null)]
    [InlineData(ComplaintState.Confirmed, null)]
    [InlineData(ComplaintState.Closed, null)]
    public void A_duplicate_needs_a_complaint_that_carries_on_the_matter(ComplaintState state, ComplaintRefusal? expected)
    {
        Complaint duplicate = Numbered("2026-000009", Cases.SomebodyElse);
        ComplaintClosing closing = new(ComplaintOutcome.Duplicate, "같은 민원");
        Assert.Equal(ComplaintRefusal.DuplicateMissing, duplicate.Close(closing, Cases.Officer, Cases.Clock, Now));
        Assert.Equal(
            ComplaintRefusal.DuplicateOfItself, duplicate.Close(closing with { DuplicateOf = duplicate }, Cases.Officer, Cases.Clock, Now));
        Assert.Equal(expected, duplicate.Close(closing with { DuplicateOf = Cases.In(state) }, Cases.Officer, Cases.Clock, Now));
    }

    [Fact]
    public void Nothing_is_joined_to_what_was_withdrawn_after_its_answer_or_to_what_its_petitioner_cannot_see()
    {
        Complaint withdrawn = Cases.In(ComplaintState.Answered);
        Assert.Null(withdrawn.Withdraw(null, Cases.Petitioner, Cases.Clock, Now));
        Complaint silent = Cases.In(ComplaintState.Answered);
        Assert.Null(silent.CloseSilently(Cases.Clock, Now));
        Complaint hidden = Numbered("2026-000008", Cases.Petitioner, isPrivate: true);
        Complaint unanswered = Cases.In(ComplaintState.InProgress);
        Assert.Null(unanswered.Close(new(ComplaintOutcome.NotAccepted, "사유지입니다."), Cases.Officer, Cases.Clock, Now));

        foreach (Complaint ended in (Complaint[])[withdrawn, unanswered])
        {
            Assert.Equal(ComplaintRefusal.DuplicateEnded, Join(ended, Cases.SomebodyElse));
            Assert.Equal(ComplaintRefusal.DuplicateEnded, ended.Join(silent, Actor.System, Cases.Clock, Now));
        }

        Assert.Null(Join(silent, Cases.SomebodyElse));
        Assert.Equal(ComplaintRefusal.DuplicatePrivate, Join(hidden, Cases.SomebodyElse));
        Assert.Null(Join(hidden, Cases.Petitioner));

        static ComplaintRefusal? Join(Complaint other, Actor petitioner) => Numbered("2026-000009", petitioner)
            .Close(new(ComplaintOutcome.Duplicate, "같은 민원") { DuplicateOf = other }, Cases.Officer, Cases.Clock, Now);
    }

    [Fact]
    public void A_complaint_is_repeated_only_after_two_results_told_to_the_same_petitioner()
    {
        Complaint first = Cases.In(ComplaintState.Answered);
        Complaint second = Cases.In(ComplaintState.Closed);
        Complaint foreign = Numbered("2026-000007", Cases.SomebodyElse);
        Assert.Null(foreign.Answer("답변", ComplaintOutcome.Solved, null, false, Cases.Officer, Cases.Clock, Now));

        Assert.Equal(ComplaintRefusal.EarlierMissing, Repeat(null));
        Assert.Equal(ComplaintRefusal.EarlierMissing, Repeat(new Repetition([], 1)));
        Assert.Equal(ComplaintRefusal.ResultsTooFew, Repeat(new Repetition([first], 0)));
        Assert.Equal(ComplaintRefusal.ResultsTooFew, Repeat(new Repetition([first, Cases.In(ComplaintState.InProgress)], 0)));
        Assert.Equal(ComplaintRefusal.EarlierOfSomebodyElse, Repeat(new Repetition([first, foreign], 0)));
        Assert.Null(Repeat(new Repetition([first, second], 0)));
        Assert.Null(Repeat(new Repetition([first], 1)));
        Assert.Null(Repeat(new Repetition([], 2)));

        static ComplaintRefusal? Repeat(Repetition? repetition)
        {
            Complaint complaint = Cases.In(ComplaintState.InProgress);
            ComplaintRefusal? refusal = complaint.Close(
                new(ComplaintOutcome.Repeated, "되풀이") { Repetition = repetition is null ? null : repetition with { Record = "근거" } },
                Cases.Officer, Cases.Clock, Now);
            Assert.Equal(refusal is null, complaint.Events[^1] is { Act: ComplaintAct.Note, IsInternal: true, Text: "근거" });
            return refusal;
        }
    }

    [Fact]
    public void What_was_told_after_the_complaint_came_in_does_not_make_it_repeated()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        Complaint later = Numbered("2026-000006", Cases.Petitioner);
        Assert.Null(later.Answer("답변", ComplaintOutcome.Solved, null, false, Cases.Officer, Cases.Clock, Now.AddDays(1)));
        Assert.Equal(
            ComplaintRefusal.ResultsTooFew,
            complaint.Close(
                new(ComplaintOutcome.Repeated, "되풀이") { Repetition = new Repetition([later, Cases.In(ComplaintState.Answered)], 0) },
                Cases.Officer, Cases.Clock, Now.AddDays(2)));
    }

    [Fact]
    public void Nobody_handles_what_they_filed_themselves()
    {
        Actor colleague = Cases.Officer;
        Actor filer = new(Cases.Petitioner.AccountId, IdentityLevel.EmailConfirmed, [new(Right.Official, Cases.Roads), new(Right.Manager, Cases.Roads)]);
        Complaint complaint = Cases.In(ComplaintState.Received);

        Assert.Equal(ComplaintRoles.Petitioner, complaint.RolesOf(filer));
        Assert.Equal([ComplaintAct.Withdraw], complaint.Offers(filer, Now));
        Assert.Equal(ComplaintRefusal.OwnComplaint, complaint.Assign(filer.AccountId ?? 0, true, colleague, Cases.Clock, Now));
        Assert.Null(complaint.OfficerId);
    }

    [Fact]
    public void A_complaint_of_the_person_of_the_duty_waits_in_the_departments_queue()
    {
        Complaint complaint = Numbered("2026-000008", Cases.Officer);

        Assert.Null(complaint.OfficerId);
        Assert.Equal(ComplaintState.Received, complaint.State);
    }

    [Fact]
    public void A_transfer_to_a_duty_puts_its_person_in_charge_but_for_the_one_that_goes_to_the_manager()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        Routing toGardener = Cases.ToParks with { OfficerId = Cases.OfficerOfParks.AccountId };

        Assert.Null(complaint.Transfer(toGardener, "공원 안입니다.", Cases.Officer, Cases.Clock, Now));
        Assert.Equal((ComplaintState.Assigned, Cases.OfficerOfParks.AccountId), (complaint.State, complaint.OfficerId));

        Assert.Null(complaint.Transfer(Cases.ToRoads, "공원 밖입니다.", Cases.OfficerOfParks, Cases.Clock, Now));
        Assert.Null(complaint.Transfer(toGardener, "공원 안입니다.", Cases.Officer, Cases.Clock, Now));
        Assert.Equal((ComplaintState.Received, (long?)null, true), (complaint.State, complaint.OfficerId, complaint.ForManager));
    }

    [Fact]
    public void What_is_late_stays_late_while_the_petitioner_is_asked()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        DateTime due = complaint.DueAt ?? default;
        DateTime late = due.AddDays(1);

        Assert.Null(complaint.Ask("어디인가요?", Cases.Clock.UsualReplyDay(late), Cases.Officer, Cases.Clock, late));

        Assert.Equal((due, null), (complaint.DueAt, complaint.VeryLateAt));
        Assert.Equal(DueWarning.Overdue, complaint.WarningAt(late.AddDays(60)));
        Assert.Null(complaint.Supply("정문 쪽이요", Cases.Petitioner, Cases.Clock, late.AddDays(7)));
        Assert.Equal(due, complaint.DueAt);
    }

    [Theory]
    [InlineData("\u200B\u200B")]
    [InlineData("\u3164")]
    [InlineData("[나중에]: https://www.example.com")]
    [InlineData("&nbsp;\n\n---")]
    public void A_text_that_shows_nothing_is_no_text(string text)
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);

        Assert.Equal(ComplaintRefusal.TextMissing, Cases.Do(complaint, ComplaintAct.Answer, Cases.Officer, text));
        Assert.Equal(ComplaintRefusal.TextMissing, Cases.Do(complaint, ComplaintAct.Transfer, Cases.Officer, text));
    }

    [Fact]
    public void A_duplicate_is_joined_to_nothing_that_was_answered_to_somebody_else_alone()
    {
        Complaint others = Numbered("2026-000009", Cases.SomebodyElse);
        Complaint own = Numbered("2026-000010", Cases.Petitioner);
        foreach (Complaint answered in (Complaint[])[others, own])
        {
            Assert.Null(answered.Answer("따로 말씀드립니다.", ComplaintOutcome.Solved, null, isPrivate: true, Cases.Officer, Cases.Clock, Now));
        }

        Assert.Equal(ComplaintRefusal.DuplicateAnsweredPrivately, Join(others));
        Assert.Null(Join(own));

        static ComplaintRefusal? Join(Complaint survivor) => Cases.In(ComplaintState.InProgress)
            .Close(new(ComplaintOutcome.Duplicate, "같은 민원") { DuplicateOf = survivor }, Cases.Officer, Cases.Clock, Now);
    }

    [Theory]
    [InlineData("업무-과다로 늦어집니다")]
    [InlineData("담당자가 새로 와서 파악하고 있습니다")]
    [InlineData("민원 폭주")]
    [InlineData("Because of a heavy workload")]
    [InlineData("The officer is on leave.")]
    [InlineData("業務過多のため")]
    public void A_forbidden_ground_is_known_however_it_is_written(string reason) => Assert.True(ForbiddenGrounds.AreNamedIn(reason));

    [Theory]
    [InlineData("한전의 회신을 기다립니다.")]
    [InlineData("We wait for the reply of the power company.")]
    [InlineData("現地を確認しています。")]
    public void Another_ground_is_left_alone(string reason) => Assert.False(ForbiddenGrounds.AreNamedIn(reason));

    [Fact]
    public void What_was_sent_twice_is_the_same_and_what_differs_in_anything_is_another()
    {
        ComplaintFiling filing = Cases.Filing() with { Place = new GeoPoint(37.48, 126.86), Address = "누리로 1", Replies = [(1, "가로등"), (2, "밤")] };
        Complaint complaint = Complaint.File(filing, new Petitioner(Cases.Petitioner.AccountId, null, null, "ko"), Guid.NewGuid(), Now);

        Assert.True(complaint.Says(filing));
        Assert.All(
            (ComplaintFiling[])
            [
                filing with { Title = "다른 제목" }, filing with { Text = "다른 내용" }, filing with { CategoryId = 2 }, filing with { DistrictId = 2 },
                filing with { Place = null }, filing with { Place = new GeoPoint(37.48, 126.87) }, filing with { Address = null },
                filing with { IsPrivate = true }, filing with { Replies = [(1, "가로등")] }, filing with { Photos = [Photo()] },
            ],
            changed => Assert.False(complaint.Says(changed)));
    }

    [Fact]
    public void The_photos_that_were_taken_may_be_more_than_a_form_sends_again()
    {
        Complaint complaint = Complaint.File(
            Cases.Filing() with { Photos = [Photo(), Photo()] }, new Petitioner(Cases.Petitioner.AccountId, null, null, "ko"), Guid.NewGuid(), Now);

        Assert.True(complaint.Says(Cases.Filing()));
        Assert.True(complaint.Says(Cases.Filing() with { Photos = [Photo(), Photo()] }));
        Assert.False(complaint.Says(Cases.Filing() with { Photos = [Photo(), Photo(), Photo()] }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(null)]
    public void The_ends_of_the_scale_and_no_mark_at_all_are_taken(int? satisfaction)
    {
        Complaint confirmed = Cases.In(ComplaintState.Answered);
        Complaint reopened = Cases.In(ComplaintState.Answered);

        Assert.Null(confirmed.Confirm(satisfaction, null, Cases.Petitioner, Cases.Clock, Now));
        Assert.Null(reopened.Reopen("아직", satisfaction, Cases.Petitioner, Cases.Clock, Now));
        Assert.Equal((satisfaction, satisfaction), (confirmed.Satisfaction, reopened.Satisfaction));
    }

    [Fact]
    public void The_owner_is_kept_of_what_is_not_ours_alone_and_the_other_complaint_of_a_duplicate_alone()
    {
        Complaint other = Numbered("2026-000009", Cases.SomebodyElse);
        foreach (ComplaintOutcome outcome in (ComplaintOutcome[])[ComplaintOutcome.NotOurs, ComplaintOutcome.AlreadyDone])
        {
            string? owner = outcome == ComplaintOutcome.NotOurs ? "한국전력공사" : null;
            Complaint closed = Cases.In(ComplaintState.InProgress);
            Assert.Null(closed.Close(
                new(outcome, "까닭") { OwnerElsewhere = "한국전력공사", DuplicateOf = other }, Cases.Officer, Cases.Clock, Now));
            Assert.Equal((owner, null), (closed.OwnerElsewhere, closed.DuplicateOfId));
        }

        foreach (ComplaintOutcome outcome in (ComplaintOutcome[])[ComplaintOutcome.NotOurs, ComplaintOutcome.Solved])
        {
            Complaint answered = Cases.In(ComplaintState.InProgress);
            Assert.Null(answered.Answer("답변", outcome, "한국전력공사", false, Cases.Officer, Cases.Clock, Now));
            Assert.Equal(outcome == ComplaintOutcome.NotOurs ? "한국전력공사" : null, answered.OwnerElsewhere);
        }
    }

    [Fact]
    public void The_moment_when_it_is_due_is_in_time_and_the_next_one_is_not()
    {
        foreach ((int ticks, bool isLate) in ((int, bool)[])[(0, false), (1, true)])
        {
            Complaint answered = Cases.In(ComplaintState.InProgress);
            DateTime moment = (answered.DueAt ?? default).AddTicks(ticks);
            Assert.Equal(isLate ? DueWarning.Overdue : DueWarning.DueSoon, answered.WarningAt(moment));
            Assert.Equal(!isLate, answered.Offers(Cases.Officer, moment).Contains(ComplaintAct.Extend));
            Assert.Null(answered.Answer("답변", ComplaintOutcome.Solved, null, false, Cases.Officer, Cases.Clock, moment));
            Assert.Equal(isLate, answered.WasLate);

            Complaint closed = Cases.In(ComplaintState.InProgress);
            Assert.Null(closed.Close(new(ComplaintOutcome.AlreadyDone, "까닭"), Cases.Officer, Cases.Clock, moment));
            Assert.Equal(isLate, closed.WasLate);

            Complaint asked = Cases.In(ComplaintState.InProgress);
            Assert.Null(asked.Ask("어디인가요?", Cases.Clock.UsualReplyDay(moment), Cases.Officer, Cases.Clock, moment));
            Assert.Equal(isLate, asked.DueAt is not null);
        }

        Complaint veryLate = Cases.In(ComplaintState.InProgress);
        DateTime from = veryLate.VeryLateAt ?? default;
        Assert.Equal((DueWarning.Overdue, DueWarning.VeryLate), (veryLate.WarningAt(from), veryLate.WarningAt(from.AddTicks(1))));
    }

    [Fact]
    public void A_text_of_the_greatest_length_is_taken_and_a_longer_one_is_not()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);

        Assert.Equal(ComplaintRefusal.TextTooLong, complaint.Note(new string('가', ComplaintEvent.TextLength + 1), Cases.Officer, Cases.Clock, Now));
        Assert.Null(complaint.Note(new string('가', ComplaintEvent.TextLength), Cases.Officer, Cases.Clock, Now));
    }

    [Fact]
    public void A_third_extension_is_not_offered()
    {
        Complaint complaint = Cases.In(ComplaintState.InProgress);
        for (int time = 0; time < 2; time++)
        {
            Assert.Contains(ComplaintAct.Extend, complaint.Offers(Cases.Officer, Now));
            Assert.Null(complaint.Extend(new(ExtensionGround.FactsOrSite, "현장 조사") { PetitionerConsents = true }, Cases.Officer, Cases.Clock, Now));
        }

        Assert.DoesNotContain(ComplaintAct.Extend, complaint.Offers(Cases.Officer, Now));
    }

    [Theory]
    [InlineData(ComplaintState.Received, null)]
    [InlineData(ComplaintState.Answered, null)]
    [InlineData(ComplaintState.Confirmed, SupportRefusal.Ended)]
    [InlineData(ComplaintState.Closed, SupportRefusal.Ended)]
    public void Me_too_is_said_while_something_is_to_come_and_never_to_the_own_complaint(ComplaintState state, SupportRefusal? refusal)
    {
        Complaint complaint = Cases.In(state);

        Assert.Equal(refusal, complaint.WhyNoSupportOf(Cases.SomebodyElse.AccountId ?? 0));
        Assert.Equal(SupportRefusal.OwnComplaint, complaint.WhyNoSupportOf(Cases.Petitioner.AccountId ?? 0));
    }

    [Fact]
    public void Who_begins_is_in_charge_unless_somebody_is_already()
    {
        Complaint free = Cases.In(ComplaintState.Reopened);
        Complaint taken = Cases.In(ComplaintState.Assigned);

        Assert.Null(free.Start(Cases.Manager, Cases.Clock, Now));
        Assert.Null(taken.Start(Cases.Manager, Cases.Clock, Now));
        Assert.Equal((Cases.Manager.AccountId, Cases.Officer.AccountId), (free.OfficerId, taken.OfficerId));
    }

    private static MediaFile Photo() => MediaFile.Stage(
        PhotoInspector.Inspect(Fixture.Read("grey.jpg")).Photo ?? throw new InvalidOperationException(), MediaFile.NewKey(), null, null, Now);

    private static Complaint Numbered(string number, Actor petitioner, bool isPrivate = false)
    {
        Complaint complaint = Complaint.File(
            Cases.Filing(isPrivate), new Petitioner(petitioner.AccountId, null, null, "ko"), Guid.NewGuid(), Now);
        Assert.Null(complaint.Receive(number, Cases.ToRoads, StatutoryPeriod.OfDays(7), Cases.Clock, Actor.System, Now));
        return complaint;
    }
}
