using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Takes a right from a person, with the reason they will read.</summary>
[Route("office/people/{id:long}/revoke/{grantId:long}")]
public sealed class RevocationsController(
    CityDb db, RightsChanging rights, ComplaintDeadlines deadlines, CurrentAccount me, OfficeWords words, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> New(long id, long grantId, CancellationToken cancellationToken) =>
        await PageAsync(id, grantId, new ReasonForm(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(long id, long grantId, [Bind(Prefix = "Form")] ReasonForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, grantId, form, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid(nameof(New), page);
        }

        switch (await rights.RevokeAsync(grantId, me.RequiredId, me.Address, form.Reason ?? "", cancellationToken))
        {
            case null:
                await deadlines.ReclaimAsync(cancellationToken);
                this.FlashSuccess(T["권한을 거두었습니다. 본인에게 알렸습니다."]);
                return RedirectToAction("Show", "People", new { id });
            case RightsRefusal.NotHeld:
                this.FlashInfo(words.Of(RightsRefusal.NotHeld));
                return RedirectToAction("Show", "People", new { id });
            case { } refusal:
                ModelState.AddModelError("Form.Reason", words.Of(refusal));
                return Invalid(nameof(New), page);
        }
    }

    private Task<RevocationPage?> PageAsync(long id, long grantId, ReasonForm form, CancellationToken cancellationToken) =>
        db.RightGrants.Where(g => g.Id == grantId && g.AccountId == id)
            .Select(g => new RevocationPage(
                id,
                db.Users.Where(a => a.Id == id).Select(a => a.DisplayName).First(),
                g.Right,
                db.Departments.Where(d => d.Id == g.DepartmentId).Select(d => d.Name).FirstOrDefault(),
                db.RightGrants.Any(o => o.Id != grantId && o.AccountId == id && o.DepartmentId == g.DepartmentId && o.RevokedAt == null)
                    ? 0
                    : db.Complaints.Count(c => c.OfficerId == id && c.IsOpen && c.DepartmentId == g.DepartmentId),
                form))
            .FirstOrDefaultAsync(cancellationToken);
}

/// <param name="Name">Whose right it is.</param>
/// <param name="Department">Null for a right that holds in the whole city.</param>
/// <param name="OpenComplaints">How many open complaints lose their officer with it.</param>
public sealed record RevocationPage(long AccountId, string Name, Right Right, LocalText? Department, int OpenComplaints, ReasonForm Form);
