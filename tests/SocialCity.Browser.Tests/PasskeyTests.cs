using Microsoft.Playwright;

namespace SocialCity.Browser.Tests;

/// <summary>The ceremonies of passkeys, with an authenticator that the browser plays.</summary>
[Collection(PortalCollection.Name)]
public sealed class PasskeyTests(Portal portal)
{
    [BrowserFact]
    public async Task A_passkey_is_added_and_opens_the_door_without_a_password()
    {
        IPage page = await portal.SignInAsync("citizen2");
        ICDPSession devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync("/account/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "패스키 더하기" }).ClickAsync();
        await Assertions.Expect(page.Locator(".flash")).ToContainTextAsync("패스키를 더했습니다");
        await Assertions.Expect(page.Locator("a[href^='/account/security/passkeys/'][href$='/remove']")).ToHaveCountAsync(1);

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in?returnUrl=/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "패스키로 로그인" }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/account");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("citizen2@nuri.example");

        // Thrown away, it opens nothing any more.
        await page.GotoAsync("/account/security");
        await page.Locator("a[href$='/remove']").ClickAsync();
        await page.Locator("form[action$='/remove'] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".flash")).ToContainTextAsync("패스키를 지웠습니다");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "패스키로 로그인" }).ClickAsync();
        await Assertions.Expect(page.Locator(".flash")).ToContainTextAsync("이 패스키로는 로그인할 수 없습니다");
    }
}
