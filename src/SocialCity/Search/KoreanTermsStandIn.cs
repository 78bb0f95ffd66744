// Stands in until Search/KoreanTerms.cs lands: delete this file then (SqlServerSearch also wants ForLike: see there).
namespace SocialCity.Search;

public static class KoreanTerms
{
    public static string ForIndex(string t) => t;

    public static string? ForMatch(string t) => t;

    public static string? ForContains(string t) => t;

    public static string ForLike(string t) => t;
}
