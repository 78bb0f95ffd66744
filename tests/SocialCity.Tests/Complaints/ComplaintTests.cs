using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
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
        Assert.Null(complaint.Ask("어디인가요?", Cases.Officer, Cases.Clock, Now.AddDays(1)));
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
        Assert.DoesNotContain(ComplaintAct.Transfer, complaint.Offers(Cases.OfficerOfParks));
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
        Assert.Equal(ComplaintRefusal.GroundMissing, complaint.Extend(null, false, "현장 조사", Cases.Officer, Cases.Clock, Now));
        Assert.Null(complaint.Extend(ExtensionGround.FactsOrSite, false, "현장 조사", Cases.Officer, Cases.Clock, Now));
        Assert.Equal(new DateTime(2026, 12, 3, 9, 0, 0, DateTimeKind.Utc), complaint.DueAt);

        Assert.Equal(
            ComplaintRefusal.ConsentMissing, complaint.Extend(ExtensionGround.FactsOrSite, false, "더 봐야 함", Cases.Officer, Cases.Clock, Now));
        Assert.Null(complaint.Extend(ExtensionGround.FactsOrSite, true, "더 봐야 함", Cases.Officer, Cases.Clock, Now));
        Assert.Equal(
            ComplaintRefusal.ExtendedTwice, complaint.Extend(ExtensionGround.FactsOrSite, true, "또", Cases.Officer, Cases.Clock, Now));
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
        Assert.DoesNotContain(ComplaintAct.Reopen, complaint.Offers(Cases.Petitioner));
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
}
