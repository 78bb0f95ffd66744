using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Complaints;

/// <summary>Keeps the counts of the list small, and proves them.</summary>
public sealed class TallyFolding(CityDb db)
{
    /// <summary>Replaces the rows so far by one of each kind. What is added meanwhile has a higher id and stays.</summary>
    public Task<int> FoldAsync(CancellationToken cancellationToken) => db.InTransactionAsync(
        async ct =>
        {
            long last = await db.ComplaintTallies.MaxAsync(t => (long?)t.Id, ct) ?? 0;
            IQueryable<ComplaintTally> soFar = db.ComplaintTallies.Where(t => t.Id <= last);
            int before = await soFar.CountAsync(ct);
            List<ComplaintTally> folded = await soFar.Summed().ToListAsync(ct);
            if (folded.Count == before)
            {
                return 0;
            }

            await soFar.ExecuteDeleteAsync(ct);
            db.AddRange(folded);
            await db.SaveChangesAsync(ct);
            return before - folded.Count;
        },
        cancellationToken);

    /// <summary>Counts all listed complaints afresh and puts the result in place of the kept counts. Returns how many kinds differed.</summary>
    public Task<int> RebuildAsync(CancellationToken cancellationToken) => db.InTransactionAsync(
        async ct =>
        {
            List<ComplaintTally> kept = await db.ComplaintTallies.Summed().ToListAsync(ct);
            List<ComplaintTally> counted = await db.Complaints.Listed()
                .GroupBy(c => new { c.State, c.CategoryId, c.DistrictId, c.DepartmentId })
                .Select(g => new ComplaintTally(g.Key.State, g.Key.CategoryId, g.Key.DistrictId, g.Key.DepartmentId, g.Count()))
                .ToListAsync(ct);
            var different = counted.Select(Facts).ToHashSet();
            different.SymmetricExceptWith(kept.Where(t => t.Count != 0).Select(Facts));
            await db.ComplaintTallies.ExecuteDeleteAsync(ct);
            db.AddRange(counted);
            await db.SaveChangesAsync(ct);
            return different.Select(f => f with { Count = 0 }).Distinct().Count();
        },
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
