using Microsoft.Playwright;
using SocialCity.Web.Demo.Pictures;

namespace SocialCity.Browser.Tests;

/// <summary>What the script does to every form.</summary>
[Collection(PortalCollection.Name)]
public sealed class FormTests(Portal portal)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_complaint_sent_while_its_photo_is_on_the_way_waits_for_it_and_is_not_sent_without_it(bool isPhoto)
    {
        IPage page = await portal.SignInAsync("merchant");
        await page.GotoAsync("/complaints/new");
        await page.Locator("summary", new() { HasText = "행정·제안" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "제안" }).First.CheckAsync();
        await page.Locator("[name='Form.Title']").FillAsync($"사진이 천천히 오는 민원 {Guid.NewGuid():N}");
        await page.Locator("[name='Form.Text']").FillAsync("사진을 고르고 바로 보냅니다.");
        await page.Locator("[name='Form.Place'][value='Nowhere']").CheckAsync();
        TaskCompletionSource pressed = new();
        await page.RouteAsync("**/complaints/new/photos", async route =>
        {
            await pressed.Task;
            await route.ContinueAsync();
        });
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "사진.png",
            MimeType = "image/png",
            Buffer = isPhoto ? DemoPictures.Draw(DemoScene.Pothole, 7) : [1, 2, 3],
        });
        await Assertions.Expect(page.Locator("#photo-status")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "신청하기", Exact = true }).ClickAsync();
        pressed.SetResult();

        if (isPhoto)
        {
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("접수했습니다");
            await page.GetByRole(AriaRole.Link, new() { Name = "민원 보기" }).ClickAsync();
            await Assertions.Expect(page.Locator(".gallery img")).ToHaveCountAsync(1);
        }
        else
        {
            await Assertions.Expect(page.Locator("#photo-error")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("form#complaint")).ToBeVisibleAsync();
        }
    }

    [BrowserFact]
    public async Task A_form_that_a_file_answers_can_be_sent_once_more()
    {
        IPage page = await portal.SignInAsync("merchant");
        await page.GotoAsync("/account/data/export");
        ILocator button = page.Locator("main form[action='/account/data/export'] button");

        for (int time = 0; time < 2; time++)
        {
            IDownload file = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
            Assert.EndsWith(".zip", file.SuggestedFilename, StringComparison.Ordinal);
            await Assertions.Expect(button).Not.ToHaveAttributeAsync("aria-busy", "true");
        }
    }
}
