using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Text;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>The complaint as it stands beside the form of an act.</summary>
/// <param name="Complaint">As it is now; not tracked.</param>
/// <param name="Happenings">What this person may see of the timeline, newest last.</param>
/// <param name="LastEventId">The last event that this person may know of.</param>
/// <param name="District">The dong where it is.</param>
/// <param name="Replies">What the petitioner replied to the questions of the category.</param>
/// <param name="ReplyBy">Until when the petitioner is asked to reply, UTC; null while nothing is asked.</param>
public sealed record ActSubject(
    Complaint Complaint,
    IReadOnlyList<Happening> Happenings,
    long LastEventId,
    LocalText? District,
    IReadOnlyList<ShownReply> Replies,
    DateTime? ReplyBy)
{
    public string Number => Complaint.Number ?? "";

    public string Place => ComplaintWords.PlaceOf(District, Complaint.Address);
}

/// <summary>A fact of the timeline, in the words that follow from it.</summary>
/// <param name="By">The name of the department that spoke; null for the petitioner and the portal.</param>
/// <param name="Person">The name of the official, for colleagues; null for others.</param>
/// <param name="Html">Its text, safe; null for none.</param>
/// <param name="IsOwn">Whether the reader did it.</param>
public sealed record Happening(
    long Id, DateTime At, ComplaintAct Act, ComplaintRoles Role, string? By, string? Person, string? Html, ComplaintOutcome? Outcome, bool IsOwn)
{
    /// <summary>In which language its text is written.</summary>
    public string Language => WrittenLanguage.Of(Html ?? "", "ko");
}

/// <summary>The page of an act: the complaint, the form, and, after a conflict, what happened meanwhile.</summary>
public abstract record ActPage(ActSubject Subject, ComplaintAct Act)
{
    public abstract ActForm Posted { get; }

    /// <summary>What happened since the form was opened; null when nobody came between.</summary>
    public IReadOnlyList<Happening>? Meanwhile { get; init; }

    /// <summary>What looks like personal data in what was posted.</summary>
    public PersonalFindings Findings { get; init; } = PersonalFindings.None;

    /// <summary>Whether the act can still be done. After a conflict it may have become impossible; then what was typed is shown, and nothing to send.</summary>
    public bool IsPossible { get; init; } = true;

    /// <summary>Whether what happened meanwhile is this very act, sent before by the same person.</summary>
    public bool WasSentBefore => Meanwhile is { Count: > 0 } meanwhile && meanwhile.All(h => h.IsOwn) && meanwhile.Any(h => h.Act == Act);
}

public record ActPage<TForm>(ActSubject Subject, ComplaintAct Act, TForm Form) : ActPage(Subject, Act)
    where TForm : ActForm
{
    public override ActForm Posted => Form;
}

/// <summary>An act upon a complaint that went to another department before it was sent.</summary>
/// <param name="To">The department that has it now.</param>
public sealed record HandedOnPage(string Number, ComplaintAct Act, DateTime At, string? To)
{
    /// <summary>What was entered into the form.</summary>
    public IReadOnlyList<TypedField> Typed { get; init; } = [];
}
