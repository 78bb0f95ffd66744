using System.Collections.ObjectModel;
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
public abstract class ActController<TForm>(ActDesk desk, ActWords words) : Controller
    where TForm : ActForm, new()
{
    protected ActDesk Desk { get; } = desk;

    protected ActWords Words { get; } = words;

    protected abstract ComplaintAct Act { get; }

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

    /// <summary>The page with what its form offers to choose from.</summary>
    protected virtual Task<ActPage<TForm>> PageAsync(ActSubject subject, TForm form, CancellationToken cancellationToken) =>
        Task.FromResult(new ActPage<TForm>(subject, Act, form));

    /// <summary>The words for what the form chooses by a key, by the name of the property.</summary>
    protected virtual Task<IReadOnlyDictionary<string, string>> ChosenAsync(TForm form, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(ReadOnlyDictionary<string, string>.Empty);

    /// <summary>Where the person goes on.</summary>
    protected virtual IActionResult After(ActSubject subject) => LocalRedirect($"/complaints/{subject.Number}");

    /// <summary>The page again with a status that says why.</summary>
    protected async Task<IActionResult> RefuseAsync(ActSubject subject, TForm form, CancellationToken cancellationToken, int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return await ShowAsync(subject, form, cancellationToken);
    }

    /// <summary>The views of all acts lie together: they share their frame.</summary>
    protected static string PathOf(string view) => $"~/Areas/Complaints/Views/Acts/{view}.cshtml";

    private async Task<IActionResult> ShowAsync(ActSubject subject, TForm form, CancellationToken cancellationToken) =>
        View(PathOf(Act.ToString()), await PageAsync(subject, form, cancellationToken) with { Findings = Desk.PersonalDataIn(subject, form) });

    /// <summary>Nobody loses what they typed, or reads that they may not, because their department handed the complaint on meanwhile.</summary>
    protected async Task<IActionResult> HandedOnAsync(string number, TForm form, IActionResult otherwise, CancellationToken cancellationToken)
    {
        if (await Desk.HandedOnAsync(number, Act, form, cancellationToken) is not { } page)
        {
            return otherwise;
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(PathOf("HandedOn"), page with { Typed = Desk.TypedInto(form, await ChosenAsync(form, cancellationToken)) });
    }

    /// <summary>Shows what happened since the form was opened, with all that was typed, to be sent upon the complaint as it is now.</summary>
    protected async Task<IActionResult> ConflictAsync(string number, TForm form, CancellationToken cancellationToken)
    {
        if (await Desk.FindAsync(number, cancellationToken) is not { } now)
        {
            return NotFound();
        }

        IReadOnlyList<Happening> meanwhile = [.. now.Happenings.Where(h => h.Id > form.Seen)];
        form.Version = now.Complaint.Version;
        form.Seen = now.LastEventId;
        ActFields.Renew(ModelState);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(PathOf(Act.ToString()), await PageAsync(now, form, cancellationToken) with
        {
            Meanwhile = meanwhile,
            IsPossible = now.Complaint.Offers(Desk.Actor, Desk.Now).Contains(Act),
        });
    }

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
