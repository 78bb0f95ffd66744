using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SocialCity.Browser.Tests;

/// <summary>Finds the pages that a person can reach by links, one of each kind, so that a new page is looked at without being listed.</summary>
internal static partial class Crawl
{
    private const int Most = 150;

    /// <summary>Walks from some addresses on. Numbers and names within an address do not make another kind of page.</summary>
    public static async Task<IReadOnlyList<string>> FromAsync(IPage page, params string[] starts)
    {
        Dictionary<string, string> found = [];
        Queue<string> open = new(starts);
        while (open.TryDequeue(out string? path) && found.Count < Most)
        {
            if (!found.TryAdd(KindOf(path), path))
            {
                continue;
            }

            IResponse? response = await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            if (response is null || !(response.Headers.GetValueOrDefault("content-type") ?? "").StartsWith("text/html", StringComparison.Ordinal))
            {
                found.Remove(KindOf(path));
                continue;
            }

            Assert.True(response.Status < 400, $"{path} answers {response.Status}: a link leads nowhere.");
            foreach (string link in await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname + a.search)"))
            {
                open.Enqueue(link);
            }
        }

        return [.. found.Values];
    }

    private static string KindOf(string path)
    {
        string kind = Numbers().Replace(path, "#");
        int query = kind.IndexOf('?', StringComparison.Ordinal);

        // Of a query only the names count.
        return query < 0 ? kind : kind[..query] + "?" + string.Join('&', kind[(query + 1)..].Split('&').Select(p => p.Split('=')[0]).Distinct().Order());
    }

    [GeneratedRegex("[0-9]+(-[0-9]+)*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
