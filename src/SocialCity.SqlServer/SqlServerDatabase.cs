using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SocialCity.Data;
using SocialCity.Search;

namespace SocialCity.SqlServer;

/// <summary>The city's data on SQL Server: for production, with several nodes if need be.</summary>
public sealed class SqlServerDatabase : IDatabaseProvider
{
    private const int UniqueIndexViolation = 2601;
    private const int UniqueConstraintViolation = 2627;

    public static void Use(DbContextOptionsBuilder options, string connectionString)
    {
        options.UseSqlServer(connectionString, server => server
            .MigrationsAssembly(typeof(SqlServerDatabase).Assembly)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
            .EnableRetryOnFailure());
        options.ReplaceService<IModelCustomizer, SqlServerModel>();
        options.UseCityRules();
    }

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqlException { Number: UniqueIndexViolation or UniqueConstraintViolation };

    public IQueryable<SearchEntry> Matching(CityDb db, string query, SearchKind? kind = null, SearchPeriod? period = null) =>
        SqlServerSearch.Matching(db, query, kind, period);

    // The server's own statistics tell it to begin with the finds.
    public IQueryable<T> Found<T>(CityDb db, SearchKind kind, string query, int most)
        where T : class => SqlServerSearch.Matching(db, query, kind, null)
            .OrderByDescending(e => e.Id).Take(most)
            .Join(db.Set<T>(), e => e.SubjectId, t => EF.Property<long>(t, "Id"), (_, t) => t);
}
