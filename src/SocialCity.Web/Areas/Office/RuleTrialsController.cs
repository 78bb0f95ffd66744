using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Office;

/// <summary>Tries a rule on past complaints before it is saved.</summary>
[Route("office/rules")]
public sealed class RuleTrialsController(CityDb db, RoutingTrial trial, RuleChoices choices) : OfficeController
{
    private const string FormView = "/Areas/Office/Views/Rules/Edit.cshtml";
    private const int Tried = 500;

    [HttpPost("trial")]
    [HttpPost("{id:long}/trial")]
    public async Task<IActionResult> Try(long? id, [Bind(Prefix = "Form")] RuleForm form, CancellationToken cancellationToken)
    {
        RoutingRule? rule = id is null ? null : await db.RoutingRules.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (id is not null && rule is null)
        {
            return NotFound();
        }

        bool isAllowed = await choices.AllowAsync(form, ModelState, cancellationToken);
        RulePage page = new(rule, form, choices);
        if (!isAllowed)
        {
            return Invalid(FormView, page);
        }

        RoutingRule changed = form.ToRule(rule?.Order ?? int.MaxValue);
        changed.Switch(rule?.IsActive ?? true);
        return View(FormView, page with { Trial = await trial.RunAsync(changed, id, Tried, cancellationToken) });
    }
}
