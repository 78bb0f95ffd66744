using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>블로그 분류: two levels, in the order in which readers see them.</summary>
[Authorize(Policy = Policies.EditOrAdminister)]
[Route("office/blog/categories")]
public sealed class BlogCategoriesController(
    CityDb db, OfficeChanges changes, FormerAddresses addresses, BlogCounts counts, IModelMetadataProvider metadata, IStringLocalizer<OfficeTexts> T) : OfficePageController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        List<BlogCategory> all = await Ordered().AsNoTracking().ToListAsync(cancellationToken);
        List<BlogCategoryRow> rows = [];
        Add(null);
        return View(new BlogCategoryList(rows));

        void Add(long? parentId)
        {
            List<BlogCategory> siblings = all.FindAll(c => c.ParentId == parentId);
            foreach (BlogCategory category in siblings)
            {
                rows.Add(new BlogCategoryRow(
                    category.Id, parentId, category.Name.ToString(), category.Slug, category.ArticleCount, category == siblings[0], category == siblings[^1]));
                if (parentId is null)
                {
                    Add(category.Id);
                }
            }
        }
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) => View("Edit", await PageAsync(null, new BlogCategoryForm(), cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] BlogCategoryForm form, CancellationToken cancellationToken)
    {
        BlogCategory? parent = form.ParentId is { } id
            ? await db.Set<BlogCategory>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.ParentId == null, cancellationToken)
            : null;
        if (form.ParentId is not null && parent is null)
        {
            ModelState.AddModelError("Form.ParentId", T["목록에 있는 분류를 골라 주세요."]);
        }

        if (ModelState.IsValid)
        {
            string slug = form.Address();
            int last = await db.Set<BlogCategory>().MaxAsync(c => (int?)c.Order, cancellationToken) ?? 0;
            BlogCategory? made = await addresses.IsTakenAsync(AddressedList.Category, slug, null, cancellationToken)
                ? null
                : await changes.AddAsync(
                    () => new BlogCategory(form.Name.ToText(), slug, parent, last + 1),
                    "blog-category.added", c => $"blog-category:{c.Id}", new BlogCategoryForm(), form, cancellationToken);
            if (made is not null)
            {
                return await DoneAsync(T["분류를 만들었습니다."], cancellationToken);
            }

            ModelState.AddModelError("Form.Slug", T["다른 분류가 쓰고 있거나 쓰던 주소입니다."]);
        }

        return Invalid("Edit", await PageAsync(null, form, cancellationToken));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } category ? View(await PageAsync(category, BlogCategoryForm.Of(category), cancellationToken)) : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long id, [Bind(Prefix = "Form")] BlogCategoryForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } category)
        {
            return NotFound();
        }

        form.ParentId = category.ParentId;
        string slug = form.Address();
        if (await addresses.IsTakenAsync(AddressedList.Category, slug, id, cancellationToken))
        {
            ModelState.AddModelError("Form.Slug", T["다른 분류가 쓰고 있거나 쓰던 주소입니다."]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Edit", await PageAsync(category, form, cancellationToken));
        }

        await addresses.KeepAsync(AddressedList.Category, id, category.Slug, slug, cancellationToken);
        if (await changes.ChangeAsync(
            category, "blog-category.changed", $"blog-category:{id}", BlogCategoryForm.Of(category), form,
            () => category.Change(form.Name.ToText(), slug, category.Order), cancellationToken))
        {
            return await DoneAsync(T["저장했습니다."], cancellationToken);
        }

        BlogCategory theirs = await FindAsync(id, cancellationToken) ?? category;
        form.Version = theirs.Version;
        return Conflict("Edit", await PageAsync(theirs, form, cancellationToken), Difference.Between(BlogCategoryForm.Of(theirs), form, metadata));
    }

    private async Task<IActionResult> DoneAsync(string told, CancellationToken cancellationToken)
    {
        await counts.NewEditionAsync(cancellationToken);
        this.FlashSuccess(told);
        return RedirectToAction(nameof(Index));
    }

    private IQueryable<BlogCategory> Ordered() => db.Set<BlogCategory>().OrderBy(c => c.Order).ThenBy(c => c.Id);

    private Task<BlogCategory?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.Set<BlogCategory>().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);

    private async Task<BlogCategoryPage> PageAsync(BlogCategory? category, BlogCategoryForm form, CancellationToken cancellationToken) =>
        new(category, form, await Ordered().AsNoTracking().Where(c => c.ParentId == null).ToListAsync(cancellationToken));
}
