using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialCity.Complaints;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>재처리 요청: the petitioner says that it is not solved.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Filing)]
[Route("complaints/{number}/reopenings")]
public sealed class ReopeningsController(ActDesk desk, ActWords words) : ActController<ReopeningForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Reopen;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, ReopeningForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Reopen(form.Text ?? "", form.Satisfaction, Desk.Actor, clock, now));
}
