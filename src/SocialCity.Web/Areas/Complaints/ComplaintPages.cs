using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Time;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>Reads one complaint for one reader: four queries.</summary>
public sealed class ComplaintPages(CityDb db, CurrentCity city, CityDates dates, TimeProvider time)
{
    /// <summary>Null when there is none that this person may see.</summary>
    public async Task<ComplaintPage?> FindAsync(string number, Actor actor, CancellationToken cancellationToken)
    {
        long me = actor.AccountId ?? 0;
        var found = await (
            from c in db.Complaints.VisibleTo(actor).WithNumber(number).AsNoTracking()
            join category in db.ComplaintCategories on c.CategoryId equals category.Id
            join d in db.Districts on c.DistrictId equals d.Id into districts
            from district in districts.DefaultIfEmpty()
            join p in db.Departments on c.DepartmentId equals p.Id into departments
            from department in departments.DefaultIfEmpty()
            join t in db.Duties on c.DutyId equals t.Id into duties
            from duty in duties.DefaultIfEmpty()
            select new
            {
                Complaint = c,
                Category = category.Name,
                category.Kind,
                District = district,
                Department = department,
                Duty = duty,
                Officer = db.Users.Where(a => a.Id == c.OfficerId).Select(a => a.DisplayName).FirstOrDefault(),
                Author = db.Users.Where(a => a.Id == c.AuthorId).Select(a => a.DisplayName).FirstOrDefault(),
                DuplicateOf = db.Complaints.VisibleTo(actor).Where(o => o.Id == c.DuplicateOfId).Select(o => o.Number).FirstOrDefault(),
                IsSupported = db.ComplaintSupports.Any(s => s.ComplaintId == c.Id && s.AccountId == me),
                Periods = db.PetitionPeriods.Where(p => p.Kind == category.Kind).ToList(),
            }).AsSingleQuery().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        Complaint complaint = found.Complaint;
        ComplaintRoles roles = complaint.RolesOf(actor);
        bool isParty = roles != ComplaintRoles.None;
        DateOnly day = DateOnly.FromDateTime(city.TimeZone.ToLocal(complaint.ReceivedAt));
        IReadOnlyList<TimelineFact> timeline = await TimelineAsync(complaint.Id, roles, cancellationToken);
        return new ComplaintPage(
            complaint.Id,
            number,
            complaint.Title,
            complaint.Language,
            complaint.Html,
            complaint.Text,
            found.Category.ToString(),
            complaint.CategoryId,
            found.District?.Name,
            complaint.DistrictId,
            complaint.Address,
            complaint.Place,
            complaint.GuestName is { } guest ? roles.HasFlag(ComplaintRoles.Petitioner) ? guest : Masked(guest) : found.Author,
            complaint.IsListed,
            complaint.IsPrivate,
            complaint.State,
            complaint.Outcome,
            complaint.OwnerElsewhere,
            found.DuplicateOf,
            complaint.ReceivedAt,
            complaint.ChangedAt,
            new Deadline(complaint.DueAt, complaint.DueSoonAt, complaint.VeryLateAt),
            complaint.Period,
            found.Periods.AsQueryable().InForce(found.Kind, day).FirstOrDefault()?.Basis ?? "",
            complaint.ExtensionCount,
            InChargeOf(found.Department, found.Duty, isParty ? found.Officer : null),
            complaint.RouteReason.ToString(),
            complaint.SupportCount,
            found.IsSupported,
            complaint.Satisfaction,
            await PhotosAsync(complaint.Id, cancellationToken),
            await RepliesAsync(complaint.Id, cancellationToken),
            timeline,
            found.District is { } place && complaint.Place is not null
                ? CityMap.Of([new MapDistrict(place.Id, place.Name.ToString(), place.Boundary())])
                : null,
            new OfferedActs(
                number,
                complaint.Version,
                timeline.Count == 0 ? 0 : timeline.Max(f => f.Id),
                complaint.State,
                roles,
                complaint.Offers(actor, time.GetUtcNow().UtcDateTime),
                complaint.ForManager,
                actor.AccountId is not null && complaint.OfficerId == actor.AccountId,
                actor.AccountId));
    }

    /// <summary>The first letter of a guest's name, whatever signs stand before it: 김**.</summary>
    public static string Masked(string name) => $"{LettersOf(name).FirstOrDefault("")}**";

    private static IEnumerable<string> LettersOf(string name)
    {
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(name);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            if (char.IsLetterOrDigit(element, 0))
            {
                yield return element;
            }
        }
    }

    private static InCharge? InChargeOf(Department? department, Duty? duty, string? person) => department is null
        ? null
        : new InCharge(
            department.Name.ToString(), duty?.Name.ToString(), string.IsNullOrEmpty(duty?.Phone) ? department.Phone : duty.Phone, person);

    private async Task<IReadOnlyList<ShownPhoto>> PhotosAsync(long complaintId, CancellationToken cancellationToken) =>
        await db.Set<ComplaintPhoto>().Where(p => p.ComplaintId == complaintId)
            .OrderBy(p => p.Order)
            .Join(db.Set<MediaFile>(), p => p.MediaId, m => m.Id, (_, m) => new ShownPhoto(m.Key, m.AltText, m.Width, m.Height))
            .ToListAsync(cancellationToken);

    /// <summary>What the petitioner replied to the questions of the category, in their order.</summary>
    public async Task<IReadOnlyList<ShownReply>> RepliesAsync(long complaintId, CancellationToken cancellationToken)
    {
        var replies = await db.Set<QuestionReply>().Where(r => r.ComplaintId == complaintId)
            .Join(db.Set<CategoryQuestion>(), r => r.QuestionId, q => q.Id, (r, q) => new { r.Value, Question = q })
            .OrderBy(r => r.Question.Order)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. replies.Select(r => new ShownReply(r.Question.Label.ToString(), Readable(r.Question, r.Value)))];
    }

    /// <summary>A reply in the words of its question.</summary>
    public string Readable(CategoryQuestion question, string value)
    {
        if (question.Type == QuestionType.Date && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return dates.Date(day);
        }

        if (question.Type is not (QuestionType.SingleChoice or QuestionType.MultipleChoice))
        {
            return value;
        }

        IReadOnlyList<QuestionOption> options = question.Options();
        return string.Join(Languages.Comma, value.Split(',').Select(key => options.FirstOrDefault(o => o.Key == key)?.Name.ToString() ?? key));
    }

    private async Task<IReadOnlyList<TimelineFact>> TimelineAsync(long complaintId, ComplaintRoles roles, CancellationToken cancellationToken)
    {
        bool isOffice = (roles & (ComplaintRoles.Officer | ComplaintRoles.Manager)) != 0;
        bool isParty = roles != ComplaintRoles.None;
        var facts = await db.ComplaintEvents.AsNoTracking()
            .Where(e => e.ComplaintId == complaintId && (isOffice || !e.IsInternal))
            .OrderBy(e => e.At).ThenBy(e => e.Id)
            .Select(e => new
            {
                Event = e,
                By = db.Departments.Where(d => d.Id == e.ByDepartmentId).Select(d => d.Name).FirstOrDefault(),
                To = db.Departments.Where(d => d.Id == e.ToDepartmentId).Select(d => d.Name).FirstOrDefault(),
                Actor = db.Users.Where(a => a.Id == e.ActorId).Select(a => a.DisplayName).FirstOrDefault(),
                Officer = db.Users.Where(a => a.Id == e.ToOfficerId).Select(a => a.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        // Holidays and office hours are often entered one after the other: of several recounts in a row on one day, the last tells the date.
        return
        [
            .. facts.Where((f, i) => i + 1 == facts.Count || !IsSameRecount(f.Event, facts[i + 1].Event)).Select(f =>
            {
                // What was asked of, and supplied by, the petitioner may be about them alone.
                bool isHidden = !isParty && (f.Event.IsPrivate || f.Event.Act is ComplaintAct.Ask or ComplaintAct.Supply);
                bool isByOffice = (f.Event.Role & (ComplaintRoles.Officer | ComplaintRoles.Manager)) != 0;
                string? person = f.Event.Act == ComplaintAct.Assign ? f.Officer : isByOffice ? f.Actor : null;
                return new TimelineFact(
                    f.Event.Id, f.Event.At, f.Event.Act, f.Event.From, f.Event.Role, f.By?.ToString(), f.To?.ToString(),
                    isParty ? person : null, isHidden ? null : f.Event.Html, f.Event.IsInternal, f.Event.IsPrivate,
                    isHidden && f.Event.Html is not null, f.Event.Outcome, f.Event.Ground, f.Event.DueAfter);
            }),
        ];
    }

    private bool IsSameRecount(ComplaintEvent one, ComplaintEvent next) =>
        one.Act == ComplaintAct.Recount && next.Act == ComplaintAct.Recount
        && city.TimeZone.ToLocal(one.At).Date == city.TimeZone.ToLocal(next.At).Date;
}
