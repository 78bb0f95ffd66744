using Microsoft.EntityFrameworkCore;
using SocialCity.Search;

namespace SocialCity.Data;

/// <summary>What SQLite and SQL Server do each in their own way.</summary>
public interface IDatabaseProvider
{
    /// <summary>Whether a failed save met a unique index or a primary key.</summary>
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>The public texts that hold all words of the query; none when the query holds no letter or digit.</summary>
    IQueryable<SearchEntry> Matching(CityDb db, string query);
}
