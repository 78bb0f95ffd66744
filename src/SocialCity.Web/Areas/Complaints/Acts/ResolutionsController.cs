using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialCity.Complaints;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>해결 확인: the petitioner says that it is solved.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Filing)]
[Route("complaints/{number}/confirmations")]
public sealed class ResolutionsController(ActDesk desk, ActWords words) : ActController<ResolutionForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Confirm;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, ResolutionForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Confirm(form.Satisfaction, form.Text, Desk.Actor, clock, now));
}
