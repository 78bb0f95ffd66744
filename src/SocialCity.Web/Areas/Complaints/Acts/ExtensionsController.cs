using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>기간 연장 on one of the grounds of the law (Enforcement Decree art. 21).</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/extensions")]
public sealed class ExtensionsController(ActDesk desk, ActWords words, CityDb db) : ActController<ExtensionForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Extend;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, ExtensionForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Extend(
            new ComplaintExtension(form.Ground, form.Text ?? "") { PetitionerConsents = form.Consents, IsAnotherGround = form.IsAnotherGround },
            Desk.Actor,
            clock,
            now));

    protected override async Task<ActPage<ExtensionForm>> PageAsync(
        ActSubject subject, ExtensionForm form, CancellationToken cancellationToken) =>
        new ExtensionPage(subject, form, subject.Complaint.DueIfExtended(await PetitionClock.LoadAsync(db, cancellationToken)));
}

/// <param name="NewDue">Until when the answer would be due, UTC; null while no period runs.</param>
public sealed record ExtensionPage(ActSubject Subject, ExtensionForm Form, DateTime? NewDue)
    : ActPage<ExtensionForm>(Subject, ComplaintAct.Extend, Form)
{
    /// <summary>Whether the reason names what the law forbids as a ground, so that the official must say that it is another.</summary>
    public bool NamesForbiddenGround => ForbiddenGrounds.AreNamedIn(Form.Text ?? "");
}
