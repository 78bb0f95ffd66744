using Microsoft.Playwright;

namespace SocialCity.Browser.Tests;

/// <summary>Maps by press and by keyboard, without a word of the browser about the content policy.</summary>
[Collection(PortalCollection.Name)]
public sealed class MapTests(Portal portal)
{
    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_press_on_the_map_chooses_place_and_dong_and_so_does_Enter_for_its_middle(int width)
    {
        IPage page = await portal.VisitAsync(width: width);
        List<string> faults = Faults(page);
        await page.GotoAsync("/complaints/new");
        ILocator map = await MapAsync(page, "[data-place-map]");
        ILocator latitude = page.Locator("[data-latitude]");
        ILocator told = page.Locator("[data-place-status]");

        LocatorBoundingBoxResult box = await map.BoundingBoxAsync() ?? throw new InvalidOperationException("The map is not shown.");
        await map.ClickAsync(new() { Position = new Position { X = box.Width * 0.45f, Y = box.Height * 0.55f } });
        await Assertions.Expect(latitude).Not.ToHaveValueAsync("");
        string pressed = await latitude.InputValueAsync();
        string dong = await page.Locator("select[data-district]").EvaluateAsync<string>("select => select.selectedOptions[0].text");
        Assert.EndsWith("동", dong, StringComparison.Ordinal);
        Assert.Equal($"{dong}에 찍었습니다.", await told.TextContentAsync());

        if (await IsMovingAsync(page))
        {
            await map.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(latitude).Not.ToHaveValueAsync(pressed);
            Assert.EndsWith("/complaints/new", page.Url, StringComparison.Ordinal);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "찍은 곳 지우기" }).ClickAsync();
        Assert.Equal("", await latitude.InputValueAsync());
        Assert.Empty(faults);
    }

    [BrowserFact]
    public async Task Complaints_on_the_map_are_one_stop_between_which_arrow_keys_go()
    {
        IPage page = await portal.VisitAsync();
        List<string> faults = Faults(page);
        await page.GotoAsync("/complaints?view=map");
        await MapAsync(page, "[data-board-map]");
        if (!await IsMovingAsync(page))
        {
            Assert.True(await page.Locator("[data-board-map] svg a").CountAsync() > 10);
            return;
        }

        ILocator stop = page.Locator(".map-dot[tabindex='0']");
        string first = await stop.GetAttributeAsync("aria-label") ?? "";
        Assert.Equal(1, await stop.CountAsync());
        await stop.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        string second = await page.Locator(".map-dot:focus").GetAttributeAsync("aria-label") ?? "";
        await page.Keyboard.PressAsync("Enter");
        ILocator link = page.Locator(".map-card a:focus");
        await Assertions.Expect(link).ToHaveCountAsync(1);
        string opened = await link.TextContentAsync() ?? "";

        Assert.NotEqual(first, second);
        Assert.StartsWith(opened, second, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".map-dot:focus")).ToHaveAttributeAsync("aria-label", second);
        Assert.Empty(faults);
    }

    /// <summary>The map in the page, moving where the portal was built with its library, else the drawing.</summary>
    private static async Task<ILocator> MapAsync(IPage page, string frame)
    {
        await page.Locator(frame).ScrollIntoViewIfNeededAsync();
        ILocator map = page.Locator(await IsMovingAsync(page) ? ".leaflet-container" : $"{frame} svg").First;
        await map.WaitForAsync();
        if (await IsMovingAsync(page))
        {
            // The last that appears.
            await page.Locator(".dong-label:not(.hidden)").First.WaitForAsync();
        }

        return map;
    }

    private static async Task<bool> IsMovingAsync(IPage page) => await page.Locator("[data-library]").CountAsync() > 0;

    private static List<string> Faults(IPage page)
    {
        List<string> faults = [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) => faults.Add(error);
        return faults;
    }
}
