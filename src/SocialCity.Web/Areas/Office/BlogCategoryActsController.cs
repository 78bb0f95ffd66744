using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Orders the categories of the blog, and deletes empty ones.</summary>
[Authorize(Policy = Policies.EditOrAdminister)]
[Route("office/blog/categories/{id:long}")]
public sealed class BlogCategoryActsController(
    CityDb db, OfficeChanges changes, OfficeWords words, BlogCounts counts, IStringLocalizer<OfficeTexts> T) : OfficePageActController(changes, words)
{
    [HttpPost("move")]
    public async Task<IActionResult> Move(long id, [FromForm] bool up, CancellationToken cancellationToken)
    {
        IQueryable<BlogCategory> siblings = db.BlogCategories
            .Where(c => c.ParentId == db.BlogCategories.Where(moved => moved.Id == id).Select(moved => moved.ParentId).FirstOrDefault())
            .OrderBy(c => c.Order).ThenBy(c => c.Id);
        if (await MoveAsync(
            siblings, c => c.Id == id, up, (c, place) => c.Change(c.Name, c.Slug, place), "blog-category.moved", $"blog-category:{id}", cancellationToken))
        {
            await counts.NewEditionAsync(cancellationToken);
        }

        return RedirectToAction("Index", "BlogCategories");
    }

    [HttpGet("delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        if (await db.BlogCategories.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } category)
        {
            return NotFound();
        }

        return await IsUsedAsync(id, cancellationToken)
            ? RefuseUsed(id)
            : Confirm(new Confirmation(
                T["‘{0}’ 분류를 지울까요?", category.Name.ToString()],
                T["글이 하나도 없고 아래 분류도 없을 때만 지울 수 있습니다."],
                T["분류 지우기"],
                [
                    new(T["블로그 분류"], Url.Action("Index", "BlogCategories")),
                    new(category.Name.ToString(), Url.Action("Edit", "BlogCategories", new { id })),
                ]));
    }

    [HttpPost("delete")]
    public async Task<IActionResult> Deleted(long id, CancellationToken cancellationToken)
    {
        if (await db.BlogCategories.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } category)
        {
            return NotFound();
        }

        if (await IsUsedAsync(id, cancellationToken))
        {
            return RefuseUsed(id);
        }

        db.Remove(category);
        Changes.Note("blog-category.deleted", $"blog-category:{id}", category.Name.Ko);
        if (!await SaveAsync(T["분류를 지웠습니다."], cancellationToken))
        {
            return RedirectToAction("Edit", "BlogCategories", new { id });
        }

        await counts.NewEditionAsync(cancellationToken);
        return RedirectToAction("Index", "BlogCategories");
    }

    private async Task<bool> IsUsedAsync(long id, CancellationToken cancellationToken) =>
        await db.Articles.AnyAsync(a => a.CategoryId == id || a.TopCategoryId == id, cancellationToken)
        || await db.BlogCategories.AnyAsync(c => c.ParentId == id, cancellationToken);

    private RedirectToActionResult RefuseUsed(long id)
    {
        this.FlashWarning(T["글이나 아래 분류가 있는 분류는 지울 수 없습니다. 먼저 옮겨 주세요."]);
        return RedirectToAction("Edit", "BlogCategories", new { id });
    }
}
