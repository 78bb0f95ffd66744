using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Ends a duty, or takes it up again. One that rules still name stays.</summary>
[Route("office/departments/{departmentId:long}/duties/{id:long}")]
public sealed class DutyActsController(CityDb db, OfficeChanges changes, OfficeWords words, IStringLocalizer<OfficeTexts> T) : OfficeActController(changes, words)
{
    /// <param name="departmentId">Whose duty it is.</param>
    /// <param name="id">The duty.</param>
    /// <param name="on">What it shall be, so that a second click changes nothing.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    [HttpPost("switch")]
    public async Task<IActionResult> Switch(long departmentId, long id, [FromForm] bool on, CancellationToken cancellationToken)
    {
        if (await db.Duties.SingleOrDefaultAsync(d => d.Id == id && d.DepartmentId == departmentId, cancellationToken) is not { } duty)
        {
            return NotFound();
        }

        if (!on && await db.RoutingRules.CountAsync(r => r.DutyId == id && r.IsActive, cancellationToken) is var rules and > 0)
        {
            this.FlashWarning(T["배정 규칙 {0}개가 이 업무로 보내고 있습니다. 규칙을 먼저 바꾸어 주세요.", rules]);
            return RedirectToAction("Edit", "Duties", new { departmentId, id });
        }

        if (duty.IsActive != on)
        {
            duty.Switch(on);
            Changes.Note(on ? "duty.restored" : "duty.ended", $"duty:{id}");
        }

        await SaveAsync(on ? T["업무를 다시 시작했습니다."] : T["업무를 끝냈습니다."], cancellationToken);
        return RedirectToAction("Edit", "Departments", new { id = departmentId });
    }
}
