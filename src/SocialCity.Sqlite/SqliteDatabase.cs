using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SocialCity.Data;
using SocialCity.Search;

namespace SocialCity.Sqlite;

/// <summary>The city's data in one file: the default, for a small city and for trying the portal.</summary>
public sealed class SqliteDatabase : IDatabaseProvider
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    /// <summary>Seconds that a command waits for another writer.</summary>
    private const int BusyTimeout = 30;

    /// <summary>Uses the database file at a path; it is made when it does not exist.</summary>
    public static void Use(DbContextOptionsBuilder options, string path) => UseConnectionString(
        options,
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = BusyTimeout }.ConnectionString);

    public static void UseConnectionString(DbContextOptionsBuilder options, string connectionString)
    {
        options.UseSqlite(connectionString, sqlite => sqlite
            .MigrationsAssembly(typeof(SqliteDatabase).Assembly)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
        options.ReplaceService<IModelCustomizer, SqliteModel>();
        options.AddInterceptors(new SqliteSettings());
        options.UseCityRules();
    }

    /// <summary>
    /// Brings the file to the newest version. A process that was killed while migrating leaves its lock behind, and only one process
    /// uses the file: the lock of a dead one is taken away first.
    /// </summary>
    public static async Task MigrateAsync(CityDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            bool locked = await db.Database
                .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
                .SingleAsync(cancellationToken) > 0;
            if (locked)
            {
                await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
            }

            await db.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey };

    public IQueryable<SearchEntry> Matching(CityDb db, string query, SearchKind? kind = null, SearchPeriod? period = null) =>
        SqliteSearch.Matching(db, query, kind, period);

    public IQueryable<T> Found<T>(CityDb db, SearchKind kind, string query, int most)
        where T : class => SqliteSearch.Found<T>(db, kind, query, most);
}
