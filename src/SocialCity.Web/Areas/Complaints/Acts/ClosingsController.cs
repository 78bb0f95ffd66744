using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>종결 without an answer of substance.</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/closings")]
public sealed class ClosingsController(ActDesk desk, ActWords words, CityDb db) : ActController<ClosingForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Close;

    protected override async Task<ComplaintActing> PrepareAsync(ActSubject subject, ClosingForm form, CancellationToken cancellationToken)
    {
        long? other = form.Outcome == ComplaintOutcome.Duplicate && !string.IsNullOrWhiteSpace(form.DuplicateOf)
            ? await db.Complaints.VisibleTo(Desk.Actor).WithNumber(form.DuplicateOf.Trim()).Select(c => (long?)c.Id).SingleOrDefaultAsync(cancellationToken)
            : null;
        return (c, clock, now) => c.Close(form.Outcome, form.Text ?? "", form.Owner, other, Desk.Actor, clock, now);
    }
}
