using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared.TagHelpers;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>What acts and their refusals are called, in the language of the request.</summary>
public sealed class ActWords(IStringLocalizer<ComplaintTexts> T)
{
    public string PersonalData() => T["개인정보로 보이는 글자가 있습니다. 어떻게 할지 골라 주세요."];

    /// <summary>As a button or a heading.</summary>
    public string Of(ComplaintAct act) => act switch
    {
        ComplaintAct.Assign => T["담당자 정하기"],
        ComplaintAct.Start => T["처리 시작하기"],
        ComplaintAct.Ask => T["신청인에게 물어보기"],
        ComplaintAct.Supply => T["물음에 답하기"],
        ComplaintAct.Resume => T["답 없이 이어 가기"],
        ComplaintAct.Report => T["중간 안내하기"],
        ComplaintAct.Answer => T["답변하기"],
        ComplaintAct.Confirm => T["해결되었어요"],
        ComplaintAct.Reopen => T["해결되지 않았어요"],
        ComplaintAct.Transfer => T["다른 부서로 넘기기"],
        ComplaintAct.Extend => T["기간 늘리기"],
        ComplaintAct.Close => T["종결하기"],
        ComplaintAct.Withdraw => T["민원 취하하기"],
        ComplaintAct.Note => T["내부 메모 남기기"],
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>A sentence on what follows, below the heading.</summary>
    /// <param name="isListed">Whether everybody may read the complaint.</param>
    public string Explain(ComplaintAct act, bool isListed) => act switch
    {
        ComplaintAct.Report when !isListed => T["신청인에게 지금까지의 상황을 알립니다. 처리 기간은 그대로 흐릅니다."],
        ComplaintAct.Answer when !isListed => T["신청인에게 알립니다."],
        ComplaintAct.Close when !isListed => T["답변 없이 민원을 마칩니다. 까닭은 신청인이 봅니다."],
        ComplaintAct.Assign => T["정한 사람에게 알림이 가고, 신청인은 담당자가 정해진 것을 봅니다."],
        ComplaintAct.Start => T["신청인에게 처리가 시작된 것을 알립니다."],
        ComplaintAct.Ask => T["신청인이 답할 때까지 처리 기간이 멈춥니다. 꼭 필요한 것만 한 번에 물어봐 주세요."],
        ComplaintAct.Supply => T["담당자가 바로 이어서 처리합니다."],
        ComplaintAct.Resume => T["멈췄던 처리 기간이 다시 흐릅니다."],
        ComplaintAct.Report => T["신청인과 시민에게 지금까지의 상황을 알립니다. 처리 기간은 그대로 흐릅니다."],
        ComplaintAct.Answer => T["신청인과 함께 겪는다고 한 시민 모두에게 알립니다."],
        ComplaintAct.Confirm => T["담당 부서에 해결을 확인했다고 알립니다."],
        ComplaintAct.Reopen => T["부서장이 직접 다시 살펴보고, 처리 기간이 새로 시작됩니다."],
        ComplaintAct.Transfer => T["처리 기간은 그대로 이어집니다. 받는 부서가 바로 알 수 있게 까닭을 써 주세요."],
        ComplaintAct.Extend => T["처음 기간만큼 늘어납니다. 신청인에게 까닭과 새 기한을 바로 알립니다."],
        ComplaintAct.Close => T["답변 없이 민원을 마칩니다. 까닭은 신청인과 시민이 모두 봅니다."],
        ComplaintAct.Withdraw => T["더는 처리하지 않습니다. 취하한 민원은 다시 열 수 없습니다."],
        ComplaintAct.Note => T["우리 부서 공무원만 봅니다."],
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>What is said after it was done.</summary>
    public string Done(ComplaintAct act) => act switch
    {
        ComplaintAct.Assign => T["담당자를 정했습니다."],
        ComplaintAct.Start => T["처리를 시작했습니다."],
        ComplaintAct.Ask => T["신청인에게 물었습니다. 처리 기간이 멈췄습니다."],
        ComplaintAct.Supply => T["답을 보냈습니다. 담당자가 이어서 처리합니다."],
        ComplaintAct.Resume => T["처리를 이어 갑니다. 처리 기간이 다시 흐릅니다."],
        ComplaintAct.Report => T["상황을 알렸습니다."],
        ComplaintAct.Answer => T["답변을 등록했습니다."],
        ComplaintAct.Confirm => T["알려 주셔서 고맙습니다. 해결된 민원으로 남깁니다."],
        ComplaintAct.Reopen => T["다시 처리하겠습니다. 부서장이 직접 살펴봅니다."],
        ComplaintAct.Transfer => T["다른 부서로 넘겼습니다."],
        ComplaintAct.Extend => T["처리 기간을 늘리고 신청인에게 알렸습니다."],
        ComplaintAct.Close => T["민원을 종결했습니다."],
        ComplaintAct.Withdraw => T["민원을 취하했습니다."],
        ComplaintAct.Note => T["메모를 남겼습니다."],
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>As a line of a timeline.</summary>
    public string Past(ComplaintAct act) => act switch
    {
        ComplaintAct.Receive => T["접수되었습니다"],
        ComplaintAct.Assign => T["담당자가 정해졌습니다"],
        ComplaintAct.Start => T["처리가 시작되었습니다"],
        ComplaintAct.Ask => T["신청인에게 물었습니다"],
        ComplaintAct.Supply => T["신청인이 답했습니다"],
        ComplaintAct.Resume => T["답 없이 이어 갑니다"],
        ComplaintAct.Report => T["처리 상황을 알렸습니다"],
        ComplaintAct.Answer => T["답변했습니다"],
        ComplaintAct.Confirm => T["신청인이 해결을 확인했습니다"],
        ComplaintAct.Reopen => T["신청인이 해결되지 않았다고 했습니다"],
        ComplaintAct.Transfer => T["다른 부서로 넘어갔습니다"],
        ComplaintAct.Extend => T["처리 기간이 늘었습니다"],
        ComplaintAct.Close => T["종결되었습니다"],
        ComplaintAct.Withdraw => T["신청인이 취하했습니다"],
        ComplaintAct.Note => T["내부 메모가 있습니다"],
        ComplaintAct.Join => T["같은 내용의 민원을 합쳤습니다"],
        ComplaintAct.Recount => T["답변 기한을 다시 계산했습니다"],
        ComplaintAct.Release => T["담당자가 자리를 옮겼습니다"],
        ComplaintAct.Adopt => T["담당 부서를 정했습니다"],
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>Why it was not done, and what can be done instead.</summary>
    public string Of(ComplaintRefusal refusal) => refusal switch
    {
        ComplaintRefusal.WrongState => T["지금 단계에서는 할 수 없는 일입니다. 민원의 상태를 확인해 주세요."],
        ComplaintRefusal.NotYours => T["이 민원에서 이 일을 할 권한이 없습니다."],
        ComplaintRefusal.TextMissing => T["내용을 써 주세요."],
        ComplaintRefusal.TextTooLong => T["{0:N0}자까지 쓸 수 있습니다.", ComplaintEvent.TextLength],
        ComplaintRefusal.OutcomeMissing => T["결과를 골라 주세요."],
        ComplaintRefusal.OutcomeNotPossible => T["여기서는 고를 수 없는 결과입니다. 다른 것을 골라 주세요."],
        ComplaintRefusal.OwnerMissing => T["어느 기관이 맡은 일인지 써 주세요."],
        ComplaintRefusal.GroundMissing => T["법이 정한 근거 가운데 하나를 골라 주세요. 업무가 많다는 것은 근거가 되지 않습니다."],
        ComplaintRefusal.ConsentMissing => T["이미 한 번 늘렸습니다. 다시 늘리려면 신청인의 동의가 있어야 합니다."],
        ComplaintRefusal.ExtendedTwice => T["이미 두 번 늘렸습니다. 더는 늘릴 수 없습니다."],
        ComplaintRefusal.SameDepartment => T["지금 맡은 부서입니다. 다른 부서를 골라 주세요."],
        ComplaintRefusal.ManagerNeeded => T["세 번 넘어왔거나 다시 처리하는 민원은 부서장이 맡습니다. 담당자를 정해 달라고 부서장에게 알려 주세요."],
        ComplaintRefusal.NotAnOfficer => T["고른 사람은 이 부서의 공무원이 아닙니다. 다른 사람을 골라 주세요."],
        ComplaintRefusal.SatisfactionOutOfRange => T["만족도는 1점부터 5점까지 고를 수 있습니다."],
        ComplaintRefusal.StaysClosed => T["취하했거나 중복으로 종결한 민원은 다시 열 수 없습니다. 새 민원을 내 주세요."],
        ComplaintRefusal.DuplicateMissing => T["같은 내용의 다른 민원 번호를 써 주세요."],
        ComplaintRefusal.DuplicateOfItself => T["이 민원의 번호입니다. 같은 내용의 다른 민원 번호를 써 주세요."],
        ComplaintRefusal.DuplicateUnknown => T["그런 번호의 민원이 없습니다. 번호 하나를 2026-000123처럼 써 주세요."],
        ComplaintRefusal.DuplicateEnded => T["그 민원은 취하되었거나 답변 없이 끝나 아무도 처리하지 않습니다. 처리하고 있거나 답변한 민원의 번호를 써 주세요."],
        ComplaintRefusal.DuplicateAnsweredPrivately => T["그 민원은 그 신청인에게만 보이게 답변해, 이 신청인은 답변을 볼 수 없습니다. 다른 민원의 번호를 쓰거나 따로 답변해 주세요."],
        ComplaintRefusal.OwnComplaint => T["자신이 낸 민원은 맡을 수 없습니다. 다른 사람을 골라 주세요."],
        ComplaintRefusal.DuplicatePrivate => T["다른 사람의 비공개 민원이라 이 신청인은 볼 수 없습니다. 공개된 민원의 번호를 써 주세요."],
        ComplaintRefusal.PeriodOver => T["답변 기한이 이미 지났습니다. 기간은 기한 안에만 늘릴 수 있으니 지금까지의 상황을 알리고 바로 답변해 주세요."],
        ComplaintRefusal.EarlierMissing => T["같은 신청인이 앞서 낸 같은 내용의 민원 번호를 써 주세요."],
        ComplaintRefusal.EarlierUnknown => T["번호 가운데 없는 민원이 있습니다. 2026-000123처럼 쓰고 쉼표로 나눠 주세요."],
        ComplaintRefusal.EarlierOfSomebodyElse => T["다른 사람이 낸 민원이 섞여 있습니다. 같은 신청인의 민원만 써 주세요."],
        ComplaintRefusal.ResultsTooFew => T["처리 결과를 두 번 이상 알린 뒤에 다시 들어온 민원만 되풀이된 민원으로 종결할 수 있습니다."],
        ComplaintRefusal.ReplyDayOutOfRange => T["내일부터 {0}일 안의 날을 골라 주세요.", Complaint.ReplyDaysMost],
        ComplaintRefusal.DueUnmoved => T["답변 기한이 그대로입니다."],
        ComplaintRefusal.GroundForbidden => T["업무량이나 담당자의 부재는 연장 근거가 되지 않습니다(시행령 제21조). 까닭을 고치거나, 다른 근거로 늘린다는 것을 확인해 주세요."],
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    /// <summary>Said to who posted without the version that the form carries.</summary>
    public string WithoutVersion => T["어느 때의 민원을 보고 보내셨는지 알 수 없어 아무 일도 하지 않았습니다. 지금 상태를 확인하고 다시 보내 주세요."];

    /// <summary>The criteria by which a complaint was judged as repeated, for the office's record.</summary>
    public string Of(Repetition repetition, Complaint complaint) => string.Join(
        "\n",
        T["되풀이된 민원으로 본 근거 (민원처리법 제23조)"],
        "",
        repetition.Earlier.Count > 0
            ? T["- 같은 신청인이 앞서 낸 민원: {0}", string.Join(", ", repetition.Earlier.Select(e => e.Number))]
            : T["- 같은 신청인이 앞서 낸 민원: 이 민원을 다시 열었음"],
        T["- 그 전에 알린 처리 결과: {0}번", repetition.ResultsUntil(complaint.ClockStartedAt)],
        T["- 내용이 같은지: 종결한 공무원이 판단함"]);

    /// <summary>When an outcome is the right one; null where its name says it all.</summary>
    public string? Hint(ComplaintOutcome outcome) => outcome switch
    {
        ComplaintOutcome.PartlySolved => T["무엇이 남았고 왜 그런지 답변에 써 주세요."].Value,
        ComplaintOutcome.AlreadyDone => T["언제 어떻게 처리했는지 써 주세요."].Value,
        ComplaintOutcome.NotAccepted => T["까닭과 근거를 써야 합니다. 다시 다툴 방법은 알림에 함께 적힙니다."].Value,
        ComplaintOutcome.NotOurs => T["맡은 기관의 이름을 함께 씁니다."].Value,
        ComplaintOutcome.Duplicate => T["먼저 들어온 민원의 접수 번호를 함께 씁니다."].Value,
        ComplaintOutcome.Repeated => T["두 번 이상 결과를 알린 뒤 다시 들어온 민원입니다. 사람이 판단합니다."].Value,
        _ => null,
    };

    /// <summary>The marks of satisfaction, best first.</summary>
    public IEnumerable<Choice> Marks() =>
    [
        new("5", T["5점: 매우 만족"]),
        new("4", T["4점: 만족"]),
        new("3", T["3점: 보통"]),
        new("2", T["2점: 불만족"]),
        new("1", T["1점: 매우 불만족"]),
    ];

    /// <summary>The path, within a complaint, of the page of an act.</summary>
    public static string PathOf(ComplaintAct act) => act switch
    {
        ComplaintAct.Assign => "assignments",
        ComplaintAct.Start => "beginnings",
        ComplaintAct.Ask => "questions",
        ComplaintAct.Supply => "supplements",
        ComplaintAct.Resume => "resumptions",
        ComplaintAct.Report => "progress-reports",
        ComplaintAct.Answer => "answers",
        ComplaintAct.Confirm => "confirmations",
        ComplaintAct.Reopen => "reopenings",
        ComplaintAct.Transfer => "transfers",
        ComplaintAct.Extend => "extensions",
        ComplaintAct.Close => "closings",
        ComplaintAct.Withdraw => "withdrawals",
        ComplaintAct.Note => "notes",
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}
