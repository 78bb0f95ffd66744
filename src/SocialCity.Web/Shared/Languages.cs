using System.Globalization;

namespace SocialCity.Web.Shared;

/// <summary>The languages of the portal. Korean is the first and the one the texts are written in.</summary>
public static class Languages
{
    /// <summary>The cookie that keeps the language a person chose.</summary>
    public const string Cookie = "language";

    /// <summary>The query value that shows one page in a language without keeping the choice, for links from outside.</summary>
    public const string Query = "lang";

    /// <summary>Code and own name of each language, in the order they are offered.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } = [("ko", "한국어"), ("en", "English"), ("ja", "日本語")];

    /// <summary>The code of the language of this request.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>What stands between the entries of a list, in the language of this request.</summary>
    public static string Comma => Current == "ja" ? "、" : ", ";

    /// <summary>Whether this request is answered in Korean.</summary>
    public static bool IsKorean => Current == "ko";

    /// <summary>The code when it is one of ours, otherwise null.</summary>
    public static string? Known(string? code) => All.FirstOrDefault(language => language.Code == code).Code;
}
