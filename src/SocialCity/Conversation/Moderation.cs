using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Conversation;

/// <summary>What can be reported and moderated. The stored names are kept.</summary>
public enum ModerationTarget
{
    Comment = 1,

    /// <summary>A page elsewhere that speaks of something here.</summary>
    Mention = 2,
}

/// <summary>Why something came before the moderators.</summary>
public enum ModerationCause
{
    FirstComment = 1,
    Links = 2,
    Spam = 3,
    Reported = 4,

    /// <summary>A page elsewhere links here.</summary>
    Mention = 5,
}

/// <summary>The reasons of moderators, and those of reports: to hide, and to let stand.</summary>
public enum ModerationReason
{
    /// <summary>욕설·모욕</summary>
    Insult = 1,

    /// <summary>차별·혐오</summary>
    Discrimination = 2,

    /// <summary>광고·도배</summary>
    Advertising = 3,

    /// <summary>개인정보</summary>
    PersonalData = 4,

    /// <summary>음란·폭력</summary>
    Obscene = 5,

    /// <summary>명예훼손·사칭</summary>
    Defamation = 6,

    /// <summary>Against the law in another way, or not about the subject at all.</summary>
    OtherOffence = 7,

    /// <summary>Nothing is wrong with it.</summary>
    WithinRules = 20,

    /// <summary>Criticism stays visible.</summary>
    Criticism = 21,

    /// <summary>An error of the check or of the decision before.</summary>
    Mistake = 22,
}

public static class ModerationReasons
{
    public static IReadOnlyList<ModerationReason> ToHide { get; } = [.. Enum.GetValues<ModerationReason>().Where(r => r.Hides())];

    public static IReadOnlyList<ModerationReason> ToKeep { get; } = [.. Enum.GetValues<ModerationReason>().Where(r => !r.Hides())];

    public static bool Hides(this ModerationReason reason) => reason < ModerationReason.WithinRules;

    /// <summary>Whether a decision for this reason says something about the words of advertising.</summary>
    public static bool TeachesSpam(this ModerationReason reason) => reason == ModerationReason.Advertising;
}

public enum ModerationState
{
    /// <summary>Waits for a decision.</summary>
    Open = 1,
    Kept = 2,
    Hidden = 3,

    /// <summary>Hidden, and its writer has appealed.</summary>
    Appealed = 4,

    /// <summary>Its writer took it away before anybody decided.</summary>
    Withdrawn = 5,
}

/// <summary>What happened in a case.</summary>
public enum ModerationAct
{
    /// <summary>The check held it.</summary>
    Held = 1,
    Reported = 2,

    /// <summary>A moderator opened what was said in confidence.</summary>
    Read = 3,
    Kept = 4,
    Hidden = 5,
    Appealed = 6,

    /// <summary>Another moderator let the decision stand.</summary>
    Confirmed = 7,

    /// <summary>Another moderator took the decision back.</summary>
    Reversed = 8,
    Withdrawn = 9,
}

public enum ModerationRefusal
{
    /// <summary>Nothing waits for a decision: somebody else was faster, or the writer took it away.</summary>
    NotOpen = 1,

    /// <summary>The reason does not go with the decision.</summary>
    WrongReason = 2,

    NeedsText = 3,

    /// <summary>An appeal is decided by somebody else than the decision was.</summary>
    OwnDecision = 4,

    /// <summary>Nobody decides about their own words.</summary>
    OwnWords = 5,

    /// <summary>There is one appeal, by the writer, of what is hidden.</summary>
    NoAppeal = 6,

    /// <summary>What was said in confidence is read, with a record, before it is decided about.</summary>
    NotRead = 7,

    /// <summary>The page elsewhere does not link here any more: there is nothing to show.</summary>
    LinkGone = 8,
}

/// <summary>Something that a moderator has to look at, or has. There is one case for each target; a new report opens it again.</summary>
public sealed class ModerationCase : IVersioned
{
    public const int TextLength = 500;

    private readonly List<ModerationFact> _facts = [];

    private ModerationCase()
    {
    }

    /// <param name="target">What it is about.</param>
    /// <param name="targetId">Which one.</param>
    /// <param name="writerId">Whose words these are; null when the writer has no account.</param>
    /// <param name="cause">Why.</param>
    /// <param name="now">UTC.</param>
    public ModerationCase(ModerationTarget target, long targetId, long? writerId, ModerationCause cause, DateTime now)
    {
        Target = target;
        TargetId = targetId;
        WriterId = writerId;
        Cause = cause;
        State = ModerationState.Open;
        OpenedAt = now;
        if (cause != ModerationCause.Reported)
        {
            Note(ModerationAct.Held, null, null, "", now);
        }
    }

    public long Id { get; private set; }

    public ModerationTarget Target { get; private set; }

    public long TargetId { get; private set; }

    public long? WriterId { get; private set; }

    public ModerationCause Cause { get; private set; }

    public ModerationState State { get; private set; }

    /// <summary>Whether a moderator has something to do, kept for the queue's index.</summary>
    public bool IsWaiting { get; private set; } = true;

    /// <summary>Since when it waits, the last time. Its place in the queue.</summary>
    public DateTime OpenedAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public long? DecidedById { get; private set; }

    public ModerationReason? Reason { get; private set; }

    /// <summary>Why, in words, for the writer.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Reports since the last decision.</summary>
    public int ReportCount { get; private set; }

    public Appeal? Appeal { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<ModerationFact> Facts => _facts;

    /// <summary>Somebody reported it, or the check holds a correction: what was let stand is looked at again.</summary>
    public void Open(ModerationCause cause, long? reporterId, ModerationReason? reason, DateTime now)
    {
        if (cause == ModerationCause.Reported)
        {
            ReportCount++;
        }

        Note(cause == ModerationCause.Reported ? ModerationAct.Reported : ModerationAct.Held, reporterId, reason, "", now);
        if (State is ModerationState.Kept or ModerationState.Withdrawn)
        {
            Cause = cause;
            Become(ModerationState.Open);
            OpenedAt = now;
        }
    }

    /// <summary>A moderator opened words said in confidence.</summary>
    public void Read(Actor actor, DateTime now) => Note(ModerationAct.Read, actor.AccountId, null, "", now);

    /// <summary>What another site says has no writer here who could appeal or report it: moderators may think again.</summary>
    private bool MayBeDecidedAgain => Target == ModerationTarget.Mention && (State is ModerationState.Kept or ModerationState.Hidden);

    /// <summary>Why this moderator may not decide now; null when they may.</summary>
    public ModerationRefusal? WhyNot(Actor actor) =>
        !IsWaiting && !MayBeDecidedAgain ? ModerationRefusal.NotOpen
        : WriterId is not null && WriterId == actor.AccountId ? ModerationRefusal.OwnWords
        : State == ModerationState.Appealed && DecidedById == actor.AccountId ? ModerationRefusal.OwnDecision
        : null;

    /// <summary>Decides. An appeal is decided by the same acts: to keep takes the decision back, to hide confirms it.</summary>
    /// <param name="reason">Of those that go with the decision, see <see cref="ModerationReasons"/>.</param>
    /// <param name="text">Why, in words, for the writer.</param>
    /// <param name="actor">A moderator.</param>
    /// <param name="now">UTC.</param>
    public ModerationRefusal? Decide(ModerationReason reason, string text, Actor actor, DateTime now)
    {
        if (WhyNot(actor) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return ModerationRefusal.NeedsText;
        }

        bool wasAppealed = State == ModerationState.Appealed;
        ModerationAct act = (wasAppealed, reason.Hides()) switch
        {
            (false, false) => ModerationAct.Kept,
            (false, true) => ModerationAct.Hidden,
            (true, true) => ModerationAct.Confirmed,
            (true, false) => ModerationAct.Reversed,
        };
        if (wasAppealed)
        {
            Appeal?.Decide(act == ModerationAct.Reversed, actor.AccountId, text, now);
        }

        Become(reason.Hides() ? ModerationState.Hidden : ModerationState.Kept);
        Reason = reason;
        Text = text.Trim();
        DecidedAt = now;
        DecidedById = actor.AccountId;
        ReportCount = 0;
        Note(act, actor.AccountId, reason, Text, now);
        return null;
    }

    /// <summary>The writer asks another moderator to look again: once.</summary>
    public ModerationRefusal? AskAgain(string text, Actor actor, DateTime now)
    {
        if (State != ModerationState.Hidden || Appeal is not null || actor.AccountId is not { } me || WriterId != me)
        {
            return ModerationRefusal.NoAppeal;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return ModerationRefusal.NeedsText;
        }

        Appeal = new Appeal(me, text.Trim(), now);
        Become(ModerationState.Appealed);
        OpenedAt = now;
        Note(ModerationAct.Appealed, me, null, "", now);
        return null;
    }

    /// <summary>The words are gone: nothing is left to decide.</summary>
    public void Withdraw(DateTime now)
    {
        if (IsWaiting)
        {
            Become(ModerationState.Withdrawn);
            Note(ModerationAct.Withdrawn, null, null, "", now);
        }
    }

    /// <summary>Takes away who somebody was that closed the account.</summary>
    public void Forget(long accountId, DateTime now)
    {
        if (WriterId == accountId)
        {
            Withdraw(now);
            WriterId = null;
            Appeal?.Forget();
        }
    }

    private void Become(ModerationState state)
    {
        State = state;
        IsWaiting = state is ModerationState.Open or ModerationState.Appealed;
    }

    private void Note(ModerationAct act, long? actorId, ModerationReason? reason, string text, DateTime now) =>
        _facts.Add(new ModerationFact(act, actorId, reason, text, now));
}

/// <summary>What happened in a case: who, when, why. Reporters stay unnamed to everybody but the moderators.</summary>
public sealed class ModerationFact
{
    private ModerationFact()
    {
    }

    internal ModerationFact(ModerationAct act, long? actorId, ModerationReason? reason, string text, DateTime at)
    {
        Act = act;
        ActorId = actorId;
        Reason = reason;
        Text = text;
        At = at;
    }

    public long Id { get; private set; }

    public long CaseId { get; private set; }

    public ModerationAct Act { get; private set; }

    public long? ActorId { get; private set; }

    public ModerationReason? Reason { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }
}

/// <summary>Somebody says that something is against the rules: once a person.</summary>
public sealed class AbuseReport
{
    public const int TextLength = 500;

    private AbuseReport()
    {
    }

    public AbuseReport(ModerationTarget target, long targetId, long accountId, ModerationReason reason, string text, DateTime at)
    {
        Target = target;
        TargetId = targetId;
        AccountId = accountId;
        Reason = reason;
        Text = text;
        At = at;
    }

    public long Id { get; private set; }

    public ModerationTarget Target { get; private set; }

    public long TargetId { get; private set; }

    public long AccountId { get; private set; }

    public ModerationReason Reason { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }
}

/// <summary>The writer asks for another look at what was hidden.</summary>
public sealed class Appeal
{
    public const int TextLength = 1_000;

    private Appeal()
    {
    }

    internal Appeal(long accountId, string text, DateTime at)
    {
        AccountId = accountId;
        Text = text;
        At = at;
    }

    public long Id { get; private set; }

    public long CaseId { get; private set; }

    public long? AccountId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }

    public bool? IsGranted { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public long? DecidedById { get; private set; }

    /// <summary>What the second moderator answered.</summary>
    public string Answer { get; private set; } = "";

    internal void Decide(bool isGranted, long? byId, string answer, DateTime now)
    {
        IsGranted = isGranted;
        DecidedById = byId;
        DecidedAt = now;
        Answer = answer.Trim();
    }

    internal void Forget()
    {
        AccountId = null;
        Text = "";
    }
}
