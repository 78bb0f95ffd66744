using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Complaints;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>기간 연장 on one of the grounds of the law (Enforcement Decree art. 21).</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/extensions")]
public sealed class ExtensionsController(ActDesk desk, ActWords words) : ActController<ExtensionForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Extend;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, ExtensionForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Extend(form.Ground, form.Consents, form.Text ?? "", Desk.Actor, clock, now));
}
