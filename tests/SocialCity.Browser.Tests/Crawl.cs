using System.Text.RegularExpressions;

namespace SocialCity.Browser.Tests;

/// <summary>Chooses among links those to follow, one of each kind of page, so that a new page is looked at without being listed.</summary>
/// <param name="within">What the addresses begin with, beyond which nothing is followed.</param>
internal sealed partial class Crawl(IReadOnlyList<string> within)
{
    /// <summary>Pages of things with names (articles, tags, authors) that are looked at: their contents differ, their page does not.</summary>
    private const int MostOfNamed = 4;

    private readonly HashSet<string> known = [];
    private readonly Dictionary<string, int> withNames = [];

    /// <summary>The links that lead to a kind of page that no earlier one led to, in their order.</summary>
    public IReadOnlyList<string> NewAmong(IEnumerable<string> links) =>
        [.. links.Where(link => within.Any(place => link.StartsWith(place, StringComparison.Ordinal)) && IsOfNewKind(link))];

    /// <summary>
    /// Numbers within an address do not make another kind of page, nor do new values in its query, nor a mixture of names that were seen
    /// one by one, nor, beyond a few, what people named in Korean.
    /// </summary>
    private bool IsOfNewKind(string path)
    {
        string[] parts = path.Split('?', 2);
        string kind = Numbers().Replace(parts[0], "#");
        string ofAnyName = Numbers().Replace(Names().Replace(parts[0], "*"), "#");
        if (ofAnyName != kind && !known.Contains(kind))
        {
            withNames[ofAnyName] = withNames.GetValueOrDefault(ofAnyName) + 1;
            if (withNames[ofAnyName] > MostOfNamed)
            {
                return false;
            }
        }

        bool isNew = known.Add(kind);
        foreach (string pair in parts.Length == 1 ? [] : parts[1].Split('&'))
        {
            // Of a choice each value is a page; of what is free or numbered any one will do.
            string[] named = pair.Split('=', 2);
            bool isChoice = named.Length == 2 && ChoiceName().IsMatch(named[0]);
            isNew |= known.Add($"{kind}?{(isChoice ? pair : named[0])}");
        }

        return isNew;
    }

    [GeneratedRegex("[0-9]+(-[0-9]+)*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();

    [GeneratedRegex("[^/]*%[0-9A-F]{2}[^/]*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();

    [GeneratedRegex("^(view|pile|state|kind)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ChoiceName();
}
