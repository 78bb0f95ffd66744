using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>도시 설정: name, look, contact, hours, map, complaints.</summary>
[Route("office/city")]
public sealed class CitySettingsController(
    CityDb db, OfficeChanges changes, CitySettings settings, ComplaintDeadlines deadlines, IModelMetadataProvider metadata, OfficeWords words, IStringLocalizer<OfficeTexts> T)
    : RecountingController(changes, deadlines, words)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(await PageAsync(CityForm.Of(await db.Cities.AsNoTracking().SingleAsync(cancellationToken)), cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Update([Bind(Prefix = "Form")] CityForm form, CancellationToken cancellationToken)
    {
        if (form.TriageDepartmentId is { } triage && !await db.Departments.AnyAsync(d => d.Id == triage && d.DissolvedAt == null, cancellationToken))
        {
            ModelState.AddModelError("Form.TriageDepartmentId", T["없앤 부서는 고를 수 없습니다."]);
        }

        if (form.TriageDepartmentId is null && await db.Cities.AnyAsync(c => c.TriageDepartmentId != null, cancellationToken))
        {
            ModelState.AddModelError("Form.TriageDepartmentId", T["맞는 규칙이 없는 민원을 받을 부서가 있어야 합니다. 다른 부서를 골라 주세요."]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Index", await PageAsync(form, cancellationToken));
        }

        City city = await db.Cities.SingleAsync(cancellationToken);
        CityForm before = CityForm.Of(city);
        if (await Changes.ChangeAsync(city, "city.changed", "city:1", before, form, () => form.ApplyTo(city), cancellationToken))
        {
            settings.Forget();
            await settings.RefreshAsync(cancellationToken);
            this.FlashSuccess(T["저장했습니다."]);
            if (form.TriageDepartmentId != before.TriageDepartmentId)
            {
                await Deadlines.ReclaimAsync(cancellationToken);
            }

            if (!form.HasHoursOf(before))
            {
                await RecountAsync(cancellationToken);
            }

            return RedirectToAction(nameof(Index));
        }

        CityForm theirs = CityForm.Of(await db.Cities.AsNoTracking().SingleAsync(cancellationToken));
        form.Version = theirs.Version;
        CityPage page = await PageAsync(form, cancellationToken);
        return Conflict("Index", page, Difference.Between(theirs, form, metadata, new Dictionary<string, IEnumerable<SelectListItem>>
        {
            [nameof(CityForm.TriageDepartmentId)] = page.Departments,
        }));
    }

    private async Task<CityPage> PageAsync(CityForm form, CancellationToken cancellationToken)
    {
        var departments = await db.Departments.AsNoTracking().Where(d => d.DissolvedAt == null).OrderBy(d => d.Order)
            .Select(d => new { d.Id, d.Name }).ToListAsync(cancellationToken);
        return new CityPage(
            form,
            [.. departments.Select(d => new SelectListItem(d.Name.ToString(), d.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))],
            Contrast.TryParse(form.Colour, out var colour) ? Contrast.Between(colour, Contrast.White) : null);
    }
}

/// <param name="ColourContrast">Of the city's colour on white; null while it is no colour.</param>
public sealed record CityPage(CityForm Form, IReadOnlyList<SelectListItem> Departments, double? ColourContrast);
