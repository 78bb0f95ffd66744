using SocialCity.Data;

namespace SocialCity.Complaints;

/// <summary>The piles of the desk.</summary>
public enum DeskPile
{
    /// <summary>Mine by name in a department where I still work, and owed.</summary>
    Mine = 0,

    /// <summary>My departments', whoever is in charge; also what nobody took yet.</summary>
    Department = 1,

    /// <summary>Due before the day ends.</summary>
    Today = 2,

    /// <summary>Past its due date.</summary>
    Overdue = 3,

    /// <summary>What lies with the manager (transferred three times, or back as unsolved), and what is very late.</summary>
    Manager = 4,

    /// <summary>The citizen has the word.</summary>
    Waiting = 5,

    /// <summary>Answered or closed, the newest first.</summary>
    Answered = 6,

    /// <summary>In the department that sorts, with no rule that claimed it.</summary>
    Triage = 7,
}

/// <summary>Whose desk it is, and the moments that decide what is urgent.</summary>
/// <param name="AccountId">The official.</param>
/// <param name="DepartmentIds">Where they are an official or the manager.</param>
/// <param name="TriageDepartmentId">The department that sorts; null when the city has none.</param>
/// <param name="Now">UTC.</param>
/// <param name="Tomorrow">When the day ends in the city, UTC.</param>
public sealed record DeskView(long AccountId, IReadOnlyList<long> DepartmentIds, long? TriageDepartmentId, DateTime Now, DateTime Tomorrow);

/// <summary>How many lie on each pile; the answered ones are not counted.</summary>
public sealed record DeskCounts(int Mine, int Department, int Today, int Overdue, int Manager, int Waiting, int Triage)
{
    public static DeskCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    public int? Of(DeskPile pile) => pile switch
    {
        DeskPile.Mine => Mine,
        DeskPile.Department => Department,
        DeskPile.Today => Today,
        DeskPile.Overdue => Overdue,
        DeskPile.Manager => Manager,
        DeskPile.Waiting => Waiting,
        DeskPile.Triage => Triage,
        _ => null,
    };
}

/// <summary>The named queries of the desk. What is owed is open and has a due date; while it waits for the citizen it has one only if it is late already.</summary>
public static class DeskQueries
{
    public static IQueryable<Complaint> On(this IQueryable<Complaint> complaints, DeskPile pile, DeskView desk)
    {
        IQueryable<Complaint> owed = complaints.WithDepartments(desk.DepartmentIds).Where(c => c.DueAt != null);
        return pile switch
        {
            DeskPile.Mine => complaints.OnDeskOf(desk.AccountId, desk.DepartmentIds).Where(c => c.DueAt != null),
            DeskPile.Department => owed,
            DeskPile.Today => owed.Where(c => c.DueAt >= desk.Now && c.DueAt < desk.Tomorrow),
            DeskPile.Overdue => owed.Where(c => c.DueAt < desk.Now),
            DeskPile.Manager => owed.Where(c => c.ForManager || c.VeryLateAt < desk.Now),
            DeskPile.Triage => owed.Where(c => c.DepartmentId == desk.TriageDepartmentId && c.DutyId == null && c.OfficerId == null),
            DeskPile.Waiting => complaints.WithDepartments(desk.DepartmentIds).Where(c => c.State == ComplaintState.Waiting),
            DeskPile.Answered => complaints.Where(c =>
                c.DepartmentId != null && desk.DepartmentIds.Contains(c.DepartmentId.Value) && !c.IsOpen && c.Number != null),
            _ => throw new ArgumentOutOfRangeException(nameof(pile)),
        };
    }

    /// <summary>All counts in one pass over what is open in the departments.</summary>
    public static IQueryable<DeskCounts> Counted(this IQueryable<Complaint> complaints, DeskView desk) =>
        complaints.WithDepartments(desk.DepartmentIds).GroupBy(_ => 1).Select(g => new DeskCounts(
            g.Count(c => c.OfficerId == desk.AccountId && c.DueAt != null),
            g.Count(c => c.DueAt != null),
            g.Count(c => c.DueAt >= desk.Now && c.DueAt < desk.Tomorrow),
            g.Count(c => c.DueAt < desk.Now),
            g.Count(c => (c.ForManager || c.VeryLateAt < desk.Now) && c.DueAt != null),
            g.Count(c => c.State == ComplaintState.Waiting),
            g.Count(c => c.DepartmentId == desk.TriageDepartmentId && c.DutyId == null && c.OfficerId == null && c.DueAt != null)));

    /// <summary>
    /// One page of a pile with one row more than asked: what is due first comes first, of the others what changed last. Backwards in the
    /// opposite order.
    /// </summary>
    public static IQueryable<Complaint> PageOf(this IQueryable<Complaint> complaints, DeskPile pile, Cursor? at, int size)
    {
        bool byDue = pile is not (DeskPile.Waiting or DeskPile.Answered);
        bool backwards = at?.Backwards ?? false;
        if (at is not null)
        {
            DateTime time = at.At;
            long id = at.Id;
            complaints = (byDue, backwards) switch
            {
                (true, false) => complaints.Where(c => c.DueAt >= time && (c.DueAt > time || c.Id > id)),
                (true, true) => complaints.Where(c => c.DueAt <= time && (c.DueAt < time || c.Id < id)),
                (false, false) => complaints.Where(c => c.ChangedAt <= time && (c.ChangedAt < time || c.Id < id)),
                (false, true) => complaints.Where(c => c.ChangedAt >= time && (c.ChangedAt > time || c.Id > id)),
            };
        }

        IOrderedQueryable<Complaint> ordered = (byDue, backwards) switch
        {
            (true, false) => complaints.OrderBy(c => c.DueAt).ThenBy(c => c.Id),
            (true, true) => complaints.OrderByDescending(c => c.DueAt).ThenByDescending(c => c.Id),
            (false, false) => complaints.OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id),
            (false, true) => complaints.OrderBy(c => c.ChangedAt).ThenBy(c => c.Id),
        };
        return ordered.Take(size + 1);
    }
}
