using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Orders categories, retires and restores them.</summary>
[Route("office/categories/{id:long}")]
public sealed class CategoryActsController(CityDb db, OfficeChanges changes, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpPost("move")]
    public async Task<IActionResult> Move(long id, [FromForm] bool up, CancellationToken cancellationToken)
    {
        List<ComplaintCategory> ordered = await db.ComplaintCategories.Where(c => c.IsActive).OrderBy(c => c.Order).ToListAsync(cancellationToken);
        if (ListOrder.Move(ordered, c => c.Id == id, up, (c, place) => c.MoveTo(place)))
        {
            changes.Note("category.moved", $"category:{id}", up ? "up" : "down");
            if (!await changes.SaveAsync(cancellationToken))
            {
                this.FlashWarning(T["그사이 다른 사람이 먼저 바꾸었습니다. 다시 해 주세요."]);
            }
        }

        return RedirectToAction("Index", "Categories");
    }

    [HttpPost("switch")]
    public async Task<IActionResult> Switch(long id, CancellationToken cancellationToken)
    {
        if (await db.ComplaintCategories.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } category)
        {
            return NotFound();
        }

        if (category.IsActive)
        {
            category.Retire();
        }
        else
        {
            category.Restore();
        }

        changes.Note(category.IsActive ? "category.restored" : "category.retired", $"category:{id}");
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(category.IsActive ? T["분야를 다시 씁니다."] : T["분야를 감추었습니다. 지난 민원은 그대로 보입니다."]);
        return RedirectToAction("Edit", "Categories", new { id });
    }
}
