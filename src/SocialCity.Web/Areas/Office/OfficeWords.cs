using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Complaints;
using SocialCity.Time;
using SocialCity.Web.Resources;

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

    public string Of(StatutoryPeriod period) => period.Unit == PeriodUnit.Days ? T["근무일 {0}일", period.Amount] : T["근무시간 {0}시간", period.Amount];

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
        _ => T["공휴일"],
    };

    public string Of(Right right) => right switch
    {
        Right.Merchant => T["상인"],
        Right.Official => T["공무원"],
        Right.Manager => T["부서장"],
        Right.Editor => T["블로그 편집"],
        Right.Moderator => T["게시판 운영"],
        _ => T["시스템 관리"],
    };

    public string Of(IdentityLevel level) => level switch
    {
        IdentityLevel.EmailConfirmed => T["메일 확인"],
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
