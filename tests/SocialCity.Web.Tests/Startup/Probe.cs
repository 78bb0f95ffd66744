using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Startup;

/// <summary>Pages that exist in tests only, to see what the start does for every page.</summary>
[AllowAnonymous]
public sealed class ProbeController : Controller
{
    [HttpGet("probe/{name?}")]
    public IActionResult Open(string? name) => Content($"<p>{(name is null ? "open" : "named")}</p>", "text/html");

    [HttpGet("probe-failure")]
    public IActionResult Fail() => throw new InvalidOperationException("The probe fails.");

    [HttpPost("probe-search")]
    [IgnoreAntiforgeryToken]
    [EnableRateLimiting(RateLimits.Search)]
    public IActionResult Search() => Ok();

    [HttpGet("probe-filing")]
    [EnableRateLimiting(RateLimits.Filing)]
    public IActionResult FilingForm() => Ok();

    [HttpPost("probe-filing")]
    [IgnoreAntiforgeryToken]
    [RequestSizeLimit(RequestSizes.Photos)]
    [EnableRateLimiting(RateLimits.Filing)]
    public IActionResult File() => Ok();

    [HttpPost("probe-form")]
    public IActionResult Post(string text) => Content($"took {text}");
}

[Authorize]
public sealed class SecretProbeController : Controller
{
    [HttpGet("probe-secret")]
    public IActionResult Show() => Content("secret");

    [HttpPost("probe-secret")]
    public IActionResult Post(string text, string[] choices) => Content($"took {text} and {string.Join('+', choices)} of {User.Identity?.Name}");
}

/// <summary>Signs in whomever the header <c>probe-account</c> names.</summary>
public sealed class ProbeSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "probe-account";

    public static App Into(App app) => app.With(services =>
    {
        services.AddControllersWithViews().PartManager.ApplicationParts.Add(new AssemblyPart(typeof(ProbeController).Assembly));
        services.AddAuthentication(o =>
        {
            o.DefaultScheme = nameof(ProbeSignIn);
            o.DefaultAuthenticateScheme = nameof(ProbeSignIn);
            o.DefaultChallengeScheme = nameof(ProbeSignIn);
        }).AddScheme<AuthenticationSchemeOptions, ProbeSignIn>(nameof(ProbeSignIn), _ => { });
    });

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? account = Request.Headers[Header];
        return Task.FromResult(account is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(
                new ClaimsPrincipal(new ClaimsIdentity(
                    [new Claim(ClaimTypes.NameIdentifier, account), new Claim(ClaimTypes.Name, $"Person {account}")], nameof(ProbeSignIn))),
                nameof(ProbeSignIn))));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect("/account/sign-in");
        return Task.CompletedTask;
    }
}
