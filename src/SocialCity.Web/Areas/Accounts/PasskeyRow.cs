using System.Buffers.Text;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SocialCity.Accounts;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">The credential's id, in base64url.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="AddedAt">UTC.</param>
/// <param name="IsSynced">Whether the device keeps a copy elsewhere.</param>
public sealed record PasskeyRow(string Id, string Name, DateTime AddedAt, bool IsSynced)
{
    /// <summary>The person's own passkey of this id, with their account; nothing when it is somebody else's or none.</summary>
    public static async Task<(Account? Account, UserPasskeyInfo? Passkey)> FindAsync(UserManager<Account> accounts, ClaimsPrincipal person, string id) =>
        await accounts.GetUserAsync(person) is { } account && Base64Url.IsValid(id)
            ? (account, await accounts.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)))
            : (null, null);

    public static PasskeyRow Of(UserPasskeyInfo passkey) => new(
        Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt.UtcDateTime, passkey.IsBackedUp);
}
