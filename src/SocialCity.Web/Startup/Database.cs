using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using SocialCity.Data;
using SocialCity.Sqlite;
using SocialCity.SqlServer;

namespace SocialCity.Web.Startup;

public enum DatabaseProvider
{
    /// <summary>A file in the storage folder.</summary>
    Sqlite,

    /// <summary>A server, named by the connection string.</summary>
    SqlServer,
}

/// <summary>The section <c>Database</c>.</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; }

    /// <summary>Where the SQL Server is. Not for SQLite, whose file lies in the storage folder.</summary>
    public string? ConnectionString { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        bool given = !string.IsNullOrWhiteSpace(ConnectionString);
        if (Provider == DatabaseProvider.SqlServer && !given)
        {
            yield return new ValidationResult("SqlServer needs one.", [nameof(ConnectionString)]);
        }

        if (Provider == DatabaseProvider.Sqlite && given)
        {
            yield return new ValidationResult(
                "Sqlite takes none, its file lies in Storage:Folder; is Database:Provider=SqlServer missing?", [nameof(ConnectionString)]);
        }

        if (given && Fault(ConnectionString) is { } fault)
        {
            yield return new ValidationResult(fault, [nameof(ConnectionString)]);
        }
    }

    private static string? Fault(string? connectionString)
    {
        try
        {
            _ = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(connectionString);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return e.Message;
        }
    }
}

public static class Database
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<DatabaseOptions>(DatabaseOptions.Section);
        string file = builder.StorageFolders().DatabaseFile;
        builder.Services.AddSingleton<IDatabaseProvider>(
            options.Provider == DatabaseProvider.SqlServer ? new SqlServerDatabase() : new SqliteDatabase());
        builder.Services.AddDbContext<CityDb>(
            db =>
            {
                if (options.ConnectionString is { } server)
                {
                    SqlServerDatabase.Use(db, server);
                }
                else
                {
                    SqliteDatabase.Use(db, file);
                }

                // Whoever saves decides what a failure means; what nobody expected is told once, with the request. Told here it would
                // also hold what was to be saved: SQL Server names the value of a duplicate.
                db.ConfigureWarnings(w => w
                    .Log(
                        (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                        (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
                        (RelationalEventId.CommandError, LogLevel.Debug))
                    // A test asks whether the model has changed since the last migration; at a start nobody could mend it.
                    .Ignore(RelationalEventId.PendingModelChangesWarning));
            },
            ServiceLifetime.Scoped,
            ServiceLifetime.Singleton);
        builder.Services.Configure<IdentityOptions>(CityDatabase.UseSchema);
        builder.Services.AddScoped<Foundation>();
    }

    /// <summary>
    /// Makes the database ready for serving: SQLite is brought to the newest version; SQL Server, which several nodes may share, must have
    /// been so by the command. Then what every city needs is laid down where it is missing.
    /// </summary>
    /// <exception cref="StartupException">The database cannot be reached, or is of another version.</exception>
    public static async Task PrepareDatabaseAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CityDb>();
        await TellingFaultsAsync(async () =>
        {
            if (!db.Database.IsSqlite())
            {
                await ReachAsync(db, cancellationToken);
            }

            MakeFile(app, db);
            string[] missing = await MissingAsync(db, cancellationToken);
            if (missing.Length > 0 && !db.Database.IsSqlite())
            {
                throw new StartupException(
                    $"The database lacks migrations ({missing.Length}, up to {missing[^1]}); run the program once with --migrate.");
            }

            await MigrateAsync(app, db, missing, cancellationToken);

            await scope.ServiceProvider.GetRequiredService<Foundation>().LayAsync(cancellationToken);
        });
    }

    /// <summary>Brings the database of either provider to the newest version.</summary>
    /// <returns>The migrations that were missing.</returns>
    /// <exception cref="StartupException">The database cannot be reached, or was made by a newer version.</exception>
    public static async Task<IReadOnlyList<string>> MigrateDatabaseAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CityDb>();
        string[] missing = [];
        await TellingFaultsAsync(async () =>
        {
            MakeFile(app, db);
            missing = await MissingAsync(db, cancellationToken);
            await MigrateAsync(app, db, missing, cancellationToken);
        });
        return missing;
    }

    // SQLite would make it readable by whoever may read the folder. What it makes beside it gets the rights of this file.
    private static void MakeFile(WebApplication app, CityDb db)
    {
        if (db.Database.IsSqlite())
        {
            StorageFolders.MakeFile(app.Services.GetRequiredService<StorageFolders>().DatabaseFile);
        }
    }

    private static async Task MigrateAsync(WebApplication app, CityDb db, string[] missing, CancellationToken cancellationToken)
    {
        // To find that out once more takes EF a good part of a start.
        if (missing.Length == 0)
        {
            return;
        }

        if (!db.Database.IsSqlite())
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        // The lock that EF keeps in the file outlives a killed process; this one goes with it. Who holds it may take the other away.
        await using FileStream turn = await TurnAsync(
            Path.Combine(app.Services.GetRequiredService<StorageFolders>().Root, "migrating.lock"),
            app.Services.GetRequiredService<TimeProvider>(),
            cancellationToken);
        await SqliteDatabase.MigrateAsync(db, cancellationToken);
    }

    private static async Task<FileStream> TurnAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        TimeSpan patience = TimeSpan.FromMinutes(2);
        long start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return StorageFolders.OpenPrivate(file, FileMode.OpenOrCreate, FileShare.None);
            }
            catch (IOException e) when (time.GetElapsedTime(start) > patience)
            {
                throw new StartupException("Another process has been migrating the database for minutes; look for it and start again.", e);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
            }
        }
    }

    // Whether it can be reached could be asked more simply, but not why not: a wrong password reads otherwise than a wrong host.
    private static async Task ReachAsync(CityDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await db.Database.CloseConnectionAsync();
        }
        catch (DbException e)
        {
            throw new StartupException(
                $"The database cannot be reached ({e.Message.TrimEnd('.')}); check Database:ConnectionString, or run the program once with --migrate to make it.",
                e);
        }
    }

    private static async Task<string[]> MissingAsync(CityDb db, CancellationToken cancellationToken)
    {
        string[] known = [.. db.Database.GetMigrations()];
        string[] applied = await db.Database.CanConnectAsync(cancellationToken)
            ? [.. await db.Database.GetAppliedMigrationsAsync(cancellationToken)]
            : [];
        return applied.Except(known).LastOrDefault() is { } newer
            ? throw new StartupException($"The database was made by a newer version of the program (it has {newer}); start that version.")
            : [.. known.Except(applied)];
    }

    private static async Task TellingFaultsAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (DbException e)
        {
            throw new StartupException($"The database cannot be used: {e.Message}", e);
        }
    }
}
