using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Audit;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Fills a year by law, and deletes a holiday.</summary>
[Route("office/holidays")]
public sealed class HolidayActsController(
    CityDb db, OfficeChanges changes, ComplaintDeadlines deadlines, CityDates dates, OfficeWords words, IStringLocalizer<OfficeTexts> T)
    : RecountingController(changes, deadlines, words)
{
    /// <summary>Adds what the law gives for a year and is missing.</summary>
    [HttpPost("generate")]
    public async Task<IActionResult> Generate([FromForm] int year, CancellationToken cancellationToken)
    {
        if (!KoreanHolidays.Covers(year))
        {
            this.FlashWarning(T["{0}년의 공휴일은 계산할 수 없습니다. 손으로 더해 주세요.", year]);
            return Back(null);
        }

        List<DateOnly> taken = await db.Set<Holiday>().Where(h => h.Date.Year == year).Select(h => h.Date).ToListAsync(cancellationToken);
        List<Holiday> missing = [.. KoreanHolidays.In(year).ExceptBy(taken, h => h.Date).Select(Holiday.Generate)];
        db.AddRange(missing);
        Changes.Note(
            AuditActions.HolidaysGenerated, string.Create(CultureInfo.InvariantCulture, $"year:{year}"), string.Join(", ", missing.Select(h => $"{h.Date:yyyy-MM-dd} {h.Name}")));
        if (await SaveAsync(T["법에 따른 공휴일 {0}일을 더했습니다.", missing.Count], cancellationToken))
        {
            await RecountAsync(cancellationToken);
        }

        return Back(year);
    }

    [HttpGet("{id:long}/delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } holiday
            ? Confirm(new Confirmation(
                T["{0} 공휴일을 지울까요?", holiday.Name],
                T["{0}이(가) 처리 기간에 들어갑니다. 처리 중인 민원의 답변 기한을 다시 계산하고, 기한이 바뀐 신청인에게 알립니다.", dates.Date(holiday.Date)],
                T["지우기"],
                [new(T["공휴일"], Url.Action("Index", "Holidays", new { year = holiday.Date.Year }))]))
            : NotFound();

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> Deleted(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } holiday)
        {
            return NotFound();
        }

        db.Remove(holiday);
        Changes.Note("holiday.deleted", $"holiday:{holiday.Date:yyyy-MM-dd}", holiday.Name);
        if (await SaveAsync(T["공휴일을 지웠습니다."], cancellationToken))
        {
            await RecountAsync(cancellationToken);
        }

        return Back(holiday.Date.Year);
    }

    private Task<Holiday?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.Set<Holiday>().SingleOrDefaultAsync(h => h.Id == id, cancellationToken);

    private RedirectToActionResult Back(int? year) => RedirectToAction("Index", "Holidays", new { year });
}
