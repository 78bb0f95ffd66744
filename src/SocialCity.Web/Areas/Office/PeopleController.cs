using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
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
    CityDb db, RightsChanging rights, AuditLog audit, CurrentAccount me, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(long id, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, new GrantForm(), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        audit.Add(AuditKind.Access, "account.viewed", $"account:{id}", me.RequiredId, me.Address);
        await db.SaveChangesAsync(cancellationToken);
        return View(page);
    }

    [HttpPost("grant")]
    public async Task<IActionResult> Grant(long id, [Bind(Prefix = "Form")] GrantForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, form, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Show", page);
        }

        long? department = form.Right.NeedsDepartment() ? form.DepartmentId : null;
        if (await rights.GrantAsync(id, form.Right, department, me.RequiredId, me.Address, form.Reason, cancellationToken) is { } refusal)
        {
            ModelState.AddModelError(refusal == RightsRefusal.NoSuchDepartment ? "Form.DepartmentId" : "Form.Right", Word(refusal));
            return Invalid("Show", page);
        }

        this.FlashSuccess(T["권한을 주었습니다. 본인에게 알렸습니다."]);
        return RedirectToAction(nameof(Show), new { id });
    }

    [HttpPost("revoke/{grantId:long}")]
    public async Task<IActionResult> Revoke(long id, long grantId, [FromForm] string? reason, CancellationToken cancellationToken)
    {
        if (!await db.RightGrants.AnyAsync(g => g.Id == grantId && g.AccountId == id, cancellationToken))
        {
            return NotFound();
        }

        string why = reason ?? "";
        if (why.Length > RightGrant.ReasonLength)
        {
            why = why[..RightGrant.ReasonLength];
        }

        if (await rights.RevokeAsync(grantId, me.RequiredId, me.Address, why, cancellationToken) is { } refusal)
        {
            this.FlashWarning(Word(refusal));
        }
        else
        {
            this.FlashSuccess(T["권한을 거두었습니다. 본인에게 알렸습니다."]);
        }

        return RedirectToAction(nameof(Show), new { id });
    }

    private string Word(RightsRefusal refusal) => refusal switch
    {
        RightsRefusal.NoSuchAccount => T["쓸 수 없는 계정이거나 메일을 확인하지 않았습니다."],
        RightsRefusal.NoSuchDepartment => T["부서를 골라 주세요."],
        RightsRefusal.AlreadyHeld => T["이미 가진 권한입니다."],
        RightsRefusal.NotHeld => T["이미 거둔 권한입니다."],
        RightsRefusal.LastAdministrator => T["마지막 시스템 관리자입니다. 다른 사람에게 먼저 권한을 주세요."],
        _ => T["까닭을 써 주세요."],
    };

    private async Task<PersonPage?> PageAsync(long id, GrantForm form, CancellationToken cancellationToken)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } account)
        {
            return null;
        }

        var departments = await db.Departments.AsNoTracking().OrderBy(d => d.Order).Select(d => new { d.Id, d.Name, d.DissolvedAt }).ToListAsync(cancellationToken);
        List<RightGrant> grants = await db.RightGrants.AsNoTracking().Where(g => g.AccountId == id)
            .OrderByDescending(g => g.GrantedAt).ThenByDescending(g => g.Id).ToListAsync(cancellationToken);
        return new PersonPage(
            account,
            grants,
            departments.ToDictionary(d => d.Id, d => d.Name),
            [.. departments.Where(d => d.DissolvedAt is null).Select(d => new SelectListItem(d.Name.ToString(), d.Id.ToString(CultureInfo.InvariantCulture)))],
            form);
    }
}
