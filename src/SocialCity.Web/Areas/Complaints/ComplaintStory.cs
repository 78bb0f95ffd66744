using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.TagHelpers;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>Words the facts of a timeline and how a due date stands, for the reader of the request.</summary>
public sealed class ComplaintStory(IStringLocalizer<ComplaintTexts> T, CityDates dates, TimeProvider time)
{
    /// <summary>What happened, in a sentence.</summary>
    public string Of(TimelineFact fact) => fact.Act switch
    {
        ComplaintAct.Receive => fact.ToDepartment is { } to ? T["접수하여 {0}에 보냈습니다", to] : T["접수했습니다"],
        ComplaintAct.Assign => fact.Person is { } person ? T["담당자를 {0} 님으로 정했습니다", person] : T["담당자를 정했습니다"],
        ComplaintAct.Start => T["처리를 시작했습니다"],
        ComplaintAct.Ask => fact.DueAfter is { } reply ? T["신청인에게 {0}까지 보완을 부탁했습니다", dates.Date(reply)] : T["신청인에게 보완을 부탁했습니다"],
        ComplaintAct.Supply => T["신청인이 보완했습니다"],
        ComplaintAct.Resume => T["처리를 이어 갑니다"],
        ComplaintAct.Report => T["처리 상황을 알렸습니다"],
        ComplaintAct.Answer => T["답변했습니다"],
        ComplaintAct.Confirm => T["신청인이 해결되었다고 확인했습니다"],
        ComplaintAct.Reopen => T["신청인이 다시 처리해 달라고 했습니다"],
        ComplaintAct.Transfer => (fact.ByDepartment, fact.ToDepartment) switch
        {
            ({ } from, { } next) => T["{0}에서 {1}(으)로 옮겼습니다", from, next],
            (null, { } next) => T["{0}(으)로 옮겼습니다", next],
            _ => T["다른 부서로 옮겼습니다"],
        },
        ComplaintAct.Extend => fact.DueAfter is { } due ? T["답변 기한을 {0}까지 늘렸습니다", dates.Date(due)] : T["답변 기한을 늘렸습니다"],
        ComplaintAct.Close => fact.Role == ComplaintRoles.System ? T["답변 뒤에 다른 말씀이 없어 마무리했습니다"] : T["종결했습니다"],
        ComplaintAct.Withdraw => T["신청인이 취하했습니다"],
        ComplaintAct.Join => T["같은 내용의 민원을 이 민원에 합쳤습니다"],
        ComplaintAct.Recount => fact.DueAfter is { } moved
            ? T["공휴일이나 업무 시간, 처리 기간이 바뀌어 답변 기한을 {0}까지로 다시 계산했습니다", dates.Date(moved)]
            : T["답변 기한을 다시 계산했습니다"],
        ComplaintAct.Release => T["담당자가 자리를 옮겨 부서에서 새 담당자를 정합니다"],
        ComplaintAct.Adopt => fact.ToDepartment is { } taker ? T["{0}에서 맡기로 했습니다", taker] : T["담당 부서를 정했습니다"],
        _ => T["내부 메모"],
    };

    /// <summary>The colour of a fact. An answer that refuses is no success.</summary>
    public static Tone ToneOf(ComplaintAct act, ComplaintOutcome? outcome) => act switch
    {
        ComplaintAct.Answer => outcome is { } stated ? ComplaintWords.ToneOf(stated) : Tone.Success,
        ComplaintAct.Confirm => Tone.Success,
        ComplaintAct.Ask or ComplaintAct.Reopen or ComplaintAct.Extend or ComplaintAct.Recount => Tone.Warning,
        ComplaintAct.Start or ComplaintAct.Assign or ComplaintAct.Transfer or ComplaintAct.Resume or ComplaintAct.Report or ComplaintAct.Supply => Tone.Info,
        ComplaintAct.Note => Tone.City,
        _ => Tone.Neutral,
    };

    public static string IconOf(ComplaintAct act) => act switch
    {
        ComplaintAct.Receive => "inbox",
        ComplaintAct.Assign => "user",
        ComplaintAct.Ask => "pause",
        ComplaintAct.Supply => "edit",
        ComplaintAct.Report => "megaphone",
        ComplaintAct.Answer => "reply",
        ComplaintAct.Confirm => "check-circle",
        ComplaintAct.Reopen => "refresh",
        ComplaintAct.Extend or ComplaintAct.Recount => "calendar",
        ComplaintAct.Close => "lock",
        ComplaintAct.Withdraw => "undo",
        ComplaintAct.Note => "pencil",
        _ => "route",
    };

    /// <summary>How long is left, or how late it is (<see cref="CityDates.Left"/>); null while no period runs.</summary>
    public (string Text, Tone Tone)? Of(Deadline deadline) => deadline.DueAt is not { } due
        ? null
        : (dates.Left(due), deadline.StateAt(time.GetUtcNow().UtcDateTime) switch
        {
            DeadlineState.Overdue or DeadlineState.VeryLate => Tone.Negative,
            DeadlineState.DueSoon => Tone.Warning,
            _ => Tone.Info,
        });
}
