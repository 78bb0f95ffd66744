using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>Who filed a complaint and how to reach them: for the officials in charge, and each look is logged.</summary>
[Area("Complaints")]
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/petitioner")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PetitionersController(ActDesk desk, PetitionerAccess petitioners) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string number, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(number, cancellationToken) is not { } subject)
        {
            return NotFound();
        }

        return await petitioners.LookAsync(subject.Complaint, cancellationToken) is { } petitioner
            ? View("~/Areas/Complaints/Views/Acts/Petitioner.cshtml", new PetitionerPage(subject, petitioner))
            : Forbid();
    }
}

public sealed record PetitionerPage(ActSubject Subject, PetitionerContact Petitioner);
