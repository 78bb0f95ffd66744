using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SocialCity.Notices;

/// <summary>
/// Rings when mails that wait have been committed, so that whoever sends them need not wait for the next tick. However often it rang
/// meanwhile, it is heard once. Only this process hears it: other nodes, and what a killed process did not hear, are served by the tick.
/// </summary>
public sealed class OutboxBell : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private static readonly object Something = new();

    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    // Contexts that have saved mails in a transaction still open; one that is never committed goes with its context.
    private readonly ConditionalWeakTable<DbContext, object> _saved = [];

    /// <summary>Waits for the next ring, or takes the one that was not heard yet.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _rings.Reader.ReadAsync(cancellationToken);

    public InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context);
        return result;
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        RingUnlessOpen(eventData.Context);
        return result;
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        RingUnlessOpen(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Ring(eventData.Context);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ring(eventData.Context);
        return Task.CompletedTask;
    }

    private void Note(DbContext? db)
    {
        bool any = db?.ChangeTracker.Entries<Notice>().Any(e => e.Entity.Delivery == DeliveryState.Waiting
            && (e.State == EntityState.Added || (e.State == EntityState.Modified && e.Property(n => n.Delivery).IsModified))) ?? false;
        if (db is not null && any)
        {
            _saved.AddOrUpdate(db, Something);
        }
    }

    private void RingUnlessOpen(DbContext? db)
    {
        if (db?.Database.CurrentTransaction is null)
        {
            Ring(db);
        }
    }

    private void Ring(DbContext? db)
    {
        if (db is not null && _saved.Remove(db))
        {
            _rings.Writer.TryWrite(true);
        }
    }
}
