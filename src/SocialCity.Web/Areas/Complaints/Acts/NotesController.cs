using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Complaints;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>내부 메모: for officials only.</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/notes")]
public sealed class NotesController(ActDesk desk, ActWords words) : ActController<NoteForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Note;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, NoteForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Note(form.Text ?? "", Desk.Actor, clock, now));
}
