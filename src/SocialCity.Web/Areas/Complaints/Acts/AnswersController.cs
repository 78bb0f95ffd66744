using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Text;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>답변.</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/answers")]
public sealed class AnswersController(ActDesk desk, ActWords words, CityDb db) : ActController<AnswerForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Answer;

    /// <summary>Shows how the answer will look; nothing is done.</summary>
    [HttpPost("preview")]
    public async Task<IActionResult> Preview(string number, [Bind(Prefix = ActFields.Prefix)] AnswerForm form, CancellationToken cancellationToken)
    {
        // Nothing is checked before it is sent: the page comes without a summary of errors, and the preview takes the focus.
        ModelState.Clear();
        if (await Desk.FindAsync(number, cancellationToken) is not { } subject
            || (subject.Complaint.RolesOf(Desk.Actor) & ComplaintTransitions.WhoEver(Act)) == 0)
        {
            return await HandedOnAsync(number, form, NotFound(), cancellationToken);
        }

        if (subject.Complaint.WhyNot(Act, Desk.Actor, Desk.Now) is not null)
        {
            return subject.LastEventId > form.Seen ? await ConflictAsync(number, form, cancellationToken) : NotFound();
        }

        return View(PathOf("Answer"), (AnswerPage)await PageAsync(subject, form, cancellationToken) with
        {
            Preview = MarkdownText.ToHtml(form.Text ?? "", MarkdownProfile.Plain),
        });
    }

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, AnswerForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) =>
            c.Answer(form.Text ?? "", form.Outcome, form.Owner, form.IsPrivate, Desk.Actor, clock, now));

    protected override async Task<ActPage<AnswerForm>> PageAsync(ActSubject subject, AnswerForm form, CancellationToken cancellationToken) =>
        new AnswerPage(
            subject,
            form,
            await db.AnswerTemplates.AsNoTracking()
                .Where(t => t.DepartmentId == subject.Complaint.DepartmentId)
                .OrderBy(t => t.Title)
                .Select(t => new TemplateLine(t.Id, t.Title, t.Text))
                .ToListAsync(cancellationToken));
}

/// <summary>답변 서식, to start from.</summary>
public sealed record TemplateLine(long Id, string Title, string Text);

public sealed record AnswerPage(ActSubject Subject, AnswerForm Form, IReadOnlyList<TemplateLine> Templates)
    : ActPage<AnswerForm>(Subject, ComplaintAct.Answer, Form)
{
    /// <summary>The answer as it will look; null when nobody asked.</summary>
    public string? Preview { get; init; }
}
