using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Search;

/// <summary>Search over everything public.</summary>
[Area("Search")]
[AllowAnonymous]
public sealed class SearchController(SearchPages pages) : Controller
{
    [HttpGet("search")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(string? q, string? kind, string? at, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return View(await pages.FindAsync(q, kind, at, cancellationToken));
    }
}
