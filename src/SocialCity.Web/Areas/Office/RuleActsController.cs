using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Orders rules, switches them on and off, deletes those that are off.</summary>
[Route("office/rules/{id:long}")]
public sealed class RuleActsController(CityDb db, OfficeChanges changes, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpPost("move")]
    public async Task<IActionResult> Move(long id, [FromForm] bool up, CancellationToken cancellationToken)
    {
        List<RoutingRule> ordered = await db.RoutingRules.OrderBy(r => r.Order).ToListAsync(cancellationToken);
        if (ListOrder.Move(ordered, r => r.Id == id, up, (r, place) => r.MoveTo(place)))
        {
            changes.Note("rule.moved", $"rule:{id}", up ? "up" : "down");
            if (!await changes.SaveAsync(cancellationToken))
            {
                this.FlashWarning(T["그사이 다른 사람이 먼저 바꾸었습니다. 다시 해 주세요."]);
            }
        }

        return RedirectToAction("Index", "Rules");
    }

    [HttpPost("switch")]
    public async Task<IActionResult> Switch(long id, CancellationToken cancellationToken)
    {
        if (await db.RoutingRules.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } rule)
        {
            return NotFound();
        }

        rule.Switch(!rule.IsActive);
        changes.Note(rule.IsActive ? "rule.on" : "rule.off", $"rule:{id}");
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(rule.IsActive ? T["규칙을 켰습니다."] : T["규칙을 껐습니다."]);
        return RedirectToAction("Index", "Rules");
    }

    [HttpPost("delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        if (await db.RoutingRules.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } rule)
        {
            return NotFound();
        }

        if (rule.IsActive)
        {
            this.FlashWarning(T["켜진 규칙은 지울 수 없습니다. 먼저 꺼 주세요."]);
            return RedirectToAction("Edit", "Rules", new { id });
        }

        db.Remove(rule);
        changes.Note("rule.deleted", $"rule:{id}", RuleForm.Of(rule), new RuleForm());
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(T["규칙을 지웠습니다. 무엇이었는지는 감사 기록에 남습니다."]);
        return RedirectToAction("Index", "Rules");
    }
}
