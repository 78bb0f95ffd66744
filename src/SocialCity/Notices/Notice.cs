using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Notices;

/// <summary>What a notice is about. The name is also that of the view which words it.</summary>
public enum NoticeKind
{
    ConfirmEmail = 1,
    ConfirmNewEmail = 2,
    EmailChanged = 3,
    ResetPassword = 4,
    PasswordChanged = 5,
    AlreadyRegistered = 6,
    SignInLocked = 7,
    SecondFactorChanged = 8,
    AccountClosed = 9,
    RightsChanged = 10,
    EmailChangeAsked = 11,

    ConfirmComplaint = 20,
    ComplaintReceived = 21,
    ComplaintAssigned = 22,
    ComplaintTransferred = 23,
    ComplaintStarted = 24,
    ComplaintAsked = 25,
    ComplaintSupplied = 26,
    ComplaintAnswered = 27,
    ComplaintReopened = 28,
    ComplaintConfirmed = 29,
    ComplaintClosed = 30,
    ComplaintExtended = 31,
    ComplaintProgress = 32,
    ComplaintDueSoon = 33,
    ComplaintOverdue = 34,
    ComplaintWithdrawn = 35,
    ComplaintOnDesk = 36,
    ComplaintDueMoved = 37,

    ArticleReturned = 60,
    ArticleScheduled = 61,
    ArticlePublished = 62,
    ArticleArchived = 63,
    ArticleSubmitted = 64,
    ArticleWithdrawn = 65,
    ArticleRewritten = 66,
    ArticleTakenUp = 67,
    ArticleDeleted = 68,

    ConfirmNewsletter = 70,
    NewsletterKnown = 71,
    NewsletterDigest = 72,

    CommentWritten = 80,
    CommentAnswered = 81,
    CommentHidden = 82,
    AppealDecided = 83,
    CommentShown = 84,
}

/// <summary>
/// Something a person is told: the outbox. It is written in the transaction of what it tells of, sent by mail afterwards
/// (at least once), and stands among the person's notices on the site.
/// </summary>
public sealed class Notice : Errand
{
    public const int AddressLength = Account.EmailLength;

    private Notice()
    {
    }

    private Notice(NoticeKind kind, string language, IReadOnlyDictionary<string, string> data, DateTime now)
    {
        Kind = kind;
        Language = language;
        Data = JsonSerializer.Serialize(data);
        CreatedAt = now;
    }

    public NoticeKind Kind { get; private set; }

    /// <summary>The account that is told; null for somebody without one.</summary>
    public long? AccountId { get; private set; }

    /// <summary>Where mail goes; null when there is none.</summary>
    public string? Address { get; private set; }

    public string Language { get; private set; } = "ko";

    /// <summary>The facts that the wording needs, as a JSON object of strings.</summary>
    public string Data { get; private set; } = "{}";

    public DateTime CreatedAt { get; private set; }

    /// <summary>Whether it stands among the person's notices on the site: links that act (a confirmation, a new password) never do.</summary>
    public bool IsOnSite { get; private set; }

    public DateTime? ReadAt { get; private set; }

    /// <summary>A notice to an account: on the site and, unless told otherwise, by mail.</summary>
    public static Notice To(
        Account account, NoticeKind kind, IReadOnlyDictionary<string, string> data, DateTime now, bool byMail = true) =>
        new Notice(kind, account.Language, data, now) { AccountId = account.Id, IsOnSite = true }
            .ByMail(byMail && account.IsActive ? account.Email : null, now);

    /// <summary>A message by mail alone, to whatever address: it holds a link that acts, or the receiver has no account.</summary>
    /// <param name="address">Where it goes.</param>
    /// <param name="language">In which it is worded.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="data">See <see cref="Data"/>.</param>
    /// <param name="now">UTC.</param>
    /// <param name="from">Not to be sent before this time; null for at once.</param>
    public static Notice ToAddress(
        string address, string language, NoticeKind kind, IReadOnlyDictionary<string, string> data, DateTime now, DateTime? from = null) =>
        new Notice(kind, language, data, now).ByMail(address, from ?? now);

    public IReadOnlyDictionary<string, string> Facts() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Data) ?? [];

    public void Read(DateTime now) => ReadAt ??= now;

    public override void Sent(DateTime now)
    {
        base.Sent(now);
        Forget();
    }

    public override void Drop()
    {
        base.Drop();
        Forget();
    }

    /// <summary>What only the mail carried (links that act) is not kept longer than needed.</summary>
    private void Forget()
    {
        if (!IsOnSite)
        {
            Data = "{}";
        }
    }

    private Notice ByMail(string? address, DateTime from)
    {
        if (!string.IsNullOrEmpty(address))
        {
            Address = address;
            Wait(from);
        }

        return this;
    }
}

public sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(n => n.Address).HasMaxLength(Notice.AddressLength);
        builder.Property(n => n.Language).HasMaxLength(5);
        builder.Property(n => n.Data).IsUnbounded();
        builder.Property(n => n.LastError).HasMaxLength(Errand.ErrorLength);
        builder.HasIndex(n => new { n.Delivery, n.NextAttemptAt });
        builder.HasIndex(n => new { n.AccountId, n.IsOnSite, n.CreatedAt, n.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
