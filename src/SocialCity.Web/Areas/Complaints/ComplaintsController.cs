using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Areas.Complaints.Acts;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>The board: what was filed, and one complaint.</summary>
[Area("Complaints")]
[AllowAnonymous]
public sealed class ComplaintsController(
    CityDb db, BoardPages board, ComplaintPages complaints, PetitionerAccess petitioners, CurrentAccount account) : Controller
{
    [HttpGet("complaints")]
    public async Task<IActionResult> Index(BoardQuery query, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await db.FindNumberAsync(query.Words, account.Actor, cancellationToken) is { } number
            ? RedirectToAction(nameof(Show), new { number })
            : View(await board.FindAsync(query, cancellationToken));
    }

    [HttpGet("complaints/{number}")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellationToken)
    {
        if (await complaints.FindAsync(number, account.Actor, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        await petitioners.ReadAsync(page, cancellationToken);
        if (!page.IsListed)
        {
            Response.Headers.CacheControl = "no-store";
        }

        return View(page);
    }
}
