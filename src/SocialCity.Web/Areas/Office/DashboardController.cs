using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>What needs the administrators' eye now.</summary>
[Route("office")]
public sealed class DashboardController(CityDb db, CurrentCity city, TimeProvider time) : OfficeController
{
    /// <summary>The sealing job runs each minute: what is older and unsealed means that it does not.</summary>
    private static readonly TimeSpan SealedWithin = TimeSpan.FromMinutes(10);

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        DateTime sealedBefore = now - SealedWithin;
        var names = await db.Departments.AsNoTracking().Select(d => new { d.Id, d.Name }).ToDictionaryAsync(d => d.Id, d => d.Name, cancellationToken);
        var late = await db.Complaints.Where(c => c.IsOpen && c.DueAt < now)
            .GroupBy(c => c.DepartmentId)
            .Select(g => new { DepartmentId = g.Key, Overdue = g.Count(), VeryLate = g.Count(c => c.VeryLateAt < now) })
            .ToListAsync(cancellationToken);
        var counts = await db.Cities.Select(_ => new
        {
            Waiting = db.Notices.Count(n => n.Delivery == DeliveryState.Waiting),
            Failed = db.Notices.Count(n => n.Delivery == DeliveryState.Failed),
            Unsealed = db.AuditEntries.Count(e => e.Seal == null && e.At < sealedBefore),
            Vacant = db.VacantDuties().Count(),
        }).SingleAsync(cancellationToken);
        JobList jobs = await JobList.LoadAsync(db, true, now, cancellationToken);
        return View(new DashboardPage(
            await OpeningList.LoadAsync(db, city.TimeZone, now, cancellationToken),
            [.. late.OrderByDescending(l => l.Overdue).Select(l => new LateDepartment(
                l.DepartmentId is { } id ? names.GetValueOrDefault(id) : null, l.Overdue, l.VeryLate))],
            counts.Waiting,
            counts.Failed,
            counts.Unsealed,
            counts.Vacant,
            jobs.Failing));
    }
}

public sealed record DashboardPage(
    OpeningList Opening, IReadOnlyList<LateDepartment> Late, int MailsWaiting, int MailsFailed, int Unsealed, int VacantDuties, int JobsFailing);

/// <param name="Name">Null for complaints without a department.</param>
public sealed record LateDepartment(LocalText? Name, int Overdue, int VeryLate);
