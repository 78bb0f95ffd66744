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
public sealed class DistrictsController(
    CityDb db, OfficeChanges changes, IModelMetadataProvider metadata, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await DistrictList.LoadAsync(db, cancellationToken));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) =>
        View("Edit", await DistrictPage.LoadAsync(db, null, new DistrictForm(), cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] DistrictForm form, CancellationToken cancellationToken)
    {
        if (await CheckedAsync(form, cancellationToken) is not { } boundary)
        {
            return Invalid("Edit", await DistrictPage.LoadAsync(db, null, form, cancellationToken));
        }

        int last = await db.Districts.MaxAsync(d => (int?)d.Order, cancellationToken) ?? 0;
        District? made = await changes.AddAsync(
            () => new District(form.Code ?? "", form.Name.ToText(), boundary, last + 1),
            "district.added", d => $"district:{d.Id}", new DistrictForm(), form, cancellationToken);
        if (made is null)
        {
            ModelState.AddModelError("Form.Code", T["이미 쓰고 있는 코드입니다."]);
            return Invalid("Edit", await DistrictPage.LoadAsync(db, null, form, cancellationToken));
        }

        this.FlashSuccess(T["동네를 더했습니다."]);
        return RedirectToAction(nameof(Index));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } district
            ? View(await DistrictPage.LoadAsync(db, district, DistrictForm.Of(district), cancellationToken))
            : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long id, [Bind(Prefix = "Form")] DistrictForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } district)
        {
            return NotFound();
        }

        DistrictForm before = DistrictForm.Of(district);
        form.Code = before.Code;
        if (await CheckedAsync(form, cancellationToken) is not { } boundary)
        {
            return Invalid("Edit", await DistrictPage.LoadAsync(db, district, form, cancellationToken));
        }

        if (await changes.ChangeAsync(
            district, "district.changed", $"district:{id}", before, form, () => district.Change(form.Name.ToText(), boundary), cancellationToken))
        {
            this.FlashSuccess(T["저장했습니다. 이미 접수된 민원의 동네는 바뀌지 않습니다."]);
            return RedirectToAction(nameof(Index));
        }

        District theirs = await FindAsync(id, cancellationToken) ?? district;
        form.Version = theirs.Version;
        return Conflict(
            "Edit",
            await DistrictPage.LoadAsync(db, theirs, form, cancellationToken),
            Difference.Between(DistrictForm.Of(theirs), form, metadata));
    }

    /// <summary>The boundary of a valid form; otherwise null, and the model state says why.</summary>
    private async Task<Boundary?> CheckedAsync(DistrictForm form, CancellationToken cancellationToken)
    {
        if (Boundary.TryParse(form.Boundary, out Boundary? boundary)
            && !(await db.Cities.AsNoTracking().SingleAsync(cancellationToken)).Reaches(boundary))
        {
            ModelState.AddModelError(
                "Form.Boundary", T["도시 가운데에서 {0}km 넘게 떨어진 곳이 있습니다. 위도와 경도의 차례와 도시 설정의 가운데를 확인해 주세요.", City.ReachMetres / 1000]);
        }

        return ModelState.IsValid ? boundary : null;
    }

    private Task<District?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.Districts.SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
}
