using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Municipality;

namespace SocialCity.Complaints;

/// <summary>What the list of complaints is narrowed by; nothing set shows all.</summary>
/// <param name="IsOpen">True for those on which the office owes something, false for the rest.</param>
public sealed record ComplaintFilter(
    long? CategoryId = null, long? DistrictId = null, long? DepartmentId = null, ComplaintState? State = null, bool? IsOpen = null);

/// <summary>The named queries of the board. Reads project from them, writes load from them.</summary>
public static class ComplaintQueries
{
    /// <summary>What departments handed to others.</summary>
    public static IQueryable<ComplaintEvent> HandedOnBy(this IQueryable<ComplaintEvent> events, IReadOnlyList<long> departmentIds) =>
        events.Where(e => e.Act == ComplaintAct.Transfer && e.ByDepartmentId != null && departmentIds.Contains(e.ByDepartmentId ?? 0));

    /// <summary>What everybody may see.</summary>
    public static IQueryable<Complaint> Listed(this IQueryable<Complaint> complaints) => complaints.Where(c => c.IsListed);

    /// <summary>What this person may see: the rest does not exist for them.</summary>
    public static IQueryable<Complaint> VisibleTo(this IQueryable<Complaint> complaints, Actor actor)
    {
        long? me = actor.AccountId;
        IReadOnlyList<long> departments = actor.Departments();
        IReadOnlyList<long> proven = actor.GuestComplaintIds;
        return complaints.Where(c =>
            c.IsListed
            || (me != null && c.AuthorId == me)
            || proven.Contains(c.Id)
            || (c.Number != null && c.DepartmentId != null && departments.Contains(c.DepartmentId.Value)));
    }

    public static IQueryable<Complaint> Open(this IQueryable<Complaint> complaints) => complaints.Where(c => c.IsOpen);

    public static IQueryable<Complaint> FiledBy(this IQueryable<Complaint> complaints, long accountId) =>
        complaints.Where(c => c.AuthorId == accountId);

    public static IQueryable<Complaint> WithNumber(this IQueryable<Complaint> complaints, string number) =>
        complaints.Where(c => c.Number == number);

    public static IQueryable<Complaint> Narrowed(this IQueryable<Complaint> complaints, ComplaintFilter filter)
    {
        if (filter.CategoryId is { } category)
        {
            complaints = complaints.Where(c => c.CategoryId == category);
        }

        if (filter.DistrictId is { } district)
        {
            complaints = complaints.Where(c => c.DistrictId == district);
        }

        if (filter.DepartmentId is { } department)
        {
            complaints = complaints.Where(c => c.DepartmentId == department);
        }

        if (filter.IsOpen is { } open)
        {
            complaints = complaints.Where(c => c.IsOpen == open);
        }

        return filter.State is { } state ? complaints.Where(c => c.State == state) : complaints;
    }

    /// <summary>The counts that belong to the same filter.</summary>
    public static IQueryable<ComplaintTally> Narrowed(this IQueryable<ComplaintTally> tallies, ComplaintFilter filter)
    {
        if (filter.CategoryId is { } category)
        {
            tallies = tallies.Where(c => c.CategoryId == category);
        }

        if (filter.DistrictId is { } district)
        {
            tallies = tallies.Where(c => c.DistrictId == district);
        }

        if (filter.DepartmentId is { } department)
        {
            tallies = tallies.Where(c => c.DepartmentId == department);
        }

        if (filter.IsOpen is { } isOpen)
        {
            IReadOnlyList<ComplaintState> open = ComplaintStates.Open;
            tallies = tallies.Where(c => open.Contains(c.State) == isOpen);
        }

        return filter.State is { } state ? tallies.Where(c => c.State == state) : tallies;
    }

    public static IQueryable<Complaint> NewestFirst(this IQueryable<Complaint> complaints) =>
        complaints.OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id);

    /// <summary>
    /// One page, newest first, with one row more than asked (see <see cref="Page{T}.From"/>); backwards in the opposite order. The
    /// comparison is written so that both databases walk the index from the cursor on.
    /// </summary>
    public static IQueryable<Complaint> PageAt(this IQueryable<Complaint> complaints, Cursor? at, int size)
    {
        if (at is null)
        {
            return complaints.NewestFirst().Take(size + 1);
        }

        DateTime time = at.At;
        long id = at.Id;
        return at.Backwards
            ? complaints.Where(c => c.ReceivedAt >= time && (c.ReceivedAt > time || c.Id > id))
                .OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).Take(size + 1)
            : complaints.Where(c => c.ReceivedAt <= time && (c.ReceivedAt < time || c.Id < id)).NewestFirst().Take(size + 1);
    }

    /// <summary>One page of somebody's own, the last filed first; see <see cref="PageAt"/>.</summary>
    public static IQueryable<Complaint> PageByFilingAt(this IQueryable<Complaint> complaints, Cursor? at, int size)
    {
        if (at is null)
        {
            return complaints.OrderByDescending(c => c.FiledAt).ThenByDescending(c => c.Id).Take(size + 1);
        }

        DateTime time = at.At;
        long id = at.Id;
        return at.Backwards
            ? complaints.Where(c => c.FiledAt >= time && (c.FiledAt > time || c.Id > id))
                .OrderBy(c => c.FiledAt).ThenBy(c => c.Id).Take(size + 1)
            : complaints.Where(c => c.FiledAt <= time && (c.FiledAt < time || c.Id < id))
                .OrderByDescending(c => c.FiledAt).ThenByDescending(c => c.Id).Take(size + 1);
    }

    /// <summary>Open listed complaints of a category within a square around a place; the caller measures the circle.</summary>
    public static IQueryable<Complaint> Around(this IQueryable<Complaint> complaints, long categoryId, GeoPoint place, int metres) =>
        complaints.Where(c => c.CategoryId == categoryId && c.IsOpen && c.IsListed).Near(place, null, metres);

    /// <summary>Those within a square around a place, the caller measures the circle; of those without a point the ones of the same dong.</summary>
    public static IQueryable<Complaint> Near(this IQueryable<Complaint> complaints, GeoPoint place, long? districtId, int metres)
    {
        double dLat = metres / 111_195.0;
        double dLng = dLat / Math.Max(0.01, Math.Cos(double.DegreesToRadians(place.Latitude)));
        double south = place.Latitude - dLat;
        double north = place.Latitude + dLat;
        double west = place.Longitude - dLng;
        double east = place.Longitude + dLng;
        return districtId is { } district
            ? complaints.Where(c =>
                (c.Latitude >= south && c.Latitude <= north && c.Longitude >= west && c.Longitude <= east)
                || (c.Latitude == null && c.DistrictId == district))
            : complaints.Where(c => c.Latitude >= south && c.Latitude <= north && c.Longitude >= west && c.Longitude <= east);
    }

    /// <summary>
    /// What lies on the desk of an official: theirs by name, in the departments where they work today. What they left behind in another
    /// one is no longer theirs to see.
    /// </summary>
    public static IQueryable<Complaint> OnDeskOf(this IQueryable<Complaint> complaints, long officerId, IReadOnlyList<long> departmentIds) =>
        complaints.WithDepartments(departmentIds).Where(c => c.OfficerId == officerId);

    /// <summary>What lies with departments, whoever in them is in charge.</summary>
    public static IQueryable<Complaint> WithDepartments(this IQueryable<Complaint> complaints, IReadOnlyList<long> departmentIds) =>
        complaints.Where(c => c.DepartmentId != null && departmentIds.Contains(c.DepartmentId.Value) && c.IsOpen);

    /// <summary>What its citizen confirmed as solved, the last answered first.</summary>
    public static IQueryable<Complaint> Solved(this IQueryable<Complaint> complaints) =>
        complaints.Listed().Where(c => c.State == ComplaintState.Confirmed).OrderByDescending(c => c.AnsweredAt).ThenByDescending(c => c.Id);

    /// <summary>Open ones in the name of somebody who does not work in their department any more.</summary>
    public static IQueryable<Complaint> Abandoned(this CityDb db) =>
        db.Complaints.Where(c => c.IsOpen && c.OfficerId != null
            && !(db.Users.Any(a => a.Id == c.OfficerId && a.DisabledAt == null && a.ClosedAt == null)
                && db.RightGrants.Any(g => g.AccountId == c.OfficerId && g.DepartmentId == c.DepartmentId && g.RevokedAt == null
                    && (g.Right == Right.Official || g.Right == Right.Manager))));

    /// <summary>Open ones that came in while the city had no department that sorts.</summary>
    public static IQueryable<Complaint> WithoutDepartment(this IQueryable<Complaint> complaints) =>
        complaints.Where(c => c.DepartmentId == null && c.IsOpen);

    public static IQueryable<Complaint> DueBefore(this IQueryable<Complaint> complaints, DateTime before) =>
        complaints.Where(c => c.IsOpen && c.DueAt < before);

    /// <summary>Open ones whose next warning is due.</summary>
    public static IQueryable<Complaint> DueForWarning(this IQueryable<Complaint> complaints, DateTime now) =>
        complaints.Where(c => c.IsOpen && c.DueSoonAt <= now && (
            c.Warned == DueWarning.None
            || (c.Warned == DueWarning.DueSoon && c.DueAt < now)
            || (c.Warned == DueWarning.Overdue && c.VeryLateAt < now)));
}
