using System.Net;
using Microsoft.AspNetCore.Http;
using SocialCity.Complaints;
using SocialCity.Web.Startup;
using SocialCity.Web.Tests.Desk;

namespace SocialCity.Web.Tests.Startup;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Beyond_the_limit_it_is_429_with_a_page_and_the_seconds_to_wait()
    {
        await using App app = ProbeSignIn.Into(new App().With("RateLimits:Search:Permits", "2").With("RateLimits:Search:Seconds", "3600"));
        using HttpClient browser = app.Browser();
        browser.DefaultRequestHeaders.Add("Accept", "text/html");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/probe-search"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/probe-search"));
        using HttpResponseMessage refused = await browser.PostAsync("/probe-search", null);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 3600);
        string page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("<h1", page, StringComparison.Ordinal);
        Assert.Contains("60분쯤 지난 뒤에", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_account_has_its_own_limit_wherever_it_comes_from()
    {
        await using App app = ProbeSignIn.Into(new App().With("RateLimits:Search:Permits", "1").With("RateLimits:Search:Seconds", "3600"));
        using HttpClient one = app.Browser();
        one.DefaultRequestHeaders.Add(ProbeSignIn.Header, "1");
        using HttpClient other = app.Browser();
        other.DefaultRequestHeaders.Add(ProbeSignIn.Header, "2");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(one, "/probe-search"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(one, "/probe-search"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "/probe-search"));
    }

    [Fact]
    public async Task Opening_a_form_does_not_count_as_filing()
    {
        await using App app = ProbeSignIn.Into(new App().With("RateLimits:Filing:Permits", "1").With("RateLimits:Filing:Seconds", "3600"));
        using HttpClient browser = app.Browser();

        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage form = await browser.GetAsync("/probe-filing");
            Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/probe-filing"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(browser, "/probe-filing"));
    }

    [Fact]
    public async Task Who_filed_too_often_may_still_support_and_withdraw()
    {
        await using App app = new App().With("RateLimits:NewComplaints:Permits", "1").With("RateLimits:NewComplaints:Seconds", "3600");
        DeskCity city = await DeskCity.Make(app);
        await app.Sort(city.Roads);
        string number = await city.File();
        Visitor citizen = await app.SignedIn(city.Citizen);
        PageForm filing = (await citizen.Get("/complaints/new")).Form("main form[action$='/complaints/new']");

        Assert.Equal(HttpStatusCode.BadRequest, (await filing.Submit()).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await filing.Submit()).Status);

        Visitor neighbour = await app.SignedIn(await app.Citizen());
        await (await neighbour.Get("/complaints/new")).Form("main form[action$='/complaints/new']").Submit();
        Page supported = await (await neighbour.Get($"/complaints/{number}")).Form("main form[action$='/support']").Submit();
        Assert.Equal(HttpStatusCode.OK, supported.Status);
        Page withdrawn = await (await citizen.Get($"/complaints/{number}/withdrawals")).Form().Submit();
        Assert.Equal(HttpStatusCode.OK, withdrawn.Status);
        Assert.Equal(ComplaintState.Closed, (await city.Read(number)).State);
    }

    [Fact]
    public async Task The_general_limit_lets_its_own_page_through_and_counts_no_probe_of_health_and_no_style_sheet()
    {
        await using App app = ProbeSignIn.Into(new App().With("RateLimits:General:Permits", "1").With("RateLimits:General:Seconds", "3600"));
        using HttpClient browser = app.Browser();
        browser.DefaultRequestHeaders.Add("Accept", "text/html");

        Assert.Equal(HttpStatusCode.OK, await FetchedAsync("/city.css"));
        using HttpResponseMessage first = await browser.GetAsync("/probe");
        using HttpResponseMessage second = await browser.GetAsync("/probe");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Contains("<h1", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await FetchedAsync("/health/live"));
        Assert.Equal(HttpStatusCode.OK, await FetchedAsync("/city.css"));

        async Task<HttpStatusCode> FetchedAsync(string address)
        {
            using HttpResponseMessage answer = await browser.GetAsync(address);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::9", "2001:db8:1:2::/64")]
    public void A_household_counts_as_one_network(string address, string network)
    {
        DefaultHttpContext context = new();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);

        Assert.Equal(network, RateLimits.Network(context));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string address)
    {
        using HttpResponseMessage answer = await browser.PostAsync(address, null);
        return answer.StatusCode;
    }
}
