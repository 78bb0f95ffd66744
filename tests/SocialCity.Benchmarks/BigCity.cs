using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Demo;
using SocialCity.Web.Startup;
using SocialCity.Web.Tests.Complaints;

namespace SocialCity.Benchmarks;

/// <summary>Who asks for a page.</summary>
internal enum Reader
{
    Guest,
    Official,
    Manager,
}

/// <summary>
/// The whole portal on a Kestrel of its own, over the storage folder of a demonstration city. In Development, where alone such a city may
/// live, and otherwise as in Production, with its log; but without jobs, which would work beside the requests, and without limits of how
/// many requests may come.
/// </summary>
internal sealed class BigCity : WebApplicationFactory<DemoCity>
{
    private readonly string _folder;
    private readonly SqlCounter _sql = new();
    private readonly Dictionary<Reader, HttpClient> _readers = [];

    private BigCity(string folder)
    {
        _folder = folder;
        UseKestrel(port: 0);
    }

    /// <summary>How many complaints the list holds.</summary>
    public int Listed { get; private set; }

    public static async Task<BigCity> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        BigCity city = new(folder);
        city.StartServer();
        city._readers[Reader.Guest] = city.Browser();
        city._readers[Reader.Official] = await city.SignInAsync(DemoPeople.Official, cancellationToken);
        city._readers[Reader.Manager] = await city.SignInAsync(DemoPeople.Manager, cancellationToken);
        city.Listed = await city.AskAsync(db => db.Complaints.Listed().CountAsync(cancellationToken));
        return city;
    }

    /// <summary>Asks the database past the portal, to find out which pages there are.</summary>
    public async Task<T> AskAsync<T>(Func<CityDb, Task<T>> ask)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<CityDb>());
    }

    /// <summary>Asks for a page and reads it to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not answer with a page.</exception>
    public async Task<Answer> GetAsync(Reader reader, string address, CancellationToken cancellationToken)
    {
        TimeSpan time = default;
        int bytes = 0;
        int commands = await _sql.CountAsync(async () =>
        {
            long start = Stopwatch.GetTimestamp();
            using HttpResponseMessage response = await _readers[reader].GetAsync(address, cancellationToken);
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            time = Stopwatch.GetElapsedTime(start);
            bytes = body.Length;
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}.");
            }
        });
        return new Answer(time, commands, bytes);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development").UseSolutionRelativeContentRoot("src/SocialCity.Web");
        foreach ((string setting, string value) in new[]
        {
            ("Storage:Folder", _folder),
            ("Security:Https", "false"),
            ("Demo:Enabled", "false"),
            ("Jobs:Enabled", "false"),
            ("Logs:Console", "None"),
            ("RateLimits:General:Permits", "1000000000"),
            ("RateLimits:Search:Permits", "1000000000"),
        })
        {
            builder.UseSetting(setting, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IDbContextOptionsConfiguration<CityDb>>(_sql);
            services.Remove(services.Single(s => s.ImplementationType == typeof(NodeUpkeep)));
        });
    }

    /// <summary>Takes compressed pages, as every browser does, and leaves them so.</summary>
    private HttpClient Browser()
    {
        HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = ClientOptions.BaseAddress,
        };
        browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ko");
        return browser;
    }

    private async Task<HttpClient> SignInAsync(string email, CancellationToken cancellationToken)
    {
        const string address = "/account/sign-in";
        HttpClient browser = Browser();
        browser.DefaultRequestHeaders.AcceptEncoding.Clear();
        var page = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(address, cancellationToken), cancellationToken);
        string token = page.QuerySelector($"form[action^='{address}'] input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? throw new InvalidOperationException("The page for signing in has no form.");
        using FormUrlEncodedContent form = new(new Dictionary<string, string>
        {
            ["Form.Email"] = email,
            ["Form.Password"] = DemoCity.Password,
            ["__RequestVerificationToken"] = token,
        });
        using HttpResponseMessage answer = await browser.PostAsync(address, form, cancellationToken);
        browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        return answer.StatusCode == HttpStatusCode.Redirect
            ? browser
            : throw new InvalidOperationException($"{email} could not sign in: {(int)answer.StatusCode}. Was the city made by 'demo --scale'?");
    }
}

/// <summary>One page as it came.</summary>
/// <param name="Time">From the request until the last byte.</param>
/// <param name="Commands">How many SQL commands it took.</param>
/// <param name="Bytes">How large it came over the wire.</param>
internal readonly record struct Answer(TimeSpan Time, int Commands, int Bytes);
