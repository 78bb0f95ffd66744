using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Where the person is signed in, and ending that.</summary>
[Area("Accounts")]
[Route("/account/sessions")]
public sealed class DevicesController(
    CityDb db, AuditLog audit, CurrentAccount current, TimeProvider time, IStringLocalizer<AccountTexts> T) : Controller
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private IQueryable<Session> Open => db.OpenSessions(current.RequiredId, current.Actor.IsStaff, Now);

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(new DevicesPage(
        await Open
            .OrderByDescending(s => s.Id == current.SessionId)
            .ThenByDescending(s => s.SeenAt)
            .Select(s => new DeviceRow(s.Id, s.Device, s.Address, s.StartedAt, s.SeenAt, s.Id == current.SessionId))
            .ToListAsync(cancellationToken)));

    [HttpPost("{id}/end")]
    public async Task<IActionResult> End(Guid id, CancellationToken cancellationToken)
    {
        if (await EndAsync(s => s.Where(session => session.Id == id), cancellationToken) == 0)
        {
            return NotFound();
        }

        this.FlashSuccess(T["그 기기에서 로그아웃했습니다."]);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("end-others")]
    public async Task<IActionResult> EndOthers(CancellationToken cancellationToken)
    {
        await EndAsync(s => s.Where(session => session.Id != current.SessionId), cancellationToken);
        this.FlashSuccess(T["이 기기를 뺀 모든 기기에서 로그아웃했습니다."]);
        return RedirectToAction(nameof(Index));
    }

    private async Task<int> EndAsync(Func<IQueryable<Session>, IQueryable<Session>> which, CancellationToken cancellationToken)
    {
        int ended = await which(Open)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, Now), cancellationToken);
        if (ended > 0)
        {
            audit.Add(AuditKind.SignIn, SignInActions.SessionsEnded, $"account:{current.Id}", current.Id, current.Address);
            await db.SaveChangesAsync(cancellationToken);
        }

        return ended;
    }
}

/// <param name="All">This one first, then by last use.</param>
public sealed record DevicesPage(IReadOnlyList<DeviceRow> All)
{
    private const int Newest = 5;

    public IEnumerable<DeviceRow> Recent => All.Take(Newest);

    /// <summary>Folded away: sessions of a browser that signs in anew each day pile up until they run out.</summary>
    public IReadOnlyList<DeviceRow> Older => [.. All.Skip(Newest)];
}

public sealed record DeviceRow(Guid Id, string Device, string? Address, DateTime StartedAt, DateTime SeenAt, bool IsThis);
