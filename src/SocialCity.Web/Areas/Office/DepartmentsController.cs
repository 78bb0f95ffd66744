using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>부서: the list, and what is said of each.</summary>
[Route("office/departments")]
public sealed class DepartmentsController(
    CityDb db, OfficeChanges changes, IModelMetadataProvider metadata, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(new DepartmentList(
        await db.Departments.AsNoTracking().OrderBy(d => d.DissolvedAt != null).ThenBy(d => d.Order)
            .Select(d => new DepartmentRow(
                d.Id, d.Name, d.Phone, d.DissolvedAt,
                db.Duties.Count(u => u.DepartmentId == d.Id && u.IsActive),
                db.VacantDuties().Count(u => u.DepartmentId == d.Id),
                db.RightGrants.Any(g => g.DepartmentId == d.Id && g.Right == Right.Manager && g.RevokedAt == null),
                db.DepartmentsTakingIn().Any(t => t.Id == d.Id),
                db.Complaints.Count(c => c.DepartmentId == d.Id && c.IsOpen)))
            .ToListAsync(cancellationToken)));

    [HttpGet("new")]
    public IActionResult New() => View("Edit", new DepartmentPage(null, new DepartmentForm()));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] DepartmentForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Invalid("Edit", new DepartmentPage(null, form));
        }

        int last = await db.Departments.MaxAsync(d => (int?)d.Order, cancellationToken) ?? 0;
        Department? made = await changes.AddAsync(
            () => new Department(form.Code ?? "", form.Name.ToText(), form.About.ToText(), form.Phone ?? "", form.Email ?? "", last + 1),
            "department.added", d => $"department:{d.Id}", new DepartmentForm(), form, cancellationToken);
        if (made is null)
        {
            ModelState.AddModelError("Form.Code", T["이미 쓰고 있는 코드입니다."]);
            return Invalid("Edit", new DepartmentPage(null, form));
        }

        this.FlashSuccess(T["부서를 만들었습니다. 이제 담당 업무를 더해 주세요."]);
        return RedirectToAction(nameof(Edit), new { id = made.Id });
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellationToken) =>
        await db.Departments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is { } department
            ? View(await DepartmentPage.LoadAsync(db, department, DepartmentForm.Of(department), cancellationToken))
            : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long id, [Bind(Prefix = "Form")] DepartmentForm form, CancellationToken cancellationToken)
    {
        if (await db.Departments.SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is not { } department)
        {
            return NotFound();
        }

        DepartmentForm before = DepartmentForm.Of(department);
        form.Code = before.Code;
        if (!ModelState.IsValid)
        {
            return Invalid("Edit", await DepartmentPage.LoadAsync(db, department, form, cancellationToken));
        }

        if (await changes.ChangeAsync(
            department, "department.changed", $"department:{id}", before, form,
            () => department.Change(form.Name.ToText(), form.About.ToText(), form.Phone ?? "", form.Email ?? ""), cancellationToken))
        {
            this.FlashSuccess(T["저장했습니다."]);
            return RedirectToAction(nameof(Edit), new { id });
        }

        Department theirs = await db.Departments.AsNoTracking().SingleAsync(d => d.Id == id, cancellationToken);
        form.Version = theirs.Version;
        return Conflict(
            "Edit",
            await DepartmentPage.LoadAsync(db, theirs, form, cancellationToken),
            Difference.Between(DepartmentForm.Of(theirs), form, metadata));
    }
}
