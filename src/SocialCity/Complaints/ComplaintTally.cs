using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SocialCity.Complaints;

/// <summary>
/// A part of the count of listed complaints of one kind. Each change adds rows of +1 and -1 in its own transaction, so that two
/// changes never wait for each other; a job folds them into one row each (docs/decisions/0010-tallies.md). The count is their sum.
/// </summary>
public sealed class ComplaintTally
{
    private ComplaintTally()
    {
    }

    public ComplaintTally(ComplaintState state, long categoryId, long? districtId, long? departmentId, int count)
    {
        State = state;
        CategoryId = categoryId;
        DistrictId = districtId;
        DepartmentId = departmentId;
        Count = count;
    }

    public long Id { get; private set; }

    public ComplaintState State { get; private set; }

    public long CategoryId { get; private set; }

    public long? DistrictId { get; private set; }

    public long? DepartmentId { get; private set; }

    public int Count { get; private set; }

    /// <summary>Whether the row tells of a change that is saved with it. While unsaved it is as old as the last attempt to save.</summary>
    internal bool TellsOfChange { get; init; }
}

/// <summary>
/// Notes in the same save how the counts change when complaints do. A save that failed is told of afresh by the next one: what it would
/// have noted may have changed, or been given up, since.
/// </summary>
public sealed class TallyInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Note(DbContext? db)
    {
        if (db is null)
        {
            return;
        }

        foreach (var stale in db.ChangeTracker.Entries<ComplaintTally>().Where(e => e.State == EntityState.Added && e.Entity.TellsOfChange).ToList())
        {
            stale.State = EntityState.Detached;
        }

        List<ComplaintTally> changes = [];
        foreach (var entry in db.ChangeTracker.Entries<Complaint>())
        {
            bool wasListed = entry.State is EntityState.Modified or EntityState.Deleted && entry.Property(c => c.IsListed).OriginalValue;
            bool isListed = entry.State is EntityState.Modified or EntityState.Added && entry.Entity.IsListed;
            Key? before = wasListed
                ? new(
                    entry.Property(c => c.State).OriginalValue,
                    entry.Property(c => c.CategoryId).OriginalValue,
                    entry.Property(c => c.DistrictId).OriginalValue,
                    entry.Property(c => c.DepartmentId).OriginalValue)
                : null;
            Key? after = isListed
                ? new(entry.Entity.State, entry.Entity.CategoryId, entry.Entity.DistrictId, entry.Entity.DepartmentId)
                : null;
            if (before == after)
            {
                continue;
            }

            if (before is { } b)
            {
                changes.Add(new ComplaintTally(b.State, b.CategoryId, b.DistrictId, b.DepartmentId, -1) { TellsOfChange = true });
            }

            if (after is { } a)
            {
                changes.Add(new ComplaintTally(a.State, a.CategoryId, a.DistrictId, a.DepartmentId, 1) { TellsOfChange = true });
            }
        }

        db.AddRange(changes);
    }

    private readonly record struct Key(ComplaintState State, long CategoryId, long? DistrictId, long? DepartmentId);
}
