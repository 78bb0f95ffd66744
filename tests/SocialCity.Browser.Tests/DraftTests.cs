using Microsoft.Playwright;

namespace SocialCity.Browser.Tests;

/// <summary>What is kept on the device while somebody writes.</summary>
[Collection(PortalCollection.Name)]
public sealed class DraftTests(Portal portal)
{
    [BrowserTheory]
    [InlineData(60, 5, "of the guest")]
    [InlineData(5, 60, "of the person")]
    public async Task What_a_guest_wrote_follows_them_unless_they_kept_something_newer_of_their_own(int ownMinutes, int guestMinutes, string kept)
    {
        IPage page = await portal.SignInAsync("citizen");
        await page.EvaluateAsync(
            """
            ([own, guest]) => {
              const draft = (minutes, text) => JSON.stringify({ at: Date.now() - minutes * 60000, values: [["Form.Title", text]] });
              localStorage.setItem(`draft:${document.body.dataset.person}:complaint`, draft(own, "of the person"));
              localStorage.setItem("draft:guest:complaint", draft(guest, "of the guest"));
              sessionStorage.setItem("draft-of-guest", "yes");
            }
            """,
            new[] { ownMinutes, guestMinutes });

        await page.GotoAsync("/complaints/new");
        await page.Locator("[data-draft-restore]").ClickAsync();

        await Assertions.Expect(page.Locator("[name='Form.Title']")).ToHaveValueAsync(kept);
        Assert.False(await page.EvaluateAsync<bool>("() => 'draft:guest:complaint' in localStorage"));
    }

    [BrowserFact]
    public async Task Signing_out_takes_along_what_another_tab_kept()
    {
        IPage page = await portal.SignInAsync("citizen");
        // The header by which the server empties the storage is not known to all browsers.
        await page.RouteAsync("**/account/sign-out", route => route.FulfillAsync(new() { Status = 204 }));
        await page.EvaluateAsync("() => localStorage.setItem(`draft:${document.body.dataset.person}:complaint`, '{}')");

        await page.EvaluateAsync("() => document.querySelector('[data-sign-out]').requestSubmit()");

        Assert.Equal(0, await page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.startsWith('draft:')).length"));
    }
}
