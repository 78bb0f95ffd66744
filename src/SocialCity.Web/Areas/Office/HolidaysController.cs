using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>공휴일 of a year. Each change counts the open due dates again.</summary>
[Route("office/holidays")]
public sealed class HolidaysController(
    CityDb db, OfficeChanges changes, ComplaintDeadlines deadlines, CurrentCity city, TimeProvider time, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] int? year, CancellationToken cancellationToken) =>
        View(await PageAsync(year ?? ThisYear(), new HolidayForm(), cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] HolidayForm form, CancellationToken cancellationToken)
    {
        int year = form.Date?.Year ?? ThisYear();
        if (!ModelState.IsValid)
        {
            return Invalid("Index", await PageAsync(year, form, cancellationToken));
        }

        Holiday? made = await changes.AddAsync(
            () => Holiday.Enter(form.Date ?? default, form.Name, form.Kind),
            "holiday.added", h => $"holiday:{h.Date:yyyy-MM-dd}", new HolidayForm(), form, cancellationToken);
        if (made is null)
        {
            ModelState.AddModelError("Form.Date", T["그날은 이미 공휴일입니다."]);
            return Invalid("Index", await PageAsync(year, form, cancellationToken));
        }

        return await RecountedAsync(T["공휴일을 더했습니다."], year, cancellationToken);
    }

    /// <summary>Adds what the law gives for a year and is missing.</summary>
    [HttpPost("generate")]
    public async Task<IActionResult> Generate([FromForm] int year, CancellationToken cancellationToken)
    {
        if (!KoreanHolidays.Covers(year))
        {
            this.FlashWarning(T["{0}년의 공휴일은 계산할 수 없습니다. 손으로 더해 주세요.", year]);
            return RedirectToAction(nameof(Index), new { year = ThisYear() });
        }

        HashSet<DateOnly> taken = [.. await InYear(year).Select(h => h.Date).ToListAsync(cancellationToken)];
        List<Holiday> missing = [.. KoreanHolidays.In(year).Where(h => !taken.Contains(h.Date)).Select(Holiday.Generate)];
        db.AddRange(missing);
        changes.Note(
            "holidays.generated", string.Create(CultureInfo.InvariantCulture, $"year:{year}"), string.Join(", ", missing.Select(h => $"{h.Date:yyyy-MM-dd} {h.Name}")));
        await changes.SaveAsync(cancellationToken);
        return await RecountedAsync(T["법에 따른 공휴일 {0}일을 더했습니다.", missing.Count], year, cancellationToken);
    }

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        if (await db.Set<Holiday>().SingleOrDefaultAsync(h => h.Id == id, cancellationToken) is not { } holiday)
        {
            return NotFound();
        }

        db.Remove(holiday);
        changes.Note("holiday.deleted", $"holiday:{holiday.Date:yyyy-MM-dd}", holiday.Name);
        await changes.SaveAsync(cancellationToken);
        return await RecountedAsync(T["공휴일을 지웠습니다."], holiday.Date.Year, cancellationToken);
    }

    private async Task<IActionResult> RecountedAsync(string done, int year, CancellationToken cancellationToken)
    {
        int moved = await deadlines.RecountAsync(cancellationToken);
        this.FlashSuccess(done);
        this.FlashInfo(moved == 0 ? T["처리 중인 민원의 마감은 바뀌지 않았습니다."] : T["처리 중인 민원 {0}건의 마감을 다시 계산했습니다.", moved]);
        return RedirectToAction(nameof(Index), new { year });
    }

    private int ThisYear() => TimeZoneInfo.ConvertTimeFromUtc(time.GetUtcNow().UtcDateTime, city.TimeZone).Year;

    private IQueryable<Holiday> InYear(int year)
    {
        DateOnly first = new(year, 1, 1);
        DateOnly last = new(year, 12, 31);
        return db.Set<Holiday>().Where(h => h.Date >= first && h.Date <= last);
    }

    private async Task<HolidayPage> PageAsync(int year, HolidayForm form, CancellationToken cancellationToken)
    {
        int shown = Math.Clamp(year, HolidayForm.FirstYear, HolidayForm.LastYear);
        return new HolidayPage(shown, await InYear(shown).AsNoTracking().OrderBy(h => h.Date).ToListAsync(cancellationToken), form);
    }
}
