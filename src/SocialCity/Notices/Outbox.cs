using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
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

/// <summary>
/// Sends what waits in the outbox. Several nodes may run it at once: a notice is held by a guarded update before it is sent, and comes
/// free again when the holder dies. So a mail goes out at least once; its message id is the same each time.
/// </summary>
public sealed class Outbox(CityDb db, INoticeWriter writer, IMailChannel channel, TimeProvider time, ILogger<Outbox> logger)
{
    private const int AtOnce = 100;

    /// <summary>How long one attempt may take before another node may try.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    /// <summary>Sends the mails that are due, oldest first. Returns how many went out; one that fails never stops the others.</summary>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        List<long> due = await db.Notices.AsNoTracking().DueAt(now).OrderBy(n => n.NextAttemptAt).Take(AtOnce).Select(n => n.Id).ToListAsync(cancellationToken);
        int sent = 0;
        foreach (long id in due)
        {
            if (await HoldAsync(id, now, cancellationToken) && await SendAsync(id, cancellationToken))
            {
                sent++;
            }

            db.ChangeTracker.Clear();
        }

        return sent;
    }

    private async Task<bool> HoldAsync(long id, DateTime now, CancellationToken cancellationToken) =>
        await db.Notices.DueAt(now).Where(n => n.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(n => n.NextAttemptAt, now + Hold).SetProperty(n => n.Attempts, n => n.Attempts + 1),
            cancellationToken) == 1;

    private async Task<bool> SendAsync(long id, CancellationToken cancellationToken)
    {
        Notice notice = await db.Notices.SingleAsync(n => n.Id == id, cancellationToken);
        bool sent = false;
        try
        {
            if (await writer.WriteAsync(notice, cancellationToken) is { } mail)
            {
                await channel.SendAsync(mail, cancellationToken);
                notice.Sent(time.GetUtcNow().UtcDateTime);
                sent = true;
            }
            else
            {
                notice.Drop();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever went wrong with one mail (its wording, its address, the server) is noted on it and shown in the office.
            logger.LogWarning(exception, "Notice {NoticeId} of kind {NoticeKind} could not be sent", notice.Id, notice.Kind);
            notice.AttemptFailed(exception.GetType().Name + ": " + exception.Message, time.GetUtcNow().UtcDateTime);
        }

        await db.SaveChangesAsync(cancellationToken);
        return sent;
    }
}

public static class NoticeQueries
{
    public static IQueryable<Notice> DueAt(this IQueryable<Notice> notices, DateTime now) =>
        notices.Where(n => n.Mail == MailState.Waiting && n.NextAttemptAt <= now);

    /// <summary>What a person finds among their notices on the site.</summary>
    public static IQueryable<Notice> OnSiteFor(this IQueryable<Notice> notices, long accountId) =>
        notices.Where(n => n.AccountId == accountId && n.IsOnSite);

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
