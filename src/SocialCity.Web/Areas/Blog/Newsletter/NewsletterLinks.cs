using Microsoft.AspNetCore.DataProtection;
using SocialCity.Blog.Newsletter;
using SocialCity.Web.Shared.Mailing;

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

    private readonly MailKey _confirming = new(protection, time, nameof(NewsletterLinks), "confirm");
    private readonly MailKey _managing = new(protection, time, nameof(NewsletterLinks), "manage");
    private readonly MailKey _ending = new(protection, time, nameof(NewsletterLinks), "end");

    public string Confirmation(long id) => $"{ConfirmPath}?k={_confirming.Make(id, NewsletterSubscription.UnconfirmedFor)}";

    public string Managing(long id) => $"{ManagePath}?k={_managing.Make(id, ManageWithin)}";

    public string Ending(long id) => $"{EndPath}?k={_ending.Make(id, null)}";

    /// <summary>The subscription that a key is for; null when it is none, for something else, or too old.</summary>
    public long? ReadConfirmation(string? key) => _confirming.Read(key);

    /// <inheritdoc cref="ReadConfirmation"/>
    public long? ReadManaging(string? key) => _managing.Read(key);

    /// <inheritdoc cref="ReadConfirmation"/>
    public long? ReadEnding(string? key) => _ending.Read(key);
}
