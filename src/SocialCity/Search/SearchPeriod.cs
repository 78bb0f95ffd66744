namespace SocialCity.Search;

/// <summary>
/// From when on a search looks for texts. Each month has a term of its own, a letter for private use as the kinds have one
/// (<see cref="SearchKinds"/>): so what is of these months is found as what holds one of their letters, however much of other years holds
/// the words. The first month is whole in the full text, and cut by <see cref="SearchEntry.At"/>.
/// </summary>
/// <param name="From">The earliest moment, UTC.</param>
/// <param name="Until">Now, UTC: after it nothing is written yet.</param>
public sealed record SearchPeriod(DateTime From, DateTime Until)
{
    private const int FirstLetter = 0xE100;
    private const int LastLetter = 0xF8FF;
    private const int FirstYear = 2000;

    /// <summary>The letters of the months that the period touches.</summary>
    public IReadOnlyList<char> Marks => [.. Enumerable.Range(Mark(From), Math.Max(0, Mark(Until) - Mark(From) + 1)).Select(m => (char)m)];

    /// <summary>One letter: U+E100 for January 2000 in UTC and for all that is older, and so on by the month; they last until 2511.</summary>
    public static char Mark(DateTime at) => (char)Math.Clamp(FirstLetter + ((at.Year - FirstYear) * 12) + at.Month - 1, FirstLetter, LastLetter);
}

public static class SearchPeriods
{
    /// <summary>What is of the period; everything when there is none.</summary>
    public static IQueryable<SearchEntry> Within(this IQueryable<SearchEntry> entries, SearchPeriod? period) =>
        period is { From: var from } ? entries.Where(e => e.At >= from) : entries;
}
