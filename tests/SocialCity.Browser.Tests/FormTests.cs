using Microsoft.Playwright;

namespace SocialCity.Browser.Tests;

/// <summary>What the script does to every form.</summary>
[Collection(PortalCollection.Name)]
public sealed class FormTests(Portal portal)
{
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
