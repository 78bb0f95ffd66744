using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>The names of levels, rights, documents and purposes as people read them.</summary>
public static class AccountWords
{
    public static string Of(IdentityLevel level, IStringLocalizer<AccountTexts> T) => level switch
    {
        IdentityLevel.Verified => T["본인 확인"],
        IdentityLevel.External => T["외부 계정 연결"],
        IdentityLevel.EmailConfirmed => T["이메일 확인"],
        _ => T["확인 전"],
    };

    public static string Of(Right right, IStringLocalizer<AccountTexts> T) => right switch
    {
        Right.Merchant => T["상인"],
        Right.Official => T["공무원"],
        Right.Manager => T["부서장"],
        Right.Editor => T["블로그 편집자"],
        Right.Moderator => T["게시판 운영자"],
        Right.Administrator => T["시스템 관리자"],
        _ => right.ToString(),
    };

    public static string Of(ExternalProvider provider, IStringLocalizer<AccountTexts> T) => NameOf(provider.Scheme, T);

    /// <summary>The name of an outside account by its scheme.</summary>
    public static string NameOf(string scheme, IStringLocalizer<AccountTexts> T) => scheme switch
    {
        "kakao" => T["카카오"],
        "naver" => T["네이버"],
        _ => scheme,
    };

    public static string Of(IdentityDocument document, IStringLocalizer<AccountTexts> T) => document switch
    {
        IdentityDocument.ResidentCard => T["주민등록증"],
        IdentityDocument.DrivingLicence => T["운전면허증"],
        IdentityDocument.Passport => T["여권"],
        IdentityDocument.ForeignerCard => T["외국인등록증·영주증"],
        IdentityDocument.MobileCard => T["모바일 신분증"],
        _ => document.ToString(),
    };
}
