using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>What the audit log tells, in the reader's words; a name that is not known here is shown as it is.</summary>
public sealed class AuditWords(IModelMetadataProvider metadata, OfficeWords words, IStringLocalizer<OfficeTexts> T)
{
    /// <summary>Of whoever tried an address that has no account.</summary>
    private const string Unknown = "account:unknown";

    private static readonly Dictionary<string, Type> Forms = new()
    {
        ["department"] = typeof(DepartmentForm),
        ["duty"] = typeof(DutyForm),
        ["template"] = typeof(TemplateForm),
        ["category"] = typeof(CategoryForm),
        ["question"] = typeof(QuestionForm),
        ["rule"] = typeof(RuleForm),
        ["period"] = typeof(PeriodForm),
        ["holiday"] = typeof(HolidayForm),
        ["district"] = typeof(DistrictForm),
        ["city"] = typeof(CityForm),
        ["blog-category"] = typeof(BlogCategoryForm),
        ["series"] = typeof(SeriesForm),
    };

    /// <summary>What was done, e.g. "부서: 고침" for "department.changed".</summary>
    public string OfAction(string action) => action switch
    {
        SignInActions.SignedIn => T["로그인"],
        SignInActions.Failed => T["로그인 실패"],
        SignInActions.Refused => T["로그인 거절"],
        SignInActions.Locked => T["여러 번 틀려 로그인 잠금"],
        SignInActions.SignedOut => T["로그아웃"],
        SignInActions.SessionsEnded => T["다른 기기의 로그인 끝내기"],
        SignInActions.Registered => T["가입"],
        SignInActions.Confirmed => T["메일 주소 확인"],
        SignInActions.PasswordForgotten => T["비밀번호 찾기 요청"],
        SignInActions.PasswordChanged => T["비밀번호 바꿈"],
        SignInActions.PasswordReset => T["비밀번호 새로 정함"],
        SignInActions.EmailChanged => T["메일 주소 바꿈"],
        SignInActions.AuthenticatorOn => T["인증 앱 켬"],
        SignInActions.AuthenticatorOff => T["인증 앱 끔"],
        SignInActions.RecoveryCodesMade => T["복구 번호 만듦"],
        SignInActions.RecoveryCodeUsed => T["복구 번호 씀"],
        SignInActions.PasskeyAdded => T["패스키 더함"],
        SignInActions.PasskeyRemoved => T["패스키 지움"],
        SignInActions.LoginLinked => T["외부 계정 이음"],
        SignInActions.LoginUnlinked => T["외부 계정 끊음"],
        SignInActions.ConsentChanged => T["동의 바꿈"],
        SignInActions.Exported => T["내 자료 받음"],
        SignInActions.Closed => T["탈퇴"],
        SignInActions.Vouched => T["창구에서 본인 확인"],
        SignInActions.VouchRefused => T["창구 본인 확인 거절"],
        SignInActions.RightGranted => T["권한 줌"],
        SignInActions.RightRevoked => T["권한 거둠"],
        AuditActions.AccountDisabled => T["계정 막음"],
        AuditActions.AccountEnabled => T["계정 풂"],
        AuditActions.AccountViewed => T["계정 정보 열람"],
        AuditActions.PetitionerSeen => T["민원인 정보 열람"],
        AuditActions.LogRead => T["감사 기록에서 사람 이름 열람"],
        AuditActions.LogChecked => T["감사 기록 검사"],
        AuditActions.LogExported => T["감사 기록 받음"],
        AuditActions.MailRetried => T["메일 다시 보냄"],
        AuditActions.MentionRetried => T["다른 누리집에 다시 알림"],
        AuditActions.HolidaysGenerated => T["공휴일 채움"],
        AuditActions.DemoFilled => T["시범 도시 채움"],
        AuditActions.SecretRead => T["비밀댓글 열람"],
        _ => action.Split('.') is [var thing, var verb] && Verb(verb) is { } done ? T["{0}: {1}", OfThing(thing), done] : action,
    };

    /// <summary>The kind of a subject, e.g. "민원" for "complaint:17".</summary>
    public string OfSubject(string subject) => subject == Unknown ? T["모르는 계정"] : OfThing(subject.Split(':')[0]);

    /// <summary>Which one of its kind a subject is, e.g. "17" for "complaint:17"; null where that says nothing.</summary>
    public static string? KeyOf(string subject) => subject != Unknown && subject.Split(':') is [_, var key] ? key : null;

    /// <summary>The kind of an entry; null where the act itself says it.</summary>
    public string? OfKind(AuditKind kind) => kind is AuditKind.SignIn or AuditKind.Rights ? null : words.Of(kind);

    /// <summary>What the details of an entry say when they are no fields.</summary>
    /// <param name="names">Of the subjects that details name, see <see cref="SubjectsIn"/>.</param>
    public string OfDetails(AuditRow row, IReadOnlyDictionary<string, string> names) => row.Action switch
    {
        SignInActions.RightGranted or SignInActions.RightRevoked => OfRight(row.Details, names),
        SignInActions.SignedIn => string.Join(Languages.Comma, row.Details.Split(", ").Select(OfMeans)),
        SignInActions.ConsentChanged => T["소식 받기"],
        SignInActions.Vouched => row.Details switch
        {
            nameof(IdentityDocument.ResidentCard) => T["주민등록증"],
            nameof(IdentityDocument.DrivingLicence) => T["운전면허증"],
            nameof(IdentityDocument.Passport) => T["여권"],
            nameof(IdentityDocument.ForeignerCard) => T["외국인등록증·영주증"],
            nameof(IdentityDocument.MobileCard) => T["모바일 신분증"],
            _ => row.Details,
        },
        SignInActions.VouchRefused => row.Details switch
        {
            nameof(VouchRefusal.CodeWrong) => T["번호가 맞지 않음"],
            nameof(VouchRefusal.OwnAccount) => T["자기 계정"],
            nameof(VouchRefusal.AlreadyVerified) => T["이미 확인된 계정"],
            _ => row.Details,
        },
        AuditActions.LogRead => T["모두 {0}명", row.Details.Split(' ').Length],
        AuditActions.LogChecked => row.Details == "intact" ? T["모두 처음 그대로임"] : row.Details,
        AuditActions.MailRetried or AuditActions.MentionRetried => T["{0}건", row.Details],
        _ when row.Action.EndsWith(".moved", StringComparison.Ordinal) && row.Details.StartsWith("to ", StringComparison.Ordinal) => T["{0}번째로", row.Details[3..]],
        _ => row.Details,
    };

    /// <summary>The subjects whose names the details of an entry need.</summary>
    public static IEnumerable<string> SubjectsIn(AuditRow row) =>
        row.Action is SignInActions.RightGranted or SignInActions.RightRevoked && row.Details.Split(':') is [_, var department] ? [$"department:{department}"] : [];

    /// <summary>The fields that changed, with their labels; null when the details are something else than fields.</summary>
    public IReadOnlyList<Difference>? Changes(string action, string details)
    {
        if (!details.StartsWith('{'))
        {
            return null;
        }

        try
        {
            Dictionary<string, string?[]?> fields = JsonSerializer.Deserialize<Dictionary<string, string?[]?>>(details) ?? [];
            Type? form = Forms.GetValueOrDefault(action.Split('.')[0]);
            return
            [
                .. from field in fields
                   where field.Value is { Length: 2 }
                   select new Difference(field.Key, Label(form, field.Key), OfValue(field.Value[0]), OfValue(field.Value[1])),
            ];
        }
        catch (JsonException)
        {
            // It was cut at its length.
            return null;
        }
    }

    private string OfValue(string? value) => value switch
    {
        "True" => T["예"],
        "False" => T["아니요"],
        _ => value ?? "",
    };

    private string OfMeans(string means) => means switch
    {
        "password" => T["비밀번호"],
        "passkey" => T["패스키"],
        "authenticator" => T["인증 앱"],
        "recovery code" => T["복구 번호"],
        _ => means,
    };

    private string OfRight(string details, IReadOnlyDictionary<string, string> names)
    {
        string[] parts = details.Split(':');
        string right = Enum.TryParse(parts[0], out Right held) ? words.Of(held) : parts[0];
        return parts.Length > 1 && names.GetValueOrDefault($"department:{parts[1]}") is { Length: > 0 } department ? $"{right} · {department}" : right;
    }

    private string Label(Type? form, string field)
    {
        string[] parts = field.Split('.');
        string label = form is not null && metadata.GetMetadataForType(form).Properties[parts[0]] is { } property ? property.GetDisplayName() : parts[0];
        return parts.Length > 1 ? $"{label} ({parts[1].ToLowerInvariant()})" : label;
    }

    private string OfThing(string kind) => kind switch
    {
        "account" => T["계정"],
        "complaint" => T["민원"],
        "department" => T["부서"],
        "duty" => T["담당 업무"],
        "template" => T["답변 서식"],
        "category" => T["민원 분야"],
        "question" => T["물어볼 것"],
        "rule" => T["배정 규칙"],
        "period" => T["처리 기간"],
        "holiday" => T["공휴일"],
        "district" => T["동네"],
        "city" => T["도시 설정"],
        "year" => T["연도"],
        "blog-category" => T["블로그 분류"],
        "series" => T["블로그 연재"],
        "mail" => T["알림 메일"],
        "audit" => T["감사 기록"],
        _ => kind,
    };

    private LocalizedString? Verb(string verb) => verb switch
    {
        "added" => T["더함"],
        "changed" => T["고침"],
        "moved" => T["옮김"],
        "deleted" => T["지움"],
        "retired" => T["감춤"],
        "restored" => T["되살림"],
        "dissolved" => T["없앰"],
        "ended" => T["끝냄"],
        "on" => T["켬"],
        "off" => T["끔"],
        "read" => T["읽음"],
        _ => null,
    };
}
