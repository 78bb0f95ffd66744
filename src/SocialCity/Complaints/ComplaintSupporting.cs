using System.Data;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Complaints;

/// <summary>Why a "me too" is not taken.</summary>
public enum SupportRefusal
{
    /// <summary>There is no such public complaint.</summary>
    NotFound = 1,

    /// <summary>It is the person's own.</summary>
    OwnComplaint = 2,

    /// <summary>Nothing more is to come.</summary>
    Ended = 3,
}

/// <summary>"Me too": once a person, counted in the same transaction.</summary>
public sealed class ComplaintSupporting(CityDb db, IDatabaseProvider provider, TimeProvider time)
{
    /// <summary>Adds the person's support; null when it is there now. A second time changes nothing.</summary>
    public async Task<SupportRefusal?> SupportAsync(string number, long accountId, CancellationToken cancellationToken)
    {
        if (await db.Complaints.AsNoTracking().Listed().WithNumber(number).SingleOrDefaultAsync(cancellationToken) is not { } complaint)
        {
            return SupportRefusal.NotFound;
        }

        if (complaint.WhyNoSupportOf(accountId) is { } refusal)
        {
            return refusal;
        }

        try
        {
            await db.InTransactionAsync(
                async ct =>
                {
                    db.Add(new ComplaintSupport(complaint.Id, accountId, time.GetUtcNow().UtcDateTime));
                    await db.SaveChangesAsync(ct);
                    return await CountAsync(complaint.Id, 1, ct);
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
        }

        return null;
    }

    /// <summary>Takes the person's support back. False when there is no such public complaint.</summary>
    public async Task<bool> WithdrawAsync(string number, long accountId, CancellationToken cancellationToken)
    {
        long? id = await FindAsync(number, cancellationToken);
        if (id is not { } complaintId)
        {
            return false;
        }

        await db.InTransactionAsync(
            async ct =>
            {
                int gone = await db.ComplaintSupports
                    .Where(s => s.ComplaintId == complaintId && s.AccountId == accountId).ExecuteDeleteAsync(ct);
                return gone == 0 ? 0 : await CountAsync(complaintId, -1, ct);
            },
            cancellationToken);
        return true;
    }

    /// <summary>
    /// Counts afresh how many people say "me too" and mends what differed. Returns how many complaints that were. Nobody may add theirs
    /// between the reading and the writing, hence the isolation.
    /// </summary>
    public Task<int> RecountAsync(CancellationToken cancellationToken) => db.InTransactionAsync(
        ct => db.Complaints
            .Where(c => c.SupportCount != db.ComplaintSupports.Count(s => s.ComplaintId == c.Id))
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.SupportCount, c => db.ComplaintSupports.Count(s => s.ComplaintId == c.Id)), ct),
        IsolationLevel.Serializable,
        cancellationToken);

    private async Task<long?> FindAsync(string number, CancellationToken cancellationToken) =>
        await db.Complaints.Listed().WithNumber(number).Select(c => (long?)c.Id).SingleOrDefaultAsync(cancellationToken);

    private Task<int> CountAsync(long complaintId, int change, CancellationToken cancellationToken) =>
        db.Complaints.Where(c => c.Id == complaintId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.SupportCount, c => c.SupportCount + change), cancellationToken);
}
