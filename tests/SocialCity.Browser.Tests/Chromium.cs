using Microsoft.Playwright;

namespace SocialCity.Browser.Tests;

/// <summary>The browser: Debian's Chromium where it is installed, best the one without windows (half as much work for the processor), else Playwright's own, which is fetched when it can be.</summary>
internal static class Chromium
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // No page lives long enough for its scripts to be worth compiling once more.
        "--js-flags=--no-turbofan",
    ];

    private static readonly Lazy<string?> Missing = new(FindReason);

    /// <summary>Why the browser tests cannot run here; null when they can. With CI=true nothing is skipped: they fail instead.</summary>
    public static string? WhyNot => Environment.GetEnvironmentVariable("CI") == "true" ? null : Missing.Value;

    private static string? Executable =>
        ((string[])["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(
        new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Flags });

    private static string? FindReason()
    {
        if (Executable is not null)
        {
            return null;
        }

        return Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0
            ? null
            : "There is no Chromium here and Playwright could not fetch one: install the package chromium.";
    }
}

/// <summary>A test in a browser; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyNot;
}

/// <summary>The same with rows of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.WhyNot;
}
