using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SocialCity.Data;

namespace SocialCity.SqlServer;

/// <summary>Lets the migration tool make the context without a server.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CityDb>
{
    public CityDb CreateDbContext(string[] args)
    {
        DbContextOptionsBuilder<CityDb> options = new();
        SqlServerDatabase.Use(options, "Server=design-time;Database=SocialCity;Integrated Security=true;Encrypt=true");
        return new CityDb(options.Options);
    }
}
