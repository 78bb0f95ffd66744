using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Complaints;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>An official goes on without the petitioner's answer.</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/resumptions")]
public sealed class ResumptionsController(ActDesk desk, ActWords words) : ActController<ResumptionForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Resume;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, ResumptionForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Resume(form.Text ?? "", Desk.Actor, clock, now));
}
