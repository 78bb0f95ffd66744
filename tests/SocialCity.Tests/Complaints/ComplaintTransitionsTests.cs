using SocialCity.Accounts;
using SocialCity.Complaints;

namespace SocialCity.Tests.Complaints;

/// <summary>The table, walked whole: every act from every state in every capacity.</summary>
public sealed class ComplaintTransitionsTests
{
    public static TheoryData<ComplaintState, ComplaintAct> EveryStateAndAct()
    {
        TheoryData<ComplaintState, ComplaintAct> all = [];
        foreach (ComplaintState state in Enum.GetValues<ComplaintState>())
        {
            foreach (ComplaintAct act in Enum.GetValues<ComplaintAct>())
            {
                all.Add(state, act);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(EveryStateAndAct))]
    public void An_act_succeeds_exactly_where_and_for_whom_the_table_says(ComplaintState state, ComplaintAct act)
    {
        ComplaintTransition? row = ComplaintTransitions.Find(state, act);
        foreach ((Actor actor, ComplaintRoles role) in Cases.Everybody)
        {
            Complaint complaint = Cases.In(state);
            int facts = complaint.Events.Count;

            ComplaintRefusal? refusal = Cases.Do(complaint, act, actor);

            if (row is null)
            {
                Assert.Equal(ComplaintRefusal.WrongState, refusal);
            }
            else if ((row.Who & role) == 0)
            {
                Assert.Equal(ComplaintRefusal.NotYours, refusal);
            }
            else
            {
                Assert.Null(refusal);
                Assert.Equal(act == ComplaintAct.Receive ? ComplaintState.Assigned : row.To, complaint.State);
            }

            Assert.Equal(refusal is not null, facts == complaint.Events.Count);
            if (refusal is not null)
            {
                Assert.Equal(state, complaint.State);
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryStateAndAct))]
    public void A_text_is_required_exactly_where_the_table_says(ComplaintState state, ComplaintAct act)
    {
        if (ComplaintTransitions.Find(state, act) is not { } row)
        {
            return;
        }

        Actor actor = Cases.Everybody.First(e => (e.Role & row.Who) != 0).Actor;
        foreach (string blank in (string[])["", "  \n "])
        {
            ComplaintRefusal? refusal = Cases.Do(Cases.In(state), act, actor, blank);
            Assert.Equal(row.NeedsText ? ComplaintRefusal.TextMissing : null, refusal);
        }

        string tooLong = new('가', ComplaintEvent.TextLength + 1);
        if (Cases.TakesText(act))
        {
            Assert.Equal(ComplaintRefusal.TextTooLong, Cases.Do(Cases.In(state), act, actor, tooLong));
        }
    }

    [Theory]
    [MemberData(nameof(EveryStateAndAct))]
    public void The_clock_runs_exactly_while_the_office_owes_something(ComplaintState state, ComplaintAct act)
    {
        if (ComplaintTransitions.Find(state, act) is not { } row)
        {
            return;
        }

        Complaint complaint = Cases.In(state);
        Assert.Null(Cases.Do(complaint, act, Cases.Everybody.First(e => (e.Role & row.Who) != 0).Actor));

        bool owed = complaint.State is ComplaintState.Received or ComplaintState.Assigned or ComplaintState.InProgress or ComplaintState.Reopened;
        Assert.Equal(owed, complaint.DueAt is not null);
        Assert.Equal(owed || complaint.State == ComplaintState.Waiting, complaint.IsOpen);
        Assert.Equal(complaint.State == ComplaintState.Waiting, complaint.Pauses.Any(p => p.EndedAt is null));
    }

    [Fact]
    public void Each_state_but_the_first_can_be_reached_and_only_the_last_two_end()
    {
        HashSet<ComplaintState> reached = [ComplaintState.Unconfirmed, .. ComplaintTransitions.All.Select(t => t.To)];
        Assert.Equal(Enum.GetValues<ComplaintState>().ToHashSet(), reached);

        IEnumerable<ComplaintState> ends = Enum.GetValues<ComplaintState>()
            .Where(s => !ComplaintTransitions.All.Any(t => t.From == s && t.To != s));
        Assert.Equal([ComplaintState.Confirmed], ends);
    }

    [Fact]
    public void No_state_and_act_stand_twice_in_the_table()
    {
        Assert.DoesNotContain(ComplaintTransitions.All.GroupBy(t => (t.From, t.Act)), g => g.Count() > 1);
    }

    [Theory]
    [InlineData(ComplaintAct.Receive, ComplaintRoles.System)]
    [InlineData(ComplaintAct.Reopen, ComplaintRoles.Petitioner)]
    [InlineData(ComplaintAct.Answer, ComplaintRoles.Officer | ComplaintRoles.Manager)]
    [InlineData(ComplaintAct.Close, ComplaintRoles.Officer | ComplaintRoles.Manager | ComplaintRoles.System)]
    public void Whoever_may_do_an_act_in_some_state_may_ask_why_not_in_another(ComplaintAct act, ComplaintRoles roles)
    {
        Assert.Equal(roles, ComplaintTransitions.WhoEver(act));
    }

    [Fact]
    public void What_is_offered_is_what_succeeds()
    {
        foreach (ComplaintState state in Enum.GetValues<ComplaintState>())
        {
            foreach ((Actor actor, ComplaintRoles _) in Cases.Everybody)
            {
                IReadOnlyList<ComplaintAct> offered = Cases.In(state).Offers(actor, Cases.Now);
                IEnumerable<ComplaintAct> succeed = Enum.GetValues<ComplaintAct>().Where(act => Cases.Do(Cases.In(state), act, actor) is null);
                Assert.Equal(succeed.Order(), offered.Order());
            }
        }
    }
}
