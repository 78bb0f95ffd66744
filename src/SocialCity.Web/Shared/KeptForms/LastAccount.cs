using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Shared.KeptForms;

/// <summary>
/// Remembers in a browser whose session ended there last, as long as a form is kept: one that was opened before and is sent afterwards
/// comes with no session, and belongs to that account all the same.
/// </summary>
public sealed class LastAccount(IDataProtectionProvider protection, IOptions<SecurityOptions> security, TimeProvider time)
{
    private readonly CookieBuilder cookie = CookieOf(security.Value);

    private readonly IDataProtector protector = protection.CreateProtector("LastAccount");

    /// <summary>The account; null when none is known.</summary>
    public long? Of(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[cookie.Name!] is { } kept
                && long.TryParse(protector.Unprotect(kept), CultureInfo.InvariantCulture, out long id)
                    ? id
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Its session has ended.</summary>
    public void Remember(HttpContext context, long id) => context.Response.Cookies.Append(
        cookie.Name!, protector.Protect(id.ToString(CultureInfo.InvariantCulture)), cookie.Build(context, time.GetUtcNow()));

    /// <summary>Somebody has signed in: what is sent from now on comes with a session.</summary>
    public void Forget(HttpContext context) => context.Response.Cookies.Delete(cookie.Name!, cookie.Build(context, time.GetUtcNow()));

    private static CookieBuilder CookieOf(SecurityOptions options)
    {
        CookieBuilder made = new() { SameSite = SameSiteMode.Lax, MaxAge = KeptFormStore.Lifetime, IsEssential = true };
        made.Protect("last-account", options);
        return made;
    }
}
