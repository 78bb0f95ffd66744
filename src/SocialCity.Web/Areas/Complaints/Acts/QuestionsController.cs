using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>보완 요청: an official asks the petitioner.</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/questions")]
public sealed class QuestionsController(ActDesk desk, ActWords words, CityDb db) : ActController<QuestionForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Ask;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, QuestionForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Ask(form.Text ?? "", form.ReplyBy ?? default, Desk.Actor, clock, now));

    protected override async Task<ActPage<QuestionForm>> PageAsync(
        ActSubject subject, QuestionForm form, CancellationToken cancellationToken)
    {
        PetitionClock clock = await PetitionClock.LoadAsync(db, cancellationToken);
        DateOnly today = clock.DayOf(Desk.Now);
        form.ReplyBy ??= clock.UsualReplyDay(Desk.Now);
        return new QuestionPage(subject, form, today.AddDays(1), today.AddDays(Complaint.ReplyDaysMost));
    }
}

/// <param name="First">The first day that can be chosen.</param>
/// <param name="Last">The last one.</param>
public sealed record QuestionPage(ActSubject Subject, QuestionForm Form, DateOnly First, DateOnly Last)
    : ActPage<QuestionForm>(Subject, ComplaintAct.Ask, Form);
