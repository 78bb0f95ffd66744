using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Sqlite;
using SocialCity.Time;

namespace SocialCity.Tests.Data;

public sealed class MigrationTests
{
    public static TheoryData<string> Providers { get; } = ["Sqlite", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_change_of_the_model_waits_for_a_migration(string provider)
    {
        using CityDb db = Open(provider);
        Assert.False(db.Database.HasPendingModelChanges(), "Run tools/add-migration with a name for the change.");
    }

    [Fact]
    public void Both_providers_have_the_same_migrations()
    {
        using CityDb sqlite = Open("Sqlite");
        using CityDb sqlServer = Open("SqlServer");
        Assert.Equal(Names(sqlite), Names(sqlServer));
        Assert.NotEmpty(Names(sqlite));

        // A migration's id is its time and its name.
        static IEnumerable<string> Names(CityDb db) => db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);
    }

    [Fact]
    public async Task A_killed_migration_does_not_stop_the_next_start()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await using (CityDb db = database.Open())
        {
            await db.Database.ExecuteSqlAsync(
                $"""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-16')""");
        }

        await using CityDb again = database.Open();
        using CancellationTokenSource soon = new(TimeSpan.FromSeconds(30));
        await SqliteDatabase.MigrateAsync(again, soon.Token);
        Assert.Empty(await again.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task The_foundation_is_laid_once_and_leaves_what_the_city_changed()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await using CityDb db = database.Open();
        (await db.Cities.SingleAsync()).Rename(new LocalText("누리시"), new LocalText("함께"));
        int holidays = await db.Set<Holiday>().CountAsync();
        await db.SaveChangesAsync();

        await new Foundation(db, database.Time).LayAsync(default);

        Assert.Equal("누리시", (await db.Cities.SingleAsync()).Name.Ko);
        Assert.Equal(holidays, await db.Set<Holiday>().CountAsync());
        Assert.True(await db.Set<Holiday>().AnyAsync(h => h.Date == new DateOnly(2026, 6, 3)));
        Assert.Equal(6, await db.PetitionPeriods.CountAsync());
    }

    private static CityDb Open(string provider) => provider == "Sqlite"
        ? new DesignTimeFactory().CreateDbContext([])
        : new SqlServer.DesignTimeFactory().CreateDbContext([]);
}
