using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SocialCity.Accounts;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// Holds, in a cookie of ten minutes, who has given the right passphrase and still owes the second factor.
/// A passphrase changed in between ends it.
/// </summary>
public sealed class PendingSignIn(UserManager<Account> accounts, IHttpContextAccessor accessor)
{
    private const string Remember = "remember";
    private const string Stamp = "stamp";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Signing in needs a request.");

    public Task KeepAsync(Account account, bool remember)
    {
        ClaimsIdentity identity = new(
            [
                new Claim(ClaimTypes.Name, account.Id.ToString(CultureInfo.InvariantCulture)),
                new Claim(Stamp, account.SecurityStamp ?? ""),
                new Claim(Remember, remember.ToString()),
            ],
            IdentityConstants.TwoFactorUserIdScheme);
        return Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>The account that owes its second factor, and whether it is to be remembered; null when none does.</summary>
    public async Task<(Account Account, bool Remember)?> FindAsync()
    {
        AuthenticateResult result = await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        if (result.Principal is not { } principal
            || principal.FindFirstValue(Stamp) is not { } stamp
            || principal.FindFirstValue(ClaimTypes.Name) is not { } id
            || await accounts.FindByIdAsync(id) is not { } account
            || account.SecurityStamp != stamp
            || !account.IsActive)
        {
            return null;
        }

        return (account, principal.FindFirstValue(Remember) == bool.TrueString);
    }
}
