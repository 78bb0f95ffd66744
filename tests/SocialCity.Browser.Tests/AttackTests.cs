using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Tests.Text;
using SocialCity.Text;

namespace SocialCity.Browser.Tests;

/// <summary>
/// Every attack of the list in every place where the blog shows what people wrote, opened in a browser: nothing runs, and nothing is tried
/// that the Content-Security-Policy would have to stop.
/// </summary>
[Collection(PortalCollection.Name)]
public sealed class AttackTests(Portal portal)
{
    private const string Line = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

    [BrowserFact]
    public async Task Nothing_that_people_write_runs_anywhere()
    {
        Attacked attacked = await WriteAsync();
        ConcurrentBag<string> faults = [];

        await LookAsync(
            await portal.SignInAsync(""),
            [
                attacked.Path, $"{attacked.Path}/picture.svg", "/blog", "/blog/category/attack", "/blog/tag/attack", "/blog/series/attack",
                "/blog/author/attack", "/people/attack", $"/blog/archive/{attacked.Month}", "/search?q=alert", "/search?q=" + Uri.EscapeDataString(Line), "/",
            ],
            faults);
        string write = Article.EditorPathOf(attacked.Id);
        await LookAsync(
            await portal.SignInAsync("editor"),
            [attacked.Path, "/blog/write", write, $"{write}/revisions", $"{write}/acts/archive", "/blog/front", "/blog/write/series", "/office/blog/categories"],
            faults);
        await LookAsync(await portal.SignInAsync("moderator"), ["/office/moderation", $"/office/moderation/{attacked.CaseId}", "/office/moderation/log"], faults);

        Assert.True(faults.IsEmpty, $"{faults.Count} faults:\n{string.Join('\n', faults.Distinct().Order().Take(40))}");
    }

    private static async Task LookAsync(IPage page, IReadOnlyList<string> paths, ConcurrentBag<string> faults)
    {
        string here = "";
        page.Dialog += async (_, dialog) =>
        {
            faults.Add($"{here}: a dialog opened");
            await dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            {
                faults.Add($"{here}: {message.Text}");
            }
        };
        foreach (string path in paths)
        {
            here = path;
            IResponse? answer = await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            if (answer?.Status != 200)
            {
                faults.Add($"{path} answered {answer?.Status}");
            }

            string[] found = await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('*')].flatMap(element => [
                    ...[...element.attributes].filter(a => /^on/i.test(a.name)).map(a => `${element.localName} has ${a.name}`),
                    ...[...element.attributes].filter(a => /^(href|src|action|formaction|data|srcdoc|xlink:href)$/i.test(a.name)
                        && /^[\s\u0000-\u0020]*(javascript|data|vbscript|blob|file):/i.test(a.value) && element.localName !== 'link').map(a => `${element.localName} ${a.name}=${a.value}`),
                    ...(element.localName === 'script' && !element.src && element.type !== 'application/ld+json' ? ['a script within the page'] : []),
                ])
                """);
            foreach (string one in found)
            {
                faults.Add($"{path}: {one}");
            }
        }
    }

    /// <summary>Puts the attacks, past all checks, wherever somebody's words are stored.</summary>
    private async Task<Attacked> WriteAsync()
    {
        await using AsyncServiceScope scope = portal.Services.CreateAsyncScope();
        CityDb db = scope.ServiceProvider.GetRequiredService<CityDb>();
        DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;

        Account account = new("attack@nuri.example", Line[..Account.DisplayNameLength], "ko", now.AddDays(-9))
        {
            NormalizedEmail = "ATTACK@NURI.EXAMPLE",
            NormalizedUserName = "ATTACK@NURI.EXAMPLE",
            SecurityStamp = "x",
        };
        BlogCategory category = new(new LocalText(Line, Line, Line), "attack", null, 99);
        BlogTag tag = new(Line[..Math.Min(Line.Length, BlogTag.NameLength)], "attack");
        ArticleSeries series = new(Line, "attack", Line);
        db.AddRange(account, category, tag, series);
        await db.SaveChangesAsync();
        Byline byline = new(account.Id, "attack");
        long departmentId = await db.Departments.Select(d => d.Id).FirstAsync();
        db.Add(new RightGrant(account, Right.Official, departmentId, null, Line, now));
        byline.Introduce(string.Join("\n\n", AttackTexts.All)[..Byline.IntroductionLength]);
        db.Add(byline);
        string note = string.Join("\n\n", AttackTexts.All.Take(12));
        db.Add(new WorkNote(account.Id, note, MarkdownText.ToHtml(note, MarkdownProfile.Plain), now));

        long editorId = await db.Users.Where(u => u.Email == "editor@nuri.example").Select(u => u.Id).SingleAsync();
        Actor author = new(account.Id, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Official, departmentId)]);
        Article article = new(
            new ArticleContent
            {
                Title = Line,
                Slug = "attack",
                Summary = Line,
                Text = string.Join("\n\n", AttackTexts.All.Where(text => !text.StartsWith("![", StringComparison.Ordinal))),
                Category = category,
                TagIds = [tag.Id],
                SeriesId = series.Id,
                SeriesPlace = 1,
                Credit = Line,
            },
            author,
            departmentId,
            now.AddHours(-2));
        Assert.Null(article.Submit(author, now.AddHours(-2)) ?? article.Publish(new Actor(editorId, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Editor)]), now.AddHours(-1)));
        db.Add(article);
        await db.SaveChangesAsync();
        db.Add(article.ToSearchEntry());

        Topic topic = ArticleConversation.TopicOf(article, [account.Id]);
        SpamVerdict held = new(SpamVerdict.HeldFrom, [new SpamSign(SpamSignKind.Links, 1)], ModerationCause.Spam);
        ModerationCase? opened = null;
        foreach ((int place, string text) in AttackTexts.All.Chunk(8).Select(texts => string.Join("\n\n", texts)).Index())
        {
            Comment comment = new(topic, null, new CommentContent(text), account.Id, place == 0 ? held : SpamVerdict.None, Guid.NewGuid(), now.AddMinutes(place - 30));
            db.Add(comment);
            await db.SaveChangesAsync();
            if (place == 0)
            {
                opened = new ModerationCase(ModerationTarget.Comment, comment.Id, account.Id, ModerationCause.Spam, now);
                db.Add(opened);
            }
        }

        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<BlogCounts>().RebuildAsync(CancellationToken.None);
        DateTime korean = now.AddHours(-1 + 9);
        return new Attacked(article.Id, article.Path, korean.ToString("yyyy/MM", CultureInfo.InvariantCulture), opened?.Id ?? 0);
    }

    private sealed record Attacked(long Id, string Path, string Month, long CaseId);
}
