using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>알림 발송: mails that were given up, and a new try.</summary>
[Route("office/outbox")]
public sealed class OutboxController(CityDb db, OfficeChanges changes, TimeProvider time, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    private const int Shown = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return View(new OutboxPage(
            await db.Notices.CountAsync(n => n.Mail == MailState.Waiting, cancellationToken),
            await db.Notices.CountAsync(n => n.Mail == MailState.Failed, cancellationToken),
            await db.Notices.AsNoTracking().Where(n => n.Mail == MailState.Failed).OrderByDescending(n => n.Id).Take(Shown)
                .Select(n => new FailedMail(n.Id, n.Kind, n.CreatedAt, n.Attempts, n.LastError)).ToListAsync(cancellationToken),
            now));
    }

    /// <summary>Tries one mail again, or all that were given up.</summary>
    [HttpPost("retry")]
    public async Task<IActionResult> Retry([FromForm] long? id, CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        List<Notice> failed = await db.Notices.Where(n => n.Mail == MailState.Failed && (id == null || n.Id == id))
            .OrderBy(n => n.Id).Take(id is null ? 1000 : 1).ToListAsync(cancellationToken);
        failed.ForEach(n => n.TryAgain(now));
        changes.Note(AuditActions.MailRetried, id is null ? "mail:all" : $"mail:{id}", $"{failed.Count}");
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(T["메일 {0}통을 다시 보냅니다.", failed.Count]);
        return RedirectToAction(nameof(Index));
    }
}

public sealed record OutboxPage(int Waiting, int Failed, IReadOnlyList<FailedMail> Mails, DateTime Now);

public sealed record FailedMail(long Id, NoticeKind Kind, DateTime CreatedAt, int Attempts, string? Error);
