using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SocialCity.Web.Demo.Pictures;

namespace SocialCity.Browser.Tests;

/// <summary>
/// The blog's main task from end to end: an official writes with a photo and asks for review, an editor publishes, a citizen comments, a
/// moderator lets it stand, everybody reads; what was said in confidence stays between two.
/// </summary>
[Collection(PortalCollection.Name)]
public sealed partial class BlogJourneyTests(Portal portal)
{
    [BrowserFact]
    public Task An_article_goes_from_the_officials_desk_to_its_readers() => GoAsync(script: true, "징검다리에 물이 차면 이렇게 돌아가세요");

    [BrowserFact]
    public Task So_it_does_without_script() => GoAsync(script: false, "겨울철 수도 계량기는 이렇게 싸매 주세요");

    private async Task GoAsync(bool script, string title)
    {
        // The official writes.
        IPage official = await portal.SignInAsync("official", script);
        await official.GotoAsync("/blog/write/new");
        await official.Locator("[name='Form.Title']").FillAsync(title);
        await official.Locator("[name='Form.Text']").FillAsync("물이 무릎까지 차면 건널 수 없습니다.\n\n## 돌아가는 길\n\n아래 다리로 가 주세요.\n\n");
        await PhotographAsync(official, script);
        await official.Locator("[name='Form.CategoryId']").SelectOptionAsync(new SelectOptionValue { Label = "– 교통·도로" });
        await official.GetByRole(AriaRole.Button, new() { Name = "초안 저장" }).ClickAsync();
        await official.WaitForURLAsync(Editor());
        string write = new Uri(official.Url).AbsolutePath;
        await DoAsync(official, $"{write}/acts/submit");

        // The editor publishes.
        IPage editor = await portal.SignInAsync("editor", script);
        await editor.GotoAsync("/blog/write?pile=review");
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync(title);
        await DoAsync(editor, $"{write}/acts/publish");

        // It stands on the blog at once, and a citizen talks: in the open with a link, which is looked at first, and in confidence.
        IPage citizen = await portal.SignInAsync("citizen", script);
        await citizen.GotoAsync("/blog");
        await citizen.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await Assertions.Expect(citizen.Locator("h1")).ToHaveTextAsync(title);
        Assert.True(await citizen.Locator(".article img").First.IsVisibleAsync());
        string article = new Uri(citizen.Url).AbsolutePath;
        string open = $"우리 모임에서도 알렸어요 https://walk.example/{(script ? 1 : 2)}";
        await CommentAsync(citizen, article, open, isSecret: false);
        await CommentAsync(citizen, article, "글의 다리 이름이 틀렸어요", isSecret: true);
        IPage passerBy = await portal.VisitAsync(script);
        await passerBy.GotoAsync(article);
        await Assertions.Expect(passerBy.Locator("main")).Not.ToContainTextAsync("walk.example");

        await AllowAsync(await portal.SignInAsync("moderator", script), title, script);

        await passerBy.GotoAsync(article);
        await Assertions.Expect(passerBy.Locator("main")).ToContainTextAsync("우리 모임에서도 알렸어요");
        await Assertions.Expect(passerBy.Locator("main")).Not.ToContainTextAsync("다리 이름이 틀렸어요");
        await official.GotoAsync(article);
        await Assertions.Expect(official.Locator("main")).ToContainTextAsync("다리 이름이 틀렸어요");
    }

    private static async Task PhotographAsync(IPage page, bool script)
    {
        FilePayload photo = new() { Name = "다리.png", MimeType = "image/png", Buffer = DemoPictures.Draw(DemoScene.Pothole, 9) };
        if (script)
        {
            // By keyboard: Enter in the description sends it.
            await page.GetByRole(AriaRole.Button, new() { Name = "사진", Exact = true }).ClickAsync();
            await page.Locator("#photo-file").SetInputFilesAsync(photo);
            await page.Locator("#photo-alt").FillAsync("물이 찬 징검다리");
            await page.Locator("#photo-alt").PressAsync("Enter");
        }
        else
        {
            await page.Locator("details[data-without-script] > summary").ClickAsync();
            await page.Locator("[name='Form.Photo']").SetInputFilesAsync(photo);
            await page.Locator("[name='Form.PhotoAlt']").FillAsync("물이 찬 징검다리");
            await page.GetByRole(AriaRole.Button, new() { Name = "본문 끝에 넣기" }).ClickAsync();
        }

        await Assertions.Expect(page.Locator("[name='Form.Text']")).ToHaveValueAsync(Photo());
    }

    private static async Task DoAsync(IPage page, string act)
    {
        await page.GotoAsync(act);
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".flash")).ToBeVisibleAsync();
    }

    private static async Task CommentAsync(IPage page, string article, string text, bool isSecret)
    {
        await page.GotoAsync(article);
        await page.Locator("[name='Comment.Text']").First.FillAsync(text);
        if (isSecret)
        {
            await page.Locator("[name='Comment.IsSecret'][type=checkbox]").First.CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "올리기" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);
    }

    /// <summary>With script by the keys of the queue alone, up to the form.</summary>
    private static async Task AllowAsync(IPage moderator, string title, bool script)
    {
        await moderator.GotoAsync("/office/moderation");
        ILocator row = moderator.Locator("[data-queue-item]", new() { HasText = title });
        await Assertions.Expect(row).ToHaveCountAsync(1);
        if (script)
        {
            for (int pressed = 0; pressed < 40 && await row.Locator("[data-queue-main]:focus").CountAsync() == 0; pressed++)
            {
                await moderator.Keyboard.PressAsync("j");
            }

            await moderator.Keyboard.PressAsync("a");
        }
        else
        {
            await row.GetByRole(AriaRole.Link, new() { Name = "보이게 하기" }).ClickAsync();
        }

        await moderator.Locator("[name='Form.Reason']").First.CheckAsync();
        await moderator.Locator("[name='Form.Text']").FillAsync("모임을 알리는 글이라 보이게 합니다.");
        await moderator.Locator("main form button[type=submit]").Last.ClickAsync();
        await Assertions.Expect(moderator.Locator(".flash")).ToBeVisibleAsync();
    }

    [GeneratedRegex("/blog/write/[0-9]+", RegexOptions.None, 1_000)]
    private static partial Regex Editor();

    [GeneratedRegex(@"!\[물이 찬 징검다리\]\(/media/", RegexOptions.None, 1_000)]
    private static partial Regex Photo();
}
