using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>One account with its rights and their history. Whoever opens it leaves an entry in the audit log.</summary>
[Route("office/people/{id:long}")]
public sealed class PeopleController(
    CityDb db, RightsChanging rights, AuditLog audit, CurrentAccount me, OfficeWords words, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(long id, CancellationToken cancellationToken)
    {
        if (await PersonPage.LoadAsync(db, id, new GrantForm(), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        audit.Add(AuditKind.Access, AuditActions.AccountViewed, $"account:{id}", me.RequiredId, me.Address);
        await db.SaveChangesAsync(cancellationToken);
        return View(page);
    }

    [HttpPost("grant")]
    public async Task<IActionResult> Grant(long id, [Bind(Prefix = "Form")] GrantForm form, CancellationToken cancellationToken)
    {
        if (await PersonPage.LoadAsync(db, id, form, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (form.Right.NeedsDepartment() && form.DepartmentId is null)
        {
            ModelState.AddModelError("Form.DepartmentId", words.Of(RightsRefusal.NoSuchDepartment));
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Show", page);
        }

        long? department = form.Right.NeedsDepartment() ? form.DepartmentId : null;
        if (await rights.GrantAsync(id, form.Right, department, me.RequiredId, me.Address, form.Reason, cancellationToken) is { } refusal)
        {
            ModelState.AddModelError(refusal == RightsRefusal.NoSuchDepartment ? "Form.DepartmentId" : "Form.Right", words.Of(refusal));
            return Invalid("Show", page);
        }

        this.FlashSuccess(T["권한을 주었습니다. 본인에게 알렸습니다."]);
        return RedirectToAction(nameof(Show), new { id });
    }
}
