using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// Asks for the passphrase before acts that a stranger at an open browser must not do, unless it was given (or the person signed in) in
/// the last minutes.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ProofRequiredAttribute : Attribute, IAuthorizationFilter
{
    /// <summary>How long one proof is good for.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);

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
            HttpRequest request = context.HttpContext.Request;
            string? back = HttpMethods.IsGet(request.Method) ? $"{request.Path}{request.QueryString}" : null;
            context.Result = new RedirectToActionResult("New", "Proof", new { area = "Accounts", returnUrl = back });
        }
    }
}
