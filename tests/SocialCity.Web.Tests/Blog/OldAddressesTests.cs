using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;

namespace SocialCity.Web.Tests.Blog;

public sealed class OldAddressesTests(App app) : IClassFixture<App>
{
    private static readonly Actor Editor = new(null, IdentityLevel.Verified, [new HeldRight(Right.Editor)]);

    [Theory]
    [InlineData("/2019/05/02/동쪽-시장")]
    [InlineData("/2019/05/02/동쪽-시장/")]
    [InlineData("/2019/05/02/%EB%8F%99%EC%AA%BD-%EC%8B%9C%EC%9E%A5/?utm_source=feed")]
    [InlineData("/?p=12")]
    [InlineData("/?utm=1&p=12")]
    public async Task An_address_of_the_past_leads_to_the_article_for_good(string address)
    {
        string slug = await PublishAsync("/2019/05/02/동쪽-시장", "/?p=12");

        foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using HttpResponseMessage answer = await app.Browser().SendAsync(new HttpRequestMessage(method, address));

            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal($"/blog/{Uri.EscapeDataString(slug)}", answer.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task Letters_typed_apart_are_the_same_address()
    {
        string slug = await PublishAsync("/entry/벚꽃");

        using HttpResponseMessage answer = await app.Browser().GetAsync("/entry/" + Uri.EscapeDataString("벚꽃".Normalize(NormalizationForm.FormD)));

        Assert.Equal($"/blog/{Uri.EscapeDataString(slug)}", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_slug_that_was_changed_leads_on()
    {
        string slug = await PublishAsync();
        await ChangeAsync(slug, (article, now) => Assert.Null(article.Write(Content(slug + "-새"), Editor, now)));

        foreach (string rest in (string[])["", "?lang=en", "/picture.svg"])
        {
            using HttpResponseMessage answer = await app.Browser().GetAsync($"/blog/{slug}{rest}");

            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal($"/blog/{Uri.EscapeDataString(slug + "-새")}{rest}", answer.Headers.Location?.OriginalString);
        }
    }

    [Theory]
    [InlineData("category", "/office/blog/categories", "Form.Name.Ko", "", "?at=x", "/feed.rss", "/feed.atom", "/feed.json")]
    [InlineData("series", "/blog/write/series", "Form.Title", "", "?lang=en")]
    public async Task A_list_that_moved_is_found_under_its_former_addresses_and_nobody_else_is_given_them(string list, string office, string name, params string[] rests)
    {
        Visitor editor = await app.SignedIn(await app.Official(Right.Editor));
        string slug = "골목-" + Guid.NewGuid().ToString("N")[..8];
        const string Editing = "main form[data-guard]";
        Page made = await (await editor.Get($"{office}/new")).Form(Editing).Submit(new Dictionary<string, object?> { [name] = slug });
        string own = made.Document.QuerySelectorAll("main a[href]").Single(a => a.TextContent.Contains(slug, StringComparison.Ordinal)).GetAttribute("href") ?? "";

        foreach (string next in (string[])[slug + "-둘", slug + "-셋"])
        {
            Assert.Equal("저장했습니다.", (await (await editor.Get(own)).Form(Editing).Submit(new Dictionary<string, object?> { ["Form.Slug"] = next })).Flash);
        }

        foreach (string former in (string[])[slug, slug + "-둘"])
        {
            foreach (string rest in rests)
            {
                using HttpResponseMessage answer = await app.Browser().GetAsync($"/blog/{list}/{former}{rest}");
                Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
                Assert.Equal($"/blog/{list}/{Uri.EscapeDataString(slug + "-셋")}{rest}", answer.Headers.Location?.OriginalString);
                Assert.True(answer.Headers.CacheControl?.NoCache);
            }
        }

        Page taken = await (await editor.Get($"{office}/new")).Form(Editing).Submit(new Dictionary<string, object?> { [name] = slug });
        Assert.Equal(HttpStatusCode.BadRequest, taken.Status);
        Assert.Contains("쓰고 있거나 쓰던 주소입니다.", Assert.Single(taken.Errors), StringComparison.Ordinal);

        Assert.Equal("저장했습니다.", (await (await editor.Get(own)).Form(Editing).Submit(new Dictionary<string, object?> { ["Form.Slug"] = slug })).Flash);
        Assert.Equal(HttpStatusCode.OK, (await app.Browser().GetAsync($"/blog/{list}/{slug}")).StatusCode);
        using HttpResponseMessage back = await app.Browser().GetAsync($"/blog/{list}/{slug}-셋");
        Assert.Equal($"/blog/{list}/{Uri.EscapeDataString(slug)}", back.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_series_that_is_deleted_is_gone_for_guests_at_once_and_back_when_it_is_made_again()
    {
        const string office = "/blog/write/series";
        Visitor editor = await app.SignedIn(await app.Official(Right.Editor));
        string slug = "잠깐-" + Guid.NewGuid().ToString("N")[..8];
        HttpStatusCode[] seen = new HttpStatusCode[3];
        for (int time = 0; time < 3; time++)
        {
            if (time == 1)
            {
                Page all = await editor.Get(office);
                string own = all.Document.QuerySelectorAll("main a[href]").Single(a => a.TextContent.Contains(slug, StringComparison.Ordinal)).GetAttribute("href") ?? "";
                await (await editor.Get(own)).Form("main form[action$='/delete']").Submit();
            }
            else
            {
                await (await editor.Get($"{office}/new")).Form("main form[data-guard]").Submit(new Dictionary<string, object?> { ["Form.Title"] = slug });
            }

            seen[time] = (await app.Browser().GetAsync($"/blog/series/{slug}")).StatusCode;
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK], seen);
    }

    [Fact]
    public async Task A_draft_and_an_archived_article_are_known_by_no_address()
    {
        string path = "/old/" + Guid.NewGuid().ToString("N");
        string slug = await PublishAsync(path);
        await ChangeAsync(slug, (article, now) => Assert.Null(article.Archive("지난 일", Editor, now)));
        string drafted = "/old/" + Guid.NewGuid().ToString("N");
        await app.Use<CityDb>(async db =>
        {
            Article draft = new(Content("초안-" + Guid.NewGuid().ToString("N")), Actor.System, null, app.Clock.UtcNow);
            draft.Import(null, null, [drafted], app.Clock.UtcNow);
            db.Add(draft);
            await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().GetAsync(drafted)).StatusCode);
    }

    [Fact]
    public async Task Pages_that_are_there_and_acts_are_left_alone()
    {
        string unique = Guid.NewGuid().ToString("N");
        await PublishAsync("/complaints", "/media/" + unique, "/office/" + unique, "/" + unique, "/?p=" + app.Clock.UtcNow.Ticks);

        Assert.Equal(HttpStatusCode.OK, (await app.Browser().GetAsync("/complaints")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Browser().GetAsync("/?p=999999999")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Browser().GetAsync("/?p=x")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().GetAsync("/media/" + unique)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().GetAsync("/office/" + unique)).StatusCode);
        Assert.NotEqual(HttpStatusCode.MovedPermanently, (await app.Browser().PostAsync("/" + unique, null)).StatusCode);
    }

    [Fact]
    public async Task An_address_that_nothing_was_known_by_is_a_page_that_says_so()
    {
        Page page = await app.Visitor().Get("/2019/05/02/nothing");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private static ArticleContent Content(string slug) => new() { Title = "시장 골목", Slug = slug, Text = "새 옷을 입었습니다.", IsPage = true };

    private async Task<string> PublishAsync(params string[] paths)
    {
        string slug = "시장-" + Guid.NewGuid().ToString("N");
        await app.Use<CityDb>(async db =>
        {
            Article article = new(Content(slug), Actor.System, null, app.Clock.UtcNow);
            article.Import(app.Clock.UtcNow, null, paths, app.Clock.UtcNow);
            db.Add(article);
            await db.SaveChangesAsync();
        });
        return slug;
    }

    private Task ChangeAsync(string slug, Action<Article, DateTime> change) => app.Use<CityDb>(async db =>
    {
        change(await db.Articles.ForChange().SingleAsync(a => a.Slug == slug), app.Clock.UtcNow);
        await db.SaveChangesAsync();
    });
}
