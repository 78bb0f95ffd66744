using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Municipality;
using SocialCity.Text;
using SocialCity.Time;

namespace SocialCity.Complaints;

/// <summary>
/// 민원: a matter that a citizen brings to the city. Every act goes through one of the methods below, which obeys
/// <see cref="ComplaintTransitions"/>, keeps the statutory clock and writes a fact into the timeline. A refused act changes nothing, but for
/// counting again: <see cref="Recount"/> and <see cref="CountBy"/> say what they keep all the same.
/// </summary>
public sealed class Complaint : IVersioned
{
    public const int NumberLength = 20;
    public const int TitleLength = 100;
    public const int TextLength = 5000;
    public const int AddressLength = 200;
    public const int GuestNameLength = Account.DisplayNameLength;
    public const int PhotosMost = 5;
    public const int OwnerLength = 100;

    /// <summary>How many days a petitioner is given to reply, at most.</summary>
    public const int ReplyDaysMost = 90;

    /// <summary>At this transfer the manager takes over.</summary>
    public const int TransfersUntilManager = 3;

    private readonly List<ComplaintEvent> _events = [];
    private readonly List<ComplaintPause> _pauses = [];
    private readonly List<ComplaintPhoto> _photos = [];
    private readonly List<QuestionReply> _replies = [];

    private Complaint()
    {
    }

    private Complaint(ComplaintFiling filing, Petitioner petitioner, Guid idempotencyKey, DateTime now)
    {
        IdempotencyKey = idempotencyKey;
        AuthorId = petitioner.AccountId;
        GuestName = petitioner.GuestName;
        GuestEmail = petitioner.GuestEmail;
        Language = petitioner.Language;
        Title = filing.Title;
        Text = filing.Text;
        Html = MarkdownText.ToHtml(filing.Text, MarkdownProfile.Plain);
        CategoryId = filing.CategoryId;
        DistrictId = filing.DistrictId;
        Latitude = filing.Place?.Latitude;
        Longitude = filing.Place?.Longitude;
        Address = filing.Address;
        IsPrivate = filing.IsPrivate;
        ToldOfProgressOnSite = filing.ToldOfProgressOnSite;
        FiledAt = now;
        ReceivedAt = now;
        ClockStartedAt = now;
        ChangedAt = now;
        State = ComplaintState.Unconfirmed;
        _replies.AddRange(filing.Replies.Select(r => new QuestionReply(r.QuestionId, r.Value)));
        _photos.AddRange(filing.Photos.Select((photo, i) => new ComplaintPhoto(photo, i)));
    }

    public long Id { get; private set; }

    /// <summary>Year and serial such as "2026-000123"; null until received.</summary>
    public string? Number { get; private set; }

    public Guid IdempotencyKey { get; private set; }

    public long? AuthorId { get; private set; }

    public string? GuestName { get; private set; }

    public string? GuestEmail { get; private set; }

    /// <summary>The language in which the petitioner is told.</summary>
    public string Language { get; private set; } = "ko";

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>The text as safe HTML, rendered once.</summary>
    public string Html { get; private set; } = "";

    public long CategoryId { get; private set; }

    public long? DistrictId { get; private set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public string? Address { get; private set; }

    public bool IsPrivate { get; private set; }

    /// <summary>Whether the form said that progress is shown on the site, so that notices of transfer and progress may be left out.</summary>
    public bool ToldOfProgressOnSite { get; private set; }

    public ComplaintState State { get; private set; }

    /// <summary>Public and received: what everybody may see. Stored, for the indexes of the list.</summary>
    public bool IsListed { get; private set; }

    /// <summary>Whether the office owes something. Stored, for the indexes of the desk.</summary>
    public bool IsOpen { get; private set; }

    public ComplaintOutcome? Outcome { get; private set; }

    /// <summary>Whose matter it is, when it is not the city's.</summary>
    public string? OwnerElsewhere { get; private set; }

    public long? DuplicateOfId { get; private set; }

    public long? DepartmentId { get; private set; }

    public long? DutyId { get; private set; }

    public long? OfficerId { get; private set; }

    /// <summary>The public line that says why it went to this department; null after a transfer or when sorted by hand.</summary>
    public LocalText RouteReason { get; private set; } = new("");

    /// <summary>
    /// Whether it lies with the manager, who then alone does everything but notes, until they put somebody in charge: it was transferred
    /// three times or came back unsolved.
    /// </summary>
    public bool ForManager { get; private set; }

    public int TransferCount { get; private set; }

    public DateTime FiledAt { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    /// <summary>From when the current period is counted: the receipt, or the reopening.</summary>
    public DateTime ClockStartedAt { get; private set; }

    public int PeriodAmount { get; private set; }

    public PeriodUnit PeriodUnit { get; private set; }

    public int ExtensionCount { get; private set; }

    /// <summary>
    /// When the answer is due, UTC; null while nothing is owed, and while the citizen has the word, unless it had passed before: what is late
    /// does not look timely because somebody asked.
    /// </summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>When the office is warned, UTC; see <see cref="Deadline"/>.</summary>
    public DateTime? DueSoonAt { get; private set; }

    /// <summary>When the period has passed once more, UTC.</summary>
    public DateTime? VeryLateAt { get; private set; }

    /// <summary>Whether the last answer or closing came after it was due; null before.</summary>
    public bool? WasLate { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public int SupportCount { get; private set; }

    /// <summary>1 (very bad) to 5 (very good), by the petitioner.</summary>
    public int? Satisfaction { get; private set; }

    /// <summary>How far the petitioner and the officer have been warned of the due date.</summary>
    public DueWarning Warned { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<ComplaintEvent> Events => _events;

    public IReadOnlyList<ComplaintPause> Pauses => _pauses;

    public IReadOnlyList<ComplaintPhoto> Photos => _photos;

    public IReadOnlyList<QuestionReply> Replies => _replies;

    public GeoPoint? Place => Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null;

    public StatutoryPeriod Period => new(PeriodAmount, PeriodUnit);

    /// <summary>Takes down what was filed. It becomes a complaint with <see cref="Receive"/>: at once for an account, after the e-mail's link for a guest.</summary>
    public static Complaint File(ComplaintFiling filing, Petitioner petitioner, Guid idempotencyKey, DateTime now) =>
        new(filing, petitioner, idempotencyKey, now);

    /// <summary>Whether it is what a form says: sent twice it is one complaint, gone back to and changed it is another. Replies and photos are loaded.</summary>
    public bool Says(ComplaintFiling filing) =>
        Title == filing.Title
        && Text == filing.Text
        && CategoryId == filing.CategoryId
        && DistrictId == filing.DistrictId
        && (Latitude, Longitude) == (filing.Place?.Latitude, filing.Place?.Longitude)
        && Address == filing.Address
        && IsPrivate == filing.IsPrivate
        && _replies.Select(r => (r.QuestionId, r.Value)).ToHashSet().SetEquals(filing.Replies)
        && _photos.Count >= filing.Photos.Count;

    /// <summary>The capacities in which somebody stands to this complaint. To their own, officials are its petitioner alone: a colleague handles it.</summary>
    public ComplaintRoles RolesOf(Actor actor)
    {
        bool isOwn = IsBy(actor.AccountId);
        ComplaintRoles roles = ComplaintRoles.None;
        if (actor.IsSystem)
        {
            roles |= ComplaintRoles.System;
        }

        if (isOwn || actor.GuestComplaintIds.Contains(Id))
        {
            roles |= ComplaintRoles.Petitioner;
        }

        if (!isOwn && actor.Has(Right.Official, DepartmentId))
        {
            roles |= ComplaintRoles.Officer;
        }

        if (!isOwn && actor.Has(Right.Manager, DepartmentId))
        {
            roles |= ComplaintRoles.Manager;
        }

        return roles;
    }

    /// <summary>What this person can do to it now. Withdrawn and duplicate complaints offer no reopening.</summary>
    public IReadOnlyList<ComplaintAct> Offers(Actor actor, DateTime now) =>
        [.. ComplaintTransitions.Possible(State, RolesOf(actor), ForManager).Where(act => Hurdle(act, now) is null)];

    /// <summary>Why this person cannot do an act now, whatever they would write; null when it is offered.</summary>
    public ComplaintRefusal? WhyNot(ComplaintAct act, Actor actor, DateTime now)
    {
        if (ComplaintTransitions.Find(State, act) is not { } row)
        {
            return ComplaintRefusal.WrongState;
        }

        ComplaintRoles roles = RolesOf(actor);
        return (row.Who & roles) == 0 ? ComplaintRefusal.NotYours
            : (row.WhoMay(ForManager) & roles) == 0 ? ComplaintRefusal.ManagerNeeded
            : Hurdle(act, now);
    }

    /// <summary>접수: number, department, officer and period. The officer may be unknown; the department then has it in its queue.</summary>
    public ComplaintRefusal? Receive(
        string number, Routing routing, StatutoryPeriod period, PetitionClock clock, Actor actor, DateTime now)
    {
        if (Try(ComplaintAct.Receive, actor, null, now) is { } refusal)
        {
            return refusal;
        }

        Number = number;
        ReceivedAt = now;
        ClockStartedAt = now;
        PeriodAmount = period.Amount;
        PeriodUnit = period.Unit;
        Entrust(routing);
        Move(ComplaintAct.Receive, actor, null, clock, now).HandedTo(routing.DepartmentId, null);
        AssignByRoute(routing, clock, now);
        return null;
    }

    /// <summary>담당자 지정, or taking it oneself. The officer must be one of the department: the caller says whether.</summary>
    public ComplaintRefusal? Assign(long officerId, bool isOfficerOfDepartment, Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Assign, actor, null, now) is { } refusal)
        {
            return refusal;
        }

        if (!isOfficerOfDepartment)
        {
            return ComplaintRefusal.NotAnOfficer;
        }

        if (IsBy(officerId))
        {
            return ComplaintRefusal.OwnComplaint;
        }

        OfficerId = officerId;
        ForManager = false;
        Move(ComplaintAct.Assign, actor, null, clock, now).HandedTo(DepartmentId, officerId);
        return null;
    }

    public ComplaintRefusal? Start(Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Start, actor, null, now) is { } refusal)
        {
            return refusal;
        }

        OfficerId ??= actor.AccountId;
        Move(ComplaintAct.Start, actor, null, clock, now);
        return null;
    }

    /// <summary>
    /// 보완 요청, with the day by which the petitioner is asked to reply. Periods for supplements follow the Civil Code: the day of asking
    /// does not count, and an end on a Saturday, Sunday or holiday moves on to the next working day. Nothing happens by itself after it.
    /// </summary>
    /// <param name="replyBy">A day after today in the city, at most <see cref="ReplyDaysMost"/> days on.</param>
    public ComplaintRefusal? Ask(string question, DateOnly replyBy, Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Ask, actor, question, now) is { } refusal)
        {
            return refusal;
        }

        DateOnly today = clock.DayOf(now);
        if (replyBy <= today || replyBy > today.AddDays(ReplyDaysMost))
        {
            return ComplaintRefusal.ReplyDayOutOfRange;
        }

        Move(ComplaintAct.Ask, actor, question, clock, now).RepliedToBy(clock.LastMomentOf(clock.Calendar.WorkingDayFrom(replyBy)));
        return null;
    }

    public ComplaintRefusal? Supply(string reply, Actor actor, PetitionClock clock, DateTime now) =>
        Simple(ComplaintAct.Supply, reply, actor, clock, now);

    public ComplaintRefusal? Resume(string reason, Actor actor, PetitionClock clock, DateTime now) =>
        Simple(ComplaintAct.Resume, reason, actor, clock, now);

    public ComplaintRefusal? Report(string progress, Actor actor, PetitionClock clock, DateTime now) =>
        Simple(ComplaintAct.Report, progress, actor, clock, now);

    public ComplaintRefusal? Note(string text, Actor actor, PetitionClock clock, DateTime now) =>
        Simple(ComplaintAct.Note, text, actor, clock, now);

    /// <summary>답변, with the outcome that it states. A private answer is shown to the petitioner and the office only.</summary>
    public ComplaintRefusal? Answer(
        string text, ComplaintOutcome? outcome, string? ownerElsewhere, bool isPrivate, Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Answer, actor, text, now) is { } refusal)
        {
            return refusal;
        }

        if (CheckOutcome(outcome, ownerElsewhere, PossibleOutcomes(ComplaintAct.Answer)) is { } wrong)
        {
            return wrong;
        }

        Outcome = outcome;
        OwnerElsewhere = outcome == ComplaintOutcome.NotOurs ? ownerElsewhere : null;
        WasLate = DueAt < now;
        AnsweredAt = now;
        Move(ComplaintAct.Answer, actor, text, clock, now).Concludes(outcome, isPrivate);
        return null;
    }

    /// <summary>해결 확인 by the petitioner, with an optional mark.</summary>
    public ComplaintRefusal? Confirm(int? satisfaction, string? comment, Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Confirm, actor, comment, now) is { } refusal)
        {
            return refusal;
        }

        if (satisfaction is < 1 or > 5)
        {
            return ComplaintRefusal.SatisfactionOutOfRange;
        }

        Satisfaction = satisfaction;
        ClosedAt = now;
        Move(ComplaintAct.Confirm, actor, comment, clock, now);
        return null;
    }

    /// <summary>"Not solved": back to the department, to its manager, with a new period of the same length.</summary>
    public ComplaintRefusal? Reopen(string reason, int? satisfaction, Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Reopen, actor, reason, now) is { } refusal)
        {
            return refusal;
        }

        if (satisfaction is < 1 or > 5)
        {
            return ComplaintRefusal.SatisfactionOutOfRange;
        }

        Satisfaction = satisfaction;
        ForManager = true;
        OfficerId = null;
        ClosedAt = null;
        AnsweredAt = null;
        Outcome = null;
        OwnerElsewhere = null;
        Move(ComplaintAct.Reopen, actor, reason, clock, now);
        return null;
    }

    /// <summary>이송: to another department, with the reason. The period runs on.</summary>
    public ComplaintRefusal? Transfer(Routing to, string reason, Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Transfer, actor, reason, now) is { } refusal)
        {
            return refusal;
        }

        if (to.DepartmentId == DepartmentId)
        {
            return ComplaintRefusal.SameDepartment;
        }

        // The fact first: it speaks for the department that hands over.
        Move(ComplaintAct.Transfer, actor, reason, clock, now).HandedTo(to.DepartmentId, null);
        TransferCount++;
        Entrust(to);
        ForManager = TransferCount >= TransfersUntilManager;
        if (!ForManager)
        {
            AssignByRoute(to, clock, now);
        }

        return null;
    }

    /// <summary>Who was in charge no longer works in the department: it lies in the department's queue again.</summary>
    public ComplaintRefusal? Release(Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Release, actor, null, now) is { } refusal)
        {
            return refusal;
        }

        OfficerId = null;
        Move(ComplaintAct.Release, actor, null, clock, now).HandedTo(DepartmentId, null);
        return null;
    }

    /// <summary>The department that sorts takes what came in while the city had none.</summary>
    public ComplaintRefusal? Adopt(long departmentId, Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Adopt, actor, null, now) is { } refusal)
        {
            return refusal;
        }

        Entrust(new Routing(departmentId, null, null, Routing.NoReason));
        Move(ComplaintAct.Adopt, actor, null, clock, now).HandedTo(departmentId, null);
        return null;
    }

    /// <summary>
    /// 기간 연장: once, at most by the period itself; a second time only with the petitioner's consent (Decree art. 21). It is decided
    /// within the period: what is late stays late.
    /// </summary>
    public ComplaintRefusal? Extend(ComplaintExtension extension, Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Extend, actor, extension.Reason, now) is { } refusal)
        {
            return refusal;
        }

        if (extension.Ground is not { } ground || !Enum.IsDefined(ground))
        {
            return ComplaintRefusal.GroundMissing;
        }

        if (ExtensionCount >= 2)
        {
            return ComplaintRefusal.ExtendedTwice;
        }

        if (ExtensionCount == 1 && !extension.PetitionerConsents)
        {
            return ComplaintRefusal.ConsentMissing;
        }

        if (!extension.IsAnotherGround && ForbiddenGrounds.AreNamedIn(extension.Reason))
        {
            return ComplaintRefusal.GroundForbidden;
        }

        Move(ComplaintAct.Extend, actor, extension.Reason, clock, now).On(ground);
        return null;
    }

    /// <summary>When the answer would be due if it were extended now, UTC; null while no period runs.</summary>
    public DateTime? DueIfExtended(PetitionClock clock) => clock.DeadlineOf(this, furtherExtensions: 1).DueAt;

    /// <summary>종결 without an answer of substance: not ours, a duplicate, and the like, with the reason.</summary>
    public ComplaintRefusal? Close(ComplaintClosing closing, Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Close, actor, closing.Reason, now) is { } refusal)
        {
            return refusal;
        }

        if (CheckOutcome(closing.Outcome, closing.OwnerElsewhere, PossibleOutcomes(ComplaintAct.Close)) is { } wrong)
        {
            return wrong;
        }

        ComplaintRefusal? unfounded = closing.Outcome switch
        {
            ComplaintOutcome.Duplicate => CheckDuplicate(closing.DuplicateOf),
            ComplaintOutcome.Repeated => CheckRepetition(closing.Repetition),
            _ => null,
        };
        if (unfounded is not null)
        {
            return unfounded;
        }

        Outcome = closing.Outcome;
        OwnerElsewhere = Outcome == ComplaintOutcome.NotOurs ? closing.OwnerElsewhere : null;
        DuplicateOfId = Outcome == ComplaintOutcome.Duplicate ? closing.DuplicateOf?.Id : null;
        WasLate = DueAt < now;
        ClosedAt = now;
        Move(ComplaintAct.Close, actor, closing.Reason, clock, now).Concludes(Outcome, isPrivate: false);
        if (Outcome == ComplaintOutcome.Repeated)
        {
            // By which criteria it was judged is for the office: it names other complaints of the petitioner, private ones too.
            Move(ComplaintAct.Note, actor, closing.Repetition?.Record, clock, now);
        }

        return null;
    }

    /// <summary>Whether somebody takes care of the matter, or has answered it: a duplicate can be joined to it.</summary>
    public bool CarriesOn =>
        IsOpen || State is ComplaintState.Answered or ComplaintState.Confirmed
        || (State == ComplaintState.Closed && AnsweredAt is not null && Outcome is not (ComplaintOutcome.Withdrawn or ComplaintOutcome.Duplicate));

    /// <summary>Why an account's "me too" is not taken; null when it is. Whoever filed it has said so already.</summary>
    public SupportRefusal? WhyNoSupportOf(long accountId) =>
        accountId == AuthorId ? SupportRefusal.OwnComplaint
        : State.TakesSupport() ? null
        : SupportRefusal.Ended;

    /// <summary>Whether the same account, or the same guest by the address, filed both.</summary>
    public bool IsBySamePetitioner(Complaint other) =>
        (AuthorId is not null && AuthorId == other.AuthorId)
        || IsByGuest(other.GuestEmail);

    /// <summary>Whether a guest of this address filed it.</summary>
    public bool IsByGuest(string? email) => GuestEmail is not null && string.Equals(GuestEmail, email, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many results the petitioner was told until a moment: answers, and closings with a reason of substance. Needs the events.</summary>
    public int ResultsUntil(DateTime moment) => _events.Count(e => e.At <= moment && (
        e.Act == ComplaintAct.Answer
        || (e.Act == ComplaintAct.Close && e.Role != ComplaintRoles.System && e.Outcome is not ComplaintOutcome.Duplicate)));

    /// <summary>
    /// A duplicate was closed: from now on its matter is handled here, as long as anybody handles this one. Only what everybody may see is named.
    /// </summary>
    public ComplaintRefusal? Join(Complaint duplicate, Actor actor, PetitionClock clock, DateTime now)
    {
        string? named = duplicate.IsListed ? duplicate.Number : null;
        if (Try(ComplaintAct.Join, actor, named, now) is { } refusal)
        {
            return refusal;
        }

        if (!CarriesOn)
        {
            return ComplaintRefusal.DuplicateEnded;
        }

        Move(ComplaintAct.Join, actor, named, clock, now);
        return null;
    }

    /// <summary>Closes an answered complaint when the petitioner stayed silent; the outcome of the answer stands.</summary>
    public ComplaintRefusal? CloseSilently(PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Close, Actor.System, null, now) is { } refusal)
        {
            return refusal;
        }

        ClosedAt = now;
        Move(ComplaintAct.Close, Actor.System, null, clock, now).Concludes(Outcome, isPrivate: false);
        return null;
    }

    /// <summary>취하.</summary>
    public ComplaintRefusal? Withdraw(string? reason, Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Withdraw, actor, reason, now) is { } refusal)
        {
            return refusal;
        }

        Outcome = ComplaintOutcome.Withdrawn;
        ClosedAt = now;
        Move(ComplaintAct.Withdraw, actor, reason, clock, now).Concludes(Outcome, isPrivate: false);
        return null;
    }

    /// <summary>
    /// Computes the due date again after the city's holidays or office hours changed. When it moved, the timeline says so;
    /// <see cref="ComplaintRefusal.DueUnmoved"/> otherwise, and the moments of warning, which may have moved all the same, are kept without a word.
    /// </summary>
    public ComplaintRefusal? Recount(Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(ComplaintAct.Recount, actor, null, now) is { } refusal)
        {
            return refusal;
        }

        if (clock.DeadlineOf(this).DueAt == DueAt)
        {
            Count(clock, now);
            return ComplaintRefusal.DueUnmoved;
        }

        Move(ComplaintAct.Recount, actor, null, clock, now);
        return null;
    }

    /// <summary>
    /// Counts by a period that came into force before the complaint was received, yet was entered after it; see <see cref="Recount"/>. The
    /// period is kept also where there is nothing to count now: what waits for the citizen is counted by it when it goes on.
    /// </summary>
    public ComplaintRefusal? CountBy(StatutoryPeriod period, Actor actor, PetitionClock clock, DateTime now)
    {
        (PeriodAmount, PeriodUnit) = (period.Amount, period.Unit);
        return Recount(actor, clock, now);
    }

    /// <summary>How the due date stands, as a warning.</summary>
    public DueWarning WarningAt(DateTime now) => WarningAt(DueSoonAt, DueAt, VeryLateAt, now);

    /// <summary>The same for who read only the dates.</summary>
    public static DueWarning WarningAt(DateTime? dueSoonAt, DateTime? dueAt, DateTime? veryLateAt, DateTime now) =>
        veryLateAt < now ? DueWarning.VeryLate
        : dueAt < now ? DueWarning.Overdue
        : dueSoonAt <= now ? DueWarning.DueSoon
        : DueWarning.None;

    public void Warn(DueWarning warning) => Warned = warning;

    /// <summary>Takes the name and the address off when the petitioner's account or address must go.</summary>
    public void ForgetPetitioner()
    {
        GuestName = null;
        GuestEmail = null;
        AuthorId = null;
    }

    /// <summary>The outcomes that an official can state with an act.</summary>
    public static IReadOnlyList<ComplaintOutcome> PossibleOutcomes(ComplaintAct act) => act switch
    {
        ComplaintAct.Answer =>
            [ComplaintOutcome.Solved, ComplaintOutcome.PartlySolved, ComplaintOutcome.AlreadyDone, ComplaintOutcome.NotAccepted, ComplaintOutcome.NotOurs],
        ComplaintAct.Close =>
            [ComplaintOutcome.AlreadyDone, ComplaintOutcome.NotAccepted, ComplaintOutcome.NotOurs, ComplaintOutcome.Duplicate, ComplaintOutcome.Repeated],
        _ => [],
    };

    private static ComplaintRefusal? CheckOutcome(
        ComplaintOutcome? outcome, string? ownerElsewhere, IReadOnlyList<ComplaintOutcome> possible)
    {
        if (outcome is not { } stated)
        {
            return ComplaintRefusal.OutcomeMissing;
        }

        if (!possible.Contains(stated))
        {
            return ComplaintRefusal.OutcomeNotPossible;
        }

        return stated == ComplaintOutcome.NotOurs && string.IsNullOrWhiteSpace(ownerElsewhere) ? ComplaintRefusal.OwnerMissing : null;
    }

    private ComplaintRefusal? CheckDuplicate(Complaint? other) =>
        other is null ? ComplaintRefusal.DuplicateMissing
        : other.Number == Number ? ComplaintRefusal.DuplicateOfItself
        : other.IsPrivate && !IsBySamePetitioner(other) ? ComplaintRefusal.DuplicatePrivate
        : !other.CarriesOn ? ComplaintRefusal.DuplicateEnded
        : !other.IsOpen && other.HasPrivateAnswer && !IsBySamePetitioner(other) ? ComplaintRefusal.DuplicateAnsweredPrivately
        : null;

    /// <summary>Whether the last answer is for its petitioner alone. Needs the events.</summary>
    private bool HasPrivateAnswer => _events.FindLast(e => e.Act == ComplaintAct.Answer) is { IsPrivate: true };

    private bool IsBy(long? accountId) => accountId is not null && accountId == AuthorId;

    /// <summary>Puts the person of the duty in charge, unless it is their own matter. Then, or without one, it waits in the department's queue.</summary>
    private void AssignByRoute(Routing routing, PetitionClock clock, DateTime now)
    {
        if (routing.OfficerId is { } officer && !IsBy(officer))
        {
            OfficerId = officer;
            Move(ComplaintAct.Assign, Actor.System, null, clock, now).HandedTo(routing.DepartmentId, officer);
        }
    }

    private ComplaintRefusal? CheckRepetition(Repetition? repetition)
    {
        if (repetition is null || (repetition.Earlier.Count == 0 && repetition.OwnResults < Repetition.ResultsLeast))
        {
            return ComplaintRefusal.EarlierMissing;
        }

        return repetition.Earlier.Any(e => !IsBySamePetitioner(e)) ? ComplaintRefusal.EarlierOfSomebodyElse
            : repetition.ResultsUntil(ClockStartedAt) < Repetition.ResultsLeast ? ComplaintRefusal.ResultsTooFew
            : null;
    }

    private ComplaintRefusal? Simple(ComplaintAct act, string? text, Actor actor, PetitionClock clock, DateTime now)
    {
        if (Try(act, actor, text, now) is { } refusal)
        {
            return refusal;
        }

        Move(act, actor, text, clock, now);
        return null;
    }

    private ComplaintRefusal? Try(ComplaintAct act, Actor actor, string? text, DateTime now)
    {
        if (WhyNot(act, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (ComplaintTransitions.Find(State, act) is { NeedsText: true } && !MarkdownText.ShowsSomething(text))
        {
            return ComplaintRefusal.TextMissing;
        }

        return text?.Length > ComplaintEvent.TextLength ? ComplaintRefusal.TextTooLong : null;
    }

    /// <summary>What the table alone does not say: it looks at more than the state.</summary>
    private ComplaintRefusal? Hurdle(ComplaintAct act, DateTime now) => act switch
    {
        ComplaintAct.Reopen when Outcome is ComplaintOutcome.Withdrawn or ComplaintOutcome.Duplicate => ComplaintRefusal.StaysClosed,
        ComplaintAct.Extend when DueAt < now => ComplaintRefusal.PeriodOver,
        ComplaintAct.Extend when ExtensionCount >= 2 => ComplaintRefusal.ExtendedTwice,
        _ => null,
    };

    private void Entrust(Routing routing)
    {
        DepartmentId = routing.DepartmentId;
        DutyId = routing.DutyId;
        OfficerId = null;
        RouteReason = routing.Reason;
    }

    private ComplaintEvent Move(ComplaintAct act, Actor actor, string? text, PetitionClock clock, DateTime now)
    {
        ComplaintTransition row = ComplaintTransitions.Find(State, act)
            ?? throw new InvalidOperationException($"{act} was tried before it was asked for in state {State}.");
        ComplaintRoles role = RolesOf(actor) & row.Who;
        DateTime? dueBefore = DueAt;

        State = row.To;
        IsOpen = State.IsOpen();
        IsListed = !IsPrivate && State != ComplaintState.Unconfirmed;
        ChangedAt = now;
        Apply(row, clock, now);

        ComplaintEvent fact = new(row, role, actor, DepartmentId, text, dueBefore, DueAt, now);
        _events.Add(fact);
        return fact;
    }

    /// <summary>
    /// Waiting ends. The days of sending and of arrival are left out of the period; whoever goes on without an answer on the day of asking
    /// has waited for nothing, and nothing is left out.
    /// </summary>
    private void EndPause(bool isAnswered, PetitionClock clock, DateTime now)
    {
        if (_pauses.Find(p => p.EndedAt is null) is not { } pause)
        {
            return;
        }

        if (!isAnswered && clock.Zone.ToLocal(pause.BeganAt).Date == clock.Zone.ToLocal(now).Date)
        {
            _pauses.Remove(pause);
        }
        else
        {
            pause.End(now);
        }
    }

    /// <summary>A due date that moves on takes with it what was warned of: the office is warned again when it comes.</summary>
    private void Count(PetitionClock clock, DateTime now)
    {
        (DueAt, DueSoonAt, VeryLateAt) = clock.DeadlineOf(this);
        DueWarning standing = WarningAt(now);
        Warned = standing < Warned ? standing : Warned;
    }

    private void Apply(ComplaintTransition row, PetitionClock clock, DateTime now)
    {
        switch (row.Clock)
        {
            case ClockEffect.Start:
            case ClockEffect.Recount:
                Count(clock, now);
                break;
            case ClockEffect.Pause:
                _pauses.Add(new ComplaintPause(now));
                // What has passed stays passed; nothing more passes while the citizen has the word.
                (DueAt, DueSoonAt, VeryLateAt) = DueAt < now
                    ? new Deadline(DueAt, DueSoonAt, VeryLateAt < now ? VeryLateAt : null)
                    : Deadline.Paused;
                break;
            case ClockEffect.Resume:
                EndPause(isAnswered: row.Act == ComplaintAct.Supply, clock, now);
                Count(clock, now);
                break;
            case ClockEffect.Stop:
                _pauses.Find(p => p.EndedAt is null)?.End(now);
                (DueAt, DueSoonAt, VeryLateAt) = Deadline.Paused;
                break;
            case ClockEffect.Restart:
                ClockStartedAt = now;
                ExtensionCount = 0;
                Warned = DueWarning.None;
                Count(clock, now);
                break;
            case ClockEffect.Prolong:
                ExtensionCount++;
                Warned = DueWarning.None;
                Count(clock, now);
                break;
            case ClockEffect.None:
            default:
                break;
        }
    }
}

/// <summary>On what a period is extended.</summary>
/// <param name="Ground">One of the grounds of the law.</param>
/// <param name="Reason">What the petitioner reads.</param>
public sealed record ComplaintExtension(ExtensionGround? Ground, string Reason)
{
    public bool PetitionerConsents { get; init; }

    /// <summary>The official says that the ground is another one, though the reason names what is forbidden as one (<see cref="ForbiddenGrounds"/>).</summary>
    public bool IsAnotherGround { get; init; }
}

/// <summary>What a form, an import or a program files.</summary>
/// <param name="Photos">The uploaded photos with their descriptions, in order.</param>
public sealed record ComplaintFiling(
    string Title,
    string Text,
    long CategoryId,
    long? DistrictId,
    GeoPoint? Place,
    string? Address,
    bool IsPrivate,
    bool ToldOfProgressOnSite,
    IReadOnlyList<(long QuestionId, string Value)> Replies,
    IReadOnlyList<MediaFile> Photos);

/// <summary>Who files: an account, a guest, or an account of too low a level, whose address is proven for each complaint as a guest's is.</summary>
public sealed record Petitioner(long? AccountId, string? GuestName, string? GuestEmail, string Language)
{
    /// <summary>Whether the complaint waits for the link in the e-mail.</summary>
    public bool IsToBeProven => GuestEmail is not null;

    public static Petitioner Of(Account account) => new(account.Id, null, null, account.Language);

    public static Petitioner Guest(string name, string email, string language) => new(null, name, email, language);
}

/// <summary>What an official closes a complaint with.</summary>
/// <param name="Outcome">One of those that closing allows.</param>
/// <param name="Reason">What everybody reads.</param>
public sealed record ComplaintClosing(ComplaintOutcome? Outcome, string Reason)
{
    /// <summary>Whose matter it is, for what is not the city's.</summary>
    public string? OwnerElsewhere { get; init; }

    /// <summary>The complaint that carries on the matter of a duplicate.</summary>
    public Complaint? DuplicateOf { get; init; }

    /// <summary>On what a repeated complaint is judged to be one.</summary>
    public Repetition? Repetition { get; init; }
}

/// <summary>
/// Why a complaint counts as repeated: the same petitioner brings the same matter a third time or more, after two results were told (Act art. 23).
/// That the matter is the same is judged by the official.
/// </summary>
/// <param name="Earlier">The petitioner's earlier complaints of the same matter, other than this one, with their events.</param>
/// <param name="OwnResults">How many results were told in the complaint itself before it came back.</param>
public sealed record Repetition(IReadOnlyList<Complaint> Earlier, int OwnResults)
{
    /// <summary>So many results must have been told before.</summary>
    public const int ResultsLeast = 2;

    /// <summary>Each criterion in words, for the office's record.</summary>
    public string Record { get; init; } = "";

    public int ResultsUntil(DateTime moment) => OwnResults + Earlier.Sum(e => e.ResultsUntil(moment));
}

/// <summary>Where a complaint goes, and the public line that says why.</summary>
public sealed record Routing(long? DepartmentId, long? DutyId, long? OfficerId, LocalText Reason)
{
    public static LocalText NoReason { get; } = new("");
}

/// <summary>How far the office has been warned of the due date.</summary>
public enum DueWarning
{
    None = 0,
    DueSoon = 1,
    Overdue = 2,
    VeryLate = 3,
}
