using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>배정 규칙: who gets a complaint, in their order.</summary>
[Route("office/rules")]
public sealed class RulesController(
    CityDb db, OfficeChanges changes, RuleChoices choices, IModelMetadataProvider metadata, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        List<RoutingRule> rules = await db.RoutingRules.AsNoTracking().OrderBy(r => r.Order).ToListAsync(cancellationToken);
        return View(new RuleList(
            [.. rules.Select(r => new RuleRow(r, rules.Find(earlier => earlier.Shadows(r))))], await choices.LoadAsync(cancellationToken)));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) =>
        View("Edit", new RulePage(null, new RuleForm(), await choices.LoadAsync(cancellationToken)));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] RuleForm form, CancellationToken cancellationToken)
    {
        if (!await choices.AllowAsync(form, ModelState, cancellationToken))
        {
            return Invalid("Edit", new RulePage(null, form, choices));
        }

        int last = await db.RoutingRules.MaxAsync(r => (int?)r.Order, cancellationToken) ?? 0;
        RoutingRule? made = await changes.AddAsync(
            () => form.ToRule(last + 1), "rule.added", r => $"rule:{r.Id}", new RuleForm(), form, cancellationToken);
        this.FlashSuccess(T["규칙을 맨 아래에 더했습니다. 순서를 확인해 주세요."]);
        await WarnOfShadowsAsync(made?.Id, cancellationToken);
        return RedirectToAction(nameof(Index));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellationToken) =>
        await db.RoutingRules.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is { } rule
            ? View(new RulePage(rule, RuleForm.Of(rule), await choices.LoadAsync(cancellationToken)))
            : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long id, [Bind(Prefix = "Form")] RuleForm form, CancellationToken cancellationToken)
    {
        if (await db.RoutingRules.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } rule)
        {
            return NotFound();
        }

        if (!await choices.AllowAsync(form, ModelState, cancellationToken))
        {
            return Invalid("Edit", new RulePage(rule, form, choices));
        }

        if (await changes.ChangeAsync(
            rule, "rule.changed", $"rule:{id}", RuleForm.Of(rule), form,
            () => rule.Change(form.Name.Trim(), form.Conditions(), form.DutyId ?? 0, form.PublicReason.ToText()), cancellationToken))
        {
            this.FlashSuccess(T["저장했습니다. 앞으로 들어오는 민원부터 따릅니다."]);
            await WarnOfShadowsAsync(id, cancellationToken);
            return RedirectToAction(nameof(Index));
        }

        RoutingRule theirs = await db.RoutingRules.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        form.Version = theirs.Version;
        return Conflict("Edit", new RulePage(theirs, form, choices), Difference.Between(RuleForm.Of(theirs), form, metadata, choices.Words()));
    }

    private async Task WarnOfShadowsAsync(long? id, CancellationToken cancellationToken)
    {
        List<RoutingRule> rules = await db.RoutingRules.AsNoTracking().OrderBy(r => r.Order).ToListAsync(cancellationToken);
        RoutingRule? own = rules.Find(r => r.Id == id);
        if (own is not null && rules.Find(r => r.Shadows(own)) is { } earlier)
        {
            this.FlashWarning(T["앞선 규칙 ‘{0}’이(가) 모두 가져가서 이 규칙은 쓰이지 않습니다.", earlier.Name]);
        }

        if (own is not null && rules.Count(own.Shadows) is var hidden and > 0)
        {
            this.FlashWarning(T["이 규칙이 뒤의 규칙 {0}개를 가립니다.", hidden]);
        }
    }
}
