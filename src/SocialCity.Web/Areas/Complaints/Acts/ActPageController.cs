using System.Collections.ObjectModel;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Complaints;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>What an act answers with: its form, the form again, and what happened meanwhile. Nothing typed is lost by any of them.</summary>
public abstract class ActPageController<TForm>(ActDesk desk) : Controller
    where TForm : ActForm
{
    protected ActDesk Desk { get; } = desk;

    protected abstract ComplaintAct Act { get; }

    /// <summary>The page with what its form offers to choose from.</summary>
    protected virtual Task<ActPage<TForm>> PageAsync(ActSubject subject, TForm form, CancellationToken cancellationToken) =>
        Task.FromResult(new ActPage<TForm>(subject, Act, form));

    /// <summary>The words for what the form chooses by a key, by the name of the property.</summary>
    protected virtual Task<IReadOnlyDictionary<string, string>> ChosenAsync(TForm form, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(ReadOnlyDictionary<string, string>.Empty);

    /// <summary>The page again with a status that says why.</summary>
    protected async Task<IActionResult> RefuseAsync(ActSubject subject, TForm form, CancellationToken cancellationToken, int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return await ShowAsync(subject, form, cancellationToken);
    }

    /// <summary>The views of all acts lie together: they share their frame.</summary>
    protected static string PathOf(string view) => $"~/Areas/Complaints/Views/Acts/{view}.cshtml";

    protected async Task<IActionResult> ShowAsync(ActSubject subject, TForm form, CancellationToken cancellationToken) =>
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
}
