using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SocialCity.Notices;

namespace SocialCity.Browser.Tests;

/// <summary>The portal with its demo city, served on a port of this machine, and a browser to visit it with. One for all tests.</summary>
public sealed class Portal : WebApplicationFactory<global::Program>, IAsyncLifetime
{
    /// <summary>The password of the demo city's sign-ins.</summary>
    public const string Password = "nuri-social-city-demo";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"socialcity-browser-{Guid.NewGuid():N}");

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>By name: a passkey belongs to a name, not to an IP address.</summary>
    public string Address => new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri.GetLeftPart(UriPartial.Authority);

    /// <summary>Where mail arrives.</summary>
    public string MailFolder => Path.Combine(_folder, "mail");

    public async Task InitializeAsync()
    {
        if (Chromium.WhyNot is not null)
        {
            return;
        }

        UseKestrel(0);
        StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>A person with a browser of their own.</summary>
    public async Task<IPage> VisitAsync(bool script = true, int width = 1280, int height = 900, string language = "ko-KR")
    {
        IBrowser browser = _browser ?? throw new InvalidOperationException("The browser was not started.");
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            JavaScriptEnabled = script,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = language,
            TimezoneId = "Asia/Seoul",
            // Axe would measure colours halfway from one to another.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    /// <summary>A person signed in to the demo city.</summary>
    /// <param name="who">The part of the address before the @, e.g. "citizen"; nothing for a guest.</param>
    /// <param name="script">Whether the browser runs scripts.</param>
    /// <param name="width">Of the window, in px.</param>
    public async Task<IPage> SignInAsync(string who, bool script = true, int width = 1280)
    {
        IPage page = await VisitAsync(script, width);
        if (who.Length == 0)
        {
            return page;
        }

        await page.GotoAsync("/account/sign-in");
        await page.Locator("main form input[type=email]").First.FillAsync($"{who}@nuri.example");
        await page.Locator("main form input[type=password]").First.FillAsync(Password);
        await page.Locator("main form:has(input[type=password]) button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Sends what waits in the outbox, as the job does every few seconds.</summary>
    public async Task SendMailAsync()
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        Outbox outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        ICarrier<Notice> mails = scope.ServiceProvider.GetRequiredService<ICarrier<Notice>>();
        while (await outbox.DispatchAsync(mails, default) > 0)
        {
        }
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Folder", _folder);
        builder.UseSetting("Jobs:Enabled", "false");
        // Drawing all of them takes longer than the journeys.
        builder.UseSetting("Demo:Photos", "4");
        builder.UseSetting("Logs:Console", "None");
        foreach (string limit in (string[])["General", "SignIn", "SignInOfAccount", "Register", "Mail", "NewComplaints", "Filing", "Supports", "Talk", "Search"])
        {
            builder.UseSetting($"RateLimits:{limit}:Permits", "1000000");
        }
    }
}

/// <summary>All browser tests share one portal: the demo city is built once.</summary>
[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<Portal>
{
    public const string Name = "portal";
}
