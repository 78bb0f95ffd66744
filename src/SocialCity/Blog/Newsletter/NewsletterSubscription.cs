using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Blog.Newsletter;

/// <summary>How often the newsletter comes.</summary>
public enum NewsletterPace
{
    Daily = 1,
    Weekly = 2,
}

/// <summary>What a subscriber asks for.</summary>
/// <param name="Pace">How often.</param>
/// <param name="Topics">Of which categories, see <see cref="NewsletterTopics"/>.</param>
/// <param name="Language">Of the mail, ISO 639-1; the articles stay in theirs.</param>
public sealed record NewsletterWish(NewsletterPace Pace, string Topics, string Language);

/// <summary>
/// The categories of a subscription as one text: their ids in order. Equal choices are equal texts, by which subscribers are taken together.
/// </summary>
public static class NewsletterTopics
{
    /// <summary>Articles of every category, also of those that will be made.</summary>
    public const string All = "";

    /// <summary>How many may be chosen.</summary>
    public const int Most = 60;

    public const int Length = 600;

    public static string Of(IEnumerable<long> categoryIds) =>
        string.Join(',', categoryIds.Distinct().Order().Select(id => id.ToString(CultureInfo.InvariantCulture)));

    public static IReadOnlyList<long> Read(string topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        return topics.Length == 0 ? [] : [.. topics.Split(',').Select(id => long.Parse(id, CultureInfo.InvariantCulture))];
    }
}

/// <summary>
/// Somebody who gets the newsletter of the blog, by address: an account is not needed. Nothing is sent but to an address that was confirmed.
/// Ending it deletes it.
/// </summary>
public sealed class NewsletterSubscription : IVersioned
{
    public const int EmailLength = Account.EmailLength;

    /// <summary>How long it waits for its confirmation; the form and the privacy statement say so.</summary>
    public static readonly TimeSpan UnconfirmedFor = TimeSpan.FromDays(7);

    /// <summary>How long after a mail that anybody can cause there is no other one to the same address.</summary>
    public static readonly TimeSpan MailAgainAfter = TimeSpan.FromMinutes(10);

    private NewsletterSubscription()
    {
    }

    public NewsletterSubscription(string email, NewsletterWish wish, DateTime now)
    {
        Email = email;
        NormalizedEmail = Normalize(email);
        Ask(wish, now);
    }

    public long Id { get; private set; }

    public string Email { get; private set; } = "";

    public string NormalizedEmail { get; private set; } = "";

    public string Language { get; private set; } = "ko";

    public NewsletterPace Pace { get; private set; }

    /// <summary>See <see cref="NewsletterTopics"/>.</summary>
    public string Topics { get; private set; } = NewsletterTopics.All;

    /// <summary>When it was last asked for.</summary>
    public DateTime AskedAt { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>When the last mail went to it that anybody can cause by typing its address.</summary>
    public DateTime? MailedAt { get; private set; }

    /// <summary>When the next digest is due. UTC; null while it is not confirmed.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Up to when articles have been told of; the first digest begins with the confirmation. UTC.</summary>
    public DateTime? ToldUntil { get; private set; }

    public Guid Version { get; private set; }

    public bool IsConfirmed => ConfirmedAt is not null;

    public NewsletterWish Wish => new(Pace, Topics, Language);

    /// <summary>The form of an address by which it is found, as that of accounts.</summary>
    public static string Normalize(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email.Trim().Normalize().ToUpperInvariant();
    }

    /// <summary>Asked for, maybe once more: while nobody has confirmed it, the last wish is what will be.</summary>
    public void Ask(NewsletterWish wish, DateTime now)
    {
        if (!IsConfirmed)
        {
            Take(wish);
            AskedAt = now;
        }
    }

    /// <summary>Notes a mail that anybody can cause; false when the last one was only just sent.</summary>
    public bool TryMail(DateTime now)
    {
        if (MailedAt is { } last && last + MailAgainAfter > now)
        {
            return false;
        }

        MailedAt = now;
        return true;
    }

    /// <summary>Whoever reads its mails agreed. Once more changes nothing.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="due">When the first digest is due.</param>
    public void Confirm(DateTime now, DateTime due)
    {
        if (!IsConfirmed)
        {
            ConfirmedAt = now;
            ToldUntil = now;
            DueAt = due;
        }
    }

    /// <param name="wish">What it is from now on.</param>
    /// <param name="due">When the next digest of that pace is due.</param>
    public void Change(NewsletterWish wish, DateTime due)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (IsConfirmed && wish.Pace != Pace)
        {
            DueAt = due;
        }

        Take(wish);
    }

    /// <summary>The same for another address of the same person. It is another subscription: links in mails to the former address end with that.</summary>
    public NewsletterSubscription MovedTo(string email) => new(email, Wish, AskedAt)
    {
        ConfirmedAt = ConfirmedAt,
        DueAt = DueAt,
        ToldUntil = ToldUntil,
    };

    private void Take(NewsletterWish wish)
    {
        Pace = wish.Pace;
        Topics = wish.Topics;
        Language = wish.Language;
    }
}

public sealed class NewsletterSubscriptionMapping : IEntityTypeConfiguration<NewsletterSubscription>
{
    public void Configure(EntityTypeBuilder<NewsletterSubscription> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("NewsletterSubscriptions");
        builder.Property(s => s.Email).HasMaxLength(NewsletterSubscription.EmailLength);
        builder.Property(s => s.NormalizedEmail).HasMaxLength(NewsletterSubscription.EmailLength);
        builder.Property(s => s.Language).HasMaxLength(5);
        builder.Property(s => s.Topics).HasMaxLength(NewsletterTopics.Length);
        builder.HasIndex(s => s.NormalizedEmail).IsUnique();
        builder.HasIndex(s => new { s.DueAt, s.Id });
        builder.HasIndex(s => new { s.ConfirmedAt, s.AskedAt });
        builder.Ignore(s => s.IsConfirmed);
        builder.Ignore(s => s.Wish);
    }
}

public static class NewsletterQueries
{
    public static IQueryable<NewsletterSubscription> Due(this IQueryable<NewsletterSubscription> subscriptions, DateTime now) =>
        subscriptions.Where(s => s.DueAt <= now);

    /// <summary>What is due, in the order in which it became so, from a place on.</summary>
    public static IQueryable<NewsletterSubscription> DueAfter(
        this IQueryable<NewsletterSubscription> subscriptions, DateTime now, Cursor? after, int size)
    {
        IQueryable<NewsletterSubscription> due = subscriptions.Due(now);
        if (after is { At: var at, Id: var id })
        {
            due = due.Where(s => s.DueAt >= at && (s.DueAt > at || s.Id > id));
        }

        return due.OrderBy(s => s.DueAt).ThenBy(s => s.Id).Take(size);
    }

    /// <summary>Asked for before a time, and never confirmed.</summary>
    public static IQueryable<NewsletterSubscription> NeverConfirmed(this IQueryable<NewsletterSubscription> subscriptions, DateTime before) =>
        subscriptions.Where(s => s.ConfirmedAt == null && s.AskedAt < before);

    /// <summary>The last ones, the newest first.</summary>
    public static IQueryable<NewsletterIssue> Last(this IQueryable<NewsletterIssue> issues, int size) =>
        issues.OrderByDescending(i => i.DueAt).ThenByDescending(i => i.Pace).Take(size);
}
