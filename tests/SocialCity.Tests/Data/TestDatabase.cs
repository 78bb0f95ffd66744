using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SocialCity.Data;
using SocialCity.Sqlite;

namespace SocialCity.Tests.Data;

/// <summary>A real SQLite file of one test's own, with the city's foundation. Migrated once for all, then copied.</summary>
public sealed class TestDatabase : IDisposable
{
    /// <summary>A Monday morning in Seoul, far from holidays: 2026-11-16 10:00.</summary>
    public static readonly DateTime Start = new(2026, 11, 16, 1, 0, 0, DateTimeKind.Utc);

    private static readonly Lazy<Task<byte[]>> Template = new(() => MigratedFile.MakeAsync(db => new Foundation(db, new SettableTime(Start)).LayAsync(default)));

    private readonly string _folder = Directory.CreateTempSubdirectory("socialcity-").FullName;

    private TestDatabase(byte[] template) => File.WriteAllBytes(DatabaseFile, template);

    public IDatabaseProvider Provider { get; } = new SqliteDatabase();

    public SettableTime Time { get; } = new(Start);

    private string DatabaseFile => Path.Combine(_folder, "city.db");

    public static async Task<TestDatabase> CreateAsync() => new(await Template.Value);

    /// <summary>A new context, as another request would have.</summary>
    public CityDb Open(params IInterceptor[] interceptors)
    {
        DbContextOptionsBuilder<CityDb> options = new();
        SqliteDatabase.Use(options, DatabaseFile);
        options.AddInterceptors(interceptors);
        return new CityDb(options.Options);
    }

    public void Dispose()
    {
        using (CityDb db = Open())
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A clock that a test sets.</summary>
public sealed class SettableTime(DateTime utc) : TimeProvider
{
    public DateTime Now { get; set; } = utc;

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
