using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>What the person agreed to, when, in which version; news can be withdrawn and taken up again at any time.</summary>
[Area("Accounts")]
[Route("/account/consents")]
public sealed class ConsentsController(
    CityDb db, AuditLog audit, CurrentAccount current, TimeProvider time, IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(new ConsentsPage(
        await db.Consents.AsNoTracking().Where(c => c.AccountId == current.RequiredId).OrderBy(c => c.Purpose).ThenByDescending(c => c.GivenAt)
            .Select(c => new ConsentRow(c.Purpose, c.TextVersion, c.GivenAt, c.WithdrawnAt))
            .ToListAsync(cancellationToken)));

    [HttpPost("news")]
    public Task<IActionResult> Give(CancellationToken cancellationToken) => ChangeAsync(
        async account =>
        {
            if (!await News(account.Id).AnyAsync(cancellationToken))
            {
                db.Add(new Consent(account, ConsentPurpose.News, ConsentTexts.News, Now));
            }
        },
        T["이제 시의 소식을 메일로 보내 드립니다."],
        cancellationToken);

    [HttpPost("news/withdraw")]
    public Task<IActionResult> Withdraw(CancellationToken cancellationToken) => ChangeAsync(
        async account => (await News(account.Id).ToListAsync(cancellationToken)).ForEach(consent => consent.Withdraw(Now)),
        T["동의를 거두었습니다. 이제 소식 메일을 보내지 않습니다."],
        cancellationToken);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private IQueryable<Consent> News(long accountId) =>
        db.Consents.Where(c => c.AccountId == accountId && c.Purpose == ConsentPurpose.News && c.WithdrawnAt == null);

    private async Task<IActionResult> ChangeAsync(Func<Account, Task> change, string told, CancellationToken cancellationToken)
    {
        await change(await db.Users.SingleAsync(a => a.Id == current.RequiredId, cancellationToken));
        audit.Add(AuditKind.SignIn, SignInActions.ConsentChanged, $"account:{current.Id}", current.Id, current.Address, nameof(ConsentPurpose.News));
        await db.SaveChangesAsync(cancellationToken);
        this.FlashSuccess(told);
        return RedirectToAction(nameof(Index));
    }
}

public sealed record ConsentRow(ConsentPurpose Purpose, string Version, DateTime GivenAt, DateTime? WithdrawnAt);

public sealed record ConsentsPage(IReadOnlyList<ConsentRow> Rows)
{
    public bool WantsNews => Rows.Any(r => r is { Purpose: ConsentPurpose.News, WithdrawnAt: null });
}
