using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Web.Areas.Desk;

/// <summary>Reads the desk of an official: the city, the counts, one page, and for managers the officers.</summary>
public sealed class DeskPages(CityDb db, TimeProvider time)
{
    private const int PageSize = 30;

    public async Task<DeskPage> ReadAsync(Actor actor, DeskPile pile, long? officerId, Cursor? at, CancellationToken cancellationToken)
    {
        var city = await db.Cities.AsNoTracking().Select(c => new { c.TimeZone, c.TriageDepartmentId }).SingleAsync(cancellationToken);
        DateTime now = time.GetUtcNow().UtcDateTime;
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone);
        IReadOnlyList<long> departments = actor.Departments();
        DeskView desk = new(actor.AccountId ?? 0, departments, city.TriageDepartmentId, now, zone.ToUtc(zone.ToLocal(now).Date.AddDays(1)));
        IReadOnlyList<long> managed = actor.ManagedDepartments();
        List<SelectListItem> officers = managed.Count == 0 ? [] : await OfficersAsync(managed, cancellationToken);
        bool sorts = city.TriageDepartmentId is { } triage && departments.Contains(triage);
        DeskCounts counts = await db.Complaints.Counted(desk).SingleOrDefaultAsync(cancellationToken) ?? DeskCounts.None;

        IQueryable<Complaint> lying = db.Complaints.On(pile, desk);
        bool narrows = officerId is not null && managed.Count > 0 && pile != DeskPile.Mine;
        if (narrows)
        {
            lying = lying.Where(c => c.OfficerId == officerId);
        }

        List<DeskRow> rows = await RowsAsync(lying.PageOf(pile, at, PageSize), now, cancellationToken);
        // The joins keep the rows, not their order.
        IEnumerable<DeskRow> ordered = Ordered(rows, pile);
        rows = [.. at?.Backwards ?? false ? ordered.Reverse() : ordered];
        Page<DeskRow> page = Page<DeskRow>.From(rows, PageSize, at, r => (KeyOf(r, pile), r.Id));
        return new DeskPage(pile, counts, page, officers, narrows ? officerId : null, sorts, now);
    }

    /// <summary>The number of what is due after a complaint: among the person's own when it is theirs, or else in their departments.</summary>
    public async Task<string?> NextAsync(Actor actor, string number, CancellationToken cancellationToken)
    {
        long me = actor.AccountId ?? 0;
        var here = await db.Complaints.VisibleTo(actor).WithNumber(number)
            .Select(c => new { c.Id, c.OfficerId, c.DueAt })
            .SingleOrDefaultAsync(cancellationToken);
        IReadOnlyList<long> departments = actor.Departments();
        IQueryable<Complaint> queue = here?.OfficerId == me
            ? db.Complaints.OnDeskOf(me, departments)
            : db.Complaints.WithDepartments(departments);
        Cursor? at = here?.DueAt is { } due ? new Cursor(due, here.Id) : null;
        return await queue.Where(c => c.DueAt != null && c.Number != number)
            .PageOf(DeskPile.Department, at, 0)
            .Select(c => c.Number)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<List<DeskRow>> RowsAsync(IQueryable<Complaint> complaints, DateTime now, CancellationToken cancellationToken)
    {
        var rows = await (
            from c in complaints.AsNoTracking()
            join k in db.ComplaintCategories on c.CategoryId equals k.Id
            join d in db.Districts on c.DistrictId equals (long?)d.Id into districts
            from d in districts.DefaultIfEmpty()
            join o in db.Users on c.OfficerId equals (long?)o.Id into officers
            from o in officers.DefaultIfEmpty()
            select new
            {
                c.Id,
                c.Number,
                c.Title,
                Category = k.Name,
                DistrictKo = d!.Name.Ko,
                DistrictEn = d.Name.En,
                DistrictJa = d.Name.Ja,
                c.State,
                c.ReceivedAt,
                c.ChangedAt,
                c.DueAt,
                c.DueSoonAt,
                c.VeryLateAt,
                ReplyBy = c.State != ComplaintState.Waiting ? null : db.ComplaintEvents
                    .Where(e => e.ComplaintId == c.Id && e.Act == ComplaintAct.Ask)
                    .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
                    .Select(e => e.DueAfter)
                    .FirstOrDefault(),
                Officer = o!.DisplayName,
                c.ForManager,
                c.IsPrivate,
                c.SupportCount,
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new DeskRow(
                r.Id,
                r.Number ?? "",
                r.Title,
                r.Category.ToString(),
                r.DistrictKo is null ? null : new LocalText(r.DistrictKo, r.DistrictEn, r.DistrictJa).ToString(),
                r.State,
                r.ReceivedAt,
                r.ChangedAt,
                r.DueAt,
                r.ReplyBy,
                Complaint.WarningAt(r.DueSoonAt, r.DueAt, r.VeryLateAt, now),
                r.Officer,
                r.ForManager,
                r.IsPrivate,
                r.SupportCount)),
        ];
    }

    private async Task<List<SelectListItem>> OfficersAsync(IReadOnlyList<long> managed, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking()
            // From the rights to the accounts: the other way round goes over everybody in the city.
            .Where(a => db.RightGrants
                .Where(g => g.RevokedAt == null && g.DepartmentId != null && managed.Contains(g.DepartmentId.Value))
                .Select(g => g.AccountId)
                .Contains(a.Id))
            .OrderBy(a => a.DisplayName)
            .Select(a => new SelectListItem(a.DisplayName, a.Id.ToString(CultureInfo.InvariantCulture)))
            .ToListAsync(cancellationToken);

    private static IEnumerable<DeskRow> Ordered(List<DeskRow> rows, DeskPile pile) => pile is DeskPile.Waiting or DeskPile.Answered
        ? rows.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Id)
        : rows.OrderBy(r => r.DueAt).ThenBy(r => r.Id);

    private static DateTime KeyOf(DeskRow row, DeskPile pile) => pile is DeskPile.Waiting or DeskPile.Answered ? row.ChangedAt : row.DueAt ?? row.ChangedAt;
}
