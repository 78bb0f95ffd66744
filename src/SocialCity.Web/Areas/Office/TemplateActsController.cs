using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>Deletes an answer template. Answers that were begun from it stay.</summary>
[Route("office/departments/{departmentId:long}/templates/{id:long}")]
public sealed class TemplateActsController(CityDb db, OfficeChanges changes, OfficeWords words, IStringLocalizer<OfficeTexts> T) : OfficeActController(changes, words)
{
    [HttpGet("delete")]
    public async Task<IActionResult> Delete(long departmentId, long id, CancellationToken cancellationToken) =>
        await FindAsync(departmentId, id, cancellationToken) is { } template
        && await db.Departments.AsNoTracking().SingleAsync(d => d.Id == departmentId, cancellationToken) is { } department
            ? Confirm(new Confirmation(
                T["‘{0}’ 서식을 지울까요?", template.Title],
                T["지우면 되돌릴 수 없습니다. 이 서식으로 쓴 답변은 그대로 남습니다."],
                T["지우기"],
                [
                    new(T["부서와 담당"], Url.Action("Index", "Departments")),
                    new(department.Name.ToString(), Url.Action("Edit", "Departments", new { id = departmentId })),
                    new(template.Title, Url.Action("Edit", "Templates", new { departmentId, id })),
                ]))
            : NotFound();

    [HttpPost("delete")]
    public async Task<IActionResult> Deleted(long departmentId, long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(departmentId, id, cancellationToken) is not { } template)
        {
            return NotFound();
        }

        db.Remove(template);
        Changes.Note("template.deleted", $"template:{id}", TemplateForm.Of(template), new TemplateForm());
        await SaveAsync(T["답변 서식을 지웠습니다."], cancellationToken);
        return RedirectToAction("Edit", "Departments", new { id = departmentId });
    }

    private Task<AnswerTemplate?> FindAsync(long departmentId, long id, CancellationToken cancellationToken) =>
        db.AnswerTemplates.SingleOrDefaultAsync(t => t.Id == id && t.DepartmentId == departmentId, cancellationToken);
}
