using SocialCity.Text;

namespace SocialCity.Search;

/// <summary>What somebody types to search the portal.</summary>
public static class SearchTerms
{
    /// <summary>Nobody searches for more; a longer one is an accident, and costs a query of its length.</summary>
    public const int MostLetters = 100;

    /// <summary>As much of it as is searched for.</summary>
    public static string Cut(string typed) => Letters.Cut(typed, MostLetters).TrimEnd();
}
