using SocialCity.Data;

namespace SocialCity.Notices;

/// <summary>A mail as it is sent: both forms say the same.</summary>
/// <param name="To">The receiver's address.</param>
/// <param name="SenderName">The city's name as the receiver reads it; the address it stands beside is a setting of the channel.</param>
/// <param name="Language">The language of both forms, ISO 639-1.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The plain form.</param>
/// <param name="Html">The form with headings and links.</param>
/// <param name="MessageId">The same at each attempt, so that a mail sent twice is seen once; without angle brackets.</param>
/// <param name="UnsubscribeUrl">Where one click ends mails of this kind (RFC 8058); null for those that must be sent.</param>
public sealed record Mail(
    string To, string SenderName, string Language, string Subject, string Text, string Html, string MessageId, Uri? UnsubscribeUrl = null);

/// <summary>Words a notice in its receiver's language. The web application does it with its views.</summary>
public interface INoticeWriter
{
    /// <summary>The mail; null when what it would tell of is no more, so that none is sent.</summary>
    Task<Mail?> WriteAsync(Notice notice, CancellationToken cancellationToken);
}

/// <summary>Sends a mail: into a folder, or to an SMTP server.</summary>
public interface IMailChannel
{
    /// <summary>Hands the mail over. Whatever it throws is noted on the notice, and the mail is tried again later.</summary>
    Task SendAsync(Mail mail, CancellationToken cancellationToken);
}

/// <summary>Sends notices by mail, in the words of their receivers.</summary>
public sealed class MailCarrier(INoticeWriter writer, IMailChannel channel) : ICarrier<Notice>
{
    public async Task<bool> CarryAsync(Notice errand, CancellationToken cancellationToken)
    {
        if (await writer.WriteAsync(errand, cancellationToken) is not { } mail)
        {
            return false;
        }

        await channel.SendAsync(mail, cancellationToken);
        return true;
    }
}

public static class NoticeQueries
{
    /// <summary>What a person finds among their notices on the site.</summary>
    public static IQueryable<Notice> OnSiteFor(this IQueryable<Notice> notices, long accountId) =>
        notices.Where(n => n.AccountId == accountId && n.IsOnSite);

    /// <summary>What these people have on the site and have not read, of one kind and about one thing.</summary>
    /// <param name="notices">All.</param>
    /// <param name="accountIds">Whose.</param>
    /// <param name="kind">Of which kind.</param>
    /// <param name="fact">The name of the fact, see <see cref="NoticeFacts"/>, that tells what it is about.</param>
    /// <param name="beginning">What that fact begins with: letters that JSON leaves as they are.</param>
    public static IQueryable<Notice> UnreadBy(
        this IQueryable<Notice> notices, IReadOnlyList<long> accountIds, NoticeKind kind, string fact, string beginning)
    {
        string written = $"\"{fact}\":\"{beginning}";
        return notices.Where(n =>
            n.AccountId != null && accountIds.Contains(n.AccountId.Value) && n.IsOnSite && n.ReadAt == null && n.Kind == kind && n.Data.Contains(written));
    }

    public static IQueryable<Notice> NewestFirst(this IQueryable<Notice> notices) =>
        notices.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id);

    public static IQueryable<Notice> PageAt(this IQueryable<Notice> notices, Cursor? at, int size)
    {
        if (at is null)
        {
            return notices.NewestFirst().Take(size + 1);
        }

        DateTime time = at.At;
        long id = at.Id;
        return at.Backwards
            ? notices.Where(n => n.CreatedAt >= time && (n.CreatedAt > time || n.Id > id))
                .OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).Take(size + 1)
            : notices.Where(n => n.CreatedAt <= time && (n.CreatedAt < time || n.Id < id)).NewestFirst().Take(size + 1);
    }
}
