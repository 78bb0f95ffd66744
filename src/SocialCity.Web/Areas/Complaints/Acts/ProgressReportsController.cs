using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Complaints;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>중간 안내 (Enforcement Decree art. 23).</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/progress-reports")]
public sealed class ProgressReportsController(ActDesk desk, ActWords words) : ActController<ProgressReportForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Report;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, ProgressReportForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Report(form.Text ?? "", Desk.Actor, clock, now));
}
