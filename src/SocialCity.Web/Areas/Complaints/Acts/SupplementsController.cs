using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialCity.Complaints;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>보완: the petitioner answers what was asked.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Filing)]
[Route("complaints/{number}/supplements")]
public sealed class SupplementsController(ActDesk desk, ActWords words) : ActController<SupplementForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Supply;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, SupplementForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Supply(form.Text ?? "", Desk.Actor, clock, now));
}
