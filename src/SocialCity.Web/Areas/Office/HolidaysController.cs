using Microsoft.AspNetCore.Mvc;
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
    CityDb db, OfficeChanges changes, ComplaintDeadlines deadlines, CurrentCity city, TimeProvider time, OfficeWords words, IStringLocalizer<OfficeTexts> T)
    : RecountingController(changes, deadlines, words)
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] int? year, CancellationToken cancellationToken) =>
        View(await HolidayPage.LoadAsync(db, year ?? ThisYear(), new HolidayForm(), cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] HolidayForm form, CancellationToken cancellationToken)
    {
        int year = form.Date?.Year ?? ThisYear();
        if (!ModelState.IsValid)
        {
            return Invalid("Index", await HolidayPage.LoadAsync(db, year, form, cancellationToken));
        }

        Holiday? made = await Changes.AddAsync(
            () => Holiday.Enter(form.Date ?? default, form.Name.Trim(), form.Kind),
            "holiday.added", h => $"holiday:{h.Date:yyyy-MM-dd}", new HolidayForm(), form, cancellationToken);
        if (made is null)
        {
            ModelState.AddModelError("Form.Date", T["그날은 이미 공휴일입니다."]);
            return Invalid("Index", await HolidayPage.LoadAsync(db, year, form, cancellationToken));
        }

        this.FlashSuccess(T["공휴일을 더했습니다."]);
        await RecountAsync(cancellationToken);
        return RedirectToAction(nameof(Index), new { year });
    }

    private int ThisYear() => city.TimeZone.DayOf(time.GetUtcNow().UtcDateTime).Year;
}
