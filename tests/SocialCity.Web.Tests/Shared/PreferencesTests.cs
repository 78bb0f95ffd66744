using System.Net;

namespace SocialCity.Web.Tests.Shared;

public sealed class PreferencesTests(App app) : IClassFixture<App>
{
    private const string Language = "form[action='/preferences/language']";
    private const string Theme = "form[action='/preferences/theme']";

    [Theory]
    [InlineData("English", "en", "Your voice changes Our City")]
    [InlineData("日本語", "ja", "声で変わるまち、わたしの市")]
    public async Task A_chosen_language_stays(string name, string code, string heading)
    {
        var visitor = app.Visitor();
        var page = await visitor.Get("/");
        Assert.Equal("ko", page.Document.DocumentElement.GetAttribute("lang"));

        await page.Form(Language).Submit(button: name);
        page = await visitor.Get("/");

        Assert.Equal(code, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(code, Assert.Single(page.Response.Content.Headers.ContentLanguage));
        Assert.Equal(heading, page.Heading);
    }

    [Fact]
    public async Task The_device_chooses_the_language_until_the_person_does()
    {
        Assert.Equal("ja", (await app.Visitor("ja").Get("/")).Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ko", (await app.Visitor("fr").Get("/")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_link_with_a_language_shows_one_page_in_it_and_keeps_nothing()
    {
        var visitor = app.Visitor();

        Assert.Equal("en", (await visitor.Get("/?lang=en")).Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ko", (await visitor.Get("/")).Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ko", (await visitor.Get("/?lang=xx")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_choice_of_language_outlives_a_link_with_another()
    {
        var visitor = app.Visitor();
        await (await visitor.Get("/?lang=en")).Form(Language).Submit(button: "日本語");

        var page = await visitor.Get("/");

        Assert.Equal("ja", page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("어둡게", "dark")]
    [InlineData("고대비", "contrast")]
    [InlineData("밝게", "light")]
    public async Task A_chosen_theme_stays_until_the_device_decides_again(string name, string theme)
    {
        var visitor = app.Visitor();
        var page = await visitor.Get("/");
        Assert.Equal("device", page.Document.DocumentElement.GetAttribute("data-theme"));

        page = await page.Form(Theme).Submit(button: name);
        Assert.Equal(theme, page.Document.DocumentElement.GetAttribute("data-theme"));

        page = await page.Form(Theme).Submit(button: "기기 설정 따르기");
        Assert.Equal("device", page.Document.DocumentElement.GetAttribute("data-theme"));
    }

    [Fact]
    public async Task After_a_choice_one_is_where_one_was()
    {
        var page = await app.Visitor().Get("/no/such/page?q=a&b=%EA%B0%80");

        page = await page.Form(Theme).Submit(button: "어둡게");

        Assert.Equal("/no/such/page?q=a&b=%EA%B0%80", page.Address);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_never_leaves_the_portal(string elsewhere)
    {
        var visitor = app.Visitor();
        var form = (await visitor.Get("/")).Form(Theme);

        using var request = form.Request(new { returnTo = elsewhere });
        var response = await visitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_language_or_theme_that_is_none_of_ours_is_not_kept()
    {
        var visitor = app.Visitor();
        foreach (var (path, name) in ((string, string)[])[("/preferences/theme", "theme"), ("/preferences/language", "language")])
        {
            using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new(name, "\"><script>")]), Headers = { { "Sec-Fetch-Site", "same-origin" } } };
            var response = await visitor.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Found, response.StatusCode);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "none", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "https://localhost", true)]
    [InlineData("Referer", "https://localhost/blog", true)]
    [InlineData("Referer", "https://localhost.evil.example/", false)]
    [InlineData("X-Nothing", "1", false)]
    public async Task Another_site_cannot_choose_how_the_portal_looks(string header, string value, bool isOurs)
    {
        var visitor = app.Visitor();
        using HttpRequestMessage request = new(HttpMethod.Post, "/preferences/theme") { Content = new FormUrlEncodedContent([new("theme", "dark")]) };
        request.Headers.Add(header, value);

        var response = await visitor.Http.SendAsync(request);

        Assert.Equal(isOurs ? HttpStatusCode.Found : HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(isOurs, response.Headers.Contains("Set-Cookie"));
    }
}
