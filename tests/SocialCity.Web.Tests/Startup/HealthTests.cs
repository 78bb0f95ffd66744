using System.Net;
using System.Text.Json;

namespace SocialCity.Web.Tests.Startup;

public sealed class HealthTests
{
    [Fact]
    public async Task A_fresh_portal_is_ready_and_says_so_without_signing_in()
    {
        await using App app = new();
        using HttpClient browser = app.Browser();

        using HttpResponseMessage answer = await browser.GetAsync("/health/ready");
        JsonElement told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Healthy", told.GetProperty("status").GetString());
        Assert.Equal(["database", "storage", "outbox"], told.GetProperty("parts").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task A_storage_that_is_gone_takes_the_node_out_of_service_but_does_not_restart_it()
    {
        await using App app = new();
        using HttpClient browser = app.Browser();
        using HttpResponseMessage before = await browser.GetAsync("/health/ready");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(app.Folder, recursive: true);

        using HttpResponseMessage ready = await browser.GetAsync("/health/ready");
        using HttpResponseMessage live = await browser.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        string told = await ready.Content.ReadAsStringAsync();
        Assert.Contains("\"storage\":\"Unhealthy\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Folder, told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
