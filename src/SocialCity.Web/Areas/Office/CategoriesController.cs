using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>민원 분야: the list, and what each is.</summary>
[Route("office/categories")]
public sealed class CategoriesController(
    CityDb db, OfficeChanges changes, IModelMetadataProvider metadata, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(new CategoryList(
        await db.ComplaintCategories.AsNoTracking().OrderBy(c => !c.IsActive).ThenBy(c => c.Order)
            .Select(c => new CategoryRow(
                c.Id, c.Name, c.Group, c.Icon, c.Kind, c.OwnPeriodAmount, c.OwnPeriodUnit, c.IsActive,
                c.Questions.Count(q => q.IsActive),
                db.RoutingRules.Any(r => r.IsActive && r.CategoryId == c.Id)))
            .ToListAsync(cancellationToken)));

    [HttpGet("new")]
    public IActionResult New() => View("Edit", new CategoryPage(null, new CategoryForm()));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] CategoryForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Invalid("Edit", new CategoryPage(null, form));
        }

        int last = await db.ComplaintCategories.MaxAsync(c => (int?)c.Order, cancellationToken) ?? 0;
        ComplaintCategory? made = await changes.AddAsync(
            () =>
            {
                ComplaintCategory category = new(form.Code ?? "", form.Name.ToText(), form.Hint.ToText(), form.Icon, form.Kind, last + 1);
                form.ApplyTo(category);
                return category;
            },
            "category.added", c => $"category:{c.Id}", new CategoryForm(), form, cancellationToken);
        if (made is null)
        {
            ModelState.AddModelError("Form.Code", T["이미 쓰고 있는 코드입니다."]);
            return Invalid("Edit", new CategoryPage(null, form));
        }

        this.FlashSuccess(T["분야를 만들었습니다. 배정 규칙도 함께 정해 주세요."]);
        return RedirectToAction(nameof(Edit), new { id = made.Id });
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } category ? View(new CategoryPage(category, CategoryForm.Of(category))) : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long id, [Bind(Prefix = "Form")] CategoryForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } category)
        {
            return NotFound();
        }

        CategoryForm before = CategoryForm.Of(category);
        form.Code = before.Code;
        if (!ModelState.IsValid)
        {
            return Invalid("Edit", new CategoryPage(category, form));
        }

        if (await changes.ChangeAsync(category, "category.changed", $"category:{id}", before, form, () => form.ApplyTo(category), cancellationToken))
        {
            this.FlashSuccess(T["저장했습니다. 이미 접수된 민원의 기간은 바뀌지 않습니다."]);
            return RedirectToAction(nameof(Edit), new { id });
        }

        ComplaintCategory theirs = await FindAsync(id, cancellationToken) ?? category;
        form.Version = theirs.Version;
        return Conflict("Edit", new CategoryPage(theirs, form), Difference.Between(CategoryForm.Of(theirs), form, metadata));
    }

    private Task<ComplaintCategory?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.ComplaintCategories.Include(c => c.Questions.OrderBy(q => q.Order)).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
}
