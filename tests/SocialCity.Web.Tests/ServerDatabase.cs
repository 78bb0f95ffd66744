using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.SqlServer;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests;

/// <summary>
/// A database of one application's own on a SQL Server: made and migrated before the application starts, dropped after it has stopped.
/// Nothing else on the server is touched.
/// </summary>
/// <param name="server">How to reach the server, with the right to make databases. A database named in it is left alone.</param>
public sealed class ServerDatabase(string server)
{
    /// <summary>The environment variable that names the server; without it the tests run on SQLite.</summary>
    public const string Variable = "SOCIALCITY_TEST_SQLSERVER";

    /// <summary>How each name begins, so that what a killed run left behind can be told from everything else.</summary>
    public const string Prefix = "SocialCityTest_";

    // The server copies each new database from its model, which only one may do at a time (error 1807).
    private static readonly Lock Making = new();

    private bool made;

    /// <summary>The name, which no other database has.</summary>
    public string Name { get; } = $"{Prefix}{Guid.NewGuid():N}";

    /// <summary>How the application reaches it: as the tests reach the server.</summary>
    public string ConnectionString => new SqlConnectionStringBuilder(server) { InitialCatalog = Name }.ConnectionString;

    /// <summary>What the application is told.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        [$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"] = nameof(DatabaseProvider.SqlServer),
        [$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}"] = ConnectionString,
    };

    /// <summary>The database for a value of <see cref="Variable"/>; none when it is empty.</summary>
    /// <exception cref="InvalidOperationException">The value is no connection string.</exception>
    public static ServerDatabase? For(string? server)
    {
        if (string.IsNullOrWhiteSpace(server))
        {
            return null;
        }

        try
        {
            _ = new SqlConnectionStringBuilder(server);
            return new ServerDatabase(server);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new InvalidOperationException($"{Variable} is no connection string: {e.Message}", e);
        }
    }

    /// <summary>Makes the database and brings it to the newest version; the second time nothing is left to do.</summary>
    public void Make()
    {
        lock (Making)
        {
            if (!made)
            {
                // Noted before: what was made by half is dropped too.
                made = true;
                using CityDb db = Open();
                db.Database.Migrate();
            }
        }
    }

    /// <summary>Waits until what was written can be found, where the server's full text follows by itself.</summary>
    public async Task IndexedAsync()
    {
        await using CityDb db = Open();
        TimeSpan patience = TimeSpan.FromMinutes(1);
        long start = TimeProvider.System.GetTimestamp();
        while (await db.Database.SqlQuery<int>(
            $"SELECT ISNULL(CAST(OBJECTPROPERTYEX(OBJECT_ID('SearchEntries'), 'TableFulltextPendingChanges') AS int), 0) AS Value").SingleAsync() > 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < patience, "The server's full text does not follow.");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Drops the database and whoever is connected to it; one that was never made needs no server.</summary>
    public async Task DropAsync()
    {
        if (made)
        {
            await using CityDb db = Open();
            await db.Database.EnsureDeletedAsync();
            made = false;
        }
    }

    private CityDb Open()
    {
        DbContextOptionsBuilder<CityDb> options = new();
        SqlServerDatabase.Use(options, ConnectionString);
        return new CityDb(options.Options);
    }
}
