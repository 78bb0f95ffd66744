using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SocialCity.Browser.Tests;

/// <summary>Finds the pages that a person can reach by links, one of each kind, so that a new page is looked at without being listed.</summary>
internal static partial class Crawl
{
    private const int Most = 150;

    /// <summary>Walks from some addresses on, not beyond those that begin with one of the given.</summary>
    public static async Task<IReadOnlyList<string>> FromAsync(IPage page, IReadOnlyList<string> within, params string[] starts)
    {
        List<string> found = [];
        HashSet<string> known = [];
        Queue<string> open = new(starts);
        while (open.TryDequeue(out string? path) && found.Count < Most)
        {
            if (!within.Any(place => path.StartsWith(place, StringComparison.Ordinal)) || !IsOfNewKind(path, known))
            {
                continue;
            }

            IResponse? response = await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            if (response is null || !(response.Headers.GetValueOrDefault("content-type") ?? "").StartsWith("text/html", StringComparison.Ordinal))
            {
                continue;
            }

            Assert.True(response.Status < 400, $"{path} answers {response.Status}: a link leads nowhere.");
            found.Add(path);
            foreach (string link in await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname + a.search)"))
            {
                open.Enqueue(link);
            }
        }

        return found;
    }

    /// <summary>
    /// Numbers within an address do not make another kind of page, nor do new values in its query, nor a mixture of names that were seen
    /// one by one.
    /// </summary>
    private static bool IsOfNewKind(string path, HashSet<string> known)
    {
        string[] parts = path.Split('?', 2);
        string kind = Numbers().Replace(parts[0], "#");
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

    [GeneratedRegex("^(view|pile|state|kind)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ChoiceName();
}
