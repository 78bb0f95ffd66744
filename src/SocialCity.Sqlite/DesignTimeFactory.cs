using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SocialCity.Data;

namespace SocialCity.Sqlite;

/// <summary>Lets the migration tool make the context without starting the portal.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CityDb>
{
    public CityDb CreateDbContext(string[] args)
    {
        DbContextOptionsBuilder<CityDb> options = new();
        SqliteDatabase.Use(options, "design-time.db");
        return new CityDb(options.Options);
    }
}
