using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SocialCity.Complaints;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>
/// The links in mails to guests: whoever holds one has read the mail, and so is who filed. Each says what it is for and until when it
/// holds; nothing about it is stored.
/// </summary>
public sealed class ComplaintLinks(IDataProtectionProvider protection, TimeProvider time)
{
    public const string ConfirmPath = "/complaints/confirm";
    public const string FollowPath = "/complaints/follow";

    /// <summary>How long a guest can follow the complaint by the link of one mail; each mail brings a fresh one.</summary>
    public static readonly TimeSpan FollowWithin = TimeSpan.FromDays(90);

    private readonly IDataProtector _confirming = protection.CreateProtector("ComplaintLinks", "confirm");
    private readonly IDataProtector _following = protection.CreateProtector("ComplaintLinks", "follow");

    /// <summary>The address, within the portal, at which a guest confirms a filing; it holds for <see cref="ComplaintDeadlines.ConfirmWithin"/>.</summary>
    public string Confirmation(long complaintId) => $"{ConfirmPath}?k={Make(_confirming, complaintId, ComplaintDeadlines.ConfirmWithin)}";

    /// <summary>The address, within the portal, at which a guest sees and answers about their own complaint; it holds for <see cref="FollowWithin"/>.</summary>
    public string Following(long complaintId) => $"{FollowPath}?k={Make(_following, complaintId, FollowWithin)}";

    /// <summary>The complaint that a confirmation's key is for; null when the key is none, or too old.</summary>
    public long? ReadConfirmation(string? key) => Read(_confirming, key);

    /// <inheritdoc cref="ReadConfirmation"/>
    public long? ReadFollowing(string? key) => Read(_following, key);

    private string Make(IDataProtector protector, long complaintId, TimeSpan lifetime) => protector.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{complaintId} {time.GetUtcNow().Add(lifetime).ToUnixTimeSeconds()}"));

    private long? Read(IDataProtector protector, string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        try
        {
            string[] parts = protector.Unprotect(key).Split(' ');
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
