using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Audit;

/// <summary>Writes the audit log, seals it, and proves it.</summary>
public sealed class AuditLog(CityDb db, TimeProvider time)
{
    private const int AtOnce = 500;

    /// <summary>Adds an entry to the context; it is saved with what it tells of. See <see cref="AuditEntry"/> for the arguments.</summary>
    public void Add(AuditKind kind, string action, string subject, long? actorId, string? address, string details = "") =>
        db.Add(new AuditEntry(kind, action, subject, actorId, address, details, time.GetUtcNow().UtcDateTime));

    /// <summary>Seals what was added since the last time, in order. Run by one job at a time.</summary>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        string last = await db.AuditEntries.Where(e => e.Seal != null)
            .OrderByDescending(e => e.Id).Select(e => e.Seal).FirstOrDefaultAsync(cancellationToken) ?? "";
        List<AuditEntry> open = await db.AuditEntries.Where(e => e.Seal == null).OrderBy(e => e.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (AuditEntry entry in open)
        {
            entry.SealAfter(last);
            last = entry.Seal ?? "";
        }

        await db.SaveChangesAsync(cancellationToken);
        return open.Count;
    }

    /// <summary>Walks the sealed entries and returns the id of the first that is not as it was; null when all are intact.</summary>
    public async Task<long?> FindBrokenAsync(CancellationToken cancellationToken)
    {
        string previous = "";
        bool first = true;
        await foreach (AuditEntry entry in db.AuditEntries.AsNoTracking().Where(e => e.Seal != null).OrderBy(e => e.Id)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            // The oldest entries are deleted when their time is over: the chain is proven from the oldest that is left.
            if (!first && !entry.IsIntactAfter(previous))
            {
                return entry.Id;
            }

            first = false;
            previous = entry.Seal ?? "";
        }

        return null;
    }
}
