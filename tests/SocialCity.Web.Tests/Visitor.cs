using System.Net.Http.Headers;
using AngleSharp.Html.Parser;

namespace SocialCity.Web.Tests;

/// <summary>
/// A person with a browser. Every page they see is held against <see cref="PageRules"/>.
/// <code>
/// var page = await visitor.Get("/complaints/new");
/// page = await page.Form().Submit(new { Title = "가로등이 꺼졌어요", Text = "…" });
/// Assert.Equal("접수했습니다", page.Heading);
/// </code>
/// </summary>
public sealed class Visitor
{
    /// <summary>For what a page cannot do: calls of the API, odd requests. Keeps this person's cookies; follows no redirect.</summary>
    public HttpClient Http { get; }

    internal Visitor(App app, string language)
    {
        Http = app.Browser();
        Http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        Http.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
    }

    /// <summary>Opens an address and follows redirects, as a browser does.</summary>
    public async Task<Page> Get(string path) => await Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends a request and follows redirects with GET; the page at the end.</summary>
    public async Task<Page> Send(HttpRequestMessage request)
    {
        List<string> redirects = [];
        var response = await Http.SendAsync(request);
        while (response.Headers.Location is { } location && (int)response.StatusCode is 301 or 302 or 303 or 307 or 308)
        {
            Assert.True(redirects.Count < 10, $"Redirected in a circle: {string.Join(" > ", redirects)}");
            redirects.Add(location.OriginalString);
            var target = new Uri(response.RequestMessage?.RequestUri ?? Http.BaseAddress!, location);
            Assert.True(target.Host == "localhost", $"Redirected away, to {target}; use {nameof(Http)} to see such an answer.");
            response = await Http.GetAsync(target);
        }

        return await Read(response, redirects);
    }

    private async Task<Page> Read(HttpResponseMessage response, IReadOnlyList<string> redirects)
    {
        var address = response.RequestMessage?.RequestUri?.PathAndQuery ?? "";
        var body = await response.Content.ReadAsStringAsync();
        var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
        List<string> mistakes = [];
        var parser = new HtmlParser();
        parser.Error += (_, e) => mistakes.Add(e is AngleSharp.Html.Dom.Events.HtmlErrorEvent error
            ? $"line {error.Position.Line}: {error.Message}"
            : "unreadable markup");
        var document = await parser.ParseDocumentAsync(isHtml ? body : "");
        if (isHtml)
        {
            PageRules.Check(document, mistakes, address);
        }

        return new Page(this, response, address, document, body, redirects);
    }
}
