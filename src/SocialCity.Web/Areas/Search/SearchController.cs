using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Shared;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Search;

/// <summary>Search over everything public; a complaint's number leads to the complaint.</summary>
[Area("Search")]
[AllowAnonymous]
public sealed class SearchController(SearchPages pages, CityDb db, CurrentAccount account) : Controller
{
    [HttpGet("search")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(string? q, string? kind, string? at, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await db.FindNumberAsync(q, account.Actor, cancellationToken) is { } number
            ? LocalRedirect($"/complaints/{number}")
            : View(await pages.FindAsync(q, kind, at, cancellationToken));
    }
}
