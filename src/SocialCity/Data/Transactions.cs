using System.Data;
using Microsoft.EntityFrameworkCore;

namespace SocialCity.Data;

public static class Transactions
{
    /// <summary>
    /// Runs the work in one transaction, again from the start when the database reports a passing fault (SQL Server's retrying
    /// strategy). The work therefore loads and makes its entities inside itself; what was tracked before is forgotten.
    /// </summary>
    public static Task<T> InTransactionAsync<T>(
        this CityDb db, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        db.InTransactionAsync(work, IsolationLevel.ReadCommitted, cancellationToken);

    /// <inheritdoc cref="InTransactionAsync{T}(CityDb, Func{CancellationToken, Task{T}}, CancellationToken)"/>
    public static Task<T> InTransactionAsync<T>(
        this CityDb db, Func<CancellationToken, Task<T>> work, IsolationLevel isolation, CancellationToken cancellationToken) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async ct =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(isolation, ct);
                T result = await work(ct);
                await transaction.CommitAsync(ct);
                return result;
            },
            cancellationToken);
}
