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

    ConfirmNewsletter = 70,
    NewsletterKnown = 71,
    NewsletterDigest = 72,

    CommentWritten = 80,
    CommentAnswered = 81,
    CommentHidden = 82,
    AppealDecided = 83,
    CommentShown = 84,
}

public enum MailState
{
    /// <summary>Shown on the site only.</summary>
    None = 0,
    Waiting = 1,
    Sent = 2,

    /// <summary>Given up after the last attempt; shown in the office.</summary>
    Failed = 3,
}

/// <summary>
/// Something a person is told: the outbox. It is written in the transaction of what it tells of, sent by mail afterwards
/// (at least once), and stands among the person's notices on the site.
/// </summary>
public sealed class Notice
{
    public const int AddressLength = Account.EmailLength;
    public const int ErrorLength = 400;
    public const int MaxAttempts = 8;

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

    public long Id { get; private set; }

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

    public MailState Mail { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When the next attempt is due, or until when the attempt under way holds it.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    public DateTime? SentAt { get; private set; }

    public string? LastError { get; private set; }

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

    public void Sent(DateTime now)
    {
        Mail = MailState.Sent;
        SentAt = now;
        NextAttemptAt = null;
        LastError = null;
        if (!IsOnSite)
        {
            // What only the mail carried (links that act) is not kept longer than needed.
            Data = "{}";
        }
    }

    /// <summary>Ends it unsent: what it tells of is no more.</summary>
    public void Drop()
    {
        Mail = MailState.None;
        NextAttemptAt = null;
        LastError = null;
        if (!IsOnSite)
        {
            Data = "{}";
        }
    }

    /// <summary>Notes a failed attempt; the waits double from a minute on, and after <see cref="MaxAttempts"/> it is given up.</summary>
    public void AttemptFailed(string error, DateTime now)
    {
        LastError = error.Length > ErrorLength ? error[..ErrorLength] : error;
        if (Attempts >= MaxAttempts)
        {
            Mail = MailState.Failed;
            NextAttemptAt = null;
        }
        else
        {
            NextAttemptAt = now + TimeSpan.FromMinutes(Math.Pow(2, Math.Max(0, Attempts - 1)));
        }
    }

    /// <summary>Puts a given-up message back into the queue.</summary>
    public void TryAgain(DateTime now)
    {
        if (Mail == MailState.Failed)
        {
            Mail = MailState.Waiting;
            Attempts = 0;
            NextAttemptAt = now;
        }
    }

    private Notice ByMail(string? address, DateTime from)
    {
        if (!string.IsNullOrEmpty(address))
        {
            Address = address;
            Mail = MailState.Waiting;
            NextAttemptAt = from;
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
        builder.Property(n => n.LastError).HasMaxLength(Notice.ErrorLength);
        builder.HasIndex(n => new { n.Mail, n.NextAttemptAt });
        builder.HasIndex(n => new { n.AccountId, n.IsOnSite, n.CreatedAt, n.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
