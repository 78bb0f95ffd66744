using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>What a guest's confirmation asks about; <see cref="Title"/> is null when the link holds no more.</summary>
public sealed record ConfirmationPage(string? Key, string? Title);

/// <summary>
/// A guest proves the address. Programs that check mail open links; so the link shows a page, and only its button confirms.
/// </summary>
[Area("Complaints")]
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ConfirmationsController(
    CityDb db, ComplaintIntake intake, ComplaintLinks links, GuestPass pass, CurrentAccount account) : Controller
{
    /// <summary>After filing: look into your mail.</summary>
    [HttpGet("complaints/check-mail")]
    public IActionResult Sent() => View();

    [HttpGet(ComplaintLinks.ConfirmPath)]
    public async Task<IActionResult> Show(string? k, CancellationToken cancellationToken)
    {
        var asked = links.ReadConfirmation(k) is { } id
            ? await db.Complaints.Where(c => c.Id == id).Select(c => new { c.Id, c.AuthorId, c.Title, c.Number }).SingleOrDefaultAsync(cancellationToken)
            : null;
        // What was confirmed before is not asked again.
        return asked is { Number: { } number } ? ToReceipt(asked.Id, asked.AuthorId, number) : Page(k, asked?.Title);
    }

    [HttpPost(ComplaintLinks.ConfirmPath)]
    public async Task<IActionResult> Confirm(string? k, CancellationToken cancellationToken)
    {
        return links.ReadConfirmation(k) is { } id && await intake.ConfirmAsync(id, cancellationToken) is { Number: { } number } complaint
            ? ToReceipt(complaint.Id, complaint.AuthorId, number)
            : Page(k, null);
    }

    private RedirectToActionResult ToReceipt(long id, long? authorId, string number)
    {
        if (authorId is null || authorId != account.Id)
        {
            pass.Admit(HttpContext, id);
        }

        return RedirectToAction("Show", "Receipts", new { number });
    }

    private ViewResult Page(string? key, string? title)
    {
        if (title is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return View(nameof(Show), new ConfirmationPage(key, title));
    }
}
