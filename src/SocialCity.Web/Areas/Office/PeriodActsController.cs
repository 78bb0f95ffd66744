using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Takes back a period that has not begun: no complaint was counted by it yet.</summary>
[Route("office/periods/{id:long}")]
public sealed class PeriodActsController(
    CityDb db, OfficeChanges changes, CurrentCity city, CityDates dates, TimeProvider time, OfficeWords words, IStringLocalizer<OfficeTexts> T)
    : OfficeActController(changes, words)
{
    [HttpGet("delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } period)
        {
            return NotFound();
        }

        return HasBegun(period)
            ? RefuseBegun()
            : Confirm(new Confirmation(
                T["예정된 기간을 지울까요?"],
                T["{0}, {1}부터 {2}. 지우면 그날 뒤에도 지금 기간을 씁니다.", Words.Of(period.Kind), dates.Date(period.EffectiveFrom), Words.Of(period.Period())],
                T["지우기"],
                [new(T["처리 기간"], Url.Action("Index", "Periods"))]));
    }

    [HttpPost("delete")]
    public async Task<IActionResult> Deleted(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } period)
        {
            return NotFound();
        }

        if (HasBegun(period))
        {
            return RefuseBegun();
        }

        db.Remove(period);
        Changes.Note("period.deleted", $"period:{id}", $"{period.Kind} {period.Amount} {period.Unit} {period.EffectiveFrom:yyyy-MM-dd}");
        await SaveAsync(T["예정된 기간을 지웠습니다."], cancellationToken);
        return RedirectToAction("Index", "Periods");
    }

    private bool HasBegun(PetitionPeriod period) => period.EffectiveFrom <= city.TimeZone.DayOf(time.GetUtcNow().UtcDateTime);

    private RedirectToActionResult RefuseBegun()
    {
        this.FlashWarning(T["이미 시작한 기간은 지울 수 없습니다. 새 기간을 더해 주세요."]);
        return RedirectToAction("Index", "Periods");
    }

    private Task<PetitionPeriod?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.PetitionPeriods.SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
}
