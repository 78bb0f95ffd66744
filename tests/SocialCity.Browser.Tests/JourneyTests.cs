using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SocialCity.Web.Demo.Pictures;

namespace SocialCity.Browser.Tests;

/// <summary>
/// The portal's main task from end to end: a citizen files with a photo, the right official answers, the citizen gets the mail, reads
/// and reopens, the manager answers, the citizen confirms.
/// </summary>
[Collection(PortalCollection.Name)]
public sealed partial class JourneyTests(Portal portal)
{
    /// <summary>In an eastern dong, where the demo city's road repair team 1 (official@nuri.example) is in charge.</summary>
    private const string Dong = "누리역동";

    [BrowserFact]
    public Task A_complaint_goes_to_the_official_and_comes_back_answered() => GoAsync(new Person(script: true), "역 앞 횡단보도 옆 차도에 구멍이 났어요");

    [BrowserFact]
    public Task So_it_does_without_script() => GoAsync(new Person(script: false), "누리역 버스 승강장 앞 아스팔트가 움푹 꺼졌습니다");

    [BrowserFact]
    public Task So_it_does_by_keyboard_alone() => GoAsync(new Person(script: true, keyboard: true), "역전로 과속방지턱이 부서져 차가 튑니다");

    private async Task GoAsync(Person person, string title)
    {
        // The citizen files.
        IPage citizen = await portal.SignInAsync("citizen", person.Script);
        await citizen.GotoAsync("/complaints/new");
        await person.PressAsync(citizen.Locator("summary", new() { HasText = "도로·교통" }));
        await person.ChooseAsync(citizen.GetByRole(AriaRole.Radio, new() { Name = "도로 파손" }).First);
        if (!person.Script)
        {
            await citizen.GetByRole(AriaRole.Button, new() { Name = "고른 분야의 질문 보기" }).ClickAsync();
        }

        await person.TypeAsync(citizen.GetByLabel("제목", new() { Exact = false }).First, title);
        await person.TypeAsync(citizen.Locator("[name='Form.Text']"), "어제 저녁부터 있었고, 오토바이가 넘어질 뻔했습니다. 얼른 메워 주세요.");
        await person.SelectAsync(citizen.Locator("[name='Form.DistrictId']"), Dong);
        await person.TypeAsync(citizen.Locator("[name='Form.Address']"), "역전로 12 앞");
        await citizen.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "구멍.png",
            MimeType = "image/png",
            Buffer = DemoPictures.Draw(DemoScene.Pothole, 7),
        });
        if (person.Script)
        {
            await citizen.Locator("#photos img").First.WaitForAsync();
        }

        await AnswerQuestionsAsync(citizen, person);
        await person.PressAsync(citizen.Locator("form#complaint").GetByRole(AriaRole.Button, new() { Name = "신청하기", Exact = true }));
        ILocator other = citizen.GetByRole(AriaRole.Button, new() { Name = "다른 일입니다. 새로 신청하기" });
        if (await other.CountAsync() > 0)
        {
            await person.PressAsync(other);
        }

        await Assertions.Expect(citizen.Locator("h1")).ToHaveTextAsync("접수했습니다");
        string number = await citizen.Locator(".receipt-number .number").InnerTextAsync();
        await Assertions.Expect(citizen.Locator("main")).ToContainTextAsync("도로과");

        // The right official sees it on the desk, and answers.
        IPage official = await portal.SignInAsync("official", person.Script);
        await official.GotoAsync("/desk");
        await FindOnDeskAsync(official, title);
        await AnswerAsync(official, person, "현장에 나가 구멍을 메웠습니다.");

        // The citizen gets the mail, reads, reopens.
        await portal.SendMailAsync();
        string mail = Mail("citizen@nuri.example", number, "답변");
        Assert.Contains("현장에 나가 구멍을 메웠습니다.", mail, StringComparison.Ordinal);
        await citizen.GotoAsync(PathIn(mail, number));
        await Assertions.Expect(citizen.Locator("main")).ToContainTextAsync("현장에 나가 구멍을 메웠습니다.");
        await person.PressAsync(citizen.GetByRole(AriaRole.Link, new() { Name = "해결되지 않았어요" }));
        await person.TypeAsync(citizen.Locator("[name='Form.Text']"), "하루 만에 다시 파였습니다.");
        await person.PressAsync(citizen.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "해결되지 않았어요" }));
        await Assertions.Expect(citizen.Locator("main")).ToContainTextAsync("하루 만에 다시 파였습니다.");

        // It lies with the manager, who answers.
        IPage manager = await portal.SignInAsync("manager", person.Script);
        await manager.GotoAsync("/desk?pile=manager");
        await FindOnDeskAsync(manager, title);
        await AnswerAsync(manager, person, "다시 깊게 파내고 새로 포장했습니다.");

        // The citizen confirms.
        await citizen.GotoAsync($"/complaints/{number}");
        await Assertions.Expect(citizen.Locator("main")).ToContainTextAsync("다시 깊게 파내고 새로 포장했습니다.");
        await person.PressAsync(citizen.GetByRole(AriaRole.Link, new() { Name = "해결되었어요" }));
        await person.ChooseAsync(citizen.Locator("[name='Form.Satisfaction'][value='5']"));
        await person.PressAsync(citizen.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "해결되었어요" }));
        await Assertions.Expect(citizen.Locator("main")).ToContainTextAsync("알려 주셔서 고맙습니다");

        // Everybody can read what came of it, with the photo.
        IPage passerBy = await portal.VisitAsync(person.Script);
        await passerBy.GotoAsync($"/complaints/{number}");
        await Assertions.Expect(passerBy.Locator("h1")).ToContainTextAsync(title);
        Assert.True(await passerBy.EvaluateOrAsync("document.querySelector('main img').naturalWidth > 0", person.Script));
    }

    private static async Task AnswerQuestionsAsync(IPage page, Person person)
    {
        foreach (ILocator question in await page.Locator("#questions fieldset, #questions .field").AllAsync())
        {
            ILocator radio = question.GetByRole(AriaRole.Radio).First;
            ILocator text = question.Locator("input[type=text], input[type=number], textarea").First;
            if (await radio.CountAsync() > 0)
            {
                await person.ChooseAsync(radio);
            }
            else if (await text.CountAsync() > 0)
            {
                await person.TypeAsync(text, await text.GetAttributeAsync("inputmode") is "numeric" or "decimal" ? "3" : "두 뼘쯤");
            }
        }
    }

    private static async Task FindOnDeskAsync(IPage page, string title)
    {
        // The newest is not the most urgent: it may stand on a later page.
        while (await page.GetByRole(AriaRole.Link, new() { Name = title }).CountAsync() == 0)
        {
            ILocator next = page.Locator("a[rel=next]").Last;
            Assert.True(await next.CountAsync() > 0, $"'{title}' does not lie on the desk.");
            await page.GotoAsync(await next.GetAttributeAsync("href") ?? "");
        }

        await page.GotoAsync(await page.GetByRole(AriaRole.Link, new() { Name = title }).First.GetAttributeAsync("href") ?? "");
    }

    private static async Task AnswerAsync(IPage page, Person person, string text)
    {
        await person.PressAsync(page.Locator("#acts").GetByRole(AriaRole.Link, new() { Name = "답변하기" }));
        await person.ChooseAsync(page.Locator("[name='Form.Outcome'][value='Solved']"));
        await person.TypeAsync(page.Locator("[name='Form.Text']"), text);
        await person.PressAsync(page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "답변하기" }));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);
    }

    /// <summary>The text of the newest mail to somebody that names the complaint and, in its subject, a word.</summary>
    private string Mail(string to, string number, string word)
    {
        foreach (string file in Directory.GetFiles(portal.MailFolder, "*.eml").OrderByDescending(File.GetLastWriteTimeUtc))
        {
            string mail = Decoded(File.ReadAllText(file));
            if (mail.Contains(to, StringComparison.Ordinal) && mail.Contains(number, StringComparison.Ordinal) && mail.Contains(word, StringComparison.Ordinal))
            {
                return mail;
            }
        }

        throw new InvalidOperationException($"No mail to {to} about {number} arrived.");
    }

    /// <summary>The message with its base64 parts and encoded words readable: enough to search in.</summary>
    private static string Decoded(string mail)
    {
        string readable = EncodedWord().Replace(mail, m => Utf8(m.Groups["word"].Value));
        return Base64Block().Replace(readable, m => Utf8(m.Value));

        static string Utf8(string base64)
        {
            try
            {
                return Encoding.UTF8.GetString(Convert.FromBase64String(base64.ReplaceLineEndings("").Trim()));
            }
            catch (FormatException)
            {
                return base64;
            }
        }
    }

    private static string PathIn(string mail, string number) =>
        new Uri(Link().Matches(mail).Select(m => m.Value).First(link => link.Contains(number, StringComparison.Ordinal) || link.Contains("follow", StringComparison.Ordinal)))
            .PathAndQuery;

    [GeneratedRegex("=\\?utf-8\\?B\\?(?<word>[A-Za-z0-9+/=]+)\\?=", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("^([A-Za-z0-9+/]{40,}\\r?\\n)*[A-Za-z0-9+/]{4,}={0,2}\\r?$", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Base64Block();

    [GeneratedRegex("https?://[^\\s\"<>]+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    /// <summary>How somebody works the page: with the pointer, or by keys alone.</summary>
    private sealed class Person(bool script, bool keyboard = false)
    {
        public bool Script { get; } = script;

        public async Task PressAsync(ILocator control)
        {
            if (keyboard)
            {
                await ReachAsync(control);
                await control.Page.Keyboard.PressAsync("Enter");
                await control.Page.WaitForLoadStateAsync();
            }
            else
            {
                await control.First.ClickAsync();
            }
        }

        public async Task ChooseAsync(ILocator control)
        {
            if (keyboard)
            {
                await ReachAsync(control);
                await control.Page.Keyboard.PressAsync("Space");
            }
            else
            {
                await control.First.CheckAsync();
            }
        }

        public async Task TypeAsync(ILocator control, string text)
        {
            if (keyboard)
            {
                await ReachAsync(control);
                await control.Page.Keyboard.InsertTextAsync(text);
            }
            else
            {
                await control.First.FillAsync(text);
            }
        }

        public async Task SelectAsync(ILocator control, string label)
        {
            if (keyboard)
            {
                await ReachAsync(control);
                while (await control.EvaluateAsync<string>("select => select.selectedOptions[0].label.trim()") != label)
                {
                    await control.Page.Keyboard.PressAsync("ArrowDown");
                }
            }
            else
            {
                await control.First.SelectOptionAsync(new SelectOptionValue { Label = label });
            }
        }

        /// <summary>Tabs until the control, or the group of radio buttons it belongs to, has the focus.</summary>
        private static async Task ReachAsync(ILocator control)
        {
            IPage page = control.Page;
            for (int tabs = 0; tabs < 200; tabs++)
            {
                string reached = await control.First.EvaluateAsync<string>(
                    """
                    control => {
                      const at = document.activeElement;
                      if (at === control) return 'control';
                      return at && at.type === 'radio' && control.type === 'radio' && at.name === control.name ? 'group' : 'elsewhere';
                    }
                    """);
                if (reached == "control")
                {
                    return;
                }

                // Within a group the arrows move on; Tab reaches the group.
                await page.Keyboard.PressAsync(reached == "group" ? "ArrowDown" : "Tab");
            }

            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{control} cannot be reached by keyboard on {page.Url}."));
        }
    }
}

internal static class PageExtensions
{
    /// <summary>Asks the page; true where it runs no script and so cannot be asked.</summary>
    public static async Task<bool> EvaluateOrAsync(this IPage page, string expression, bool script) =>
        !script || await page.EvaluateAsync<bool>(expression);
}
