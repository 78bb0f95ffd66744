using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Web.Demo;

/// <summary>
/// Indexes of SQLite that are taken away where most of the rows are still to come, since sorting them once takes a fraction of inserting
/// each row in its place. Unique ones stay.
/// </summary>
internal sealed class DemoIndexes
{
    private readonly CityDb db;
    private readonly List<string> statements;

    /// <param name="db">Where they are made again.</param>
    /// <param name="statements">
    /// What makes them again, in the order in which they were made: SQLite's choice among them depends on it.
    /// </param>
    private DemoIndexes(CityDb db, List<string> statements)
    {
        this.db = db;
        this.statements = statements;
    }

    /// <summary>Readies the connection, which must be open, for writing much; on other databases than SQLite nothing is done.</summary>
    /// <param name="db">The database.</param>
    /// <param name="isWorthwhile">Whether the indexes are to be taken away.</param>
    /// <param name="types">The entities that will be written.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<DemoIndexes> SetAsideAsync(CityDb db, bool isWorthwhile, IReadOnlyList<Type> types, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return new DemoIndexes(db, []);
        }

        // A crash costs a database that can be made again.
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;", cancellationToken);
        if (!isWorthwhile)
        {
            return new DemoIndexes(db, []);
        }

        string[] tables = [.. types.Select(type => db.Model.FindEntityType(type)?.GetTableName() ?? throw new InvalidOperationException($"{type.Name} has no table."))];
        var indexes = await db.Database
            .SqlQuery<SetAside>($"SELECT name AS Name, tbl_name AS OfTable, sql AS Statement FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX %' ORDER BY rowid")
            .ToListAsync(cancellationToken);
        indexes.RemoveAll(index => !tables.Contains(index.OfTable));
        foreach (SetAside index in indexes)
        {
            string drop = $"DROP INDEX \"{index.Name}\"";
            await db.Database.ExecuteSqlRawAsync(drop, cancellationToken);
        }

        return new DemoIndexes(db, indexes.ConvertAll(index => index.Statement));
    }

    /// <summary>Makes them again. Whatever happened before, they must be there: nothing ends this work.</summary>
    public async Task RestoreAsync()
    {
        foreach (string statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement, CancellationToken.None);
        }
    }

    private sealed record SetAside(string Name, string OfTable, string Statement);
}
