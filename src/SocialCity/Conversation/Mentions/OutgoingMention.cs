using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Conversation.Mentions;

/// <summary>
/// One site that a subject of the portal links to, and is told so (W3C Webmention). When the text changes, or no longer links there, or is
/// no longer public, it is told again, so that it looks again.
/// </summary>
public sealed class OutgoingMention : Errand, IVersioned
{
    private OutgoingMention()
    {
    }

    public OutgoingMention(ConversationSubject subject, long subjectId, string target, DateTime now)
    {
        Subject = subject;
        SubjectId = subjectId;
        Target = target;
        TargetMark = MentionUrl.MarkOf(target);
        IsLinked = true;
        Wait(now);
    }

    public ConversationSubject Subject { get; private set; }

    public long SubjectId { get; private set; }

    /// <summary>The link as it stands in the text.</summary>
    public string Target { get; private set; } = "";

    /// <summary>See <see cref="MentionUrl.MarkOf"/>.</summary>
    public string TargetMark { get; private set; } = "";

    /// <summary>Whether everybody reads this link at the subject; false when the other site is to learn that nobody does any more.</summary>
    public bool IsLinked { get; private set; }

    public Guid Version { get; private set; }
}

/// <summary>Addresses of other sites as mentions keep them.</summary>
public static class MentionUrl
{
    /// <summary>What is longer is no address that somebody links to.</summary>
    public const int Length = 1_000;

    public const int HostLength = 255;

    internal const int MarkLength = 32;

    /// <summary>What stands for an address in an index: letter by letter, whatever the database holds to be the same, and short.</summary>
    public static string MarkOf(string url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)))[..MarkLength];

    /// <summary>An address of the web of bearable length, without a name and password; null for anything else.</summary>
    public static Uri? Parse(string? url) =>
        url is { Length: <= Length } && Uri.TryCreate(url, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0 && uri.Host.Length > 0 && uri.IdnHost.Length <= HostLength && uri.AbsoluteUri.Length <= Length
            ? uri
            : null;

    /// <summary>Whether two addresses name the same page: whichever of its parts, however its letters are escaped.</summary>
    public static bool IsSamePage(Uri one, Uri other) => PageOf(one) == PageOf(other);

    private static string PageOf(Uri uri) => uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
}

public sealed class OutgoingMentionMapping : IEntityTypeConfiguration<OutgoingMention>
{
    public void Configure(EntityTypeBuilder<OutgoingMention> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("OutgoingMentions");
        builder.Property(m => m.Target).HasMaxLength(MentionUrl.Length);
        builder.Property(m => m.TargetMark).HasMaxLength(MentionUrl.MarkLength);
        builder.Property(m => m.LastError).HasMaxLength(Errand.ErrorLength);
        builder.HasIndex(m => new { m.Subject, m.SubjectId, m.TargetMark }).IsUnique();
        builder.HasIndex(m => new { m.Delivery, m.NextAttemptAt });
    }
}
