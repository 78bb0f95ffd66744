using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Desk;

/// <summary>The desk: what an official and their departments have to do, the most urgent first.</summary>
[Area("Desk")]
[Authorize(Policy = Policies.Desk)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DeskController(DeskPages desk, CurrentAccount account) : Controller
{
    [HttpGet("desk")]
    public async Task<IActionResult> Index(DeskQuery query, CancellationToken cancellationToken) =>
        View(await desk.ReadAsync(account.Actor, query, cancellationToken));

    /// <summary>From one complaint on to the one that is due next; to the desk when that was the last.</summary>
    [HttpGet("desk/next")]
    public async Task<IActionResult> Next(string? after, CancellationToken cancellationToken) =>
        await desk.NextAsync(account.Actor, after ?? "", cancellationToken) is { } next
            ? RedirectToAction("Show", "Complaints", new { area = "Complaints", number = next })
            : RedirectToAction(nameof(Index));
}
