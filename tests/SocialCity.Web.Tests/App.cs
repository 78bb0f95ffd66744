using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace SocialCity.Web.Tests;

/// <summary>
/// The whole application in memory, as in Production but without jobs, on a storage folder of its own that goes with it. Settings are
/// given before the first use.
/// </summary>
public class App : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Jobs:Enabled"] = "false",
        ["Logs:Console"] = "None",
        ["RateLimits:General:Permits"] = "1000000",
        ["RateLimits:SignIn:Permits"] = "1000000",
        ["RateLimits:Register:Permits"] = "1000000",
        ["RateLimits:Mail:Permits"] = "1000000",
        ["RateLimits:Filing:Permits"] = "1000000",
        ["RateLimits:Search:Permits"] = "1000000",
    };

    private readonly List<Action<IServiceCollection>> services = [];

    /// <summary>Where the application writes.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"socialcity-test-{Guid.NewGuid():N}");

    /// <summary>Gives a setting, as the command line would.</summary>
    public App With(string setting, string value)
    {
        settings[setting] = value;
        return this;
    }

    /// <summary>Puts something of the test into the container, last.</summary>
    public App With(Action<IServiceCollection> change)
    {
        services.Add(change);
        return this;
    }

    /// <summary>Asks by https and follows no redirects; keeps cookies.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri("https://localhost"),
        AllowAutoRedirect = false,
        HandleCookies = true,
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Storage:Folder", Folder);
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(container => services.ForEach(change => change(container)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }
}
