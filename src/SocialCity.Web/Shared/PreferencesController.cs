using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace SocialCity.Web.Shared;

/// <summary>Keeps how a person wants to see the portal, signed in or not: language and look, in a cookie each.</summary>
/// <remarks>
/// Its forms stand on pages that are kept for many readers, so they hold no token of one of them: where a request comes from is asked of
/// the browser instead.
/// </remarks>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[FromOurPages]
[Route("preferences")]
public sealed class PreferencesController : Controller
{
    /// <summary>Keeps a language and returns to the page the person came from.</summary>
    [HttpPost("language")]
    public IActionResult Language([FromForm] string? language, [FromForm] string? returnTo)
    {
        if (Languages.Known(language) is { } known)
        {
            Keep(Languages.Cookie, known);
        }

        return Back(returnTo);
    }

    /// <summary>Keeps a look, or forgets it when the device shall decide, and returns to the page the person came from.</summary>
    [HttpPost("theme")]
    public IActionResult Theme([FromForm] string? theme, [FromForm] string? returnTo)
    {
        if (theme == Themes.Device)
        {
            Response.Cookies.Delete(Themes.Cookie);
        }
        else if (theme is not null && Themes.All.Contains(theme, StringComparer.Ordinal))
        {
            Keep(Themes.Cookie, theme);
        }

        return Back(returnTo);
    }

    private void Keep(string cookie, string value) => Response.Cookies.Append(cookie, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
    });

    private LocalRedirectResult Back(string? returnTo) => LocalRedirect(Url.IsLocalUrl(returnTo) ? returnTo : "/");
}
