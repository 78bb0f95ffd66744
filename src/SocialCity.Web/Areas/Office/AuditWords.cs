using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Complaints;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>What the audit log tells, in the reader's words; a name that is not known here is shown as it is.</summary>
public sealed class AuditWords(IModelMetadataProvider metadata, OfficeWords words, IStringLocalizer<OfficeTexts> T)
{
    /// <summary>Of whoever tried an address that has no account.</summary>
    private const string Unknown = "account:unknown";

    /// <summary>The fields that hold the id of something else, and what they name.</summary>
    private static readonly Dictionary<string, string> References = new()
    {
        [nameof(RuleForm.CategoryId)] = "category",
        [nameof(RuleForm.DistrictId)] = "district",
        [nameof(RuleForm.DutyId)] = "duty",
        [nameof(DutyForm.OfficerId)] = "account",
        [nameof(CityForm.TriageDepartmentId)] = "department",
        [nameof(BlogCategoryForm.ParentId)] = "blog-category",
    };

    private const string QuestionHidden = "question.retired";
    private const string QuestionShown = "question.restored";

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
        AuditActions.PetitionerSeen => T["신청인 정보 열람"],
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

    /// <summary>What an act was done to: its name, or else its kind with its key: "배정 규칙 3" for "rule:3".</summary>
    /// <param name="subject">As it stands in the log.</param>
    /// <param name="names">See <see cref="AuditSubjects.NamesAsync"/>.</param>
    public string OfSubject(string subject, IReadOnlyDictionary<string, string> names)
    {
        if (subject == Unknown)
        {
            return T["모르는 계정"];
        }

        if (names.GetValueOrDefault(subject) is { Length: > 0 } name)
        {
            return name;
        }

        return subject.Split(':') is [var kind, var key] && key != "all" && kind != "city" ? OfThing(kind, key) : OfThing(subject.Split(':')[0]);
    }

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
        QuestionHidden or QuestionShown => names.GetValueOrDefault(Question(row), row.Details),
        "period.deleted" => OfPeriod(row.Details),
        _ when row.Action.EndsWith(".moved", StringComparison.Ordinal) && row.Details.StartsWith("to ", StringComparison.Ordinal) => T["{0}번째로", row.Details[3..]],
        _ => row.Details,
    };

    /// <summary>The subjects whose names an entry needs to be told in words.</summary>
    public static IEnumerable<string> SubjectsIn(AuditRow row) => row.Action switch
    {
        SignInActions.RightGranted or SignInActions.RightRevoked => row.Details.Split(':') is [_, var department] ? [row.Subject, $"department:{department}"] : [row.Subject],
        QuestionHidden or QuestionShown => [row.Subject, Question(row)],
        _ =>
        [
            row.Subject,
            .. from field in Fields(row.Details) ?? []
               where References.ContainsKey(field.Key)
               from id in field.Value ?? []
               where !string.IsNullOrEmpty(id)
               select $"{References[field.Key]}:{id}",
        ],
    };

    /// <summary>The fields that changed, with their labels; null when the details are something else than fields.</summary>
    public IReadOnlyList<Difference>? Changes(AuditRow row, IReadOnlyDictionary<string, string> names)
    {
        if (Fields(row.Details) is not { } fields)
        {
            return null;
        }

        ModelMetadata? form = Forms.GetValueOrDefault(row.Action.Split('.')[0]) is { } type ? metadata.GetMetadataForType(type) : null;
        return
        [
            .. from field in fields
               where field.Value is { Length: 2 }
               let property = form?.Properties[field.Key.Split('.')[0]]
               select new Difference(
                   field.Key, Label(property, field.Key), OfValue(property, field.Value[0], names), OfValue(property, field.Value[1], names)),
        ];
    }

    private static Dictionary<string, string?[]?>? Fields(string details)
    {
        if (!details.StartsWith('{'))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string?[]?>>(details);
        }
        catch (JsonException)
        {
            // It was cut at its length.
            return null;
        }
    }

    private static string Question(AuditRow row) => $"question:{row.Subject.Split(':')[^1]}/{row.Details}";

    private string OfValue(ModelMetadata? property, string? value, IReadOnlyDictionary<string, string> names)
    {
        if (string.IsNullOrEmpty(value) || property?.PropertyName is not { } field)
        {
            return value ?? "";
        }

        if (References.TryGetValue(field, out string? kind))
        {
            return OfSubject($"{kind}:{value}", names);
        }

        return words.OfValue(property, value);
    }

    private string OfPeriod(string details) =>
        details.Split(' ') is [var kind, var amount, var unit, var from]
            && Enum.TryParse(kind, out PetitionKind petition) && int.TryParse(amount, CultureInfo.InvariantCulture, out int number) && Enum.TryParse(unit, out PeriodUnit days)
            ? $"{words.Of(petition)} · {words.Of(new StatutoryPeriod(number, days))} · {from}"
            : details;

    private string OfMeans(string means) => means switch
    {
        "password" => T["비밀번호"],
        "passkey" => T["패스키"],
        "authenticator" => T["인증 앱"],
        "recovery code" => T["복구 번호"],
        "confirmation" => T["메일 주소 확인"],
        _ => means,
    };

    private string OfRight(string details, IReadOnlyDictionary<string, string> names)
    {
        string[] parts = details.Split(':');
        string right = Enum.TryParse(parts[0], out Right held) ? words.Of(held) : parts[0];
        return parts.Length > 1 && names.GetValueOrDefault($"department:{parts[1]}") is { Length: > 0 } department ? $"{right} · {department}" : right;
    }

    private string Label(ModelMetadata? property, string field) =>
        property is null ? field : field.Split('.') is [_, var language] ? Difference.LabelOf(property, language, metadata) : property.GetDisplayName();

    /// <summary>One of a kind; the kind alone without a key. A menu names many at once, which is another word in some languages.</summary>
    private string OfThing(string kind, string key = "")
    {
        LocalizedString? thing = kind switch
        {
            "account" => T["계정 {0}", key],
            "complaint" => T["민원 {0}", key],
            "department" => T["부서 {0}", key],
            "duty" => T["담당 업무 {0}", key],
            "template" => T["답변 서식 {0}", key],
            "category" => T["민원 분야 {0}", key],
            "question" => T["물어볼 것 {0}", key],
            "rule" => T["배정 규칙 {0}", key],
            "period" => T["처리 기간 {0}", key],
            "holiday" => T["공휴일 {0}", key],
            "district" => T["동네 {0}", key],
            "city" => T["도시 설정 {0}", key],
            "year" => T["연도 {0}", key],
            "blog-category" => T["블로그 분류 {0}", key],
            "series" => T["블로그 연재 {0}", key],
            "article" => T["블로그 글 {0}", key],
            "mail" => T["알림 메일 {0}", key],
            "mention" => T["링크 알림 {0}", key],
            "audit" => T["감사 기록 {0}", key],
            "comment" => T["댓글 {0}", key],
            _ => null,
        };
        return thing?.Value.TrimEnd() ?? kind;
    }

    private LocalizedString? Verb(string verb) => verb switch
    {
        "added" => T["더함"],
        "changed" => T["고침"],
        "moved" => T["옮김"],
        "deleted" => T["지움"],
        "retired" => T["숨김"],
        "restored" => T["되살림"],
        "dissolved" => T["없앰"],
        "ended" => T["끝냄"],
        "on" => T["켬"],
        "off" => T["끔"],
        "read" => T["읽음"],
        _ => null,
    };
}
