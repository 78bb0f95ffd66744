using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace SocialCity.Web.Shared;

/// <summary>
/// Refuses what another site sends in a person's name, without a token: by Fetch Metadata (W3C), which scripts cannot forge and every
/// browser since 2023 sends, and by Origin or Referer for older ones. For acts that change nothing but the look of pages.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FromOurPagesAttribute : Attribute, IAuthorizationFilter
{
    private const string FetchSite = "Sec-Fetch-Site";

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!IsOurs(context.HttpContext.Request))
        {
            context.Result = new BadRequestResult();
        }
    }

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers.TryGetValue(FetchSite, out var site))
        {
            return site == "same-origin";
        }

        string? from = request.Headers[HeaderNames.Origin].FirstOrDefault() ?? request.Headers[HeaderNames.Referer].FirstOrDefault();
        return Uri.TryCreate(from, UriKind.Absolute, out Uri? page)
            && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            && string.Equals(page.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase);
    }
}
