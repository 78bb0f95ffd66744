using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Sqlite;

namespace SocialCity.Tests.Data;

/// <summary>An empty SQLite file of the newest version: migrated once, then copied for each test that needs a database of its own.</summary>
internal static class MigratedFile
{
    private static readonly Lazy<byte[]> Bytes = new(() => MakeAsync(_ => Task.CompletedTask).GetAwaiter().GetResult());

    /// <summary>Puts a copy where none lies yet, with the folder that it belongs in.</summary>
    public static void CopyTo(string file)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? ".");
            File.WriteAllBytes(file, Bytes.Value);
        }
    }

    /// <summary>What such a file holds once something was laid down in it.</summary>
    public static async Task<byte[]> MakeAsync(Func<CityDb, Task> lay)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("socialcity-");
        string file = Path.Combine(folder.FullName, "template.db");
        DbContextOptionsBuilder<CityDb> options = new();
        SqliteDatabase.UseConnectionString(options, new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        await using (CityDb db = new(options.Options))
        {
            await SqliteDatabase.MigrateAsync(db, default);
            await lay(db);
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
        }

        byte[] bytes = await File.ReadAllBytesAsync(file);
        folder.Delete(recursive: true);
        return bytes;
    }
}
