using System.Data;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Complaints;

/// <summary>Keeps the counts of the list small, and proves them.</summary>
public sealed class TallyFolding(CityDb db)
{
    /// <summary>
    /// Replaces the rows of each kind by one. Exactly the rows that were read go, in the save that adds their sum: one that somebody adds
    /// meanwhile stays, and when somebody else folds at the same time, one of the two changes nothing. Returns how many rows fewer there are.
    /// </summary>
    public async Task<int> FoldAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        List<ComplaintTally> rows = await db.ComplaintTallies.ToListAsync(cancellationToken);
        int fewer = 0;
        foreach (var kind in rows.GroupBy(t => (t.State, t.CategoryId, t.DistrictId, t.DepartmentId)))
        {
            int sum = kind.Sum(t => t.Count);
            int before = kind.Count();
            if (before == 1 && sum != 0)
            {
                continue;
            }

            db.RemoveRange(kind);
            fewer += before;
            if (sum != 0)
            {
                db.Add(new ComplaintTally(kind.Key.State, kind.Key.CategoryId, kind.Key.DistrictId, kind.Key.DepartmentId, sum));
                fewer--;
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return fewer;
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Counts all listed complaints afresh and puts the result in place of the kept counts. Returns how many kinds differed. Nobody may
    /// change a complaint or a count between the two readings, hence the isolation.
    /// </summary>
    public Task<int> RebuildAsync(CancellationToken cancellationToken) => db.InTransactionAsync(
        async ct =>
        {
            List<ComplaintTally> counted = await db.Complaints.Listed()
                .GroupBy(c => new { c.State, c.CategoryId, c.DistrictId, c.DepartmentId })
                .Select(g => new ComplaintTally(g.Key.State, g.Key.CategoryId, g.Key.DistrictId, g.Key.DepartmentId, g.Count()))
                .ToListAsync(ct);
            List<ComplaintTally> kept = await db.ComplaintTallies.Summed().ToListAsync(ct);
            var different = counted.Select(Facts).ToHashSet();
            different.SymmetricExceptWith(kept.Where(t => t.Count != 0).Select(Facts));
            await db.ComplaintTallies.ExecuteDeleteAsync(ct);
            db.AddRange(counted);
            await db.SaveChangesAsync(ct);
            return different.Select(f => f with { Count = 0 }).Distinct().Count();
        },
        IsolationLevel.Serializable,
        cancellationToken);

    private static (ComplaintState State, long CategoryId, long? DistrictId, long? DepartmentId, int Count) Facts(ComplaintTally tally) =>
        (tally.State, tally.CategoryId, tally.DistrictId, tally.DepartmentId, tally.Count);
}

public static class TallyQueries
{
    /// <summary>One row of each kind, with the sum; made new, not tracked.</summary>
    public static IQueryable<ComplaintTally> Summed(this IQueryable<ComplaintTally> tallies) =>
        tallies.GroupBy(t => new { t.State, t.CategoryId, t.DistrictId, t.DepartmentId })
            .Select(g => new ComplaintTally(g.Key.State, g.Key.CategoryId, g.Key.DistrictId, g.Key.DepartmentId, g.Sum(t => t.Count)));
}
