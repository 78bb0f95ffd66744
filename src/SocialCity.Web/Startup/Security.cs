using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.KeptForms;

namespace SocialCity.Web.Startup;

/// <summary>The section <c>Security</c>.</summary>
public sealed class SecurityOptions : IValidatableObject
{
    public const string Section = "Security";

    /// <summary>
    /// The portal is reached by https only: plain http is redirected, cookies are marked, browsers remember it for a year.
    /// Off in Development.
    /// </summary>
    public bool Https { get; set; } = true;

    /// <summary>Addresses of the reverse proxies whose word on the visitor's address and scheme is believed.</summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>Networks of such proxies, as 10.0.0.0/8.</summary>
    public string[] ProxyNetworks { get; set; } = [];

    /// <summary>How many proxies stand one behind the other.</summary>
    [Range(1, 10)]
    public int ProxyCount { get; set; } = 1;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (string proxy in Proxies.Where(p => !IPAddress.TryParse(p, out _)))
        {
            yield return new ValidationResult($"'{proxy}' is no IP address.", [nameof(Proxies)]);
        }

        foreach (string network in ProxyNetworks.Where(n => !System.Net.IPNetwork.TryParse(n, out _)))
        {
            yield return new ValidationResult($"'{network}' is no network such as 10.0.0.0/8.", [nameof(ProxyNetworks)]);
        }
    }
}

/// <summary>What features need beyond the portal itself; each adds its own with <c>Services.Configure</c>.</summary>
public sealed class ContentPolicy
{
    /// <summary>Origins of pictures, as that of the map's tiles.</summary>
    public ISet<string> Images { get; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>Origins that a form may lead to, as those of outside sign-in: browsers check each redirect after a form.</summary>
    public ISet<string> FormTargets { get; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>The policy for a city whose map has these tiles: their origins too may give pictures.</summary>
    /// <param name="mapTiles">An address pattern as <c>https://{s}.tiles.example/{z}/{x}/{y}.png</c>, or null.</param>
    /// <param name="frames">Origins that this page may show in frames; none as a rule.</param>
    public string With(string? mapTiles, params IReadOnlyCollection<string> frames) =>
        Text(mapTiles is null ? Images : [.. Images, .. OriginsOf(mapTiles)], frames);

    public override string ToString() => Text(Images, []);

    // {s} stands for the hosts a, b and c, as the map's library has it. What leaves no origin is left out.
    private static IEnumerable<string> OriginsOf(string mapTiles) => ((string[])["a", "b", "c"])
        .Select(host => mapTiles.Replace("{s}", host, StringComparison.Ordinal))
        .Select(address => Uri.TryCreate(address, UriKind.Absolute, out Uri? tile) ? tile : null)
        .OfType<Uri>()
        .Where(tile => tile.Scheme is "https" or "http")
        .Select(tile => $"{tile.Scheme}://{tile.Authority}")
        .Distinct();

    private string Text(IEnumerable<string> images, IReadOnlyCollection<string> frames) => string.Join(
        "; ",
        frames.Count == 0 ? "default-src 'none'" : $"default-src 'none'; frame-src {string.Join(' ', frames)}",
        "script-src 'self'",
        "style-src 'self'",
        string.Join(' ', ["img-src 'self' data: blob:", .. images]),
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        string.Join(' ', ["form-action 'self'", .. FormTargets]),
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'");
}

/// <summary>How large a posted request may be, in bytes.</summary>
public static class RequestSizes
{
    /// <summary>
    /// The first line of a request: a text pasted into a search field is answered by the page that says it is too long, not by the
    /// server's bare 414.
    /// </summary>
    public const int Line = 65_536;

    /// <summary>A form of texts: what holds unless an action says otherwise.</summary>
    public const long Form = 1_048_576;

    /// <summary>
    /// A form with photos: five of 10 MB, and room for a single one that is far too large, so that the form itself can say so beside
    /// the field and keep the texts. For <c>[RequestSizeLimit(RequestSizes.Photos)]</c>.
    /// </summary>
    public const long Photos = 64 * 1_048_576;
}

public static class Security
{
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<SecurityOptions>(SecurityOptions.Section);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestSizes.Form;
            kestrel.Limits.MaxRequestLineSize = RequestSizes.Line;
        });

        builder.Services.Configure<HostFilteringOptions>(o => o.IncludeFailureMessage = false);
        builder.Services.Configure<ForwardedHeadersOptions>(o => TrustProxies(o, options));
        builder.Services.AddHsts(o =>
        {
            o.MaxAge = TimeSpan.FromDays(365);
            o.IncludeSubDomains = true;
        });
        builder.Services.AddHttpsRedirection(o =>
        {
            o.RedirectStatusCode = StatusCodes.Status308PermanentRedirect;
            o.HttpsPort = builder.Configuration.GetValue("HTTPS_PORT", 443);
        });
        builder.Services.AddResponseCompression(o => o.EnableForHttps = true);
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Protect("form", options);
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.Configure<CookiePolicyOptions>(o =>
        {
            o.HttpOnly = HttpOnlyPolicy.Always;
            o.MinimumSameSitePolicy = SameSiteMode.Lax;
            o.Secure = options.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = RequestSizes.Photos);
        builder.Services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Protect("flash", options));
        builder.Services.Configure<MvcOptions>(o =>
        {
            o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            o.Filters.Add<StaleFormFilter>();
        });
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<KeptFormStore>();
        builder.Services.AddSingleton<LastAccount>();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, SignedOutFormHandler>();
        builder.AddRateLimits();
    }

    /// <summary>
    /// Names and marks a cookie of the portal. With https the browser itself refuses it from, and to, any other host
    /// (<c>__Host-</c>).
    /// </summary>
    public static void Protect(this CookieBuilder cookie, string name, SecurityOptions options)
    {
        cookie.Name = options.Https ? $"__Host-{name}" : name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SecurePolicy = options.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>What holds for every answer, whatever becomes of the request.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<SecurityOptions>>().Value;
        ContentPolicy policy = app.Services.GetRequiredService<IOptions<ContentPolicy>>().Value;
        CitySettings city = app.Services.GetRequiredService<CitySettings>();

        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                AddHeaders(context, policy.With(city.City.MapTiles));
                return Task.CompletedTask;
            });
            return next(context);
        });
        if (options.Https)
        {
            app.UseHsts();
            // Probes come from inside, by plain http.
            app.UseWhen(
                context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal),
                branch => branch.UseHttpsRedirection());
        }

        app.UseResponseCompression();
        app.UseCookiePolicy();
    }

    /// <summary>What is refused before anything is done for it; after authentication, since limits count by account.</summary>
    public static void UseRequestLimits(this WebApplication app)
    {
        app.Use(RefuseTooLargeAsync);
        app.Use((context, next) =>
        {
            // What a page says to one person must not be guessed from its compressed length (BREACH); see docs/security.md.
            if (context.User.Identity?.IsAuthenticated is true
                && context.Features.Get<IHttpsCompressionFeature>() is { } compression)
            {
                compression.Mode = HttpsCompressionMode.DoNotCompress;
            }

            return next(context);
        });
        app.UseRateLimiter();
        app.Use((context, next) => context.GetEndpoint() switch
        {
            // Nothing lies there: not to be hidden behind the sign-in page by the fallback policy.
            null => NotFoundAsync(context),
            // Routing's own answers: the wrong method, the wrong kind of content.
            { RequestDelegate: { } answer } endpoint when endpoint is not RouteEndpoint => answer(context),
            _ => next(context),
        });
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task RefuseTooLargeAsync(HttpContext context, RequestDelegate next)
    {
        var server = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var allowed = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>();
        long? limit = allowed is null ? RequestSizes.Form : allowed.MaxRequestBodySize;
        if (context.Request.ContentLength is not { } length || length <= limit || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context);
        }

        // The server may read the rest away for a few seconds: a browser still sending would show a broken connection, not our page.
        if (server is { IsReadOnly: false })
        {
            server.MaxRequestBodySize = null;
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    private static void AddHeaders(HttpContext context, string policy)
    {
        IHeaderDictionary headers = context.Response.Headers;
        // A stored file brings a stricter one of its own. An answer that the page has not changed brings none: a browser would put it in
        // the place of the page's own, and forget the frames that an article may show.
        if (headers.ContentSecurityPolicy.Count == 0 && context.Response.StatusCode != StatusCodes.Status304NotModified)
        {
            headers.ContentSecurityPolicy = policy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Tile servers want to know the site that asks; they are told its name, never the page.
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] =
            "accelerometer=(), autoplay=(), browsing-topics=(), camera=(self), display-capture=(), encrypted-media=(), geolocation=(self), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        if (context.User.Identity?.IsAuthenticated is true && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }

    private static void TrustProxies(ForwardedHeadersOptions forwarded, SecurityOptions options)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        bool any = options.Proxies.Length + options.ProxyNetworks.Length > 0;
        forwarded.ForwardedHeaders = any ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        forwarded.ForwardLimit = options.ProxyCount;
        foreach (string proxy in options.Proxies)
        {
            forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        foreach (string network in options.ProxyNetworks)
        {
            forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }
    }
}
