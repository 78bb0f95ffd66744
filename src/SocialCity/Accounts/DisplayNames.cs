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

    /// <summary>Longer than it may be stored: the composed form of some letters is longer than what was typed.</summary>
    TooLong = 3,
}

/// <summary>What the city, its departments and their teams are called, in all languages: nobody else may be called so.</summary>
public sealed record OfficialNames(IReadOnlyList<string> City, IReadOnlyList<string> Departments);

/// <summary>Display names: as people want them, but readable, and never the city's own.</summary>
public static class DisplayNames
{
    public const int Shortest = 2;

    /// <summary>Letters to Unicode, but drawn as nothing: the fillers of Hangul and of Braille.</summary>
    private static readonly HashSet<int> Blank = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0];

    /// <summary>The administration by itself: refused alone, or with nothing but the city's name before it.</summary>
    private static readonly HashSet<string> Reserved =
    [
        "관리자", "운영자", "시스템", "시스템관리자", "시청", "시장", "구청", "구청장", "담당자", "담당공무원", "공무원", "민원실", "콜센터", "신문고", "편집자",
        "admin", "administrator", "root", "system", "moderator", "editor", "support", "official", "cityhall", "mayor", "staff", "webmaster",
        "管理者", "運営者", "システム", "市役所", "市長", "担当者", "職員",
    ];

    /// <summary>
    /// Who works for the administration. Korean and Japanese put such a word last (도로과 담당자, 김하늘주무관), so it counts at the end of
    /// a word too.
    /// </summary>
    private static readonly string[] Offices =
    [
        "공무원", "시청", "구청", "담당자", "담당관", "관리자", "운영자", "주무관", "부시장", "구청장", "민원실", "管理者", "運営者", "市役所", "市長", "担当者", "公務員",
    ];

    /// <summary>Refused only beside the city's name: citizens have teams, staff and chiefs too.</summary>
    private static readonly string[] OfficesOfTheCity =
    [
        "담당", "직원", "과장", "국장", "팀장", "계장", "부서", "민원", "상담원", "콜센터", "신문고", "편집자", "편집부", "공식", "홍보실", "비서실", "감사실", "職員", "課長", "部長", "公式",
    ];

    /// <summary>What the people of a department are called after its name: 도로과장 leads 도로과.</summary>
    private static readonly string[] Titles = ["장", "과장", "국장", "팀장", "계장", "담당", "직원", "공식", "課長", "部長", "職員", "公式"];

    private static readonly HashSet<string> EnglishOffices = ["admin", "administrator", "moderator", "official", "mayor", "cityhall"];

    private static readonly HashSet<string> EnglishOfficesOfTheCity =
        ["department", "office", "officer", "staff", "support", "team", "editor", "government", "hall", "council", "clerk"];

    /// <summary>The name without letters that nobody sees, spaces folded, in the composed form of Unicode.</summary>
    public static string Clean(string? name)
    {
        StringBuilder visible = new();
        foreach (Rune rune in (name ?? "").Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Blank.Contains(rune.Value))
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

    /// <param name="name">A cleaned name; one of which nothing is left is too short.</param>
    /// <param name="official">What the city is called: "누리시" alone or "누리시 도로과" would speak for it.</param>
    public static DisplayNameProblem? Check(string name, OfficialNames official)
    {
        if (VisibleLetters(name) < Shortest)
        {
            return DisplayNameProblem.TooShort;
        }

        if (name.Length > Account.DisplayNameLength)
        {
            return DisplayNameProblem.TooLong;
        }

        string[] words = Words(name);
        string whole = string.Concat(words);
        string[] cities = [.. official.City.Select(Fold).Where(city => city.Length > 0)];
        bool namesCity = cities.Any(city => whole.Contains(city, StringComparison.Ordinal));
        return cities.Contains(whole)
            || cities.Append("").Any(city => whole.StartsWith(city, StringComparison.Ordinal) && Reserved.Contains(whole[city.Length..]))
            || words.Any(word => SpeaksForAnOffice(word, cities))
            || NamesTheMayor(words)
            || (namesCity && words.Any(word => EnglishOfficesOfTheCity.Contains(word) || EndsWithAny(word, OfficesOfTheCity)))
            || official.Departments.Any(department => NamesDepartment(words, Words(department), namesCity))
            ? DisplayNameProblem.Reserved
            : null;
    }

    private static bool SpeaksForAnOffice(string word, string[] cities) =>
        EnglishOffices.Contains(word)
        || EndsWithAny(word, Offices)
        // 누리시장, the mayor of 누리시: the two words share a syllable.
        || cities.Any(city => city.EndsWith('시') && word == city + "장");

    /// <summary>시장 is the mayor and the market. A title stands last or beside a single name; "시장 골목 주민" lives by a market.</summary>
    private static bool NamesTheMayor(string[] words) => words is [.., "시장"] || (words.Length <= 2 && words.Contains("시장"));

    /// <summary>
    /// The words of a department stand together in the name; the last may be stuck to another word (누리시도로과). A single word in
    /// Latin letters ("Roads") is nobody's alone, so it counts beside the city's name only.
    /// </summary>
    private static bool NamesDepartment(string[] words, string[] department, bool namesCity)
    {
        if (department.Length == 0)
        {
            return false;
        }

        if (department.Length == 1)
        {
            string whole = string.Concat(words);
            return char.IsAsciiLetter(department[0][0])
                ? namesCity && words.Contains(department[0])
                : EndsWithAny(whole, department) || words.Any(word => EndsWithAny(word, department))
                    || Titles.Any(title => whole.EndsWith(department[0] + title, StringComparison.Ordinal));
        }

        return Enumerable.Range(0, Math.Max(0, words.Length - department.Length + 1))
            .Any(at => words.Skip(at).Take(department.Length).SequenceEqual(department));
    }

    private static bool EndsWithAny(string word, string[] ends) => ends.Any(end => word.EndsWith(end, StringComparison.Ordinal));

    private static int VisibleLetters(string name)
    {
        int letters = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(name);
        while (elements.MoveNext())
        {
            // A mark without a letter to stand on is drawn as nothing.
            if (elements.GetTextElement().EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark)))
            {
                letters++;
            }
        }

        return letters;
    }

    /// <summary>The words, each folded: width, case and composition make no difference.</summary>
    private static string[] Words(string text) =>
        new string([.. text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Fold(string text) => string.Concat(Words(text));
}
