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
        DateTime now = time.GetUtcNow().UtcDateTime;
        if (fact.Act is ComplaintAct.Release or ComplaintAct.Adopt)
        {
            // Somebody who moves on leaves many at once: they stand in the queue and among the notices, not in so many mails.
            await TellOfficersAsync(complaint, fact, NoticeKind.ComplaintOnDesk, alsoManagers: true, now, cancellationToken, byMail: false);
            return;
        }

        if (ComplaintTransitions.Find(fact.From, fact.Act)?.Notice is not { } kind)
        {
            return;
        }

        if (fact.Role == ComplaintRoles.Petitioner)
        {
            await TellOfficeAsync(complaint, fact, kind, now, cancellationToken);
            return;
        }

        await TellPetitionerAsync(complaint, fact, kind, now, cancellationToken);
        if (fact.Act == ComplaintAct.Assign && fact.ToOfficerId != fact.ActorId && !IsPartOfTransfer(complaint, fact))
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
        Told told = await ToldAsync(complaint, fact, cancellationToken);
        if (complaint.AuthorId is { } author)
        {
            Account account = await db.Users.SingleAsync(a => a.Id == author, cancellationToken);
            db.Add(Notice.To(account, kind, told.To(NoticeFacts.ToPetitioner), now, IsWorthMail(kind)));
        }
        else if (complaint.GuestEmail is { } address && IsWorthMail(kind))
        {
            db.Add(Notice.ToAddress(address, complaint.Language, kind, told.To(NoticeFacts.ToPetitioner), now));
        }

        if (fact is { Act: ComplaintAct.Answer or ComplaintAct.Close })
        {
            await TellOthersAsync(complaint, told, kind, now, cancellationToken);
        }
    }

    /// <summary>
    /// Tells of a result who waits for it besides the petitioner: the petitioners of the duplicates that were joined to this complaint, and
    /// all who said "me too", here or there. Each of them once, and only of what everybody may see.
    /// </summary>
    private async Task TellOthersAsync(Complaint complaint, Told told, NoticeKind kind, DateTime now, CancellationToken cancellationToken)
    {
        if (!complaint.IsListed)
        {
            return;
        }

        List<Joined> joined = await JoinedToAsync(complaint, cancellationToken);
        List<long> ids = [complaint.Id, .. joined.Select(j => j.Id)];
        List<long> authors = [.. joined.Select(j => j.AuthorId).OfType<long>()];
        List<Account> petitioners = await db.Users.Where(a => authors.Contains(a.Id)).ToListAsync(cancellationToken);
        List<Account> supporters = await db.Users
            // From the supports to the accounts: the other way round goes over everybody in the city.
            .Where(a => db.ComplaintSupports.Where(s => ids.Contains(s.ComplaintId)).Select(s => s.AccountId).Contains(a.Id))
            .ToListAsync(cancellationToken);
        foreach (Account account in petitioners.UnionBy(supporters, a => a.Id).Where(a => a.Id != complaint.AuthorId))
        {
            db.Add(Notice.To(account, kind, told.To(authors.Contains(account.Id) ? NoticeFacts.ToJoined : NoticeFacts.ToSupporter), now));
        }

        foreach (Joined guest in joined.Where(j => j.GuestEmail is not null && !complaint.IsByGuest(j.GuestEmail)).DistinctBy(j => j.GuestEmail?.ToUpperInvariant()))
        {
            // The link of a guest proves who reads it: it leads to their own complaint, which names this one.
            Dictionary<string, string> facts = told.To(NoticeFacts.ToJoined);
            facts[NoticeFacts.ComplaintId] = guest.Id.ToString(CultureInfo.InvariantCulture);
            db.Add(Notice.ToAddress(guest.GuestEmail ?? "", guest.Language, kind, facts, now));
        }
    }

    /// <summary>The duplicates that were joined to a complaint, and those that had been joined to them.</summary>
    private async Task<List<Joined>> JoinedToAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        List<Joined> all = [];
        List<long> last = [complaint.Id];
        while (last.Count > 0)
        {
            List<Joined> next = await db.Complaints
                .Where(c => c.DuplicateOfId != null && last.Contains(c.DuplicateOfId.Value) && c.Outcome == ComplaintOutcome.Duplicate)
                .OrderBy(c => c.Id)
                .Select(c => new Joined(c.Id, c.AuthorId, c.GuestEmail, c.Language))
                .ToListAsync(cancellationToken);
            next.RemoveAll(n => all.Exists(a => a.Id == n.Id) || n.Id == complaint.Id);
            all.AddRange(next);
            last = [.. next.Select(n => n.Id)];
        }

        return all;
    }

    /// <summary>Whether somebody is put in charge by the transfer itself: who receives is told of that already.</summary>
    private static bool IsPartOfTransfer(Complaint complaint, ComplaintEvent fact) =>
        fact.Role == ComplaintRoles.System && complaint.Events.Any(e => e.Act == ComplaintAct.Transfer && e.At == fact.At);

    private Task TellOfficeAsync(
        Complaint complaint, ComplaintEvent fact, NoticeKind kind, DateTime now, CancellationToken cancellationToken) =>
        TellOfficersAsync(complaint, fact, kind, complaint.ForManager, now, cancellationToken);

    /// <summary>
    /// Only who works in the department today is told: a notice holds the title of the complaint and the words of its petitioner, private ones
    /// too. Where the officer has left, the managers are, who put somebody else in charge.
    /// </summary>
    private async Task TellOfficersAsync(
        Complaint complaint,
        ComplaintEvent? fact,
        NoticeKind kind,
        bool alsoManagers,
        DateTime now,
        CancellationToken cancellationToken,
        bool byMail = true)
    {
        List<Account> receivers = complaint.OfficerId is { } officer
            ? await HoldersOf(complaint.DepartmentId, Right.Official, Right.Manager).Where(a => a.Id == officer).ToListAsync(cancellationToken)
            : [];
        if (alsoManagers || receivers.Count == 0)
        {
            receivers = [.. receivers.UnionBy(await HoldersOf(complaint.DepartmentId, Right.Manager).ToListAsync(cancellationToken), a => a.Id)];
        }

        if (receivers.Count == 0)
        {
            // A department without a manager: its officials share the queue.
            receivers = await HoldersOf(complaint.DepartmentId, Right.Official).ToListAsync(cancellationToken);
        }

        Told told = await ToldAsync(complaint, fact, cancellationToken);
        // Whose own matter it is hears of it as its petitioner.
        foreach (Account account in receivers.Where(a => a.Id != fact?.ActorId && a.Id != complaint.AuthorId))
        {
            db.Add(Notice.To(account, kind, told.To(NoticeFacts.ToOffice), now, byMail));
        }
    }

    private IQueryable<Account> HoldersOf(long? departmentId, params IReadOnlyList<Right> rights) =>
        db.Users.Where(a => a.DisabledAt == null && a.ClosedAt == null && db.RightGrants.Any(g =>
            g.AccountId == a.Id && g.DepartmentId == departmentId && rights.Contains(g.Right) && g.RevokedAt == null));

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

    /// <summary>Reads what there is to tell of a fact: once, however many are told.</summary>
    private async Task<Told> ToldAsync(Complaint complaint, ComplaintEvent? fact, CancellationToken cancellationToken)
    {
        long? handler = HandlerOf(complaint, fact);
        Complaint? survivor = fact is { Act: ComplaintAct.Close, Outcome: ComplaintOutcome.Duplicate }
            ? await db.Complaints.FindAsync([complaint.DuplicateOfId], cancellationToken)
            : null;
        return new Told(
            complaint,
            fact,
            await db.Departments.FindAsync([complaint.DepartmentId], cancellationToken),
            await DutyOfAsync(complaint, handler, cancellationToken),
            handler is null ? null : await db.Users.FindAsync([handler], cancellationToken),
            survivor);
    }

    /// <summary>A duplicate, and who waits for what becomes of its matter.</summary>
    private sealed record Joined(long Id, long? AuthorId, string? GuestEmail, string Language);

    /// <param name="Handler">Whom the notice names.</param>
    /// <param name="Survivor">The complaint that carries on the matter of this duplicate.</param>
    private sealed record Told(
        Complaint Complaint, ComplaintEvent? Fact, Department? Department, Duty? Duty, Account? Handler, Complaint? Survivor)
    {
        /// <summary>A department without one of its duties, and without an officer: only the one that sorts is reached so.</summary>
        private bool IsUnsorted => Fact is { Act: ComplaintAct.Receive or ComplaintAct.Adopt } && Complaint is { DutyId: null, OfficerId: null };

        /// <summary>The facts for a receiver in this capacity.</summary>
        public Dictionary<string, string> To(string receiver)
        {
            bool isSupporter = receiver is NoticeFacts.ToSupporter or NoticeFacts.ToJoined;
            Dictionary<string, string> facts = new()
            {
                [NoticeFacts.ComplaintId] = Complaint.Id.ToString(CultureInfo.InvariantCulture),
                [NoticeFacts.Receiver] = receiver,
                [NoticeFacts.Number] = Complaint.Number ?? "",
                [NoticeFacts.Title] = Complaint.Title,
                [NoticeFacts.Department] = Department?.Name.Ko ?? "",
                [NoticeFacts.DepartmentEn] = Department?.Name.En ?? "",
                [NoticeFacts.DepartmentJa] = Department?.Name.Ja ?? "",
                [NoticeFacts.Phone] = string.IsNullOrEmpty(Duty?.Phone) ? Department?.Phone ?? "" : Duty.Phone,
                // The handler's name is for the petitioner and the office alone (Decree art. 4): others hear the department.
                [NoticeFacts.Officer] = isSupporter ? "" : Handler?.DisplayName ?? "",
                [NoticeFacts.Due] = Moment(Complaint.DueAt),
                [NoticeFacts.ReplyBy] = Fact?.Act == ComplaintAct.Ask ? Moment(Fact.DueAfter) : "",
                [NoticeFacts.Outcome] = Fact?.Outcome?.ToString() ?? "",
                [NoticeFacts.Unsorted] = receiver == NoticeFacts.ToOffice && IsUnsorted ? "yes" : "",
                [NoticeFacts.Ground] = Fact?.Ground?.ToString() ?? "",
                [NoticeFacts.Owner] = isSupporter && Fact is { IsPrivate: true } ? "" : Complaint.OwnerElsewhere ?? "",
                // A supporter is told only of what everybody can see.
                [NoticeFacts.JoinedTo] = isSupporter && Survivor is not { IsListed: true } ? "" : Survivor?.Number ?? "",
            };
            if (!isSupporter && Fact is { Text: { } text, IsInternal: false })
            {
                facts[NoticeFacts.Text] = text;
            }

            return facts;
        }

        private static string Moment(DateTime? utc) => utc?.ToString("O", CultureInfo.InvariantCulture) ?? "";
    }
}
