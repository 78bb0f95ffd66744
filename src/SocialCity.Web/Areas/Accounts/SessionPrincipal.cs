using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SocialCity.Accounts;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Makes the claims that the cookie of a session carries; <see cref="AccountClaims"/> reads them.</summary>
public static class SessionPrincipal
{
    /// <summary>The principal for an account as it is now.</summary>
    public static ClaimsPrincipal Of(string name, int rightsVersion, Actor actor, string session, string? proved)
    {
        List<Claim> claims =
        [
            new(AccountClaims.Id, (actor.AccountId ?? 0).ToString(CultureInfo.InvariantCulture)),
            new(AccountClaims.Name, name),
            new(AccountClaims.Level, actor.Level.ToString()),
            new(AccountClaims.Session, session),
            new(AccountClaims.RightsVersion, rightsVersion.ToString(CultureInfo.InvariantCulture)),
            .. actor.Rights.Select(AccountClaims.Of),
        ];
        if (proved is not null)
        {
            claims.Add(new Claim(AccountClaims.Proved, proved));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme, AccountClaims.Name, AccountClaims.Right));
    }
}
