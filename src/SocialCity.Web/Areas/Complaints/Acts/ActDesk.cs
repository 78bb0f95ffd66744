using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>Finds a complaint for the page of an act, and does the act for whoever asks.</summary>
public sealed class ActDesk(
    CityDb db, ComplaintHandling handling, ComplaintPages pages, TypedFields typed, CurrentAccount account, CitySettings settings,
    TimeProvider time)
{
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public Actor Actor => account.Actor;

    /// <summary>The complaint and what this person may see of its timeline; null when it does not exist for them.</summary>
    public async Task<ActSubject?> FindAsync(string number, CancellationToken cancellationToken)
    {
        Complaint? complaint = await db.Complaints.AsNoTracking().Include(c => c.Pauses).AsSingleQuery()
            .VisibleTo(Actor).WithNumber(number).SingleOrDefaultAsync(cancellationToken);
        if (complaint is null)
        {
            return null;
        }

        ComplaintRoles roles = complaint.RolesOf(Actor);
        var events = await (
            from e in EventsFor(complaint).AsNoTracking()
            join d in db.Departments on e.ByDepartmentId equals (long?)d.Id into departments
            from d in departments.DefaultIfEmpty()
            orderby e.At, e.Id
            select new
            {
                Fact = e,
                d!.Name.Ko,
                d.Name.En,
                d.Name.Ja,
                Person = db.Users.Where(a => a.Id == e.ActorId).Select(a => a.DisplayName).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        LocalText? district = await db.Districts.Where(d => d.Id == complaint.DistrictId).Select(d => d.Name).SingleOrDefaultAsync(cancellationToken);
        return new ActSubject(
            complaint,
            [
                .. events
                    .Where(_ => roles != ComplaintRoles.None)
                    .Select(e => new Happening(
                        e.Fact.Id,
                        e.Fact.At,
                        e.Fact.Act,
                        e.Fact.Role,
                        e.Ko is null ? null : new LocalText(e.Ko, e.En, e.Ja).In(CultureInfo.CurrentUICulture),
                        IsOffice(roles) && IsOffice(e.Fact.Role) ? e.Person : null,
                        e.Fact.Html,
                        e.Fact.Outcome,
                        e.Fact.ActorId is { } by
                            ? by == Actor.AccountId
                            : e.Fact.Role == ComplaintRoles.Petitioner && roles.HasFlag(ComplaintRoles.Petitioner))),
            ],
            events.Count == 0 ? 0 : events.Max(e => e.Fact.Id),
            district,
            await pages.RepliesAsync(complaint.Id, cancellationToken),
            complaint.State == ComplaintState.Waiting ? events.LastOrDefault(e => e.Fact.Act == ComplaintAct.Ask)?.Fact.DueAfter : null);
    }

    /// <summary>
    /// Adds what the attributes of the form cannot say: upon which state of the complaint it was sent, and whether personal data in its text
    /// may stand there. What is to be hidden is hidden in the form.
    /// </summary>
    public void Check(ActSubject subject, ActForm form, ModelStateDictionary state, ActWords words)
    {
        if (form.Version is null || form.Seen is null)
        {
            (form.Version, form.Seen) = (subject.Complaint.Version, subject.LastEventId);
            ActFields.Renew(state);
            state.AddModelError("", words.WithoutVersion);
        }

        if (form is not TextForm text || !state.IsValid)
        {
            return;
        }

        PersonalFindings findings = PersonalDataIn(subject, form);
        if (findings.AreDecided(text.PersonalData, mayHide: false))
        {
            text.Apply(findings);
        }
        else
        {
            state.AddModelError(ActFields.Of(nameof(TextForm.PersonalData)), words.PersonalData());
        }
    }

    /// <summary>What looks like personal data in the text that somebody is about to put under the complaint.</summary>
    public PersonalFindings PersonalDataIn(ActSubject subject, ActForm form) => form is TextForm text
        ? PersonalFindings.Of([.. text.Texts.Select(t => (ActFields.Of(t.Field), t.Text))], subject.Complaint.IsListed && text.IsForEverybody, settings.City)
        : PersonalFindings.None;

    /// <summary>
    /// Does the act. A change of which the timeline tells nothing (a warning was noted, the due date was counted again) is no conflict that
    /// a person should hear of: the act is tried once more upon it.
    /// </summary>
    public async Task<Handled> DoAsync(ActSubject subject, ActForm form, ComplaintActing act, CancellationToken cancellationToken)
    {
        Handled handled = await handling.DoAsync(subject.Number, form.Version, Actor, act, cancellationToken);
        return handled.Outcome == HandlingOutcome.Conflict
            && !await EventsFor(subject.Complaint).AnyAsync(e => e.Id > form.Seen, cancellationToken)
            ? await handling.DoAsync(subject.Number, null, Actor, act, cancellationToken)
            : handled;
    }

    /// <summary>
    /// Where a complaint went that the person's department handed on after they had opened this form; null when it did not, or when they could
    /// not do the act before either.
    /// </summary>
    public async Task<HandedOnPage?> HandedOnAsync(string number, ComplaintAct act, ActForm form, CancellationToken cancellationToken)
    {
        long? me = Actor.AccountId;
        var fact = await db.Complaints.WithNumber(number)
            .Where(c => c.AuthorId == null || c.AuthorId != me)
            .Join(db.ComplaintEvents.HandedOnBy(Actor.Departments()), c => c.Id, e => e.ComplaintId, (c, e) => e)
            .Where(e => e.Id > form.Seen)
            .OrderByDescending(e => e.Id)
            .Select(e => new { e.At, By = e.ByDepartmentId, To = db.Departments.Where(d => d.Id == e.ToDepartmentId).Select(d => d.Name).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellationToken);
        if (fact is null)
        {
            return null;
        }

        ComplaintRoles before = (Actor.Has(Right.Official, fact.By) ? ComplaintRoles.Officer : ComplaintRoles.None)
            | (Actor.Has(Right.Manager, fact.By) ? ComplaintRoles.Manager : ComplaintRoles.None);
        return (before & ComplaintTransitions.WhoEver(act)) == 0 ? null : new HandedOnPage(number, act, fact.At, fact.To?.ToString());
    }

    /// <summary>What was entered into the form, for a page that gives it back.</summary>
    public IReadOnlyList<TypedField> TypedInto(ActForm form, IReadOnlyDictionary<string, string> chosen) => typed.Of(form, chosen);

    private static bool IsOffice(ComplaintRoles roles) => (roles & (ComplaintRoles.Officer | ComplaintRoles.Manager)) != 0;

    /// <summary>The facts that exist for this person: a note among officials does not for anybody else, and so is no conflict for them either.</summary>
    private IQueryable<ComplaintEvent> EventsFor(Complaint complaint)
    {
        bool isOffice = IsOffice(complaint.RolesOf(Actor));
        return db.ComplaintEvents.Where(e => e.ComplaintId == complaint.Id && (isOffice || !e.IsInternal));
    }
}
