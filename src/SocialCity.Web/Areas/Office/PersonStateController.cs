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
    CityDb db, OfficeChanges changes, CurrentAccount me, TimeProvider time, OfficeWords words, IStringLocalizer<OfficeTexts> T) : OfficeActController(changes, words)
{
    public const string DisabledAction = "account.disabled";
    public const string EnabledAction = "account.enabled";

    [HttpGet("disable")]
    public async Task<IActionResult> Disable(long id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } account ? View(new DisablingPage(id, account.DisplayName, new ReasonForm())) : NotFound();

    [HttpPost("disable")]
    public async Task<IActionResult> Disabled(long id, [Bind(Prefix = "Form")] ReasonForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } account)
        {
            return NotFound();
        }

        if (id == me.RequiredId)
        {
            ModelState.AddModelError("Form.Reason", T["자기 계정은 막을 수 없습니다."]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid(nameof(Disable), new DisablingPage(id, account.DisplayName, form));
        }

        string reason = (form.Reason ?? "").Trim();
        account.Disable(reason, time.GetUtcNow().UtcDateTime);
        account.RightsChanged();
        Changes.Note(DisabledAction, $"account:{id}", reason);
        await SaveAsync(T["계정을 막았습니다. 열려 있던 로그인도 끝납니다."], cancellationToken);
        return RedirectToAction("Show", "People", new { id });
    }

    [HttpPost("enable")]
    public async Task<IActionResult> Enable(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } account)
        {
            return NotFound();
        }

        account.Enable();
        account.RightsChanged();
        Changes.Note(EnabledAction, $"account:{id}");
        await SaveAsync(T["계정을 다시 쓸 수 있게 했습니다."], cancellationToken);
        return RedirectToAction("Show", "People", new { id });
    }

    private Task<Account?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.Users.SingleOrDefaultAsync(a => a.Id == id && a.ClosedAt == null, cancellationToken);
}

public sealed record DisablingPage(long AccountId, string Name, ReasonForm Form);
