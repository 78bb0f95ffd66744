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
public sealed class PeriodsController(CityDb db, OfficeChanges changes, CurrentCity city, TimeProvider time, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(await PageAsync(new PeriodForm { EffectiveFrom = Today() }, cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] PeriodForm form, CancellationToken cancellationToken)
    {
        if (form.EffectiveFrom < Today())
        {
            ModelState.AddModelError("Form.EffectiveFrom", T["오늘이나 그 뒤의 날을 골라 주세요. 이미 접수된 민원의 기간은 바꿀 수 없습니다."]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Index", await PageAsync(form, cancellationToken));
        }

        PetitionPeriod? made = await changes.AddAsync(
            () => new PetitionPeriod(form.Kind, new StatutoryPeriod(form.Amount ?? 1, form.Unit), form.EffectiveFrom ?? Today(), form.Basis.Trim()),
            "period.added", p => $"period:{p.Id}", new PeriodForm(), form, cancellationToken);
        if (made is null)
        {
            ModelState.AddModelError("Form.EffectiveFrom", T["같은 날 시작하는 기간이 이미 있습니다."]);
            return Invalid("Index", await PageAsync(form, cancellationToken));
        }

        this.FlashSuccess(T["기간을 더했습니다. 시행일부터 접수되는 민원에 씁니다."]);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Takes back a period that has not begun.</summary>
    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        if (await db.PetitionPeriods.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } period)
        {
            return NotFound();
        }

        if (period.EffectiveFrom <= Today())
        {
            this.FlashWarning(T["이미 시작한 기간은 지울 수 없습니다. 새 기간을 더해 주세요."]);
            return RedirectToAction(nameof(Index));
        }

        db.Remove(period);
        changes.Note("period.deleted", $"period:{id}", $"{period.Kind} {period.Amount} {period.Unit} {period.EffectiveFrom:yyyy-MM-dd}");
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(T["예정된 기간을 지웠습니다."]);
        return RedirectToAction(nameof(Index));
    }

    private DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(time.GetUtcNow().UtcDateTime, city.TimeZone));

    private async Task<PeriodPage> PageAsync(PeriodForm form, CancellationToken cancellationToken)
    {
        DateOnly today = Today();
        List<PetitionPeriod> all = await db.PetitionPeriods.AsNoTracking().ToListAsync(cancellationToken);
        return new PeriodPage(
            [.. all.OrderBy(p => (int)p.Kind).ThenByDescending(p => p.EffectiveFrom).Select(p => new PeriodRow(
                p, p.EffectiveFrom > today, all.Where(o => o.Kind == p.Kind && o.EffectiveFrom <= today).MaxBy(o => o.EffectiveFrom) == p))],
            form);
    }
}
