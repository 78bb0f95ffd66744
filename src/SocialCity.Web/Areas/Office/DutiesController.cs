using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>담당 업무 of a department and who does them.</summary>
[Route("office/departments/{departmentId:long}/duties")]
public sealed class DutiesController(CityDb db, OfficeChanges changes, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("new")]
    public Task<IActionResult> New(long departmentId, CancellationToken cancellationToken) =>
        ShowAsync(departmentId, null, new DutyForm(), cancellationToken);

    [HttpPost("")]
    public async Task<IActionResult> Create(long departmentId, [Bind(Prefix = "Form")] DutyForm form, CancellationToken cancellationToken)
    {
        await CheckAsync(departmentId, form, cancellationToken);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(departmentId, null, form, cancellationToken);
        }

        await changes.AddAsync(
            () => new Duty(departmentId, form.Name.ToText(), form.Phone ?? "", form.OfficerId),
            "duty.added", d => $"duty:{d.Id}", new DutyForm(), form, cancellationToken);
        this.FlashSuccess(T["담당 업무를 더했습니다."]);
        return RedirectToAction("Edit", "Departments", new { id = departmentId });
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long departmentId, long id, CancellationToken cancellationToken) =>
        await FindAsync(departmentId, id, cancellationToken) is { } duty
            ? await ShowAsync(departmentId, duty, DutyForm.Of(duty), cancellationToken)
            : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long departmentId, long id, [Bind(Prefix = "Form")] DutyForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(departmentId, id, cancellationToken) is not { } duty)
        {
            return NotFound();
        }

        await CheckAsync(departmentId, form, cancellationToken);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(departmentId, duty, form, cancellationToken);
        }

        changes.Note("duty.changed", $"duty:{id}", DutyForm.Of(duty), form);
        duty.Change(form.Name.ToText(), form.Phone ?? "", form.OfficerId);
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(T["저장했습니다."]);
        return RedirectToAction("Edit", "Departments", new { id = departmentId });
    }

    /// <summary>Ends a duty, or takes it up again. One that rules still name stays.</summary>
    [HttpPost("{id:long}/switch")]
    public async Task<IActionResult> Switch(long departmentId, long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(departmentId, id, cancellationToken) is not { } duty)
        {
            return NotFound();
        }

        if (duty.IsActive && await db.RoutingRules.CountAsync(r => r.DutyId == id && r.IsActive, cancellationToken) is var rules and > 0)
        {
            this.FlashWarning(T["배정 규칙 {0}개가 이 업무로 보내고 있습니다. 규칙을 먼저 바꾸어 주세요.", rules]);
            return RedirectToAction(nameof(Edit), new { departmentId, id });
        }

        if (duty.IsActive)
        {
            duty.End();
        }
        else
        {
            duty.Restore();
        }

        changes.Note(duty.IsActive ? "duty.restored" : "duty.ended", $"duty:{id}");
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(duty.IsActive ? T["업무를 다시 시작했습니다."] : T["업무를 끝냈습니다."]);
        return RedirectToAction("Edit", "Departments", new { id = departmentId });
    }

    private Task<Duty?> FindAsync(long departmentId, long id, CancellationToken cancellationToken) =>
        db.Duties.SingleOrDefaultAsync(d => d.Id == id && d.DepartmentId == departmentId, cancellationToken);

    private async Task CheckAsync(long departmentId, DutyForm form, CancellationToken cancellationToken)
    {
        if (form.OfficerId is { } officer && !await db.OfficersOf(departmentId).AnyAsync(a => a.Id == officer, cancellationToken))
        {
            ModelState.AddModelError("Form.OfficerId", T["이 부서의 공무원 가운데에서 골라 주세요."]);
        }
    }

    private async Task<IActionResult> ShowAsync(long departmentId, Duty? duty, DutyForm form, CancellationToken cancellationToken)
    {
        if (await db.Departments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == departmentId, cancellationToken) is not { } department)
        {
            return NotFound();
        }

        List<SelectListItem> officers = await db.OfficersOf(departmentId).OrderBy(a => a.DisplayName)
            .Select(a => new SelectListItem(a.DisplayName, a.Id.ToString(CultureInfo.InvariantCulture))).ToListAsync(cancellationToken);
        DutyPage page = new(department, duty, form, officers);
        return ModelState.IsValid ? View("Edit", page) : Invalid("Edit", page);
    }
}
