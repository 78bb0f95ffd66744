using Microsoft.AspNetCore.DataProtection;
using SocialCity.Complaints;
using SocialCity.Web.Shared.Mailing;

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

    private readonly MailKey _confirming = new(protection, time, nameof(ComplaintLinks), "confirm");
    private readonly MailKey _following = new(protection, time, nameof(ComplaintLinks), "follow");

    /// <summary>The address, within the portal, at which a guest confirms a filing; it holds for <see cref="ComplaintDeadlines.ConfirmWithin"/>.</summary>
    public string Confirmation(long complaintId) => $"{ConfirmPath}?k={_confirming.Make(complaintId, ComplaintDeadlines.ConfirmWithin)}";

    /// <summary>The address, within the portal, at which a guest sees and answers about their own complaint; it holds for <see cref="FollowWithin"/>.</summary>
    public string Following(long complaintId) => $"{FollowPath}?k={_following.Make(complaintId, FollowWithin)}";

    /// <summary>The complaint that a confirmation's key is for; null when the key is none, or too old.</summary>
    public long? ReadConfirmation(string? key) => _confirming.Read(key);

    /// <inheritdoc cref="ReadConfirmation"/>
    public long? ReadFollowing(string? key) => _following.Read(key);
}
