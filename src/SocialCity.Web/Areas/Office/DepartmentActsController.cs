using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Orders departments, dissolves and restores them.</summary>
[Route("office/departments/{id:long}")]
public sealed class DepartmentActsController(CityDb db, OfficeChanges changes, TimeProvider time, OfficeWords words, IStringLocalizer<OfficeTexts> T)
    : OfficeActController(changes, words)
{
    [HttpPost("move")]
    public async Task<IActionResult> Move(long id, [FromForm] bool up, CancellationToken cancellationToken)
    {
        await MoveAsync(
            db.Departments.Where(d => d.DissolvedAt == null).OrderBy(d => d.Order),
            d => d.Id == id, up, (d, place) => d.MoveTo(place), "department.moved", $"department:{id}", cancellationToken);
        return RedirectToAction("Index", "Departments");
    }

    /// <summary>A department with open complaints, active rules or the triage cannot go: somebody must take them over first.</summary>
    [HttpPost("dissolve")]
    public async Task<IActionResult> Dissolve(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } department)
        {
            return NotFound();
        }

        int open = await db.Complaints.CountAsync(c => c.DepartmentId == id && c.IsOpen, cancellationToken);
        bool isNeeded = await db.Cities.AnyAsync(c => c.TriageDepartmentId == id, cancellationToken)
            || await db.RoutingRules.AnyAsync(r => r.IsActive && db.Duties.Any(d => d.Id == r.DutyId && d.DepartmentId == id), cancellationToken);
        if (open > 0 || isNeeded)
        {
            this.FlashWarning(open > 0
                ? T["처리 중인 민원 {0}건을 먼저 다른 부서로 옮겨 주세요.", open]
                : T["이 부서로 보내는 배정 규칙이나 도시 설정을 먼저 바꾸어 주세요."]);
            return RedirectToAction("Edit", "Departments", new { id });
        }

        department.Dissolve(time.GetUtcNow().UtcDateTime);
        Changes.Note("department.dissolved", $"department:{id}");
        await SaveAsync(T["부서를 없앴습니다. 지난 답변에는 이름이 남습니다."], cancellationToken);
        return RedirectToAction("Edit", "Departments", new { id });
    }

    [HttpPost("restore")]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } department)
        {
            return NotFound();
        }

        department.Restore();
        Changes.Note("department.restored", $"department:{id}");
        await SaveAsync(T["부서를 되살렸습니다."], cancellationToken);
        return RedirectToAction("Edit", "Departments", new { id });
    }

    private Task<Department?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.Departments.SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
}
