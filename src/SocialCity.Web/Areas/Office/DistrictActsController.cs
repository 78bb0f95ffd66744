using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>Takes a dong out of the forms, or back into them.</summary>
[Route("office/districts/{id:long}")]
public sealed class DistrictActsController(CityDb db, OfficeChanges changes, OfficeWords words, IStringLocalizer<OfficeTexts> T) : OfficeActController(changes, words)
{
    /// <param name="id">The dong.</param>
    /// <param name="on">What it shall be, so that a second click changes nothing.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    [HttpPost("switch")]
    public async Task<IActionResult> Switch(long id, [FromForm] bool on, CancellationToken cancellationToken)
    {
        if (await db.Districts.SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is not { } district)
        {
            return NotFound();
        }

        if (district.IsActive != on)
        {
            district.Switch(on);
            Changes.Note(on ? "district.restored" : "district.retired", $"district:{id}");
        }

        await SaveAsync(on ? T["동네를 다시 씁니다."] : T["동네를 감추었습니다."], cancellationToken);
        return RedirectToAction("Edit", "Districts", new { id });
    }
}
