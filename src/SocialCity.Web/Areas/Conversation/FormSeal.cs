using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>A sealed note of when a form was opened, and by whom: so that what sends forms nobody opened, or at once, shows.</summary>
public sealed class FormSeal(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    private readonly IDataProtector _protector = protection.CreateProtector("ConversationForm");

    public string Make(long accountId) => _protector.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{accountId} {time.GetUtcNow().ToUnixTimeMilliseconds()}"));

    /// <summary>How long the form has been open; null when the seal is none, another's, or too old.</summary>
    public TimeSpan? Read(string? seal, long accountId)
    {
        if (string.IsNullOrEmpty(seal))
        {
            return null;
        }

        try
        {
            string[] parts = _protector.Unprotect(seal).Split(' ');
            TimeSpan open = time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
            return long.Parse(parts[0], CultureInfo.InvariantCulture) == accountId && open >= TimeSpan.Zero && open <= Longest ? open : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
