using Microsoft.AspNetCore.Mvc;
using SocialCity.Complaints;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>
/// The two requests that every act has: its form as a page, and doing it. What differs (the form, the entity's method, what the page offers
/// to choose from) stands in the small controller of the act. Who may is decided by the entity: what one may not see does not exist, and
/// what one may see but not do is refused.
/// </summary>
[Area("Complaints")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class ActController<TForm>(ActDesk desk, ActWords words) : ActPageController<TForm>(desk)
    where TForm : ActForm, new()
{
    protected ActWords Words { get; } = words;

    [HttpGet]
    public async Task<IActionResult> New(string number, CancellationToken cancellationToken)
    {
        if (await Desk.FindAsync(number, cancellationToken) is not { } subject)
        {
            return NotFound();
        }

        if (Closed(subject) is { } closed)
        {
            return closed;
        }

        TForm form = new() { Version = subject.Complaint.Version, Seen = subject.LastEventId };
        return await ShowAsync(subject, form, cancellationToken);
    }

    [HttpPost]
    public async Task<IActionResult> Create(string number, [Bind(Prefix = ActFields.Prefix)] TForm form, CancellationToken cancellationToken)
    {
        if (await Desk.FindAsync(number, cancellationToken) is not { } subject)
        {
            return await HandedOnAsync(number, form, NotFound(), cancellationToken);
        }

        if ((subject.Complaint.RolesOf(Desk.Actor) & ComplaintTransitions.WhoEver(Act)) == 0)
        {
            return await HandedOnAsync(number, form, Refuse(), cancellationToken);
        }

        Desk.Check(subject, form, ModelState, Words);
        if (!ModelState.IsValid)
        {
            return await RefuseAsync(subject, form, cancellationToken);
        }

        ComplaintActing acting = await PrepareAsync(subject, form, cancellationToken);
        if (!ModelState.IsValid)
        {
            return await RefuseAsync(subject, form, cancellationToken);
        }

        Handled handled = await Desk.DoAsync(subject, form, acting, cancellationToken);
        switch (handled)
        {
            case { Outcome: HandlingOutcome.Done }:
                this.FlashSuccess(Words.Done(Act));
                return After(subject);
            case { Outcome: HandlingOutcome.NotFound }:
                return NotFound();
            case { Refusal: ComplaintRefusal.NotYours or ComplaintRefusal.ManagerNeeded } when subject.LastEventId == form.Seen:
                return Refuse();
            case { Refusal: ComplaintRefusal.NotYours or ComplaintRefusal.ManagerNeeded }:
                return await ConflictAsync(number, form, cancellationToken);
            case { Refusal: { } refusal }:
                ModelState.AddModelError(ActFields.Of(refusal), Words.Of(refusal));
                return await RefuseAsync(subject, form, cancellationToken);
            default:
                return await ConflictAsync(number, form, cancellationToken);
        }
    }

    /// <summary>The entity's method with what was posted. May add errors to the model state; then nothing is done.</summary>
    protected abstract Task<ComplaintActing> PrepareAsync(ActSubject subject, TForm form, CancellationToken cancellationToken);

    /// <summary>Where the person goes on.</summary>
    protected virtual IActionResult After(ActSubject subject) => LocalRedirect($"/complaints/{subject.Number}");

    /// <summary>Why the form is not shown; null when the act is offered.</summary>
    private IActionResult? Closed(ActSubject subject)
    {
        if (subject.Complaint.Offers(Desk.Actor, Desk.Now).Contains(Act))
        {
            return null;
        }

        ComplaintRoles roles = subject.Complaint.RolesOf(Desk.Actor);
        if ((roles & ComplaintTransitions.WhoEver(Act)) == 0)
        {
            return Refuse();
        }

        this.FlashWarning(Words.Of(subject.Complaint.WhyNot(Act, Desk.Actor, Desk.Now) ?? ComplaintRefusal.WrongState));
        return LocalRedirect($"/complaints/{subject.Number}");
    }

    /// <summary>Somebody unknown may become known by signing in.</summary>
    private IActionResult Refuse() => Desk.Actor.IsSignedIn ? Forbid() : Challenge();
}
