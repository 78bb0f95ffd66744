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
    public async Task The_answers_to_the_questions_and_the_place_on_the_map_come_back_too()
    {
        IPage page = await portal.SignInAsync("citizen2");
        await page.GotoAsync("/complaints/new");
        await page.Locator("summary", new() { HasText = "도로·교통" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "도로 파손" }).First.CheckAsync();
        await page.Locator("#questions [name^='Form.Replies']").First.WaitForAsync();
        string answered = await page.EvaluateAsync<string>(
            """
            () => {
              const controls = [...document.querySelectorAll("#questions [name^='Form.Replies']")];
              for (const control of controls) {
                if (control.type === 'radio') {
                  if (!document.querySelector(`[name='${control.name}']:checked`)) control.click();
                } else {
                  control.value = '3';
                  control.dispatchEvent(new Event('input', { bubbles: true }));
                }
              }
              const form = document.querySelector('form#complaint');
              const [south, west, north, east] = document.querySelector('[data-edges]').dataset.edges.split(',').map(Number);
              form.querySelector('[data-latitude]').value = ((south + north) / 2).toFixed(6);
              form.querySelector('[data-longitude]').value = ((west + east) / 2).toFixed(6);
              form.querySelector('[data-longitude]').dispatchEvent(new Event('change', { bubbles: true }));
              form.dispatchEvent(new Event('input'));
              return JSON.stringify([...new FormData(form)].filter(([name]) => /Replies|Latitude|Longitude|District/.test(name)));
            }
            """);
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some(value => value.includes('Form.Latitude') && value.includes('Form.Replies'))");

        await page.ReloadAsync();
        await page.Locator("[data-draft-restore]").ClickAsync();

        await page.WaitForFunctionAsync(
            "wanted => JSON.stringify([...new FormData(document.querySelector('form#complaint'))].filter(([name]) => /Replies|Latitude|Longitude|District/.test(name))) === wanted",
            answered);
        await Assertions.Expect(page.Locator("[data-pin]").First).Not.ToHaveAttributeAsync("hidden", "");
    }

    [BrowserFact]
    public async Task What_is_typed_over_an_offer_that_nobody_looked_at_does_not_replace_it()
    {
        IPage page = await portal.SignInAsync("citizen2");
        await page.EvaluateAsync(
            "() => localStorage.setItem(`draft:${document.body.dataset.person}:complaint`, JSON.stringify({ at: Date.now() - 60000, values: [['Form.Title', '먼저 쓴 제목']] }))");
        ILocator title = page.Locator("[name='Form.Title']");
        ILocator offer = page.Locator("[data-draft-offer]");

        await page.GotoAsync("/complaints/new");
        await title.FillAsync("나중에 쓴 제목");
        await page.ReloadAsync();
        await page.Locator("[data-draft-restore]").ClickAsync();
        await Assertions.Expect(title).ToHaveValueAsync("나중에 쓴 제목");

        // Taken up, the later one is thrown away next time: the earlier one comes to light, and goes when it is thrown away too.
        await page.ReloadAsync();
        await page.Locator("[data-draft-discard]").ClickAsync();
        await Assertions.Expect(offer).ToBeVisibleAsync();
        await page.Locator("[data-draft-restore]").ClickAsync();
        await Assertions.Expect(title).ToHaveValueAsync("먼저 쓴 제목");
        await page.ReloadAsync();
        await page.Locator("[data-draft-discard]").ClickAsync();
        await Assertions.Expect(offer).ToBeHiddenAsync();
        await page.ReloadAsync();
        await Assertions.Expect(offer).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task What_another_window_wrote_later_is_neither_replaced_nor_lost()
    {
        IPage first = await portal.SignInAsync("official2");
        IPage second = await first.Context.NewPageAsync();
        await first.GotoAsync("/blog/write/new");
        await second.GotoAsync("/blog/write/new");
        await KeepAsync(first, "먼저 쓴 글");
        await KeepAsync(second, "나중에 쓴 글");

        await second.CloseAsync(new() { RunBeforeUnload = false });
        await first.GotoAsync("/blog/write/new");
        await first.Locator("[data-draft-restore]").ClickAsync();
        await Assertions.Expect(first.Locator(".writing-text")).ToHaveValueAsync("나중에 쓴 글");

        await first.ReloadAsync();
        await first.Locator("[data-draft-discard]").ClickAsync();
        await first.Locator("[data-draft-restore]").ClickAsync();
        await Assertions.Expect(first.Locator(".writing-text")).ToHaveValueAsync("먼저 쓴 글");
    }

    [BrowserFact]
    public async Task What_was_sent_after_a_refusal_is_not_offered_again()
    {
        IPage page = await portal.SignInAsync("official2");
        await page.GotoAsync("/blog/write/new");
        await page.EvaluateAsync("() => localStorage.clear()");
        await KeepAsync(page, "제목을 잊은 글");
        await page.Locator("form#article").EvaluateAsync("form => { form.noValidate = true; form.requestSubmit(); }");
        await page.Locator(".error-summary").WaitForAsync();
        await KeepAsync(page, "제목을 잊었던 글");
        await page.Locator("[name='Form.Title']").FillAsync("이제 있는 제목");
        await page.Locator("form#article button.primary[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/blog/write/*begun*");

        await page.GotoAsync("/blog/write/new");

        await Assertions.Expect(page.Locator("[data-draft-offer]")).ToBeHiddenAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.endsWith(':article')).length"));
    }

    [BrowserFact]
    public async Task What_is_composed_is_kept_when_the_word_is_done()
    {
        IPage page = await portal.SignInAsync("citizen2");
        await page.GotoAsync("/complaints/new");

        // Again until the script has come.
        await page.WaitForFunctionAsync(
            """
            () => {
              const field = document.querySelector("[name='Form.Title']");
              field.value = '가을';
              field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
              field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '가을' }));
              return Object.values(localStorage).some(value => value.includes('가을'));
            }
            """,
            null,
            new() { PollingInterval = 1500 });
    }

    private static async Task KeepAsync(IPage page, string words)
    {
        await page.Locator(".writing-text").FillAsync(words);
        // What was typed before the script came is noted with the next letter.
        await page.WaitForFunctionAsync(
            """
            words => Object.values(localStorage).some(value => value.includes(words))
              || !document.querySelector('.writing-text').dispatchEvent(new Event('input', { bubbles: true }))
            """,
            words,
            new() { PollingInterval = 1500 });
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
