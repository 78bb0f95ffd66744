using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Orders rules, switches them on and off, deletes those that are off.</summary>
[Route("office/rules/{id:long}")]
public sealed class RuleActsController(CityDb db, OfficeChanges changes, OfficeWords words, IStringLocalizer<OfficeTexts> T) : OfficeActController(changes, words)
{
    [HttpPost("move")]
    public async Task<IActionResult> Move(long id, [FromForm] bool up, CancellationToken cancellationToken)
    {
        await MoveAsync(
            db.RoutingRules.OrderBy(r => r.Order), r => r.Id == id, up, (r, place) => r.MoveTo(place), "rule.moved", $"rule:{id}", cancellationToken);
        return RedirectToAction("Index", "Rules");
    }

    /// <summary>Puts a rule in a place of the order, counted from 1: in a long list the next place is many steps away.</summary>
    [HttpPost("place")]
    public async Task<IActionResult> Place(long id, [FromForm] int place, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            await MoveAsync(
                db.RoutingRules.OrderBy(r => r.Order), r => r.Id == id, _ => place, (r, to) => r.MoveTo(to), "rule.moved", $"rule:{id}", cancellationToken);
        }
        else
        {
            this.FlashWarning(T["몇 번째로 옮길지 숫자로 써 주세요."]);
        }

        return RedirectToAction("Index", "Rules", null, $"rule-{id}");
    }

    /// <summary>On or off. A rule whose duty ended meanwhile would send complaints to nobody: it stays off.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="on">What it shall be, so that a second click changes nothing.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    [HttpPost("switch")]
    public async Task<IActionResult> Switch(long id, [FromForm] bool on, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } rule)
        {
            return NotFound();
        }

        if (on && !await db.DutiesInCharge().AnyAsync(d => d.Id == rule.DutyId, cancellationToken))
        {
            this.FlashWarning(T["맡을 업무가 끝났거나 부서가 없어졌습니다. 업무를 바꾼 뒤에 켜 주세요."]);
            return RedirectToAction("Edit", "Rules", new { id });
        }

        if (rule.IsActive != on)
        {
            rule.Switch(on);
            Changes.Note(on ? "rule.on" : "rule.off", $"rule:{id}");
        }

        await SaveAsync(on ? T["규칙을 켰습니다."] : T["규칙을 껐습니다."], cancellationToken);
        return RedirectToAction("Edit", "Rules", new { id });
    }

    [HttpGet("delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } rule)
        {
            return NotFound();
        }

        return rule.IsActive
            ? RefuseActive(id)
            : Confirm(new Confirmation(
                T["‘{0}’ 규칙을 지울까요?", rule.Name],
                T["지우면 되돌릴 수 없습니다. 무엇이었는지는 감사 기록에 남습니다."],
                T["지우기"],
                [new(T["배정 규칙"], Url.Action("Index", "Rules")), new(rule.Name, Url.Action("Edit", "Rules", new { id }))]));
    }

    [HttpPost("delete")]
    public async Task<IActionResult> Deleted(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } rule)
        {
            return NotFound();
        }

        if (rule.IsActive)
        {
            return RefuseActive(id);
        }

        db.Remove(rule);
        Changes.Note("rule.deleted", $"rule:{id}", RuleForm.Of(rule), new RuleForm());
        await SaveAsync(T["규칙을 지웠습니다. 무엇이었는지는 감사 기록에 남습니다."], cancellationToken);
        return RedirectToAction("Index", "Rules");
    }

    /// <summary>To the page of the rule, where it is switched off.</summary>
    private RedirectToActionResult RefuseActive(long id)
    {
        this.FlashWarning(T["켜진 규칙은 지울 수 없습니다. 먼저 꺼 주세요."]);
        return RedirectToAction("Edit", "Rules", new { id });
    }

    private Task<RoutingRule?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.RoutingRules.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
}
