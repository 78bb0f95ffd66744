using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Text;
using SocialCity.Time;
using SocialCity.Web.Areas.Complaints.Acts;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>A fact of the timeline, with only what this reader may read.</summary>
/// <param name="Html">The safe text; null where there is none or it is not for this reader.</param>
/// <param name="IsForOthers">There is a text, but only the petitioner and the office read it.</param>
/// <param name="Person">The name of the official; the petitioner and the office see it, nobody else.</param>
public sealed record TimelineFact(
    long Id,
    DateTime At,
    ComplaintAct Act,
    ComplaintState From,
    ComplaintRoles Role,
    string? ByDepartment,
    string? ToDepartment,
    string? Person,
    string? Html,
    bool IsInternal,
    bool IsPrivate,
    bool IsForOthers,
    ComplaintOutcome? Outcome,
    ExtensionGround? Ground,
    DateTime? DueAfter)
{
    /// <summary>In which language its text is written.</summary>
    public string Language => WrittenLanguage.Of(Html ?? "", "ko");
}

public sealed record ShownPhoto(string Key, string? AltText, int Width, int Height)
{
    public string Path => $"/media/{Key}";
}

/// <summary>A question of the category with what was replied, choices by their names.</summary>
public sealed record ShownReply(string Label, string Value)
{
    /// <summary>In which language the reply is: as it was typed, or that of the page for a choice.</summary>
    public string Language => WrittenLanguage.Of(Value, Languages.Current);
}

/// <summary>Who is in charge, as far as this reader may know (Enforcement Decree art. 4 and 31).</summary>
/// <param name="Person">The handler's name, for the petitioner and the office.</param>
public sealed record InCharge(string Department, string? Duty, string? Phone, string? Person);

/// <summary>What the viewer can do now. The partial <c>_Acts</c> draws the ways to each act from it.</summary>
/// <param name="Version">Posted back by the forms, so that a change meanwhile is noticed.</param>
/// <param name="Seen">The last event of the timeline, posted back so that what happened meanwhile can be told.</param>
/// <param name="IsMine">Whether the viewer is the officer in charge.</param>
/// <param name="Me">The viewer's account.</param>
public sealed record OfferedActs(
    string Number,
    Guid Version,
    long Seen,
    ComplaintState State,
    ComplaintRoles Roles,
    IReadOnlyList<ComplaintAct> Acts,
    bool ForManager,
    bool IsMine,
    long? Me)
{
    public bool IsOffice => (Roles & (ComplaintRoles.Officer | ComplaintRoles.Manager)) != 0;

    /// <summary>What most likely comes next; null when nothing is offered that does.</summary>
    public ComplaintAct? First => new ComplaintAct?[]
    {
        ComplaintAct.Supply, ComplaintAct.Confirm, ComplaintAct.Answer, ComplaintAct.Start, ComplaintAct.Assign,
    }.FirstOrDefault(act => act is { } known && Acts.Contains(known));

    public bool Offers(ComplaintAct act) => Acts.Contains(act);

    public string PathOf(ComplaintAct act) => $"/complaints/{Number}/{ActWords.PathOf(act)}";
}

/// <summary>A complaint as one reader sees it.</summary>
public sealed record ComplaintPage(
    long Id,
    string Number,
    string Title,
    string Language,
    string Html,
    string Text,
    string Category,
    long CategoryId,
    LocalText? District,
    long? DistrictId,
    string? Address,
    GeoPoint? Place,
    string? Author,
    bool IsListed,
    bool IsPrivate,
    ComplaintState State,
    ComplaintOutcome? Outcome,
    string? OwnerElsewhere,
    string? DuplicateOf,
    DateTime ReceivedAt,
    DateTime ChangedAt,
    Deadline Deadline,
    StatutoryPeriod Period,
    string Basis,
    int ExtensionCount,
    InCharge? InCharge,
    string RouteReason,
    int SupportCount,
    bool IsSupported,
    int? Satisfaction,
    IReadOnlyList<ShownPhoto> Photos,
    IReadOnlyList<ShownReply> Replies,
    IReadOnlyList<TimelineFact> Timeline,
    CityMap? Map,
    OfferedActs Acts)
{
    public bool IsPetitioner => Acts.Roles.HasFlag(ComplaintRoles.Petitioner);

    public bool IsOffice => (Acts.Roles & (ComplaintRoles.Officer | ComplaintRoles.Manager)) != 0;

    /// <summary>The last answer that this reader may read; see <see cref="IsAnswerSuperseded"/>.</summary>
    public TimelineFact? Answer => State is ComplaintState.Answered or ComplaintState.Confirmed or ComplaintState.Closed
        ? Timeline.LastOrDefault(f => f.Act is ComplaintAct.Answer && f.Html is not null)
        : null;

    /// <summary>Whether a newer answer exists that this reader may not read.</summary>
    public bool HasNewerAnswer => Answer is { } shown && Timeline.Last(f => f.Act is ComplaintAct.Answer) != shown;

    /// <summary>
    /// How it ended otherwise than with its last answer: closed by the office, in place of an answer or after one that the petitioner did
    /// not accept, or withdrawn. Null for what is not closed, and for what closed by itself after the answer.
    /// </summary>
    public TimelineFact? Ending => State == ComplaintState.Closed
        && Timeline.LastOrDefault(f => f.Act is ComplaintAct.Answer or ComplaintAct.Close or ComplaintAct.Withdraw) is { } last
        && last.Act != ComplaintAct.Answer && last.Role != ComplaintRoles.System
            ? last
            : null;

    /// <summary>Whether <see cref="Answer"/> is an earlier word of the office, not its last.</summary>
    public bool IsAnswerSuperseded => HasNewerAnswer || (Answer is not null && Ending is { Act: ComplaintAct.Close });

    /// <summary>Until when the petitioner is asked to reply, UTC; null while nothing is asked.</summary>
    public DateTime? ReplyBy => State == ComplaintState.Waiting ? Timeline.LastOrDefault(f => f.Act == ComplaintAct.Ask)?.DueAfter : null;

    /// <summary>Where it is, in words; empty for a matter of the whole city.</summary>
    public string PlaceName => ComplaintWords.PlaceOf(District, Address);

    /// <summary>The last transfer between departments; null when it stayed where it was sent.</summary>
    public TimelineFact? LastTransfer => Timeline.LastOrDefault(f => f.Act == ComplaintAct.Transfer);

    /// <summary>Whether it lies where it came in, and nobody has looked yet whose matter it is: no rule had sent it.</summary>
    public bool IsUnsorted => RouteReason.Length == 0 && LastTransfer is null && State == ComplaintState.Received;

    /// <summary>Whether it ended without an answer: withdrawn, a duplicate and the like.</summary>
    public bool EndedUnanswered => State == ComplaintState.Closed && Timeline.All(f => f.Act != ComplaintAct.Answer);

    /// <summary>How far it has come: 0 received, 1 assigned, 2 in progress, 3 answered, 4 done; or 1 for one that ended unanswered, which has two steps only.</summary>
    public int Step => State switch
    {
        ComplaintState.Received => 0,
        ComplaintState.Closed when EndedUnanswered => 1,
        ComplaintState.Assigned => 1,
        ComplaintState.InProgress or ComplaintState.Waiting or ComplaintState.Reopened => 2,
        ComplaintState.Answered => 3,
        _ => 4,
    };
}
