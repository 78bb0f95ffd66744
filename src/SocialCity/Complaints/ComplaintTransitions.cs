using System.Collections.Frozen;
using SocialCity.Notices;
using static SocialCity.Complaints.ComplaintAct;
using static SocialCity.Complaints.ComplaintState;

namespace SocialCity.Complaints;

/// <summary>In which capacity somebody stands to a complaint.</summary>
[Flags]
public enum ComplaintRoles
{
    None = 0,

    /// <summary>The citizen who filed it, signed in or by the link from the e-mail.</summary>
    Petitioner = 1,

    /// <summary>An official of the department in charge.</summary>
    Officer = 2,

    /// <summary>The manager of the department in charge.</summary>
    Manager = 4,

    /// <summary>The portal: routing and periods that ran out.</summary>
    System = 8,
}

/// <summary>What an act does to the statutory period.</summary>
public enum ClockEffect
{
    None = 0,

    /// <summary>The period begins to run.</summary>
    Start = 1,

    /// <summary>It stands still while the citizen has the word.</summary>
    Pause = 2,

    /// <summary>It runs on.</summary>
    Resume = 3,

    /// <summary>It was met or came to nothing: the clock stops.</summary>
    Stop = 4,

    /// <summary>A new period begins, and the timeline says so.</summary>
    Restart = 5,

    /// <summary>The period is prolonged by itself once more.</summary>
    Prolong = 6,

    /// <summary>The same period is counted by the calendar of now.</summary>
    Recount = 7,
}

/// <summary>One row of the table: who may do what from where, where it leads, and what follows.</summary>
/// <param name="From">The state it starts from.</param>
/// <param name="Act">What is done.</param>
/// <param name="To">The state it leads to; the same as <paramref name="From"/> when nothing changes.</param>
/// <param name="Who">The capacities that may.</param>
/// <param name="NeedsText">Whether a text (reason, question, answer) is required.</param>
/// <param name="Clock">What it does to the period.</param>
/// <param name="Notice">What the other side is told; null for nothing.</param>
public sealed record ComplaintTransition(
    ComplaintState From, ComplaintAct Act, ComplaintState To, ComplaintRoles Who, bool NeedsText, ClockEffect Clock, NoticeKind? Notice)
{
    /// <summary>
    /// The capacities that may, given with whom it lies. What lies with the manager is acted upon by the manager alone until they put somebody
    /// in charge; a note anybody of the department may leave.
    /// </summary>
    public ComplaintRoles WhoMay(bool liesWithManager) => liesWithManager && Act != Note ? Who & ~ComplaintRoles.Officer : Who;
}

/// <summary>
/// The one table of what can happen to a complaint. The entity obeys it, the page offers what it allows, the tests walk it and
/// docs/complaint-transitions.md is printed from it.
/// </summary>
public static class ComplaintTransitions
{
    private const ComplaintRoles Petitioner = ComplaintRoles.Petitioner;
    private const ComplaintRoles Office = ComplaintRoles.Officer | ComplaintRoles.Manager;
    private const ComplaintRoles Manager = ComplaintRoles.Manager;
    private const ComplaintRoles System = ComplaintRoles.System;

    private const bool WithText = true;
    private const bool NoText = false;

    private static readonly ComplaintState[] Anywhere =
        [Received, Assigned, InProgress, Waiting, Answered, Confirmed, Reopened, Closed];

    /// <summary>All rows, in the order of a complaint's life.</summary>
    public static IReadOnlyList<ComplaintTransition> All { get; } =
    [
        .. Rows([Unconfirmed], Receive, Received, System, NoText, ClockEffect.Start, NoticeKind.ComplaintReceived),

        .. Rows([Received, Assigned, InProgress], Assign, Assigned, Office | System, NoText, ClockEffect.None, NoticeKind.ComplaintAssigned),
        .. Rows([Reopened], Assign, Assigned, Manager, NoText, ClockEffect.None, NoticeKind.ComplaintAssigned),
        .. Rows([Assigned], Start, InProgress, Office, NoText, ClockEffect.None, NoticeKind.ComplaintStarted),
        .. Rows([Reopened], Start, InProgress, Manager, NoText, ClockEffect.None, NoticeKind.ComplaintStarted),

        .. Rows([Assigned, InProgress], Ask, Waiting, Office, WithText, ClockEffect.Pause, NoticeKind.ComplaintAsked),
        .. Rows([Waiting], Supply, InProgress, Petitioner, WithText, ClockEffect.Resume, NoticeKind.ComplaintSupplied),
        .. Rows([Waiting], Resume, InProgress, Office, WithText, ClockEffect.Resume, NoticeKind.ComplaintStarted),
        .. Rows([InProgress], Report, InProgress, Office, WithText, ClockEffect.None, NoticeKind.ComplaintProgress),

        .. Rows([Assigned, InProgress], Answer, Answered, Office, WithText, ClockEffect.Stop, NoticeKind.ComplaintAnswered),
        .. Rows([Reopened], Answer, Answered, Manager, WithText, ClockEffect.Stop, NoticeKind.ComplaintAnswered),
        .. Rows([Answered], Confirm, Confirmed, Petitioner, NoText, ClockEffect.None, NoticeKind.ComplaintConfirmed),
        .. Rows([Answered, Closed], Reopen, Reopened, Petitioner, WithText, ClockEffect.Restart, NoticeKind.ComplaintReopened),

        .. Rows([Received, Assigned, InProgress], Transfer, Received, Office, WithText, ClockEffect.None, NoticeKind.ComplaintTransferred),
        .. Rows([Reopened], Transfer, Received, Manager, WithText, ClockEffect.None, NoticeKind.ComplaintTransferred),
        .. SameState([Received, Assigned, InProgress], Extend, Office, WithText, ClockEffect.Prolong, NoticeKind.ComplaintExtended),
        .. SameState([Reopened], Extend, Manager, WithText, ClockEffect.Prolong, NoticeKind.ComplaintExtended),

        .. Rows([Received, Assigned, InProgress], Close, Closed, Office, WithText, ClockEffect.Stop, NoticeKind.ComplaintClosed),
        .. Rows([Reopened], Close, Closed, Manager, WithText, ClockEffect.Stop, NoticeKind.ComplaintClosed),
        .. Rows([Answered], Close, Closed, System, NoText, ClockEffect.None, NoticeKind.ComplaintClosed),
        .. Rows([Received, Assigned, InProgress, Waiting, Answered, Reopened], Withdraw, Closed, Petitioner, NoText, ClockEffect.Stop, NoticeKind.ComplaintWithdrawn),

        .. SameState(Anywhere, Note, Office, WithText, ClockEffect.None, null),
        .. SameState([Received, Assigned, InProgress, Reopened], Recount, System, NoText, ClockEffect.Recount, NoticeKind.ComplaintDueMoved),
        .. SameState(Anywhere, Join, System, NoText, ClockEffect.None, null),

        .. Rows([Assigned, InProgress], Release, Received, System, NoText, ClockEffect.None, null),
        .. SameState([Waiting], Release, System, NoText, ClockEffect.None, null),
        .. SameState([Received], Adopt, System, NoText, ClockEffect.None, null),
    ];

    private static readonly FrozenDictionary<(ComplaintState From, ComplaintAct Act), ComplaintTransition> Table =
        All.ToFrozenDictionary(t => (t.From, t.Act));

    /// <summary>The row for an act from a state; null where the act does not exist.</summary>
    public static ComplaintTransition? Find(ComplaintState from, ComplaintAct act) => Table.GetValueOrDefault((from, act));

    /// <summary>The acts that somebody in these capacities may do from a state.</summary>
    public static IEnumerable<ComplaintAct> Possible(ComplaintState from, ComplaintRoles roles, bool liesWithManager) =>
        All.Where(t => t.From == from && (t.WhoMay(liesWithManager) & roles) != 0).Select(t => t.Act);

    /// <summary>The capacities that may do an act from any state at all.</summary>
    public static ComplaintRoles WhoEver(ComplaintAct act) =>
        All.Where(t => t.Act == act).Aggregate(ComplaintRoles.None, (who, t) => who | t.Who);

    private static IEnumerable<ComplaintTransition> Rows(
        ComplaintState[] from, ComplaintAct act, ComplaintState to, ComplaintRoles who, bool needsText, ClockEffect clock, NoticeKind? notice) =>
        from.Select(f => new ComplaintTransition(f, act, to, who, needsText, clock, notice));

    private static IEnumerable<ComplaintTransition> SameState(
        ComplaintState[] from, ComplaintAct act, ComplaintRoles who, bool needsText, ClockEffect clock, NoticeKind? notice) =>
        from.Select(f => new ComplaintTransition(f, act, f, who, needsText, clock, notice));
}
