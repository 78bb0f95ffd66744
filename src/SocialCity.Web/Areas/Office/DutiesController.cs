using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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
public sealed class DutiesController(
    CityDb db, OfficeChanges changes, IModelMetadataProvider metadata, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(long departmentId, CancellationToken cancellationToken) =>
        await DutyPage.LoadAsync(db, departmentId, null, new DutyForm(), cancellationToken) is { } page ? View("Edit", page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(long departmentId, [Bind(Prefix = "Form")] DutyForm form, CancellationToken cancellationToken)
    {
        if (await CheckedAsync(departmentId, null, form, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Edit", page);
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
            ? View(await DutyPage.LoadAsync(db, departmentId, duty, DutyForm.Of(duty), cancellationToken))
            : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long departmentId, long id, [Bind(Prefix = "Form")] DutyForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(departmentId, id, cancellationToken) is not { } duty
            || await CheckedAsync(departmentId, duty, form, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Edit", page);
        }

        if (await changes.ChangeAsync(
            duty, "duty.changed", $"duty:{id}", DutyForm.Of(duty), form,
            () => duty.Change(form.Name.ToText(), form.Phone ?? "", form.OfficerId), cancellationToken))
        {
            this.FlashSuccess(T["저장했습니다."]);
            return RedirectToAction("Edit", "Departments", new { id = departmentId });
        }

        Duty theirs = await FindAsync(departmentId, id, cancellationToken) ?? duty;
        form.Version = theirs.Version;
        return Conflict("Edit", page with { Duty = theirs }, Difference.Between(DutyForm.Of(theirs), form, metadata, new Dictionary<string, IEnumerable<SelectListItem>>
        {
            [nameof(DutyForm.OfficerId)] = page.Officers,
        }));
    }

    private Task<Duty?> FindAsync(long departmentId, long id, CancellationToken cancellationToken) =>
        db.Duties.SingleOrDefaultAsync(d => d.Id == id && d.DepartmentId == departmentId, cancellationToken);

    private async Task<DutyPage?> CheckedAsync(long departmentId, Duty? duty, DutyForm form, CancellationToken cancellationToken)
    {
        DutyPage? page = await DutyPage.LoadAsync(db, departmentId, duty, form, cancellationToken);
        if (page?.Offers(form.OfficerId) == false)
        {
            ModelState.AddModelError("Form.OfficerId", T["이 부서의 공무원 가운데에서 골라 주세요."]);
        }

        return page;
    }
}
