using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Complaints;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Office;

/// <summary>What the office calls the values of the city's data.</summary>
public sealed class OfficeWords(IStringLocalizer<OfficeTexts> T)
{
    public string Of(PetitionKind kind) => kind switch
    {
        PetitionKind.LegalInquiry => T["질의(법령)"],
        PetitionKind.Inquiry => T["질의(제도·절차)"],
        PetitionKind.Suggestion => T["건의"],
        PetitionKind.Grievance => T["고충"],
        PetitionKind.Statutory => T["법정"],
        _ => T["기타(생활 불편)"],
    };

    public string Of(StatutoryPeriod period) => (period.Unit, period.Amount) switch
    {
        (PeriodUnit.Days, 1) => T["근무일 1일"],
        (PeriodUnit.Days, var days) => T["근무일 {0}일", days],
        (_, 1) => T["근무시간 1시간"],
        (_, var hours) => T["근무시간 {0}시간", hours],
    };

    public string Of(PeriodUnit unit) => unit == PeriodUnit.Days ? T["근무일"] : T["근무시간"];

    public string Of(QuestionType type) => type switch
    {
        QuestionType.LongText => T["긴 글"],
        QuestionType.Number => T["숫자"],
        QuestionType.Date => T["날짜"],
        QuestionType.SingleChoice => T["하나 고르기"],
        QuestionType.MultipleChoice => T["여러 개 고르기"],
        _ => T["짧은 글"],
    };

    public string Of(HolidayKind kind) => kind switch
    {
        HolidayKind.Substitute => T["대체공휴일"],
        HolidayKind.Temporary => T["임시공휴일"],
        HolidayKind.Election => T["선거일"],
        _ => T["법정 공휴일"],
    };

    public string Of(Right right) => right switch
    {
        Right.Merchant => T["상인"],
        Right.Official => T["공무원"],
        Right.Manager => T["부서장"],
        Right.Editor => T["블로그 편집자"],
        Right.Moderator => T["게시판 운영자"],
        _ => T["시스템 관리자"],
    };

    /// <summary>What was chosen in a field of a form; other texts as they are.</summary>
    /// <param name="property">The field; null when the value is told in words already.</param>
    /// <param name="value">As <see cref="Difference"/> and the audit log hold it.</param>
    public string OfValue(ModelMetadata? property, string value) => property?.PropertyName switch
    {
        nameof(CategoryForm.Icon) => OfIcon(value),
        nameof(CityForm.Languages) => string.Join(Languages.Comma, value.Split(", ").Select(code => Languages.All.FirstOrDefault(language => language.Code == code).Name ?? code)),
        _ => property?.UnderlyingOrModelType switch
        {
            { } type when type == typeof(bool) && bool.TryParse(value, out bool isSo) => isSo ? T["예"] : T["아니요"],
            { IsEnum: true } type when Enum.TryParse(type, value, out object? chosen) => OfChosen(chosen) ?? value,
            _ => value,
        },
    };

    private string? OfChosen(object chosen) => chosen switch
    {
        PetitionKind kind => Of(kind),
        PeriodUnit unit => Of(unit),
        QuestionType type => Of(type),
        HolidayKind kind => Of(kind),
        IdentityLevel level => Of(level),
        _ => null,
    };

    /// <summary>What a symbol shows; one that is not for categories by its own name.</summary>
    public string OfIcon(string icon) => icon switch
    {
        "bench" => T["벤치"],
        "bicycle" => T["자전거"],
        "book" => T["책"],
        "bug" => T["벌레"],
        "building" => T["건물"],
        "bulb" => T["전구"],
        "bus" => T["버스"],
        "ball" => T["공"],
        "car" => T["자동차"],
        "chat" => T["말풍선"],
        "cone" => T["안전 고깔"],
        "crosswalk" => T["횡단보도"],
        "document" => T["문서"],
        "drop" => T["물방울"],
        "flag" => T["깃발"],
        "hand" => T["손"],
        "heart" => T["하트"],
        "home" => T["집"],
        "lamp" => T["가로등"],
        "no-smoking" => T["금연"],
        "parking" => T["주차"],
        "paw" => T["발바닥"],
        "phone" => T["전화"],
        "refresh" => T["돌아가는 화살표"],
        "road" => T["도로"],
        "scales" => T["저울"],
        "school" => T["학교"],
        "shield" => T["방패"],
        "shop" => T["가게"],
        "signal" => T["신호등"],
        "snow" => T["눈"],
        "sprout" => T["새싹"],
        "swing" => T["그네"],
        "trash" => T["쓰레기통"],
        "tree" => T["나무"],
        "users" => T["사람들"],
        "volume" => T["소리"],
        "warning" => T["주의"],
        "waves" => T["물결"],
        "wheelchair" => T["휠체어"],
        "wind" => T["바람"],
        _ => icon,
    };

    /// <param name="job">The name of the job's class.</param>
    public string OfJob(string job) => job switch
    {
        nameof(OutboxJob) => T["알림 메일 보내기"],
        nameof(ArticleJob) => T["예약한 글 게시하기"],
        nameof(NewsletterJob) => T["블로그 소식 보내기"],
        nameof(NewsletterSweepJob) => T["확인하지 않은 구독 지우기"],
        nameof(AuditSealJob) => T["감사 기록 봉인하기"],
        nameof(DeadlinesJob) => T["답변 기한 알리기와 저절로 종결하기"],
        nameof(TallyJob) => T["민원 수 간추리기"],
        nameof(KeptFormsJob) => T["맡아 둔 글 지우기"],
        nameof(MediaSweepJob) => T["쓰이지 않는 사진 지우기"],
        nameof(HolidaysJob) => T["다가올 해의 공휴일 채우기"],
        nameof(NoticeSweepJob) => T["계정 없는 분께 보낸 오래된 메일 지우기"],
        nameof(MentionJob) => T["다른 누리집과 링크 알림 주고받기"],
        nameof(MentionUpkeepJob) => T["다른 누리집의 글 다시 확인하기"],
        nameof(AccountSweepJob) => T["확인하지 않은 계정과 지난 로그인 지우기"],
        _ => job,
    };

    public string Every(TimeSpan interval) =>
        interval < TimeSpan.FromMinutes(1) ? T["{0}초마다", interval.TotalSeconds]
        : interval < TimeSpan.FromHours(1) ? T["{0}분마다", interval.TotalMinutes]
        : T["{0}시간마다", interval.TotalHours];

    public string SomebodyWasFirst() => T["그사이 다른 사람이 먼저 바꾸었습니다. 다시 해 주세요."];

    /// <summary>How many open due dates moved.</summary>
    public string OfMoved(int moved) => moved == 0
        ? T["처리 중인 민원의 답변 기한은 바뀌지 않았습니다."]
        : T["처리 중인 민원 {0}건의 답변 기한을 다시 계산하고 신청인에게 알렸습니다.", moved];

    public string Of(RightsRefusal refusal) => refusal switch
    {
        RightsRefusal.NoSuchAccount => T["쓸 수 없는 계정이거나 메일을 확인하지 않았습니다."],
        RightsRefusal.NoSuchDepartment => T["부서를 골라 주세요."],
        RightsRefusal.AlreadyHeld => T["이미 가진 권한입니다."],
        RightsRefusal.NotHeld => T["이미 거둔 권한입니다."],
        RightsRefusal.LastAdministrator => T["마지막 시스템 관리자입니다. 다른 사람에게 먼저 권한을 주세요."],
        _ => T["까닭을 써 주세요."],
    };

    public string Of(DisablingRefusal refusal) => refusal switch
    {
        DisablingRefusal.OwnAccount => T["자기 계정은 막을 수 없습니다."],
        DisablingRefusal.LastAdministrator => T["마지막 시스템 관리자입니다. 다른 사람에게 먼저 권한을 주세요."],
        _ => T["쓸 수 없는 계정입니다."],
    };

    public string Of(IdentityLevel level) => level switch
    {
        IdentityLevel.EmailConfirmed => T["이메일 확인"],
        IdentityLevel.External => T["외부 계정"],
        IdentityLevel.Verified => T["본인 확인"],
        _ => T["확인 전"],
    };

    public string Of(AuditKind kind) => kind switch
    {
        AuditKind.Change => T["설정 변경"],
        AuditKind.Rights => T["권한"],
        AuditKind.Access => T["개인정보 열람"],
        _ => T["로그인"],
    };
}
