using Microsoft.Playwright;

namespace SocialCity.Browser.Tests;

/// <summary>What the buttons and keys of the article's editor do to the text.</summary>
[Collection(PortalCollection.Name)]
public sealed class EditorTests(Portal portal)
{
    [BrowserTheory]
    [InlineData("Control+b", "**정문**")]
    [InlineData("Control+i", "*정문*")]
    [InlineData("Control+k", "[정문](https://)")]
    public async Task A_second_press_takes_away_what_the_first_one_set(string key, string marked)
    {
        ILocator text = await OpenAsync("공원 정문 앞");
        await text.EvaluateAsync("text => text.setSelectionRange(3, 5)");

        await text.PressAsync(key);
        await Assertions.Expect(text).ToHaveValueAsync($"공원 {marked} 앞");
        await text.PressAsync(key);
        await Assertions.Expect(text).ToHaveValueAsync("공원 정문 앞");
    }

    [BrowserFact]
    public async Task A_link_without_words_goes_whole_and_one_beside_the_cursor_stays()
    {
        ILocator text = await OpenAsync("");
        await text.PressAsync("Control+k");
        Assert.EndsWith("](https://)", await text.InputValueAsync(), StringComparison.Ordinal);
        await text.PressAsync("Control+k");
        await Assertions.Expect(text).ToHaveValueAsync("");

        await text.FillAsync("[가](https://a.example)");
        await text.PressAsync("Control+End");
        await text.PressAsync("Control+k");
        Assert.StartsWith("[가](https://a.example)[", await text.InputValueAsync(), StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData("앞", "앞\n\n![그림](photo)\n\n")]
    [InlineData("앞\n", "앞\n\n![그림](photo)\n\n")]
    [InlineData("앞\n뒤", "앞\n\n![그림](photo)\n\n뒤")]
    [InlineData("앞\n\n뒤", "앞\n\n![그림](photo)\n\n뒤")]
    public async Task A_photo_stands_between_single_blank_lines(string before, string after)
    {
        ILocator text = await OpenAsync(before);
        await text.EvaluateAsync("text => text.setSelectionRange(1, 1)");
        await text.Page.RouteAsync("**/blog/write/photos", route => route.FulfillAsync(new() { ContentType = "text/plain; charset=utf-8", Body = "![그림](photo)" }));

        await text.Page.Locator("[data-mark=photo]").ClickAsync();
        await text.Page.Locator("#photo-file").SetInputFilesAsync(new FilePayload { Name = "a.png", MimeType = "image/png", Buffer = [1] });
        await text.Page.Locator("#photo-alt").FillAsync("그림");
        await text.Page.Locator("[data-photo-form] button[type=submit]").ClickAsync();

        await Assertions.Expect(text).ToHaveValueAsync(after);
    }

    [BrowserFact]
    public async Task Bold_and_italic_stand_together_and_go_one_by_one()
    {
        ILocator text = await OpenAsync("하나 둘 셋");
        await text.EvaluateAsync("text => text.setSelectionRange(3, 5)");

        foreach ((string key, string value) in ((string, string)[])
            [("Control+b", "하나 **둘** 셋"), ("Control+i", "하나 ***둘*** 셋"), ("Control+b", "하나 *둘* 셋"), ("Control+i", "하나 둘 셋")])
        {
            await text.PressAsync(key);
            await Assertions.Expect(text).ToHaveValueAsync(value);
        }

        await text.FillAsync("**굵게**");
        await text.PressAsync("Control+a");
        await text.PressAsync("Control+b");
        await Assertions.Expect(text).ToHaveValueAsync("굵게");
    }

    [BrowserFact]
    public async Task Photos_that_are_pasted_stand_where_the_cursor_was_in_their_order()
    {
        ILocator text = await OpenAsync("하나\n\n둘\n\n셋");
        int count = 0;
        await text.Page.RouteAsync("**/blog/write/photos", route => route.FulfillAsync(new() { ContentType = "text/plain; charset=utf-8", Body = $"![{++count}](photo)" }));
        await text.EvaluateAsync(
            """
            text => {
              text.setSelectionRange(5, 5);
              const data = new DataTransfer();
              data.items.add(new File(['1'], 'a.png', { type: 'image/png' }));
              data.items.add(new File(['2'], 'b.png', { type: 'image/png' }));
              text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);

        for (int photo = 1; photo <= 2; photo++)
        {
            Assert.Equal(photo == 1 ? "a.png" : "b.png", await text.Page.Locator("#photo-file").EvaluateAsync<string>("field => field.files[0].name"));
            await text.Page.Locator("#photo-alt").FillAsync($"그림 {photo}");
            await text.Page.Locator("#photo-alt").PressAsync("Enter");
            await text.Page.WaitForFunctionAsync("mark => document.querySelector('.writing-text').value.includes(mark)", $"![{photo}]");
        }

        await Assertions.Expect(text).ToHaveValueAsync("하나\n\n둘\n\n![1](photo)\n\n![2](photo)\n\n셋");
    }

    [BrowserFact]
    public async Task A_dropped_file_that_is_no_photo_is_told_and_the_page_stays()
    {
        ILocator text = await OpenAsync("하나");

        await text.EvaluateAsync(
            """
            text => {
              const data = new DataTransfer();
              data.items.add(new File(['1'], 'plan.hwp', { type: 'application/x-hwp' }));
              for (const place of [text, document.querySelector('h1')]) {
                for (const type of ['dragover', 'drop']) {
                  const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
                  if (place.dispatchEvent(event)) {
                    throw new Error(`The browser takes the ${type} on ${place.tagName}.`);
                  }
                }
              }
            }
            """);

        await Assertions.Expect(text.Page.Locator("form#article [data-status]")).ToContainTextAsync("사진 파일만");
        await Assertions.Expect(text).ToHaveValueAsync("하나");
        await Assertions.Expect(text.Page.Locator("#photo-dialog")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task What_is_typed_while_no_portal_answers_waits_on_the_device_and_is_offered_again()
    {
        ILocator text = await OpenAsync("처음 쓴 글");
        IPage page = text.Page;
        await page.Locator("[name='Form.Title']").FillAsync("끊긴 곳에서 쓴 글");
        await page.Locator("form#article button.primary[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/blog/write/*begun*");
        string editor = new Uri(page.Url).AbsolutePath;
        await Assertions.Expect(page.Locator("[data-draft-offer]")).ToBeHiddenAsync();

        await page.RouteAsync("**", route => route.FulfillAsync(new() { Status = 502, ContentType = "text/html", Body = "<p>Bad Gateway</p>" }));
        await text.FillAsync("끊긴 동안 쓴 글");
        await page.Locator("form#article button.primary[type=submit]").First.ClickAsync();
        await page.GetByText("Bad Gateway").WaitForAsync();
        await page.UnrouteAllAsync();
        await page.GotoAsync(editor);

        await page.Locator("[data-draft-restore]").ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync("끊긴 동안 쓴 글");
        await page.Locator("form#article button.primary[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".flash")).ToContainTextAsync("저장했습니다");
        await page.GotoAsync(editor);
        await Assertions.Expect(text).ToHaveValueAsync("끊긴 동안 쓴 글");
        await Assertions.Expect(page.Locator("[data-draft-offer]")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task What_was_saved_and_tidied_is_not_offered_as_unfinished()
    {
        ILocator text = await OpenAsync("글");
        IPage page = text.Page;
        ILocator title = page.Locator("[name='Form.Title']");
        ILocator save = page.Locator("form#article button.primary[type=submit]").First;
        await title.FillAsync("다듬어질 글");
        await save.ClickAsync();
        await page.WaitForURLAsync("**/blog/write/*begun*");
        string editor = new Uri(page.Url).AbsolutePath;

        await title.FillAsync("  다듬어질   글 둘 ");
        await save.ClickAsync();

        await Assertions.Expect(title).ToHaveValueAsync("다듬어질 글 둘");
        await Assertions.Expect(page.Locator("[data-draft-offer]")).ToBeHiddenAsync();
        Assert.Null(await page.EvaluateAsync<string?>("Object.keys(localStorage).find((key) => key.startsWith('draft:')) ?? null"));
        Assert.EndsWith(editor, new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Fields_that_the_portal_does_not_keep_wait_on_the_device()
    {
        ILocator text = await OpenAsync("글");
        IPage page = text.Page;
        await page.Locator("[name='Form.Title']").FillAsync("표를 단 글");
        await page.Locator("form#article button.primary[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/blog/write/*begun*");
        string editor = new Uri(page.Url).AbsolutePath;

        await page.Locator("[name='Form.Tags']").FillAsync("가을, 축제");
        await text.FillAsync("더 쓴 글");
        await Assertions.Expect(page.Locator("form#article [data-status]")).ToContainTextAsync("보관");
        await page.GotoAsync(editor);

        await page.Locator("[data-draft-restore]").ClickAsync();
        await Assertions.Expect(page.Locator("[name='Form.Tags']")).ToHaveValueAsync("가을, 축제");
        await Assertions.Expect(text).ToHaveValueAsync("더 쓴 글");
        await page.Locator("form#article button.primary[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".flash")).ToContainTextAsync("저장했습니다");
        await page.GotoAsync(editor);
        await Assertions.Expect(page.GetByText("저장하지 않은 글이 있습니다")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-draft-offer]")).ToBeHiddenAsync();
    }

    private async Task<ILocator> OpenAsync(string words)
    {
        IPage page = await portal.SignInAsync("editor");
        await page.GotoAsync("/blog/write/new");
        ILocator text = page.Locator(".writing-text");
        await text.FillAsync(words);
        return text;
    }
}
