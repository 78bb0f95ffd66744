using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>What the petitioner gets after filing: the number, who is in charge, until when, and what happens next.</summary>
[Area("Complaints")]
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReceiptsController(ReceiptPages receipts, CurrentAccount account) : Controller
{
    [HttpGet("complaints/{number}/receipt")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellationToken) =>
        await receipts.FindAsync(number, account.Actor, cancellationToken) is { } page ? View(page) : NotFound();
}
