using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Web.Areas.Desk;

/// <summary>Reads the desk of an official: the city, what a pile can be narrowed to, the counts, one page.</summary>
public sealed class DeskPages(CityDb db, TimeProvider time)
{
    private const int PageSize = 30;

    public async Task<DeskPage> ReadAsync(Actor actor, DeskQuery query, CancellationToken cancellationToken)
    {
        var city = await db.Cities.AsNoTracking().Select(c => new { c.TimeZone, c.TriageDepartmentId }).SingleAsync(cancellationToken);
        DateTime now = time.GetUtcNow().UtcDateTime;
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone);
        IReadOnlyList<long> departments = actor.Departments();
        DeskView desk = new(actor.AccountId ?? 0, departments, city.TriageDepartmentId, now, zone.ToUtc(zone.ToLocal(now).Date.AddDays(1)));
        IReadOnlyList<long> managed = actor.ManagedDepartments();
        DeskChoices choices = await ChoicesAsync(managed, cancellationToken);
        bool sorts = city.TriageDepartmentId is { } triage && departments.Contains(triage);
        query = query.Open == DeskPile.Triage && !sorts ? query with { Pile = null } : query;
        DeskPile pile = query.Open;
        Cursor? at = query.Cursor;
        DeskCounts counts = await db.Complaints.Counted(desk).SingleOrDefaultAsync(cancellationToken) ?? DeskCounts.None;

        query = managed.Count > 0 && pile != DeskPile.Mine ? query : query with { Officer = null };
        IQueryable<Complaint> lying = Narrowed(db.Complaints.On(pile, desk), query);
        List<DeskRow> rows = await RowsAsync(lying.PageOf(pile, at, PageSize), now, cancellationToken);
        // The joins keep the rows, not their order.
        IEnumerable<DeskRow> ordered = Ordered(rows, pile);
        rows = [.. at?.Backwards ?? false ? ordered.Reverse() : ordered];
        Page<DeskRow> page = Page<DeskRow>.From(rows, PageSize, at, r => (KeyOf(r, pile), r.Id));
        return new DeskPage(query, counts, page, choices, sorts, now);
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

    private static IQueryable<Complaint> Narrowed(IQueryable<Complaint> lying, DeskQuery query)
    {
        lying = lying.Narrowed(query.Filter);
        if (query.OfficerId is { } officer)
        {
            lying = lying.Where(c => c.OfficerId == officer);
        }

        return query.Words.Length == 0 ? lying
            : query.Open == DeskPile.Answered ? lying.FinishedLast().Holding(query.Words)
            : lying.Holding(query.Words);
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

    /// <summary>The categories, the dongs and the officers of the managed departments, in one query.</summary>
    private async Task<DeskChoices> ChoicesAsync(IReadOnlyList<long> managed, CancellationToken cancellationToken)
    {
        const int category = 0;
        const int district = 1;
        const int officer = 2;
        var names = db.ComplaintCategories.Select(c => new { Of = category, c.Order, c.Id, c.Name.Ko, c.Name.En, c.Name.Ja })
            .Concat(db.Districts.Where(d => d.IsActive).Select(d => new { Of = district, d.Order, d.Id, d.Name.Ko, d.Name.En, d.Name.Ja }));
        if (managed.Count > 0)
        {
            names = names.Concat(db.Users
                // From the rights to the accounts: the other way round goes over everybody in the city.
                .Where(a => db.RightGrants
                    .Where(g => g.RevokedAt == null && g.DepartmentId != null && managed.Contains(g.DepartmentId.Value))
                    .Select(g => g.AccountId)
                    .Contains(a.Id))
                .Select(a => new { Of = officer, Order = 0, a.Id, Ko = a.DisplayName, En = (string?)null, Ja = (string?)null }));
        }

        ILookup<int, SelectListItem> choices = (await names.OrderBy(n => n.Order).ThenBy(n => n.Ko).ThenBy(n => n.Id).ToListAsync(cancellationToken))
            .ToLookup(n => n.Of, n => new SelectListItem(new LocalText(n.Ko, n.En, n.Ja).ToString(), n.Id.ToString(CultureInfo.InvariantCulture)));
        return new DeskChoices([.. choices[category]], [.. choices[district]], [.. choices[officer]]);
    }

    private static IEnumerable<DeskRow> Ordered(List<DeskRow> rows, DeskPile pile) => pile is DeskPile.Waiting or DeskPile.Answered
        ? rows.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Id)
        : rows.OrderBy(r => r.DueAt).ThenBy(r => r.Id);

    private static DateTime KeyOf(DeskRow row, DeskPile pile) => pile is DeskPile.Waiting or DeskPile.Answered ? row.ChangedAt : row.DueAt ?? row.ChangedAt;
}
