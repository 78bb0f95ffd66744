using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Tests.Shared;

public sealed class FrameTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("ko", "우리시")]
    [InlineData("en", "Our City")]
    [InlineData("ja", "わたしの市")]
    public async Task The_front_page_is_the_citys_in_each_language(string language, string city)
    {
        var page = await app.Visitor(language).Get("/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(city, page.Document.Title);
        Assert.Contains(city, page.Heading, StringComparison.Ordinal);
        Assert.Equal("https://localhost/", page.One("link[rel=canonical]").GetAttribute("href"));
    }

    [Fact]
    public async Task A_pages_title_names_the_page_and_then_the_city()
    {
        var page = await app.Visitor().Get("/no/such/page");

        Assert.Equal("페이지를 찾을 수 없습니다 | 우리시", page.Document.Title);
    }

    [Theory]
    [InlineData(Right.Administrator, "/complaints", "신문고")]
    [InlineData(Right.Administrator, "/complaints/new", "신문고")]
    [InlineData(Right.Administrator, "/complaints/mine", "신문고")]
    [InlineData(Right.Administrator, "/blog", "도시 블로그")]
    [InlineData(Right.Administrator, "/blog/write", "도시 블로그")]
    [InlineData(Right.Administrator, "/office/departments", "관리")]
    [InlineData(Right.Administrator, "/office/blog/categories", "관리")]
    [InlineData(Right.Editor, "/office/blog/categories", "도시 블로그")]
    [InlineData(Right.Administrator, "/account", null)]
    public async Task The_main_menu_marks_the_entry_that_a_page_belongs_to(Right right, string address, string? entry)
    {
        var visitor = await app.SignedIn(await app.Official(right));

        var page = await visitor.Get(address);

        Assert.Equal(entry is null ? [] : [entry], page.TextsOf(".main-menu-list a[aria-current]"));
    }

    [Fact]
    public async Task Hangul_is_sent_as_it_is_and_not_as_references()
    {
        var page = await app.Visitor().Get("/");

        Assert.DoesNotContain("&#x", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_a_page_links_to_is_there()
    {
        var visitor = app.Visitor();
        var page = await visitor.Get("/");
        var addresses = page.Document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], main a, header a, footer a, use")
            .Select(element => (element.GetAttribute("href") ?? element.GetAttribute("src") ?? "").Split('#')[0])
            .Where(address => address.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains(addresses, address => address.StartsWith("/css/tokens.", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            var response = await visitor.Http.GetAsync(address);
            Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task The_citys_colour_is_kept_by_browsers_until_it_changes()
    {
        var visitor = app.Visitor();
        var address = (await visitor.Get("/")).One("link[href^='/city.css']").GetAttribute("href") ?? "";

        var current = await visitor.Http.GetAsync(address);
        var old = await visitor.Http.GetAsync("/city.css?v=%23000000");

        Assert.Equal("text/css", current.Content.Headers.ContentType?.MediaType);
        Assert.Matches(new Regex("--city: #[0-9a-f]{6};", RegexOptions.None, TimeSpan.FromSeconds(1)), await current.Content.ReadAsStringAsync());
        Assert.Equal(TimeSpan.FromDays(365), current.Headers.CacheControl?.MaxAge);
        Assert.Equal(TimeSpan.Zero, old.Headers.CacheControl?.MaxAge);
    }

    [Fact]
    public async Task What_the_office_changes_about_the_city_is_on_the_next_page()
    {
        await using App changed = new();
        var visitor = changed.Visitor();
        Assert.Equal("우리시", (await visitor.Get("/")).Document.Title);

        await changed.Use<CityDb>(async db =>
        {
            var city = await db.Cities.SingleAsync();
            city.Rename(new LocalText("누리시", "Nuri City", "ヌリ市"), new LocalText(""));
            city.Present(isOfficial: true, ["ko", "en"], "#147a5c");
            city.Reach(new LocalText("누리시 시청로 1"), "02-000-0120", "city@nuri.example", "");
            await db.SaveChangesAsync();
        });
        Assert.Equal("우리시", (await visitor.Get("/")).Document.Title);
        changed.Services.GetRequiredService<CitySettings>().Forget();

        var page = await visitor.Get("/");
        Assert.Equal("누리시", page.Document.Title);
        Assert.Equal("이 누리집은 누리시 공식 누리집입니다.", page.TextOf(".banner"));
        Assert.Contains("02-000-0120", page.TextOf("footer"), StringComparison.Ordinal);
        Assert.Equal(["한국어", "English"], page.TextsOf("button[name=language]"));
        Assert.Equal("/city.css?v=%23147a5c", page.One("link[href^='/city.css']").GetAttribute("href"));
        Assert.Equal("ko", (await visitor.Get("/?lang=ja")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_style_page_is_not_part_of_a_running_portal()
    {
        var page = await app.Visitor().Get("/design");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }
}
