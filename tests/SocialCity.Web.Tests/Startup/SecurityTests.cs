using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Startup;

public sealed class SecurityTests(SecurityTests.ProbedApp app) : IClassFixture<SecurityTests.ProbedApp>
{
    public sealed class ProbedApp : App
    {
        public ProbedApp() => ProbeSignIn.Into(this);
    }

    [Theory]
    [InlineData("/probe", 200)]
    [InlineData("/probe-secret", 302)]
    [InlineData("/nowhere", 404)]
    [InlineData("/probe-failure", 500)]
    [InlineData("/health/live", 200)]
    [InlineData("/favicon.svg", 200)]
    public async Task Every_kind_of_answer_carries_the_security_headers(string address, int status)
    {
        using HttpClient browser = app.Browser();
        using HttpResponseMessage answer = await browser.GetAsync(address);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Contains("geolocation=(self)", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        string policy = Header(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public void Features_add_their_origins_to_the_policy_and_loosen_nothing_else()
    {
        ContentPolicy policy = new();
        policy.Images.Add("https://tiles.example");
        policy.FormTargets.Add("https://kauth.example");

        Assert.Equal(
            new ContentPolicy().ToString()
                .Replace("img-src 'self' data: blob:", "img-src 'self' data: blob: https://tiles.example", StringComparison.Ordinal)
                .Replace("form-action 'self'", "form-action 'self' https://kauth.example", StringComparison.Ordinal),
            policy.ToString());
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("https://tiles.example:8443/{z}/{x}/{y}.png?key=1", " https://tiles.example:8443")]
    [InlineData("https://{s}.tiles.example/{z}/{x}/{y}.png", " https://a.tiles.example https://b.tiles.example https://c.tiles.example")]
    [InlineData("https://{z}.tiles.example/{x}/{y}.png", "")]
    [InlineData("ftp://tiles.example/{z}/{x}/{y}.png", "")]
    [InlineData("https://tiles.example; script-src *", "")]
    public void Only_the_origin_of_the_tiles_may_give_pictures(string? tiles, string origins) => Assert.Contains(
        $"img-src 'self' data: blob:{origins};", new ContentPolicy().With(tiles), StringComparison.Ordinal);

    [Fact]
    public async Task Plain_http_is_sent_to_https_apart_from_probes_of_health()
    {
        using HttpClient plain = app.CreateClient(new WebApplicationFactoryClientOptions
        {
            BaseAddress = new Uri("http://city.example"),
            AllowAutoRedirect = false,
        });

        using HttpResponseMessage page = await plain.GetAsync("/probe?x=1");
        Assert.Equal(HttpStatusCode.PermanentRedirect, page.StatusCode);
        Assert.Equal("https://city.example/probe?x=1", page.Headers.Location?.ToString());
        using HttpResponseMessage health = await plain.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Browsers_remember_https_for_a_year()
    {
        using HttpClient browser = app.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://city.example") });
        using HttpResponseMessage answer = await browser.GetAsync("/probe");

        Assert.Equal("max-age=31536000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task What_somebody_sees_signed_in_is_kept_by_no_cache()
    {
        using HttpClient browser = app.Browser();
        browser.DefaultRequestHeaders.Add(ProbeSignIn.Header, "7");
        using HttpResponseMessage answer = await browser.GetAsync("/probe-secret");

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Pages_are_compressed_for_visitors_only()
    {
        using HttpClient visitor = app.Browser();
        visitor.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        using HttpResponseMessage open = await visitor.GetAsync("/probe");
        Assert.Equal(["br"], open.Content.Headers.ContentEncoding);

        visitor.DefaultRequestHeaders.Add(ProbeSignIn.Header, "7");
        using HttpResponseMessage personal = await visitor.GetAsync("/probe");
        Assert.Empty(personal.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_refused_before_it_is_read()
    {
        using HttpClient browser = app.Browser();
        using ByteArrayContent content = new(new byte[RequestSizes.Form + 1]);
        using HttpResponseMessage answer = await browser.PostAsync("/probe-form", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_post_without_a_token_is_refused()
    {
        using HttpClient browser = app.Browser();
        using FormUrlEncodedContent content = new(new Dictionary<string, string> { ["text"] = "hello" });
        using HttpResponseMessage answer = await browser.PostAsync("/probe-form", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_wrong_method_is_told_as_such_to_a_visitor()
    {
        using HttpClient browser = app.Browser();
        using HttpResponseMessage answer = await browser.DeleteAsync("/probe-secret");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}
