using Microsoft.EntityFrameworkCore;
using SocialCity.Search;

namespace SocialCity.Data;

/// <summary>What SQLite and SQL Server do each in their own way.</summary>
public interface IDatabaseProvider
{
    /// <summary>Whether a failed save met a unique index or a primary key.</summary>
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>
    /// The public texts, of one kind or all, of one period or ever, that hold all words of the query; none when the query holds no letter or
    /// digit.
    /// </summary>
    IQueryable<SearchEntry> Matching(CityDb db, string query, SearchKind? kind = null, SearchPeriod? period = null);

    /// <summary>
    /// What the newest finds of a query are about, to be narrowed and paged like any list. The database begins with the finds, whatever
    /// else is asked of the list: there are few of them.
    /// </summary>
    /// <typeparam name="T">The entity whose entries are of this kind; its key is <c>Id</c>.</typeparam>
    /// <param name="db">Where to look.</param>
    /// <param name="kind">Of which entries.</param>
    /// <param name="query">As for <see cref="Matching"/>.</param>
    /// <param name="most">So many of the newest finds are looked at.</param>
    IQueryable<T> Found<T>(CityDb db, SearchKind kind, string query, int most)
        where T : class;
}
