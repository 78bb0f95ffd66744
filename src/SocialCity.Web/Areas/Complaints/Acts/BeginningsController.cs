using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Complaints;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>처리 시작.</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/beginnings")]
public sealed class BeginningsController(ActDesk desk, ActWords words) : ActController<StartForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Start;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, StartForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Start(Desk.Actor, clock, now));
}
