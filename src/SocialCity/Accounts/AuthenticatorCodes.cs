using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace SocialCity.Accounts;

/// <summary>Identity's authenticator codes, each of which is taken once: whoever reads one over a shoulder comes too late (ASVS 6.5.1).</summary>
public sealed class AuthenticatorCodes(TimeProvider time) : AuthenticatorTokenProvider<Account>
{
    private const string Provider = "SocialCity";
    private const string Used = "UsedAuthenticatorCodes";

    /// <summary>Identity takes codes of two steps of 30 seconds before and after; the rest is for clocks that differ.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (!await base.ValidateAsync(purpose, token, manager, user))
        {
            return false;
        }

        long now = time.GetUtcNow().ToUnixTimeSeconds();
        string kept = await manager.GetAuthenticationTokenAsync(user, Provider, Used) ?? "";
        string[][] recent =
        [
            .. kept.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(entry => entry.Split('@'))
                .Where(entry => long.Parse(entry[1], CultureInfo.InvariantCulture) > now - (long)Remembered.TotalSeconds),
        ];
        if (recent.Any(entry => entry[0] == token))
        {
            return false;
        }

        string remembered = string.Join(';', recent.Select(entry => $"{entry[0]}@{entry[1]}").Append(string.Create(CultureInfo.InvariantCulture, $"{token}@{now}")));
        // The account's concurrency stamp lets only one of two parallel uses through.
        return (await manager.SetAuthenticationTokenAsync(user, Provider, Used, remembered)).Succeeded;
    }
}
