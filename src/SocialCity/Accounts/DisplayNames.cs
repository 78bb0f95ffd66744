using System.Globalization;
using System.Text;

namespace SocialCity.Accounts;

/// <summary>Why a display name is not taken.</summary>
public enum DisplayNameProblem
{
    /// <summary>Fewer than two letters that can be seen.</summary>
    TooShort = 1,

    /// <summary>It would pass for the city itself or its administration.</summary>
    Reserved = 2,
}

/// <summary>Display names: as people want them, but readable, and never the city's own.</summary>
public static class DisplayNames
{
    public const int Shortest = 2;

    private static readonly HashSet<string> Reserved =
    [
        "관리자", "운영자", "시스템", "시스템관리자", "시청", "시장", "구청", "구청장", "담당자", "담당공무원", "공무원", "민원실", "콜센터", "신문고", "편집자",
        "admin", "administrator", "root", "system", "moderator", "editor", "support", "official", "cityhall", "mayor", "staff", "webmaster",
        "管理者", "運営者", "システム", "市役所", "市長", "担当者", "職員",
    ];

    /// <summary>The name without letters that nobody sees, spaces folded, in the composed form of Unicode.</summary>
    public static string Clean(string? name)
    {
        StringBuilder visible = new();
        foreach (Rune rune in (name ?? "").Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                visible.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate))
            {
                visible.Append(rune.ToString());
            }
        }

        return string.Join(' ', visible.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <param name="name">A cleaned name.</param>
    /// <param name="cityNames">The names of the city: "누리시" alone or "누리시 공무원" would speak for it.</param>
    public static DisplayNameProblem? Check(string name, IEnumerable<string> cityNames)
    {
        if (new StringInfo(name).LengthInTextElements < Shortest)
        {
            return DisplayNameProblem.TooShort;
        }

        string folded = Fold(name);
        IEnumerable<string> cities = cityNames.Select(Fold).Where(city => city.Length > 0).Append("");
        return cities.Any(city => (city.Length > 0 && folded == city) || (folded.StartsWith(city, StringComparison.Ordinal) && Reserved.Contains(folded[city.Length..])))
            ? DisplayNameProblem.Reserved
            : null;
    }

    private static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));
}
