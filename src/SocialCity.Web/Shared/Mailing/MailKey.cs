using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SocialCity.Web.Shared.Mailing;

/// <summary>
/// Makes and reads the keys in the links of mails for one purpose. A key says which row it is for and until when it holds, sealed by the
/// portal's own keys; nothing about it is stored.
/// </summary>
public sealed class MailKey(IDataProtectionProvider protection, TimeProvider time, string links, string purpose)
{
    private readonly IDataProtector _protector = protection.CreateProtector(links, purpose);

    /// <param name="id">The row that the link is about.</param>
    /// <param name="lifetime">How long the key holds; null for ever.</param>
    public string Make(long id, TimeSpan? lifetime) => _protector.Protect(string.Create(
        CultureInfo.InvariantCulture, $"{id} {(lifetime is { } limit ? time.GetUtcNow().Add(limit).ToUnixTimeSeconds() : long.MaxValue)}"));

    /// <summary>The row that a key is for; null when it is none, for something else, or too old.</summary>
    public long? Read(string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        try
        {
            string[] parts = _protector.Unprotect(key).Split(' ');
            return long.Parse(parts[1], CultureInfo.InvariantCulture) >= time.GetUtcNow().ToUnixTimeSeconds()
                ? long.Parse(parts[0], CultureInfo.InvariantCulture)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
