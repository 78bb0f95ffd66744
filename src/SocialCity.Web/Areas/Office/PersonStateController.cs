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
    CityDb db, OfficeChanges changes, CurrentAccount me, TimeProvider time, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpPost("disable")]
    public async Task<IActionResult> Disable(long id, [FromForm] string? reason, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id && a.ClosedAt == null, cancellationToken) is not { } account)
        {
            return NotFound();
        }

        string why = (reason ?? "").Trim();
        if (why.Length is 0 or > Account.AboutLength || id == me.RequiredId)
        {
            this.FlashWarning(id == me.RequiredId ? T["자기 계정은 막을 수 없습니다."] : T["까닭을 {0}자까지 써 주세요.", Account.AboutLength]);
            return RedirectToAction("Show", "People", new { id });
        }

        account.Disable(why, time.GetUtcNow().UtcDateTime);
        account.RightsChanged();
        changes.Note("account.disabled", $"account:{id}");
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(T["계정을 막았습니다. 열려 있던 로그인도 끝납니다."]);
        return RedirectToAction("Show", "People", new { id });
    }

    [HttpPost("enable")]
    public async Task<IActionResult> Enable(long id, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id && a.ClosedAt == null, cancellationToken) is not { } account)
        {
            return NotFound();
        }

        account.Enable();
        account.RightsChanged();
        changes.Note("account.enabled", $"account:{id}");
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(T["계정을 다시 쓸 수 있게 했습니다."]);
        return RedirectToAction("Show", "People", new { id });
    }
}
