using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Disables an account and enables it again; open sessions end with their next request.</summary>
[Route("office/people/{id:long}")]
public sealed class PersonStateController(
    CityDb db, AccountDisabling disabling, CurrentAccount me, OfficeWords words, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("disable")]
    public async Task<IActionResult> Disable(long id, CancellationToken cancellationToken) =>
        await PageAsync(id, new ReasonForm(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("disable")]
    public async Task<IActionResult> Disabled(long id, [Bind(Prefix = "Form")] ReasonForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, form, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid(nameof(Disable), page);
        }

        string reason = (form.Reason ?? "").Trim();
        if (await disabling.DisableAsync(id, me.RequiredId, me.Address, reason, cancellationToken) is { } refusal)
        {
            ModelState.AddModelError("Form.Reason", words.Of(refusal));
            return Invalid(nameof(Disable), page);
        }

        this.FlashSuccess(T["계정을 막았습니다. 열려 있던 로그인도 끝납니다."]);
        return RedirectToAction("Show", "People", new { id });
    }

    [HttpPost("enable")]
    public async Task<IActionResult> Enable(long id, CancellationToken cancellationToken)
    {
        if (!await disabling.EnableAsync(id, me.RequiredId, me.Address, cancellationToken))
        {
            return NotFound();
        }

        this.FlashSuccess(T["계정을 다시 쓸 수 있게 했습니다."]);
        return RedirectToAction("Show", "People", new { id });
    }

    private Task<DisablingPage?> PageAsync(long id, ReasonForm form, CancellationToken cancellationToken) =>
        db.Users.Where(a => a.Id == id && a.ClosedAt == null)
            .Select(a => new DisablingPage(id, a.DisplayName, form))
            .SingleOrDefaultAsync(cancellationToken);
}

public sealed record DisablingPage(long AccountId, string Name, ReasonForm Form);
