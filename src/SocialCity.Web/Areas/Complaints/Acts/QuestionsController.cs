using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Complaints;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>보완 요청: an official asks the petitioner.</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/questions")]
public sealed class QuestionsController(ActDesk desk, ActWords words) : ActController<QuestionForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Ask;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, QuestionForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Ask(form.Text ?? "", Desk.Actor, clock, now));
}
