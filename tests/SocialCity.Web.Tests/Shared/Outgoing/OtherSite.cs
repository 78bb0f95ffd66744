using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SocialCity.Web.Tests.Shared.Outgoing;

/// <summary>A site elsewhere, on a port of this machine: it answers as a test says and remembers what it was asked.</summary>
public sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);

    private OtherSite(WebApplication server) => _server = server;

    public string Root { get; private set; } = "";

    /// <summary>Method, path with query, and form of each request, as "POST /hook a=1".</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>The headers of each request.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Headers { get; } = [];

    public static async Task<OtherSite> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication server = builder.Build();
        OtherSite site = new(server);
        server.Run(site.AnswerAsync);
        await server.StartAsync();
        site.Root = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.Single() ?? "";
        return site;
    }

    public string At(string path) => Root + path;

    public OtherSite Answers(string path, RequestDelegate answer)
    {
        _pages[path] = answer;
        return this;
    }

    public OtherSite Shows(string path, string html, string? link = null, string type = "text/html; charset=utf-8") => Answers(path, context =>
    {
        context.Response.ContentType = type;
        if (link is not null)
        {
            context.Response.Headers.Append("Link", link);
        }

        return context.Response.WriteAsync(html);
    });

    public OtherSite Redirects(string path, string to, int status = 302) => Answers(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    public OtherSite Fails(string path, int status) => Answers(path, context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        string form = context.Request.HasFormContentType
            ? " " + string.Join('&', (await context.Request.ReadFormAsync()).Select(f => $"{f.Key}={f.Value}"))
            : "";
        Asked.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}{form}");
        Headers.Enqueue(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()));
        if (_pages.TryGetValue(context.Request.Path, out RequestDelegate? page))
        {
            await page(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
