using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Text;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared.TagHelpers;

namespace SocialCity.Web.Shared;

/// <summary>How the board, the desk and the office call the things of a complaint, in the language of the request.</summary>
public sealed class ComplaintWords(IStringLocalizer<ComplaintTexts> T)
{
    public string Of(ComplaintState state) => state switch
    {
        ComplaintState.Unconfirmed => T["이메일 확인 전"],
        ComplaintState.Received => T["접수"],
        ComplaintState.Assigned => T["담당자 지정"],
        ComplaintState.InProgress => T["처리 중"],
        ComplaintState.Waiting => T["보완 기다림"],
        ComplaintState.Answered => T["답변 완료"],
        ComplaintState.Confirmed => T["해결 확인"],
        ComplaintState.Reopened => T["다시 처리"],
        _ => T["종결"],
    };

    /// <summary>The article of law that a city begins with, in the language of the page; what a city wrote itself stays as it wrote it.</summary>
    public string OfBasis(string basis) => basis switch
    {
        "민원처리법 시행령 제14조 제1호" => T["민원처리법 시행령 제14조 제1호"],
        "민원처리법 시행령 제14조 제2호" => T["민원처리법 시행령 제14조 제2호"],
        "민원처리법 시행령 제15조" => T["민원처리법 시행령 제15조"],
        "민원처리법 시행령 제16조에 따라 시가 정한 기간" => T["민원처리법 시행령 제16조에 따라 시가 정한 기간"],
        "민원처리법 시행령 제17조" => T["민원처리법 시행령 제17조"],
        "민원처리법 제17조, 제36조" => T["민원처리법 제17조, 제36조"],
        _ => basis,
    };

    public string Of(ComplaintOutcome outcome) => outcome switch
    {
        ComplaintOutcome.Solved => T["해결했습니다"],
        ComplaintOutcome.PartlySolved => T["일부 해결했습니다"],
        ComplaintOutcome.AlreadyDone => T["이미 처리한 일입니다"],
        ComplaintOutcome.NotAccepted => T["받아들이지 못했습니다"],
        ComplaintOutcome.NotOurs => T["다른 기관의 일입니다"],
        ComplaintOutcome.Duplicate => T["같은 민원이 있습니다"],
        ComplaintOutcome.Repeated => T["되풀이된 민원입니다"],
        _ => T["신청인이 취하했습니다"],
    };

    public string Of(ExtensionGround ground) => ground switch
    {
        ExtensionGround.OtherOfficeNeeded => T["다른 기관의 협조가 필요합니다"],
        ExtensionGround.FactsOrSite => T["사실이나 현장을 확인해야 합니다"],
        ExtensionGround.ForceMajeure => T["천재지변 등 피할 수 없는 일이 있습니다"],
        _ => T["그 밖에 이에 준하는 사유가 있습니다"],
    };

    public string Of(PetitionKind kind) => kind switch
    {
        PetitionKind.LegalInquiry => T["법령 질의"],
        PetitionKind.Inquiry => T["제도·절차 질의"],
        PetitionKind.Suggestion => T["건의"],
        PetitionKind.Grievance => T["고충민원"],
        PetitionKind.Statutory => T["법정민원"],
        _ => T["생활민원"],
    };

    /// <summary>A length of working time, in days where they are whole: 24 working hours read as one day.</summary>
    public string Of(StatutoryPeriod period) => (period.WorkingDays, period.WorkingHours) switch
    {
        (1, _) => T["근무일 1일"],
        ({ } days, _) => T["근무일 {0}일", days],
        (_, 1) => T["근무 시간 1시간"],
        (_, var hours) => T["근무 시간 {0}시간", hours],
    };

    /// <summary>Where a complaint is: dong and address, or the address alone where it names the dong; empty for none.</summary>
    /// <param name="district">The dong, which an address may name in another language than the reader's.</param>
    /// <param name="address">As it was written.</param>
    public static string PlaceOf(LocalText? district, string? address) =>
        string.IsNullOrEmpty(address) ? district?.ToString() ?? ""
        : district is null || Names(district).Any(name => address.Contains(name, StringComparison.OrdinalIgnoreCase)) ? address
        : $"{district} {address}";

    private static IEnumerable<string> Names(LocalText text) =>
        ((string?[])[text.Ko, text.En, text.Ja]).OfType<string>().Where(name => name.Length > 0);

    /// <summary>The kinds of personal data, as a petitioner knows them.</summary>
    public string Of(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Email => T["이메일 주소"],
        PersonalDataKind.ResidentNumber => T["주민등록번호"],
        PersonalDataKind.AlienNumber => T["외국인등록번호"],
        PersonalDataKind.CardNumber => T["카드 번호"],
        PersonalDataKind.MobilePhone => T["휴대전화 번호"],
        PersonalDataKind.Landline => T["전화번호"],
        PersonalDataKind.DriverLicence => T["운전면허 번호"],
        PersonalDataKind.Passport => T["여권 번호"],
        PersonalDataKind.BankAccount => T["계좌 번호"],
        _ => T["자동차 번호"],
    };

    /// <summary>Green only for what was done as wished: a refusal with a tick would mock its reader.</summary>
    public static Tone ToneOf(ComplaintOutcome outcome) => outcome switch
    {
        ComplaintOutcome.Solved or ComplaintOutcome.AlreadyDone => Tone.Success,
        ComplaintOutcome.PartlySolved => Tone.Info,
        _ => Tone.Neutral,
    };

    /// <summary>The tick belongs to what was done; null for the rest.</summary>
    public static string? IconOf(ComplaintOutcome outcome) => ToneOf(outcome) == Tone.Success ? "check" : null;

    public static Tone ToneOf(ComplaintState state) => state switch
    {
        ComplaintState.Assigned or ComplaintState.InProgress => Tone.Info,
        ComplaintState.Waiting or ComplaintState.Reopened or ComplaintState.Unconfirmed => Tone.Warning,
        ComplaintState.Answered or ComplaintState.Confirmed => Tone.Success,
        _ => Tone.Neutral,
    };

    public static string IconOf(ComplaintState state) => state switch
    {
        ComplaintState.Unconfirmed => "mail",
        ComplaintState.Received => "inbox",
        ComplaintState.Assigned => "user",
        ComplaintState.InProgress => "route",
        ComplaintState.Waiting => "pause",
        ComplaintState.Answered => "reply",
        ComplaintState.Confirmed => "check-circle",
        ComplaintState.Reopened => "refresh",
        _ => "check",
    };
}
