using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Audit;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>알림 발송: mails and messages to other sites that were given up, and a new try.</summary>
[Route("office/outbox")]
public sealed class OutboxController(CityDb db, OfficeChanges changes, TimeProvider time, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    private const int Shown = 100;
    private const int MostAtOnce = 1000;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(new OutboxPage(
        await db.Notices.CountAsync(n => n.Delivery == DeliveryState.Waiting, cancellationToken),
        await db.Notices.CountAsync(n => n.Delivery == DeliveryState.Failed, cancellationToken),
        await MailsAsync(db.Notices.Where(n => n.Delivery == DeliveryState.Failed), cancellationToken),
        await MailsAsync(db.Notices.Where(n => n.Delivery == DeliveryState.Waiting && n.LastError != null), cancellationToken),
        await db.OutgoingMentions.AsNoTracking().Where(m => m.Delivery == DeliveryState.Failed).OrderByDescending(m => m.Id).Take(Shown)
            .Select(m => new FailedMention(m.Id, m.Target, m.Attempts, m.LastError)).ToListAsync(cancellationToken)));

    /// <summary>Tries one mail again, or all that were given up.</summary>
    [HttpPost("retry")]
    public async Task<IActionResult> Retry([FromForm] long? id, CancellationToken cancellationToken)
    {
        int count = await TryAgainAsync<Notice>(AuditActions.MailRetried, "mail", id, cancellationToken);
        this.FlashSuccess(T["메일 {0}통을 다시 보냅니다.", count]);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Tells one other site again, or all that could not be told.</summary>
    [HttpPost("retry-mentions")]
    public async Task<IActionResult> RetryMentions([FromForm] long? id, CancellationToken cancellationToken)
    {
        int count = await TryAgainAsync<OutgoingMention>(AuditActions.MentionRetried, "mention", id, cancellationToken);
        this.FlashSuccess(T["다른 누리집 {0}곳에 다시 알립니다.", count]);
        return RedirectToAction(nameof(Index));
    }

    private static Task<List<FailedMail>> MailsAsync(IQueryable<Notice> notices, CancellationToken cancellationToken) =>
        notices.AsNoTracking().OrderByDescending(n => n.Id).Take(Shown)
            .Select(n => new FailedMail(n.Id, n.Kind, n.CreatedAt, n.Attempts, n.LastError, n.NextAttemptAt)).ToListAsync(cancellationToken);

    private async Task<int> TryAgainAsync<T>(string action, string kind, long? id, CancellationToken cancellationToken)
        where T : Errand
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        List<T> failed = await db.Set<T>().Where(e => e.Delivery == DeliveryState.Failed && (id == null || e.Id == id))
            .OrderBy(e => e.Id).Take(id is null ? MostAtOnce : 1).ToListAsync(cancellationToken);
        failed.ForEach(e => e.TryAgain(now));
        changes.Note(action, id is null ? $"{kind}:all" : $"{kind}:{id}", $"{failed.Count}");
        await changes.SaveAsync(cancellationToken);
        return failed.Count;
    }
}

/// <param name="Mails">Given up.</param>
/// <param name="Delayed">Failed so far, and tried again by itself.</param>
public sealed record OutboxPage(
    int Waiting, int Failed, IReadOnlyList<FailedMail> Mails, IReadOnlyList<FailedMail> Delayed, IReadOnlyList<FailedMention> Mentions);

public sealed record FailedMail(long Id, NoticeKind Kind, DateTime CreatedAt, int Attempts, string? Error, DateTime? NextAttemptAt);

/// <summary>Another site that could not be told of a link to it.</summary>
public sealed record FailedMention(long Id, string Target, int Attempts, string? Error);
