using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>처리 기간 by kind and day: a new one is added, past ones stay for the complaints that were counted by them.</summary>
[Route("office/periods")]
public sealed class PeriodsController(
    CityDb db, OfficeChanges changes, ComplaintDeadlines deadlines, CurrentCity city, TimeProvider time, OfficeWords words, IStringLocalizer<OfficeTexts> T)
    : RecountingController(changes, deadlines, words)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(await PageAsync(new PeriodForm { EffectiveFrom = Today() }, cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] PeriodForm form, [FromForm] string? asked, CancellationToken cancellationToken)
    {
        if (form.EffectiveFrom < Today())
        {
            ModelState.AddModelError("Form.EffectiveFrom", T["오늘이나 그 뒤의 날을 골라 주세요. 지난날 접수된 민원의 기간은 바꿀 수 없습니다."]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Index", await PageAsync(form, cancellationToken));
        }

        PetitionPeriod? same = await db.PetitionPeriods
            .SingleOrDefaultAsync(p => p.Kind == form.Kind && p.EffectiveFrom == form.EffectiveFrom, cancellationToken);
        int complaints = form.EffectiveFrom == Today() ? await Deadlines.CountAsync(form.Kind, Today(), cancellationToken) : 0;
        if ((same is not null || complaints > 0) && asked != form.Mark())
        {
            return View("Index", await PageAsync(form, cancellationToken) with { Question = new(same?.Period(), complaints, form.Mark()) });
        }

        if (await SaveAsync(form, same, cancellationToken) is not { } saved)
        {
            ModelState.AddModelError("Form.EffectiveFrom", T["같은 날 시작하는 기간이 이미 있습니다."]);
            return Invalid("Index", await PageAsync(form, cancellationToken));
        }

        this.FlashSuccess(same is null ? T["기간을 더했습니다. 시행일부터 접수되는 민원에 씁니다."] : T["기간을 바로잡았습니다. 시행일부터 접수되는 민원에 씁니다."]);
        if (saved.EffectiveFrom <= Today())
        {
            TellMoved(await Deadlines.ApplyAsync(saved, cancellationToken));
        }

        return RedirectToAction(nameof(Index));
    }

    /// <summary>Adds the period, or corrects the one of the same kind and day. Null when somebody else was first.</summary>
    private async Task<PetitionPeriod?> SaveAsync(PeriodForm form, PetitionPeriod? same, CancellationToken cancellationToken)
    {
        if (same is null)
        {
            return await Changes.AddAsync(
                () => new PetitionPeriod(form.Kind, form.Period(), form.EffectiveFrom ?? Today(), form.Basis.Trim()),
                "period.added", p => $"period:{p.Id}", new PeriodForm(), form, cancellationToken);
        }

        Changes.Note("period.changed", $"period:{same.Id}", PeriodForm.Of(same), form);
        same.Correct(form.Period(), form.Basis.Trim());
        return await Changes.SaveAsync(cancellationToken) ? same : null;
    }

    private DateOnly Today() => city.TimeZone.DayOf(time.GetUtcNow().UtcDateTime);

    private Task<PeriodPage> PageAsync(PeriodForm form, CancellationToken cancellationToken) =>
        PeriodPage.LoadAsync(db, form, Today(), cancellationToken);
}
