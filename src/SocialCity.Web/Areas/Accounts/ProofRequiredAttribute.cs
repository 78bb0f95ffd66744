using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// Asks for a proof (passphrase, code or passkey) before acts that a stranger at an open browser must not do, unless one was given in the
/// last minutes; signing in is one.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ProofRequiredAttribute : Attribute, IAuthorizationFilter
{
    /// <summary>How long one proof is good for. Acts done meanwhile do not prolong it.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.User.Identity?.IsAuthenticated is not true)
        {
            return;
        }

        TimeProvider time = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        bool proved = long.TryParse(context.HttpContext.User.FindFirstValue(AccountClaims.Proved), CultureInfo.InvariantCulture, out long at)
            && time.GetUtcNow() < DateTimeOffset.FromUnixTimeSeconds(at) + GoodFor;
        if (!proved)
        {
            context.Result = new RedirectToActionResult(
                "New", "Proof", new { area = "Accounts", returnUrl = BackTo(context.HttpContext.Request) });
        }
    }

    /// <summary>The page that was asked for; for a form that was posted, the page that holds it.</summary>
    private static string? BackTo(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return $"{request.PathBase}{request.Path}{request.QueryString}";
        }

        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out Uri? from) && from.Authority == request.Host.Value
            ? from.PathAndQuery
            : null;
    }
}
