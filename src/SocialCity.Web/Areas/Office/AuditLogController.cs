using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>감사 기록: who did what, to read, to prove and to take away.</summary>
[Route("office/audit")]
public sealed class AuditLogController(
    CityDb db, AuditLog audit, AuditExport export, AuditSubjects subjects, CurrentAccount me, CurrentCity city, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] AuditFilter filter, [FromQuery] string? at, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Invalid(nameof(Index), new AuditPage(filter, null, new Dictionary<string, string>()));
        }

        Cursor? cursor = Cursor.Parse(at);
        IReadOnlyDictionary<string, string>? meant = await MeantAsync(filter, cancellationToken);
        List<AuditRow> rows = await Narrowed(filter, meant).PageAt(cursor, PageSize)
            .Select(e => new AuditRow(
                e.Id, e.At, e.Kind, e.Action, e.Subject, db.Users.Where(a => a.Id == e.ActorId).Select(a => a.DisplayName).FirstOrDefault(), e.Address, e.Details, e.Seal != null))
            .ToListAsync(cancellationToken);
        Page<AuditRow> page = Page<AuditRow>.From(rows, PageSize, cursor, r => (r.At, r.Id));
        Dictionary<string, string> names = new(await subjects.NamesAsync(page.Items.SelectMany(AuditWords.SubjectsIn), cancellationToken));
        await NoteAsync(page.Items, cancellationToken);
        return View(new AuditPage(filter, page, names));
    }

    /// <summary>Walks the chain of seals.</summary>
    [HttpPost("check")]
    public async Task<IActionResult> Check(CancellationToken cancellationToken)
    {
        long? broken = await audit.FindBrokenAsync(cancellationToken);
        audit.Add(AuditKind.Access, AuditActions.LogChecked, "audit", me.RequiredId, me.Address, broken is null ? "intact" : $"broken at {broken}");
        await db.SaveChangesAsync(cancellationToken);
        if (broken is null)
        {
            this.FlashSuccess(T["봉인된 기록이 모두 처음 그대로입니다."]);
        }
        else
        {
            this.FlashWarning(T["{0}번 기록이 바뀌었거나 그 앞의 기록이 없어졌습니다. 바로 보안 담당자에게 알려 주세요.", broken]);
        }

        return RedirectToAction(nameof(Index));
    }

    /// <summary>The filtered entries as CSV, newest first.</summary>
    [HttpPost("export")]
    public async Task<IActionResult> Export([FromForm] AuditFilter filter, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        IQueryable<AuditEntry> entries = Narrowed(filter, await MeantAsync(filter, cancellationToken));
        audit.Add(AuditKind.Access, AuditActions.LogExported, "audit", me.RequiredId, me.Address);
        await db.SaveChangesAsync(cancellationToken);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=audit.csv";
        await export.WriteAsync(entries, Response.Body, cancellationToken);
        return new EmptyResult();
    }

    private async Task<IReadOnlyDictionary<string, string>?> MeantAsync(AuditFilter filter, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(filter.Subject) ? null : await subjects.MeantByAsync(filter.Subject, cancellationToken);

    private IQueryable<AuditEntry> Narrowed(AuditFilter filter, IReadOnlyDictionary<string, string>? meant) =>
        filter.Narrow(db.AuditEntries.AsNoTracking(), meant?.Keys, city.TimeZone);

    /// <summary>Writes down whose doings the page is about to show by name.</summary>
    private async Task NoteAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        string[] people = [.. rows.Select(r => r.Subject).Where(AuditSubjects.IsPerson).Distinct()];
        if (people.Length > 0)
        {
            audit.Add(AuditKind.Access, AuditActions.LogRead, "audit", me.RequiredId, me.Address, string.Join(' ', people));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}

/// <param name="Entries">Null when the filter could not be read.</param>
/// <param name="Names">Of what the entries name.</param>
public sealed record AuditPage(AuditFilter Filter, Page<AuditRow>? Entries, IReadOnlyDictionary<string, string> Names);

public sealed record AuditRow(
    long Id, DateTime At, AuditKind Kind, string Action, string Subject, string? Actor, string? Address, string Details, bool IsSealed);
