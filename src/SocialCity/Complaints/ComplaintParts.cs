using SocialCity.Accounts;
using SocialCity.Media;
using SocialCity.Text;

namespace SocialCity.Complaints;

/// <summary>A fact of the timeline: who did what, when and why. Only ever added.</summary>
public sealed class ComplaintEvent
{
    public const int TextLength = 10_000;

    private ComplaintEvent()
    {
    }

    internal ComplaintEvent(
        ComplaintTransition row, ComplaintRoles role, Actor actor, long? departmentId, string? text, DateTime? dueBefore, DateTime? dueAfter, DateTime now)
    {
        Act = row.Act;
        From = row.From;
        To = row.To;
        Role = role;
        ActorId = actor.AccountId;
        ByDepartmentId = (role & (ComplaintRoles.Officer | ComplaintRoles.Manager)) != 0 ? departmentId : null;
        Text = string.IsNullOrWhiteSpace(text) ? null : text;
        Html = Text is null ? null : MarkdownText.ToHtml(Text, MarkdownProfile.Plain);
        IsInternal = row.Act == ComplaintAct.Note;
        DueBefore = dueBefore;
        DueAfter = dueAfter;
        At = now;
    }

    public long Id { get; private set; }

    public long ComplaintId { get; private set; }

    public DateTime At { get; private set; }

    public ComplaintAct Act { get; private set; }

    public ComplaintState From { get; private set; }

    public ComplaintState To { get; private set; }

    /// <summary>The capacity in which it was done.</summary>
    public ComplaintRoles Role { get; private set; }

    /// <summary>The account that acted; null for the portal, a guest, or somebody who closed their account.</summary>
    public long? ActorId { get; private set; }

    /// <summary>The department that speaks, when an official acted.</summary>
    public long? ByDepartmentId { get; private set; }

    public long? ToDepartmentId { get; private set; }

    public long? ToOfficerId { get; private set; }

    public string? Text { get; private set; }

    public string? Html { get; private set; }

    /// <summary>For officials only.</summary>
    public bool IsInternal { get; private set; }

    /// <summary>For the petitioner and the office only.</summary>
    public bool IsPrivate { get; private set; }

    public ComplaintOutcome? Outcome { get; private set; }

    public ExtensionGround? Ground { get; private set; }

    public DateTime? DueBefore { get; private set; }

    /// <summary>When the answer is due since then, UTC; where the petitioner was asked, the end of the day by which they are to reply.</summary>
    public DateTime? DueAfter { get; private set; }

    internal void HandedTo(long? departmentId, long? officerId)
    {
        ToDepartmentId = departmentId;
        ToOfficerId = officerId;
    }

    internal void Concludes(ComplaintOutcome? outcome, bool isPrivate)
    {
        Outcome = outcome;
        IsPrivate = isPrivate;
    }

    internal void On(ExtensionGround ground) => Ground = ground;

    internal void RepliedToBy(DateTime moment) => DueAfter = moment;
}

/// <summary>A time that is not counted, because the citizen has the word.</summary>
public sealed class ComplaintPause
{
    private ComplaintPause()
    {
    }

    internal ComplaintPause(DateTime now) => BeganAt = now;

    public long Id { get; private set; }

    public long ComplaintId { get; private set; }

    public DateTime BeganAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    internal void End(DateTime now) => EndedAt = now;
}

public sealed class ComplaintPhoto
{
    private ComplaintPhoto()
    {
    }

    internal ComplaintPhoto(MediaFile media, int order)
    {
        Media = media;
        MediaId = media.Id;
        Order = order;
    }

    public long Id { get; private set; }

    public long ComplaintId { get; private set; }

    public long MediaId { get; private set; }

    public MediaFile? Media { get; private set; }

    public int Order { get; private set; }
}

/// <summary>A reply to a question of the category, as typed or, for choices, the keys by commas.</summary>
public sealed class QuestionReply
{
    private QuestionReply()
    {
    }

    internal QuestionReply(long questionId, string value)
    {
        QuestionId = questionId;
        Value = value;
    }

    public long Id { get; private set; }

    public long ComplaintId { get; private set; }

    public long QuestionId { get; private set; }

    public string Value { get; private set; } = "";
}

/// <summary>나도 겪었어요 ("me too"): one person once; they hear of the answer as the petitioner does.</summary>
public sealed class ComplaintSupport
{
    private ComplaintSupport()
    {
    }

    public ComplaintSupport(long complaintId, long accountId, DateTime now)
    {
        ComplaintId = complaintId;
        AccountId = accountId;
        At = now;
    }

    public long ComplaintId { get; private set; }

    public long AccountId { get; private set; }

    public DateTime At { get; private set; }
}

/// <summary>The last serial number given out in a year.</summary>
public sealed class ComplaintCounter
{
    private ComplaintCounter()
    {
    }

    public ComplaintCounter(int year) => Year = year;

    public int Year { get; private set; }

    public int Last { get; private set; }
}
