using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SocialCity.Data;

/// <summary>Gives each new or changed <see cref="IVersioned"/> a fresh version: SQLite has no rowversion of its own.</summary>
public sealed class VersionInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Rotate(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Rotate(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Rotate(DbContext? db)
    {
        foreach (var entry in db?.ChangeTracker.Entries<IVersioned>() ?? [])
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                entry.Property(e => e.Version).CurrentValue = Guid.NewGuid();
            }
        }
    }
}
