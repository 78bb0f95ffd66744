using System.Text.Json;

namespace SocialCity.Web.Tests.Startup;

public sealed class RequestLogTests
{
    private const string Secret = "홍길동-010-1234-5678";

    [Fact]
    public async Task The_log_tells_the_route_and_never_what_somebody_wrote()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();
        browser.DefaultRequestHeaders.Add(ProbeSignIn.Header, "42");
        browser.DefaultRequestHeaders.Add("Cookie", $"note={Uri.EscapeDataString(Secret)}");
        browser.DefaultRequestHeaders.Add("User-Agent", "secret-browser");

        using HttpResponseMessage got = await browser.GetAsync($"/probe/{Secret}?q={Secret}");
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["text"] = Secret });
        using HttpResponseMessage posted = await browser.PostAsync("/probe-form", form);
        using HttpResponseMessage missing = await browser.GetAsync($"/{Secret}");

        string log = await LogAsync(app);
        Assert.DoesNotContain(Secret, log, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(Secret), log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret-browser", log, StringComparison.Ordinal);
        JsonElement told = Requests(log).First(e => e.GetProperty("Route").GetString() == "/probe/{name?}");
        Assert.Equal("GET", told.GetProperty("Method").GetString());
        Assert.Equal(200, told.GetProperty("Status").GetInt32());
        Assert.Equal("42", told.GetProperty("Account").GetString());
        Assert.Contains(Requests(log), e => e.GetProperty("Route").GetString() == "(no route)" && e.GetProperty("Status").GetInt32() == 404);
    }

    [Fact]
    public async Task A_failure_is_told_once_with_its_exception()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();
        using HttpResponseMessage answer = await browser.GetAsync("/probe-failure");

        string log = await LogAsync(app);
        JsonElement told = Assert.Single(Events(log), e => e.TryGetProperty("Exception", out _));
        Assert.Equal("Error", told.GetProperty("Level").GetString());
        Assert.Contains("The probe fails.", told.GetProperty("Exception").GetString(), StringComparison.Ordinal);
        Assert.Equal("/probe-failure", told.GetProperty("Properties").GetProperty("Route").GetString());
    }

    [Fact]
    public async Task Probes_of_health_do_not_fill_the_log()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();
        using HttpResponseMessage health = await browser.GetAsync("/health/live");
        using HttpResponseMessage page = await browser.GetAsync("/probe");

        JsonElement told = Assert.Single(Requests(await LogAsync(app)));
        Assert.Equal("/probe/{name?}", told.GetProperty("Route").GetString());
    }

    [Fact]
    public async Task A_forged_line_stays_inside_its_event()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();
        browser.DefaultRequestHeaders.Add(ProbeSignIn.Header, "1\t{\"Level\":\"Fatal\"}");
        using HttpResponseMessage answer = await browser.GetAsync("/probe");

        JsonElement told = Assert.Single(Requests(await LogAsync(app)));
        Assert.Equal("1\\u0009{\"Level\":\"Fatal\"}", told.GetProperty("Account").GetString());
    }

    private static IEnumerable<JsonElement> Requests(string log) => Events(log)
        .Select(e => e.GetProperty("Properties")).Where(p => p.TryGetProperty("Route", out _));

    private static IEnumerable<JsonElement> Events(string log) =>
        log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    // The client reads an answer to its end, which comes after the event.
    private static async Task<string> LogAsync(App app)
    {
        string file = Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "logs")));
        await using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync();
    }
}
