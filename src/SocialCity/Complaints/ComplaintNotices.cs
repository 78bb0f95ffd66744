using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Complaints;

/// <summary>
/// Says who is told of a fact, and with which facts of the case (Enforcement Decree art. 31: department, handler, contact). It only
/// adds notices to the context: they are saved with what they tell of.
/// </summary>
public sealed class ComplaintNotices(CityDb db, TimeProvider time)
{
    /// <summary>Asks a guest to prove the address. The link is made when the mail is written, from the complaint's id.</summary>
    public void AskToConfirm(Complaint complaint, DateTime now)
    {
        if (complaint.GuestEmail is { } address)
        {
            db.Add(Notice.ToAddress(
                address,
                complaint.Language,
                NoticeKind.ConfirmComplaint,
                new Dictionary<string, string>
                {
                    [NoticeFacts.ComplaintId] = complaint.Id.ToString(CultureInfo.InvariantCulture),
                    [NoticeFacts.Name] = complaint.GuestName ?? "",
                    [NoticeFacts.Title] = complaint.Title,
                },
                now));
        }
    }

    public async Task TellAsync(Complaint complaint, ComplaintEvent fact, CancellationToken cancellationToken)
    {
        if (ComplaintTransitions.Find(fact.From, fact.Act)?.Notice is not { } kind)
        {
            return;
        }

        DateTime now = time.GetUtcNow().UtcDateTime;
        if (fact.Role == ComplaintRoles.Petitioner)
        {
            await TellOfficeAsync(complaint, fact, kind, now, cancellationToken);
            return;
        }

        await TellPetitionerAsync(complaint, fact, kind, now, cancellationToken);
        if (fact.Act == ComplaintAct.Assign && fact.ToOfficerId != fact.ActorId)
        {
            await TellOfficeAsync(complaint, fact, NoticeKind.ComplaintOnDesk, now, cancellationToken);
        }
        else if (fact.Act == ComplaintAct.Transfer || (fact.Act == ComplaintAct.Receive && complaint.OfficerId is null))
        {
            await TellOfficeAsync(complaint, fact, NoticeKind.ComplaintOnDesk, now, cancellationToken);
        }
    }

    /// <summary>Tells the officer, or the managers where nobody is in charge by name, of a due date.</summary>
    public Task WarnAsync(Complaint complaint, NoticeKind kind, bool alsoManagers, CancellationToken cancellationToken) =>
        TellOfficersAsync(complaint, null, kind, alsoManagers, time.GetUtcNow().UtcDateTime, cancellationToken);

    private static bool IsWorthMail(NoticeKind kind) => kind is not (NoticeKind.ComplaintAssigned or NoticeKind.ComplaintStarted);

    private async Task TellPetitionerAsync(
        Complaint complaint, ComplaintEvent? fact, NoticeKind kind, DateTime now, CancellationToken cancellationToken)
    {
        if (complaint.AuthorId is { } author)
        {
            Account account = await db.Users.SingleAsync(a => a.Id == author, cancellationToken);
            db.Add(Notice.To(account, kind, await FactsAsync(complaint, fact, account.Language, NoticeFacts.ToPetitioner, cancellationToken), now, IsWorthMail(kind)));
        }
        else if (complaint.GuestEmail is { } address && IsWorthMail(kind))
        {
            db.Add(Notice.ToAddress(
                address, complaint.Language, kind, await FactsAsync(complaint, fact, complaint.Language, NoticeFacts.ToPetitioner, cancellationToken), now));
        }

        if (fact is { Act: ComplaintAct.Answer or ComplaintAct.Close, IsPrivate: false })
        {
            List<Account> supporters = await db.ComplaintSupports
                .Where(s => s.ComplaintId == complaint.Id && s.AccountId != complaint.AuthorId)
                .Join(db.Users, s => s.AccountId, a => a.Id, (_, a) => a)
                .ToListAsync(cancellationToken);
            foreach (Account supporter in supporters)
            {
                db.Add(Notice.To(supporter, kind, await FactsAsync(complaint, fact, supporter.Language, NoticeFacts.ToSupporter, cancellationToken), now));
            }
        }
    }

    private Task TellOfficeAsync(
        Complaint complaint, ComplaintEvent fact, NoticeKind kind, DateTime now, CancellationToken cancellationToken) =>
        TellOfficersAsync(complaint, fact, kind, complaint.ForManager, now, cancellationToken);

    private async Task TellOfficersAsync(
        Complaint complaint, ComplaintEvent? fact, NoticeKind kind, bool alsoManagers, DateTime now, CancellationToken cancellationToken)
    {
        IQueryable<Account> managers = HoldersOf(Right.Manager, complaint.DepartmentId);
        IQueryable<Account> officer = db.Users.Where(a => a.Id == complaint.OfficerId);
        List<Account> told = complaint.OfficerId is null
            ? await managers.ToListAsync(cancellationToken)
            : await (alsoManagers ? officer.Union(managers) : officer).ToListAsync(cancellationToken);
        if (told.Count == 0)
        {
            // A department without a manager: its officials share the queue.
            told = await HoldersOf(Right.Official, complaint.DepartmentId).ToListAsync(cancellationToken);
        }

        foreach (Account account in told.Where(a => a.Id != fact?.ActorId))
        {
            db.Add(Notice.To(account, kind, await FactsAsync(complaint, fact, account.Language, NoticeFacts.ToOffice, cancellationToken), now));
        }
    }

    private IQueryable<Account> HoldersOf(Right right, long? departmentId) =>
        db.Users.Where(a => db.RightGrants.Any(g =>
            g.AccountId == a.Id && g.DepartmentId == departmentId && g.Right == right && g.RevokedAt == null));

    /// <summary>
    /// Whom a notice names (Decree art. 31): who spoke, where an official asks, extends, reports, answers or closes; otherwise who is in charge.
    /// </summary>
    private static long? HandlerOf(Complaint complaint, ComplaintEvent? fact) =>
        fact is
        {
            Act: ComplaintAct.Ask or ComplaintAct.Extend or ComplaintAct.Report or ComplaintAct.Answer or ComplaintAct.Close,
            ActorId: { } speaker,
        }
            ? speaker
            : complaint.OfficerId;

    /// <summary>The duty whose telephone reaches the handler: the complaint's for who is in charge of it, otherwise their own; null leaves the department's.</summary>
    private async Task<Duty?> DutyOfAsync(Complaint complaint, long? handler, CancellationToken cancellationToken)
    {
        Duty? duty = complaint.DutyId is null ? null : await db.Duties.FindAsync([complaint.DutyId], cancellationToken);
        return handler == complaint.OfficerId || duty?.OfficerId == handler
            ? duty
            : await db.Duties
                .Where(d => d.DepartmentId == complaint.DepartmentId && d.OfficerId == handler && d.IsActive)
                .OrderBy(d => d.Id)
                .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The number of the complaint that carries on the matter of this duplicate, where the receiver can see it.</summary>
    private async Task<string?> SurvivorOfAsync(
        Complaint complaint, ComplaintEvent? fact, string receiver, CancellationToken cancellationToken) =>
        fact is { Act: ComplaintAct.Close, Outcome: ComplaintOutcome.Duplicate }
            ? await db.Complaints
                .Where(c => c.Id == complaint.DuplicateOfId && (c.IsListed || receiver == NoticeFacts.ToPetitioner))
                .Select(c => c.Number)
                .SingleOrDefaultAsync(cancellationToken)
            : null;

    private async Task<Dictionary<string, string>> FactsAsync(
        Complaint complaint, ComplaintEvent? fact, string language, string receiver, CancellationToken cancellationToken)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo(language);
        Department? department = await db.Departments.FindAsync([complaint.DepartmentId], cancellationToken);
        long? handler = HandlerOf(complaint, fact);
        Duty? duty = await DutyOfAsync(complaint, handler, cancellationToken);
        // The handler's name is for the petitioner and the office alone (Decree art. 4): others hear the department.
        Account? officer = handler is null || receiver == NoticeFacts.ToSupporter ? null : await db.Users.FindAsync([handler], cancellationToken);
        string? joinedTo = await SurvivorOfAsync(complaint, fact, receiver, cancellationToken);
        Dictionary<string, string> facts = new()
        {
            [NoticeFacts.ComplaintId] = complaint.Id.ToString(CultureInfo.InvariantCulture),
            [NoticeFacts.Receiver] = receiver,
            [NoticeFacts.Number] = complaint.Number ?? "",
            [NoticeFacts.Title] = complaint.Title,
            [NoticeFacts.Department] = department?.Name.In(culture) ?? "",
            [NoticeFacts.Phone] = string.IsNullOrEmpty(duty?.Phone) ? department?.Phone ?? "" : duty.Phone,
            [NoticeFacts.Officer] = officer?.DisplayName ?? "",
            [NoticeFacts.Due] = complaint.DueAt?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            [NoticeFacts.Outcome] = fact?.Outcome?.ToString() ?? "",
            [NoticeFacts.Ground] = fact?.Ground?.ToString() ?? "",
            [NoticeFacts.Owner] = complaint.OwnerElsewhere ?? "",
            [NoticeFacts.JoinedTo] = joinedTo ?? "",
        };
        if (receiver != NoticeFacts.ToSupporter && fact is { Text: { } text, IsInternal: false })
        {
            facts[NoticeFacts.Text] = text;
        }

        return facts;
    }
}
