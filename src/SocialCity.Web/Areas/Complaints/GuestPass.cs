using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SocialCity.Web.Shared;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>
/// What a browser keeps for a while after a guest opened the link of a mail: which complaints are theirs. It signs nobody in; it only adds
/// claims (<see cref="AccountClaims.GuestComplaint"/>) to whoever asks.
/// </summary>
public sealed class GuestPass(IDataProtectionProvider protection, IOptions<SecurityOptions> security, TimeProvider time)
{
    /// <summary>Counted from the last link that was opened.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private const int ComplaintsMost = 10;

    private readonly IDataProtector _protector = protection.CreateProtector("GuestPass");
    private readonly CookieBuilder _cookie = CookieOf(security.Value);

    /// <summary>Adds a complaint to those that this browser may see and act on as its petitioner.</summary>
    public void Admit(HttpContext context, long complaintId)
    {
        long[] ids = [complaintId, .. Read(context.Request).Where(id => id != complaintId).Take(ComplaintsMost - 1)];
        DateTimeOffset until = time.GetUtcNow().Add(Lifetime);
        string content = string.Create(CultureInfo.InvariantCulture, $"{until.ToUnixTimeSeconds()} {string.Join(' ', ids)}");
        context.Response.Cookies.Append(_cookie.Name!, _protector.Protect(content), _cookie.Build(context, time.GetUtcNow()));
    }

    /// <summary>The identity with the claims; null when the browser keeps no pass that holds.</summary>
    public ClaimsIdentity? Identify(HttpRequest request)
    {
        long[] ids = Read(request);
        // Without an authentication type it is no sign-in: endpoints that ask for an account still do.
        return ids.Length == 0
            ? null
            : new ClaimsIdentity(ids.Select(id => new Claim(AccountClaims.GuestComplaint, id.ToString(CultureInfo.InvariantCulture))));
    }

    private long[] Read(HttpRequest request)
    {
        if (request.Cookies[_cookie.Name!] is not { } kept)
        {
            return [];
        }

        try
        {
            long[] numbers = [.. _protector.Unprotect(kept).Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture))];
            return numbers[0] < time.GetUtcNow().ToUnixTimeSeconds() ? [] : numbers[1..];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static CookieBuilder CookieOf(SecurityOptions options)
    {
        CookieBuilder made = new() { SameSite = SameSiteMode.Lax, MaxAge = Lifetime, IsEssential = true };
        made.Protect("guest", options);
        return made;
    }
}
