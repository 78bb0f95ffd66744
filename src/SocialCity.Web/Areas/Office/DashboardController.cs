using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Web.Areas.Office;

/// <summary>What needs the administrators' eye now.</summary>
[Route("office")]
public sealed class DashboardController(CityDb db, TimeProvider time) : OfficeController
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
        Dictionary<MailState, int> mails = await db.Notices.Where(n => n.Mail == MailState.Waiting || n.Mail == MailState.Failed)
            .GroupBy(n => n.Mail).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return View(new DashboardPage(
            [.. late.OrderByDescending(l => l.Overdue).Select(l => new LateDepartment(
                l.DepartmentId is { } id ? names.GetValueOrDefault(id) : null, l.Overdue, l.VeryLate))],
            mails.GetValueOrDefault(MailState.Waiting),
            mails.GetValueOrDefault(MailState.Failed),
            await db.AuditEntries.CountAsync(e => e.Seal == null && e.At < sealedBefore, cancellationToken),
            await db.Duties.CountAsync(d => d.IsActive && d.OfficerId == null, cancellationToken)));
    }
}

public sealed record DashboardPage(
    IReadOnlyList<LateDepartment> Late, int MailsWaiting, int MailsFailed, int Unsealed, int VacantDuties);

/// <param name="Name">Null for complaints without a department.</param>
public sealed record LateDepartment(LocalText? Name, int Overdue, int VeryLate);
