using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SocialCity.Blog.Newsletter;

namespace SocialCity.Web.Areas.Blog.Newsletter;

/// <summary>
/// The links in mails of the newsletter: whoever holds one has read the mail. Each says what it is for and until when it holds; nothing about
/// it is stored. The one that ends a subscription holds as long as that: an old mail must still be a way out.
/// </summary>
public sealed class NewsletterLinks(IDataProtectionProvider protection, TimeProvider time)
{
    public const string ConfirmPath = "/blog/newsletter/confirm";
    public const string ManagePath = "/blog/newsletter/manage";
    public const string EndPath = "/blog/newsletter/unsubscribe";

    /// <summary>How long a mail leads to what it is about; each mail brings a fresh link.</summary>
    public static readonly TimeSpan ManageWithin = TimeSpan.FromDays(90);

    private readonly IDataProtector _confirming = protection.CreateProtector("NewsletterLinks", "confirm");
    private readonly IDataProtector _managing = protection.CreateProtector("NewsletterLinks", "manage");
    private readonly IDataProtector _ending = protection.CreateProtector("NewsletterLinks", "end");

    public string Confirmation(long id) => $"{ConfirmPath}?k={Make(_confirming, id, NewsletterSubscription.UnconfirmedFor)}";

    public string Managing(long id) => $"{ManagePath}?k={Make(_managing, id, ManageWithin)}";

    public string Ending(long id) => $"{EndPath}?k={Make(_ending, id, null)}";

    /// <summary>The subscription that a key is for; null when it is none, for something else, or too old.</summary>
    public long? ReadConfirmation(string? key) => Read(_confirming, key);

    /// <inheritdoc cref="ReadConfirmation"/>
    public long? ReadManaging(string? key) => Read(_managing, key);

    /// <inheritdoc cref="ReadConfirmation"/>
    public long? ReadEnding(string? key) => Read(_ending, key);

    private string Make(IDataProtector protector, long id, TimeSpan? lifetime) => protector.Protect(string.Create(
        CultureInfo.InvariantCulture, $"{id} {(lifetime is { } limit ? time.GetUtcNow().Add(limit).ToUnixTimeSeconds() : long.MaxValue)}"));

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
