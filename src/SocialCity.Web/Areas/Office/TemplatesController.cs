using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>답변 서식 of a department: what its officials start an answer from.</summary>
[Route("office/departments/{departmentId:long}/templates")]
public sealed class TemplatesController(
    CityDb db, OfficeChanges changes, IModelMetadataProvider metadata, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(long departmentId, CancellationToken cancellationToken) =>
        await DepartmentAsync(departmentId, cancellationToken) is { } department
            ? View("Edit", new TemplatePage(department, null, new TemplateForm()))
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(long departmentId, [Bind(Prefix = "Form")] TemplateForm form, CancellationToken cancellationToken)
    {
        if (await DepartmentAsync(departmentId, cancellationToken) is not { } department)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Edit", new TemplatePage(department, null, form));
        }

        await changes.AddAsync(
            () => new AnswerTemplate(departmentId, (form.Title ?? "").Trim(), form.Text ?? ""),
            "template.added", t => $"template:{t.Id}", new TemplateForm(), form, cancellationToken);
        this.FlashSuccess(T["답변 서식을 더했습니다."]);
        return RedirectToAction("Edit", "Departments", new { id = departmentId });
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long departmentId, long id, CancellationToken cancellationToken) =>
        await DepartmentAsync(departmentId, cancellationToken) is { } department && await FindAsync(departmentId, id, cancellationToken) is { } template
            ? View(new TemplatePage(department, template, TemplateForm.Of(template)))
            : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long departmentId, long id, [Bind(Prefix = "Form")] TemplateForm form, CancellationToken cancellationToken)
    {
        if (await DepartmentAsync(departmentId, cancellationToken) is not { } department
            || await FindAsync(departmentId, id, cancellationToken) is not { } template)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Edit", new TemplatePage(department, template, form));
        }

        if (await changes.ChangeAsync(
            template, "template.changed", $"template:{id}", TemplateForm.Of(template), form,
            () => template.Change((form.Title ?? "").Trim(), form.Text ?? ""), cancellationToken))
        {
            this.FlashSuccess(T["저장했습니다."]);
            return RedirectToAction("Edit", "Departments", new { id = departmentId });
        }

        AnswerTemplate theirs = await FindAsync(departmentId, id, cancellationToken) ?? template;
        form.Version = theirs.Version;
        return Conflict("Edit", new TemplatePage(department, theirs, form), Difference.Between(TemplateForm.Of(theirs), form, metadata));
    }

    private Task<Department?> DepartmentAsync(long id, CancellationToken cancellationToken) =>
        db.Departments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken);

    private Task<AnswerTemplate?> FindAsync(long departmentId, long id, CancellationToken cancellationToken) =>
        db.AnswerTemplates.SingleOrDefaultAsync(t => t.Id == id && t.DepartmentId == departmentId, cancellationToken);
}
