using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Areas.Notices;

/// <summary>What a person was told, on the site: worded as their mail was, in the language they read now.</summary>
[Area("Notices")]
[Route("account/notices")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NoticesController(CityDb db, CitySettings settings, NoticeWordings wordings, CurrentAccount account, TimeProvider time) : Controller
{
    private const int PageSize = 20;

    [HttpGet]
    public async Task<IActionResult> Index(string? at, CancellationToken cancellationToken)
    {
        Cursor? cursor = Cursor.Parse(at);
        List<Notice> notices = await db.Notices.AsNoTracking().OnSiteFor(account.RequiredId)
            .Where(n => wordings.Kinds.Contains(n.Kind))
            .PageAt(cursor, PageSize)
            .ToListAsync(cancellationToken);
        Page<Notice> page = Page<Notice>.From(notices, PageSize, cursor, n => (n.CreatedAt, n.Id));
        return View(new NoticesPage(
            [.. page.Items.Select(n => new NoticeLine(n.Id, n.CreatedAt, n.ReadAt is not null, wordings.Word(n, settings.City)))],
            page.Previous,
            page.Next));
    }

    /// <summary>Marks one as read and goes where it leads.</summary>
    [HttpPost("{id:long}/readings")]
    public async Task<IActionResult> Read(long id, CancellationToken cancellationToken)
    {
        Notice? notice = await db.Notices.OnSiteFor(account.RequiredId).SingleOrDefaultAsync(
            n => n.Id == id && wordings.Kinds.Contains(n.Kind), cancellationToken);
        if (notice is null)
        {
            return NotFound();
        }

        notice.Read(time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return wordings.Word(notice, settings.City).Link is { } link ? LocalRedirect(link.Path) : RedirectToAction(nameof(Index));
    }

    /// <summary>Marks all as read.</summary>
    [HttpPost("readings")]
    public async Task<IActionResult> ReadAll(CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        await db.Notices.OnSiteFor(account.RequiredId).Where(n => n.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellationToken);
        return RedirectToAction(nameof(Index));
    }
}

public sealed record NoticesPage(IReadOnlyList<NoticeLine> Lines, Cursor? Previous, Cursor? Next)
{
    public bool HasUnread => Lines.Any(l => !l.IsRead);

    public static string? PathAt(Cursor? at) => at is null ? null : $"/account/notices?at={at}";
}

public sealed record NoticeLine(long Id, DateTime At, bool IsRead, NoticeText Text);
