using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Accounts;

/// <summary>
/// Identity's store, which keeps the secret of the authenticator and the recovery codes encrypted: whoever reads a copy of the
/// database has no second factor of anybody.
/// </summary>
public sealed class AccountStore(CityDb db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<
        Account, CityDb, long, IdentityUserClaim<long>, IdentityUserLogin<long>, IdentityUserToken<long>, IdentityUserPasskey<long>>(
        db, describer)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AccountTokens");

    public override Task SetTokenAsync(
        Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : Of(user, name).Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        if (await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is not { } kept)
        {
            return null;
        }

        try
        {
            return Of(user, name).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            // The keys that it was kept with are lost: as good as never given.
            return null;
        }
    }

    private IDataProtector Of(Account account, string name) => _protector.CreateProtector(account.Id.ToString("D", null), name);
}
