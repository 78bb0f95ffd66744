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
[Revalidated]
public sealed class SearchController(SearchPages pages, CityDb db, CurrentAccount account) : Controller
{
    [HttpGet("search")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(SearchQuery query, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await db.FindNumberAsync(query.Q, account.Actor, cancellationToken) is { } number
            ? LocalRedirect($"/complaints/{number}")
            : View(await pages.FindAsync(query, cancellationToken));
    }
}
