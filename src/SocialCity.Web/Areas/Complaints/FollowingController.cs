using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>A guest comes back to their own complaint by the link of a mail.</summary>
[Area("Complaints")]
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FollowingController(CityDb db, ComplaintLinks links, GuestPass pass) : Controller
{
    [HttpGet(ComplaintLinks.FollowPath)]
    public async Task<IActionResult> Show(string? k, CancellationToken cancellationToken)
    {
        if (links.ReadFollowing(k) is { } id
            && await db.Complaints.Where(c => c.Id == id).Select(c => c.Number).SingleOrDefaultAsync(cancellationToken) is { } number)
        {
            pass.Admit(HttpContext, id);
            return RedirectToAction("Show", "Complaints", new { number });
        }

        Response.StatusCode = StatusCodes.Status410Gone;
        return View();
    }
}
