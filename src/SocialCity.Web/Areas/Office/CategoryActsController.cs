using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>Orders categories, retires and restores them.</summary>
[Route("office/categories/{id:long}")]
public sealed class CategoryActsController(CityDb db, OfficeChanges changes, OfficeWords words, IStringLocalizer<OfficeTexts> T) : OfficeActController(changes, words)
{
    [HttpPost("move")]
    public async Task<IActionResult> Move(long id, [FromForm] bool up, CancellationToken cancellationToken)
    {
        await MoveAsync(
            db.ComplaintCategories.Where(c => c.IsActive).OrderBy(c => c.Order),
            c => c.Id == id, up, (c, place) => c.MoveTo(place), "category.moved", $"category:{id}", cancellationToken);
        return RedirectToAction("Index", "Categories");
    }

    /// <param name="id">The category.</param>
    /// <param name="on">What it shall be, so that a second click changes nothing.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    [HttpPost("switch")]
    public async Task<IActionResult> Switch(long id, [FromForm] bool on, CancellationToken cancellationToken)
    {
        if (await db.ComplaintCategories.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } category)
        {
            return NotFound();
        }

        if (category.IsActive != on)
        {
            category.Switch(on);
            Changes.Note(on ? "category.restored" : "category.retired", $"category:{id}");
        }

        await SaveAsync(on ? T["분야를 다시 씁니다."] : T["분야를 감추었습니다. 지난 민원은 그대로 보입니다."], cancellationToken);
        return RedirectToAction("Edit", "Categories", new { id });
    }
}
