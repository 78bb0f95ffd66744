using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SocialCity.Browser.Tests;

/// <summary>
/// One page of each kind that links lead to (<see cref="Crawl"/>), as each kind of person and on a small screen; in the other two themes, where
/// only colours differ, the contrast alone.
/// </summary>
[Collection(PortalCollection.Name)]
public sealed class PagesTests(Portal portal)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Who looks, where they begin, and below which addresses they look: the rest they see as others do.</summary>
    public static TheoryData<string, string, string[]> People { get; } = new()
    {
        { "", "/", ["/"] },
        { "citizen", "/account", ["/account", "/complaints", "/notices"] },
        { "official", "/desk", ["/desk", "/complaints/2", "/account"] },
        { "manager", "/desk?pile=manager", ["/desk", "/complaints/2"] },
        { "admin", "/office", ["/office"] },
        { "editor", "/blog/write", ["/blog/write", "/blog/front", "/office/blog"] },
        { "moderator", "/office/moderation", ["/office/moderation"] },
    };

    [BrowserTheory]
    [MemberData(nameof(People))]
    public async Task Axe_finds_nothing_and_nothing_breaks_the_policy_or_the_small_screen(string who, string start, string[] within)
    {
        IPage page = await portal.SignInAsync(who);
        IReadOnlyList<string> paths = await Crawl.FromAsync(page, within, start);
        Assert.True(paths.Count >= 5, $"Only {string.Join(", ", paths)} could be reached.");

        ConcurrentQueue<string> open = new(paths);
        ConcurrentBag<string> faults = [];
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(async _ =>
        {
            IPage tab = await page.Context.NewPageAsync();
            while (open.TryDequeue(out string? path))
            {
                await LookAsync(tab, path, faults);
            }
        }));

        Assert.True(faults.IsEmpty, $"{faults.Count} faults on {paths.Count} pages:\n{string.Join('\n', faults.Distinct().Order().Take(60))}");
    }

    private static async Task LookAsync(IPage page, string path, ConcurrentBag<string> faults)
    {
        await page.SetViewportSizeAsync(1280, 900);
        page.Console += Told;
        page.PageError += Failed;
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        // Axe itself sets styles that the policy refuses.
        page.Console -= Told;
        page.PageError -= Failed;
        await page.EvaluateAsync(Axe);
        // In another theme only colours differ.
        string[] violations = await page.EvaluateAsync<string[]>(
            """
            async () => {
              const found = [];
              for (const theme of ['light', 'dark', 'contrast']) {
                document.documentElement.dataset.theme = theme;
                const options = theme === 'light' ? {} : { runOnly: { type: 'rule', values: ['color-contrast'] } };
                const { violations } = await axe.run(document, { resultTypes: ['violations'], ...options });
                found.push(...violations.map(v => `${theme}: ${v.id}, ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`));
              }
              return found;
            }
            """);
        foreach (string violation in violations)
        {
            faults.Add($"{path}: {violation}");
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

        void Told(object? sender, IConsoleMessage message)
        {
            if (message.Type == "error")
            {
                faults.Add($"{path}: {message.Text}");
            }
        }

        void Failed(object? sender, string error) => faults.Add($"{path}: {error}");
    }
}
