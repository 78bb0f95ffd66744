using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Conversation.Mentions;

public enum MentionState
{
    /// <summary>Somebody claims that a page links here; nobody has looked yet.</summary>
    Claimed = 1,

    /// <summary>The page does link here; a moderator has not looked at it.</summary>
    Held = 2,

    /// <summary>Stands on the page of the subject.</summary>
    Shown = 3,

    /// <summary>A moderator does not want it shown.</summary>
    Hidden = 4,

    /// <summary>It linked here once, and does no more.</summary>
    Gone = 5,

    /// <summary>It never linked here: swept after a while.</summary>
    Unfounded = 6,
}

/// <summary>What a page elsewhere says of itself: plain text, without markup of its own.</summary>
/// <param name="Title">Never empty.</param>
/// <param name="Author">Empty when it does not say.</param>
/// <param name="Excerpt">What stands around the link, for those who decide about it.</param>
/// <param name="WrittenAt">UTC; null when it does not say.</param>
public sealed record MentionContent(string Title, string Author, string Excerpt, DateTime? WrittenAt);

/// <summary>
/// A page of another site that links to a subject of the portal (W3C Webmention). As an errand it is the visit to that page: at first, when
/// somebody says that it changed, and from time to time while it is shown.
/// </summary>
public sealed class Mention : Errand, IVersioned
{
    public const int TitleLength = 200;
    public const int AuthorLength = 100;
    public const int ExcerptLength = 500;

    private Mention()
    {
    }

    /// <param name="place">What it is said to link to.</param>
    /// <param name="source">The page.</param>
    /// <param name="target">The address under which it is said to link here.</param>
    /// <param name="now">UTC.</param>
    public Mention(MentionPlace place, Uri source, Uri target, DateTime now)
    {
        Subject = place.Subject;
        SubjectId = place.Id;
        Source = source.AbsoluteUri;
        SourceMark = MentionUrl.MarkOf(Source);
        Host = source.IdnHost;
        Target = target.AbsoluteUri;
        State = MentionState.Claimed;
        ReceivedAt = now;
        Wait(now);
    }

    public ConversationSubject Subject { get; private set; }

    public long SubjectId { get; private set; }

    public string Source { get; private set; } = "";

    /// <summary>See <see cref="MentionUrl.MarkOf"/>.</summary>
    public string SourceMark { get; private set; } = "";

    /// <summary>The site of the page, in the letters of the name service.</summary>
    public string Host { get; private set; } = "";

    public string Target { get; private set; } = "";

    public MentionState State { get; private set; }

    public string Title { get; private set; } = "";

    public string Author { get; private set; } = "";

    public string Excerpt { get; private set; } = "";

    public DateTime? WrittenAt { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    /// <summary>When somebody last looked whether it links here.</summary>
    public DateTime? CheckedAt { get; private set; }

    public Guid Version { get; private set; }

    public bool IsShown => State == MentionState.Shown;

    /// <summary>Whether it linked here when somebody last looked, as far as is known of one that is hidden.</summary>
    public bool IsFounded => State is MentionState.Held or MentionState.Shown or MentionState.Hidden;

    /// <summary>When it was said, as far as is known.</summary>
    public DateTime At => WrittenAt ?? ReceivedAt;

    /// <summary>The page links here. Returns whether a moderator has to look: at what is new, and at what says something else than before.</summary>
    public bool Found(MentionContent content, DateTime now)
    {
        bool isChanged = (Title, Author, Excerpt) != (content.Title, content.Author, content.Excerpt);
        bool isNew = State is MentionState.Claimed or MentionState.Gone or MentionState.Unfounded;
        (Title, Author, Excerpt, WrittenAt) = content;
        CheckedAt = now;

        // What a moderator does not want is not brought before them again by changing a word of it.
        if (State == MentionState.Hidden || (State == MentionState.Shown && !isChanged))
        {
            return false;
        }

        State = MentionState.Held;
        return isNew || isChanged;
    }

    /// <summary>The page does not link here, or is not there.</summary>
    public void Lost(DateTime now)
    {
        CheckedAt = now;
        State = State switch
        {
            MentionState.Claimed or MentionState.Unfounded => MentionState.Unfounded,
            MentionState.Hidden => MentionState.Hidden,
            _ => MentionState.Gone,
        };
    }

    /// <summary>A moderator lets it stand. What was hidden is visited at once: nobody looked lately whether it still links here.</summary>
    public void Show(DateTime now)
    {
        if (State == MentionState.Hidden)
        {
            Wait(now);
        }

        if (State is MentionState.Held or MentionState.Hidden)
        {
            State = MentionState.Shown;
        }
    }

    /// <summary>A moderator hides it.</summary>
    public void Hide() => State = MentionState.Hidden;
}

/// <summary>A site whose mentions nobody wants: they are not even taken.</summary>
public sealed class BlockedSite
{
    private BlockedSite()
    {
    }

    public BlockedSite(string host, long? byId, DateTime at)
    {
        Host = host;
        ById = byId;
        At = at;
    }

    /// <summary>As <see cref="Mention.Host"/>; those below it are meant too.</summary>
    public string Host { get; private set; } = "";

    public long? ById { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The names under which a host is blocked: its own, and those above it.</summary>
    public static IReadOnlyList<string> NamesOf(string host)
    {
        string[] parts = host.Split('.');
        return [.. Enumerable.Range(0, parts.Length).Select(i => string.Join('.', parts[i..]))];
    }
}

public static class MentionQueries
{
    public static IQueryable<Mention> ShownOf(this IQueryable<Mention> mentions, ConversationSubject subject, long subjectId) =>
        mentions.Where(m => m.Subject == subject && m.SubjectId == subjectId && m.State == MentionState.Shown);

    /// <summary>Those shown at a subject, the newest first.</summary>
    public static IQueryable<Mention> NewestOf(this IQueryable<Mention> mentions, ConversationSubject subject, long subjectId, int most) =>
        mentions.ShownOf(subject, subjectId).OrderByDescending(m => m.ReceivedAt).ThenByDescending(m => m.Id).Take(most);

    /// <summary>Those of one page that link to one subject: one at most.</summary>
    public static IQueryable<Mention> Between(this IQueryable<Mention> mentions, string sourceMark, ConversationSubject subject, long subjectId) =>
        mentions.Where(m => m.Subject == subject && m.SubjectId == subjectId && m.SourceMark == sourceMark);

    /// <summary>What stands, or waits for a moderator, of a site or of one below it.</summary>
    public static IQueryable<Mention> OfSite(this IQueryable<Mention> mentions, string host)
    {
        string below = "." + host;
        return mentions.Where(m => (m.State == MentionState.Held || m.State == MentionState.Shown) && (m.Host == host || m.Host.EndsWith(below)));
    }

    /// <summary>Those in one state that nobody has looked at since.</summary>
    public static IQueryable<Mention> NotSeenSince(this IQueryable<Mention> mentions, MentionState state, DateTime since) =>
        mentions.Where(m => m.State == state && m.CheckedAt < since);
}

public sealed class MentionMapping : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("Mentions");
        builder.Property(m => m.Source).HasMaxLength(MentionUrl.Length);
        builder.Property(m => m.SourceMark).HasMaxLength(MentionUrl.MarkLength);
        builder.Property(m => m.Host).HasMaxLength(MentionUrl.HostLength);
        builder.Property(m => m.Target).HasMaxLength(MentionUrl.Length);
        builder.Property(m => m.Title).HasMaxLength(Mention.TitleLength);
        builder.Property(m => m.Author).HasMaxLength(Mention.AuthorLength);
        builder.Property(m => m.Excerpt).HasMaxLength(Mention.ExcerptLength);
        builder.Property(m => m.LastError).HasMaxLength(Errand.ErrorLength);
        builder.HasIndex(m => new { m.Subject, m.SubjectId, m.SourceMark }).IsUnique();

        // The page of the subject; what waits; whom to visit again.
        builder.HasIndex(m => new { m.Subject, m.SubjectId, m.State, m.ReceivedAt, m.Id });
        builder.HasIndex(m => new { m.Delivery, m.NextAttemptAt });
        builder.HasIndex(m => new { m.State, m.CheckedAt });
        builder.Ignore(m => m.IsShown);
        builder.Ignore(m => m.IsFounded);
        builder.Ignore(m => m.At);
    }
}

public sealed class BlockedSiteMapping : IEntityTypeConfiguration<BlockedSite>
{
    public void Configure(EntityTypeBuilder<BlockedSite> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("BlockedSites");
        builder.HasKey(s => s.Host);
        builder.Property(s => s.Host).HasMaxLength(MentionUrl.HostLength);
        builder.HasOne<Accounts.Account>().WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
