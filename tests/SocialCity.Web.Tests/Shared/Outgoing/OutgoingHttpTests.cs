using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using SocialCity.Web.Shared.Mailing;
using SocialCity.Web.Shared.Outgoing;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Shared.Outgoing;

public sealed class OutgoingHttpTests : IAsyncLifetime
{
    private static readonly string[] Html = ["text/html"];

    private OtherSite _site = null!;

    public async Task InitializeAsync() => _site = await OtherSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:169.254.169.254]/latest/meta-data")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0/")]
    [InlineData("https://10.0.0.1/")]
    public async Task An_address_that_is_not_public_is_not_connected_to(string address)
    {
        using OutgoingHttp http = Http(new OutgoingOptions());

        var refused = await Assert.ThrowsAsync<OutgoingRefusedException>(() => http.GetAsync(new Uri(address), Html, default));

        Assert.Equal(OutgoingRefusal.NotPublic, refused.Refusal);
    }

    [Theory]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:secret@example.com/")]
    [InlineData("http://example.com:22/")]
    [InlineData("http://example.com:8080/")]
    [InlineData("gopher://example.com/")]
    public async Task Only_the_web_is_asked_at_its_own_ports_and_without_passwords(string address)
    {
        using OutgoingHttp http = Http(new OutgoingOptions(), (_, _) => throw new InvalidOperationException("Looked up."));

        var refused = await Assert.ThrowsAsync<OutgoingRefusedException>(() => http.GetAsync(new Uri(address), Html, default));

        Assert.Equal(OutgoingRefusal.Address, refused.Refusal);
    }

    [Fact]
    public async Task A_name_that_means_a_private_address_is_refused_however_public_it_sounds()
    {
        using OutgoingHttp http = Http(new OutgoingOptions(), Means("192.168.0.10"));

        var refused = await Assert.ThrowsAsync<OutgoingRefusedException>(() => http.GetAsync(new Uri("http://friendly.example/"), Html, default));

        Assert.Equal(OutgoingRefusal.NotPublic, refused.Refusal);
    }

    /// <summary>A connection has one look-up, whose answer is checked and connected to: there is no second one that could mean something else.</summary>
    [Fact]
    public async Task The_address_that_is_connected_to_is_the_one_that_was_checked()
    {
        int lookups = 0;
        using OutgoingHttp http = Http(
            new OutgoingOptions { AllowThisMachine = true },
            (_, _) => Task.FromResult<IPAddress[]>([++lookups == 1 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1")]));
        Uri rebound = new UriBuilder(_site.Root) { Host = "rebound.example" }.Uri;
        _site.Answers("/", context =>
        {
            // The next request needs a connection of its own.
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });

        await http.GetAsync(rebound, Html, default);
        Assert.Equal((1, 1), (lookups, _site.Asked.Count));

        var second = await Assert.ThrowsAsync<OutgoingRefusedException>(() => http.GetAsync(rebound, Html, default));
        Assert.Equal(OutgoingRefusal.NotPublic, second.Refusal);
        Assert.Equal((2, 1), (lookups, _site.Asked.Count));
    }

    [Fact]
    public async Task Of_several_addresses_only_the_allowed_ones_are_tried()
    {
        using OutgoingHttp http = Http(new OutgoingOptions { AllowThisMachine = true }, Means("10.1.2.3", "127.0.0.1"));
        _site.Shows("/", "here");

        OutgoingAnswer answer = await http.GetAsync(new UriBuilder(_site.Root) { Host = "mixed.example" }.Uri, Html, default);

        Assert.Equal("here", Encoding.UTF8.GetString(answer.Body));
    }

    [Fact]
    public async Task Each_redirect_is_checked_anew()
    {
        using OutgoingHttp http = Local();
        _site.Redirects("/to-private", "http://10.0.0.1/").Redirects("/to-file", "file:///etc/passwd").Redirects("/to-password", "http://a:b@example.com/");

        Assert.Equal(OutgoingRefusal.NotPublic, (await Refused(http, "/to-private")).Refusal);
        Assert.Equal(OutgoingRefusal.Address, (await Refused(http, "/to-file")).Refusal);
        Assert.Equal(OutgoingRefusal.Address, (await Refused(http, "/to-password")).Refusal);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_not_a_sixth()
    {
        using OutgoingHttp http = Local();
        for (int i = 1; i <= 6; i++)
        {
            _site.Redirects($"/{i}", $"/{i - 1}", i % 2 == 0 ? 301 : 307);
        }

        _site.Shows("/0", "the end");

        Assert.Equal(_site.At("/0"), (await http.GetAsync(new Uri(_site.At("/5")), Html, default)).Address.AbsoluteUri);
        Assert.Equal(OutgoingRefusal.TooManyRedirects, (await Refused(http, "/6")).Refusal);
    }

    [Fact]
    public async Task A_form_is_posted_again_only_where_the_redirect_says_so()
    {
        using OutgoingHttp http = Local();
        _site.Redirects("/moved", "/new", 308).Redirects("/elsewhere", "/new", 302).Fails("/new", 202);

        OutgoingAnswer moved = await http.PostFormAsync(new Uri(_site.At("/moved")), [new("a", "1")], default);
        OutgoingAnswer elsewhere = await http.PostFormAsync(new Uri(_site.At("/elsewhere")), [new("a", "1")], default);

        Assert.Equal(HttpStatusCode.Accepted, moved.Status);
        Assert.Equal(HttpStatusCode.Redirect, elsewhere.Status);
        Assert.Equal(["POST /moved a=1", "POST /new a=1", "POST /elsewhere a=1"], _site.Asked);
    }

    [Fact]
    public async Task No_more_is_read_than_the_limit_also_of_what_was_packed()
    {
        using OutgoingHttp http = Http(new OutgoingOptions { AllowThisMachine = true, MostBytes = 10_000 });
        _site.Answers("/endless", async context =>
        {
            context.Response.ContentType = "text/html";
            byte[] part = new byte[65_536];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
            }
        });
        _site.Answers("/bomb", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = "gzip";
            await using GZipStream packed = new(context.Response.Body, CompressionLevel.Fastest);
            await packed.WriteAsync(new byte[20_000_000]);
        });

        Assert.Equal(10_000, (await http.GetAsync(new Uri(_site.At("/endless")), Html, default)).Body.Length);
        Assert.Equal(10_000, (await http.GetAsync(new Uri(_site.At("/bomb")), Html, default)).Body.Length);
    }

    [Fact]
    public async Task What_is_of_another_type_is_not_read()
    {
        using OutgoingHttp http = Local();
        _site.Shows("/film", "bytes", type: "video/mp4");

        OutgoingAnswer answer = await http.GetAsync(new Uri(_site.At("/film")), Html, default);

        Assert.Equal(("video/mp4", 0), (answer.ContentType, answer.Body.Length));
    }

    [Theory]
    [InlineData("/silent")]
    [InlineData("/dripping")]
    public async Task Whoever_takes_too_long_is_left(string path)
    {
        using OutgoingHttp http = Http(new OutgoingOptions { AllowThisMachine = true, Seconds = 1 });
        _site.Answers("/silent", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        _site.Answers("/dripping", async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>a", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAsync<TimeoutException>(() => http.GetAsync(new Uri(_site.At(path)), Html, default));
    }

    [Fact]
    public async Task A_request_says_who_asks_and_carries_nothing_of_anybody()
    {
        using OutgoingHttp http = Local();
        _site.Answers("/", context =>
        {
            context.Response.Cookies.Append("track", "1");
            return Task.CompletedTask;
        });
        using var activity = new System.Diagnostics.Activity("request").Start();

        await http.GetAsync(new Uri(_site.At("/")), Html, default);
        await http.GetAsync(new Uri(_site.At("/")), Html, default);

        Assert.All(_site.Headers, headers =>
        {
            Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], headers.Keys.Order(StringComparer.Ordinal));
            Assert.Equal("SocialCity/1 (+https://city.example)", headers["User-Agent"]);
        });
    }

    [Fact]
    public void Production_does_not_start_when_strangers_could_reach_this_machine()
    {
        WebApplicationBuilderFor production = new("Production");

        Assert.Throws<StartupException>(production.Builder.AddOutgoingRequests);
        new WebApplicationBuilderFor("Development").Builder.AddOutgoingRequests();
    }

    private Task<OutgoingRefusedException> Refused(OutgoingHttp http, string path) =>
        Assert.ThrowsAsync<OutgoingRefusedException>(() => http.GetAsync(new Uri(_site.At(path)), Html, default));

    private static OutgoingHttp Local() => Http(new OutgoingOptions { AllowThisMachine = true });

    private static OutgoingHttp Http(OutgoingOptions options, HostLookup? lookup = null) => new(
        Options.Create(options),
        lookup ?? Dns.GetHostAddressesAsync,
        new SiteAddress(Options.Create(new SiteOptions { Address = "https://city.example" }), new NoServer()));

    private static HostLookup Means(params string[] addresses) => (_, _) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse));

    private sealed class WebApplicationBuilderFor
    {
        public WebApplicationBuilderFor(string environment)
        {
            Builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder(
                new Microsoft.AspNetCore.Builder.WebApplicationOptions { EnvironmentName = environment });
            Builder.Configuration["Outgoing:AllowThisMachine"] = "true";
        }

        public Microsoft.AspNetCore.Builder.WebApplicationBuilder Builder { get; }
    }

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
