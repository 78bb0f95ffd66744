using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>동네: names and boundaries.</summary>
[Route("office/districts")]
public sealed class DistrictsController(CityDb db, OfficeChanges changes, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        List<District> all = await AllAsync(cancellationToken);
        return View(new DistrictList(all, BoundaryDrawing.Of(all, null, null)));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) => View("Edit", await PageAsync(null, new DistrictForm(), cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] DistrictForm form, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(form.Code))
        {
            ModelState.TryAddModelError("Form.Code", T["부호를 입력해 주세요."]);
        }

        if (!ModelState.IsValid || !Boundary.TryParse(form.Boundary, out Boundary? boundary))
        {
            return Invalid("Edit", await PageAsync(null, form, cancellationToken));
        }

        int last = await db.Districts.MaxAsync(d => (int?)d.Order, cancellationToken) ?? 0;
        District? made = await changes.AddAsync(
            () => new District(form.Code ?? "", form.Name.ToText(), boundary, last + 1),
            "district.added", d => $"district:{d.Id}", new DistrictForm(), form, cancellationToken);
        if (made is null)
        {
            ModelState.AddModelError("Form.Code", T["이미 쓰고 있는 부호입니다."]);
            return Invalid("Edit", await PageAsync(null, form, cancellationToken));
        }

        this.FlashSuccess(T["동네를 더했습니다."]);
        return RedirectToAction(nameof(Index));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellationToken) =>
        await db.Districts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is { } district
            ? View(await PageAsync(district, DistrictForm.Of(district), cancellationToken))
            : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long id, [Bind(Prefix = "Form")] DistrictForm form, CancellationToken cancellationToken)
    {
        if (await db.Districts.SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is not { } district)
        {
            return NotFound();
        }

        DistrictForm before = DistrictForm.Of(district);
        form.Code = before.Code;
        if (!ModelState.IsValid || !Boundary.TryParse(form.Boundary, out Boundary? boundary))
        {
            return Invalid("Edit", await PageAsync(district, form, cancellationToken));
        }

        district.Change(form.Name.ToText(), boundary);
        changes.Note("district.changed", $"district:{id}", before, form);
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(T["저장했습니다. 이미 접수된 민원의 동네는 바뀌지 않습니다."]);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Takes a dong out of the forms, or back into them.</summary>
    [HttpPost("{id:long}/switch")]
    public async Task<IActionResult> Switch(long id, CancellationToken cancellationToken)
    {
        if (await db.Districts.SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is not { } district)
        {
            return NotFound();
        }

        if (district.IsActive)
        {
            district.Retire();
        }
        else
        {
            district.Restore();
        }

        changes.Note(district.IsActive ? "district.restored" : "district.retired", $"district:{id}");
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(district.IsActive ? T["동네를 다시 씁니다."] : T["동네를 감추었습니다."]);
        return RedirectToAction(nameof(Edit), new { id });
    }

    private Task<List<District>> AllAsync(CancellationToken cancellationToken) =>
        db.Districts.AsNoTracking().OrderBy(d => d.Order).ToListAsync(cancellationToken);

    private async Task<DistrictPage> PageAsync(District? district, DistrictForm form, CancellationToken cancellationToken)
    {
        Boundary? drawn = Boundary.TryParse(form.Boundary, out Boundary? boundary) ? boundary : null;
        return new DistrictPage(district, form, BoundaryDrawing.Of(await AllAsync(cancellationToken), district?.Id, drawn));
    }
}
