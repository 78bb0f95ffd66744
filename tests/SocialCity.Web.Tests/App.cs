using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialCity.Notices;
using SocialCity.Tests.Data;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests;

/// <summary>
/// The whole application in memory, as in Production but without jobs, on a storage folder and with a clock of its own. Settings are
/// given before the first use. One for each test class: <c>public sealed class BoardTests(App app) : IClassFixture&lt;App&gt;</c>.
/// </summary>
public class App : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Jobs:Enabled"] = "false",
        ["Demo:Enabled"] = "false",
        ["Logs:Console"] = "None",
        ["RateLimits:General:Permits"] = "1000000",
        ["RateLimits:SignIn:Permits"] = "1000000",
        ["RateLimits:SignInOfAccount:Permits"] = "1000000",
        ["RateLimits:Register:Permits"] = "1000000",
        ["RateLimits:Mail:Permits"] = "1000000",
        ["RateLimits:NewComplaints:Permits"] = "1000000",
        ["RateLimits:Supports:Permits"] = "1000000",
        ["RateLimits:Talk:Permits"] = "1000000",
        ["RateLimits:Mentions:Permits"] = "1000000",
        ["RateLimits:Filing:Permits"] = "1000000",
        ["RateLimits:Search:Permits"] = "1000000",
    };

    private readonly List<Action<IServiceCollection>> services = [];

    /// <summary>
    /// Where its data lies when the tests run against a SQL Server; null for a SQLite file in <see cref="Folder"/>.
    /// </summary>
    internal ServerDatabase? Database { get; init; } = ServerDatabase.For(System.Environment.GetEnvironmentVariable(ServerDatabase.Variable));

    /// <summary>Where the application writes.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"socialcity-test-{Guid.NewGuid():N}");

    /// <summary>The clock of the application; it stands still until a test moves it.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>The environment it runs in.</summary>
    protected virtual string Environment => "Testing";

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

    /// <summary>A person with a browser of their own: no cookies yet, reading this language.</summary>
    public Visitor Visitor(string language = "ko") => new(this, language);

    /// <summary>Acts on a service as a request would: in a scope of its own.</summary>
    public async Task<T> Use<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Acts on a service as a request would: in a scope of its own.</summary>
    public async Task Use<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Does what waits in the outbox, of one kind, as the job does every few seconds. Returns how much was done.</summary>
    public async Task<int> Deliver<T>()
        where T : Errand
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Outbox>()
            .DispatchAsync(scope.ServiceProvider.GetRequiredService<ICarrier<T>>(), CancellationToken.None);
    }

    /// <summary>Waits until what was written can be found by searching: a server's full text follows by itself, SQLite's at once.</summary>
    public Task IndexedAsync() => Database?.IndexedAsync() ?? Task.CompletedTask;

    /// <summary>Asks by https and follows no redirects; keeps cookies.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri("https://localhost"),
        AllowAutoRedirect = false,
        HandleCookies = true,
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Storage:Folder", Folder);
        if (Database is null)
        {
            MigratedFile.CopyTo(Path.Combine(Folder, "city.db"));
        }

        Database?.Make();
        foreach (var (name, value) in settings.Concat(Database?.Settings ?? new Dictionary<string, string>()))
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(container =>
        {
            container.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // It would come at a time of its own, between the commands that a test counts.
            container.Remove(container.Single(s => s.ImplementationType == typeof(NodeUpkeep)));
            // Half a second of the processor for each sign-in is for attackers, not for tests.
            container.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000);
            services.ForEach(change => change(container));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        if (Database is not null)
        {
            await Database.DropAsync();
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>The application as developers run it.</summary>
public sealed class DevelopmentApp : App
{
    protected override string Environment => "Development";
}

/// <summary>A clock that a test sets: Friday, 18 September 2026, 10:00 in Seoul, until it is moved.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 9, 18, 1, 0, 0, TimeSpan.Zero);

    /// <summary>The moment of the clock, in UTC.</summary>
    public DateTime UtcNow => now.UtcDateTime;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => now;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override long GetTimestamp() => now.Ticks;

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan span) => now += span;

    /// <summary>Sets the clock to a moment in UTC.</summary>
    public void Set(DateTime utc) => now = new DateTimeOffset(utc, TimeSpan.Zero);
}
