using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Notices;

/// <summary>What a person was told.</summary>
public sealed class NoticePersonalData(CityDb db) : IPersonalData
{
    public Task ExportAsync(long accountId, PersonalArchive archive, CancellationToken cancellationToken) =>
        archive.AddJsonAsync(
            "notices.json",
            db.Notices.AsNoTracking().OnSiteFor(accountId).OrderBy(n => n.Id).AsAsyncEnumerable()
                .Select(n => new { n.Kind, n.CreatedAt, n.ReadAt, n.SentAt, Facts = n.Facts() }),
            cancellationToken);

    /// <summary>What was sent to a former address is not kept with the new one.</summary>
    public Task FollowAsync(string former, string email, CancellationToken cancellationToken) =>
        db.Notices.Where(n => n.AccountId == null && n.Address == former && n.Delivery != DeliveryState.Waiting).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Mails that went to the address without naming the account are of it too.</summary>
    public async Task ForgetAsync(long accountId, CancellationToken cancellationToken)
    {
        string? address = await db.Users.Where(a => a.Id == accountId).Select(a => a.Email).SingleOrDefaultAsync(cancellationToken);
        await db.Notices.Where(n => n.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Notices.Where(n => n.AccountId == null && n.Address == address).ExecuteDeleteAsync(cancellationToken);
    }
}
