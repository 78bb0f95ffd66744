using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SocialCity.Browser.Tests;

/// <summary>Every page that can be reached, as each kind of person, in three themes.</summary>
[Collection(PortalCollection.Name)]
public sealed class PagesTests(Portal portal)
{
    public static TheoryData<string, string> People { get; } = new()
    {
        { "", "/" },
        { "citizen", "/account" },
        { "official", "/desk" },
        { "manager", "/desk" },
        { "admin", "/office" },
    };

    [BrowserTheory]
    [MemberData(nameof(People))]
    public async Task Axe_finds_nothing_in_any_theme_and_nothing_breaks_the_policy_or_the_small_screen(string who, string start)
    {
        IPage page = who.Length == 0 ? await portal.VisitAsync() : await portal.SignInAsync(who);
        List<string> faults = [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("favicon", StringComparison.Ordinal))
            {
                faults.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => faults.Add($"{page.Url}: {error}");

        IReadOnlyList<string> paths = await Crawl.FromAsync(page, start, "/");
        Assert.True(paths.Count >= 5, $"Only {string.Join(", ", paths)} could be reached.");
        foreach (string path in paths)
        {
            await page.SetViewportSizeAsync(1280, 900);
            await page.GotoAsync(path);
            foreach (string theme in (string[])["light", "dark", "contrast"])
            {
                await page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
                AxeResult result = await page.RunAxe();
                faults.AddRange(result.Violations.Select(v =>
                    $"{path} ({theme}): {v.Id}, {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
            }

            await page.SetViewportSizeAsync(320, 800);
            int wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wider > 0)
            {
                string culprits = await page.EvaluateAsync<string>(
                    """
                    [...document.querySelectorAll('main *, header *, footer *')].filter(e => e.getBoundingClientRect().right > 321)
                        .slice(0, 3).map(e => e.tagName.toLowerCase() + '.' + e.className).join(', ')
                    """);
                faults.Add($"{path}: {wider} px wider than a screen of 320 px ({culprits})");
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults on {paths.Count} pages:\n{string.Join('\n', faults.Distinct().Take(60))}");
    }
}
