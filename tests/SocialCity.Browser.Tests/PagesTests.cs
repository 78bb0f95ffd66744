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
    /// <summary>More pages than one kind of person has.</summary>
    private const int Most = 150;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Who looks, where they begin, and below which addresses they look: the rest they see as others do.</summary>
    public static TheoryData<string, string, string[]> People { get; } = new()
    {
        { "", "/", ["/"] },
        { "citizen", "/account", ["/account", "/complaints", "/notices"] },
        { "official", "/desk", ["/desk", "/complaints/2", "/account/page", "/account/counter"] },
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
        // A page waits for its network to fall silent; meanwhile others are loaded.
        IPage[] tabs = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount * 2).Select(_ => page.Context.NewPageAsync()));
        Crawl crawl = new(within);
        ConcurrentBag<string> faults = [];
        List<string> seen = [];

        // All pages at one distance from the start, then those that they lead to: always the same ones, however fast each is.
        for (IReadOnlyList<string> near = crawl.NewAmong([start]); near.Count > 0;)
        {
            string[]?[] links = new string[]?[near.Count];
            ConcurrentQueue<int> open = new(Enumerable.Range(0, near.Count));
            await Task.WhenAll(tabs.Select(async tab =>
            {
                while (open.TryDequeue(out int place))
                {
                    links[place] = await LookAsync(tab, near[place], faults);
                }
            }));
            seen.AddRange(near.Where((_, place) => links[place] is not null));
            Assert.True(seen.Count < Most, $"Links lead on and on, as to {near[^1]}.");
            near = crawl.NewAmong(links.OfType<string[]>().SelectMany(l => l));
        }

        // Left open they would go on asking for what is new.
        await page.Context.CloseAsync();

        Assert.True(seen.Count >= 5, $"Only {string.Join(", ", seen)} could be reached.");
        Assert.True(faults.IsEmpty, $"{faults.Count} faults on {seen.Count} pages:\n{string.Join('\n', faults.Distinct().Order().Take(60))}");
    }

    /// <summary>Looks at a page and returns where it leads to; null for what is no page.</summary>
    private static async Task<string[]?> LookAsync(IPage page, string path, ConcurrentBag<string> faults)
    {
        await page.SetViewportSizeAsync(1280, 900);
        ConcurrentQueue<string> told = [];
        page.Console += Told;
        page.PageError += Failed;
        IResponse? response = await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        page.Console -= Told;
        page.PageError -= Failed;
        if (response is null || !(response.Headers.GetValueOrDefault("content-type") ?? "").StartsWith("text/html", StringComparison.Ordinal))
        {
            // The browser's own viewer of pictures sets styles that the policy of a picture refuses.
            return null;
        }

        foreach (string fault in told)
        {
            faults.Add($"{path}: {fault}");
        }

        if (response.Status >= 400)
        {
            faults.Add($"{path} answers {response.Status}: a link leads nowhere.");
        }

        string[] links = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname + a.search)");
        // Axe itself sets styles that the policy refuses: nobody listens any more.
        await page.EvaluateAsync(Axe);
        // In another theme only colours differ. Style sheets are read again (preload) for one rule alone, that none locks the orientation:
        // that is read in their files.
        string[] violations = await page.EvaluateAsync<string[]>(
            """
            async () => {
              const found = [];
              for (const theme of ['light', 'dark', 'contrast']) {
                document.documentElement.dataset.theme = theme;
                const options = theme === 'light' ? {} : { runOnly: { type: 'rule', values: ['color-contrast'] } };
                const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false, ...options });
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

        return links;

        void Told(object? sender, IConsoleMessage message)
        {
            if (message.Type == "error")
            {
                told.Enqueue(message.Text);
            }
        }

        void Failed(object? sender, string error) => told.Enqueue(error);
    }
}
