using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using SocialCity.Data;
using SocialCity.Search;

namespace SocialCity.SqlServer;

/// <summary>
/// Full text over the terms of the search entries. Where the server's full-text component is missing, a function of the same name
/// searches the same terms without an index: slower, with the same finds.
/// </summary>
public static class SqlServerSearch
{
    /// <summary>
    /// Makes the index, or the plain fallback, and the one function behind which both stand, so that queries need not know which it is.
    /// A full-text index cannot be made inside a transaction.
    /// </summary>
    public static void Create(MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql(
            """
            IF FULLTEXTSERVICEPROPERTY('IsFullTextInstalled') = 1
            BEGIN
                EXEC(N'CREATE FULLTEXT CATALOG SearchCatalog');
                EXEC(N'CREATE FULLTEXT INDEX ON SearchEntries(Terms LANGUAGE 0) KEY INDEX PK_SearchEntries ON SearchCatalog WITH (CHANGE_TRACKING = AUTO, STOPLIST = OFF)');
                EXEC(N'CREATE FUNCTION SearchMatches(@contains nvarchar(4000), @like nvarchar(4000)) RETURNS TABLE AS RETURN
                    SELECT Id FROM SearchEntries WHERE CONTAINS(Terms, @contains)');
            END
            ELSE
            BEGIN
                EXEC(N'CREATE FUNCTION SearchMatches(@contains nvarchar(4000), @like nvarchar(4000)) RETURNS TABLE AS RETURN
                    SELECT Id FROM SearchEntries WHERE NOT EXISTS (
                        SELECT 1 FROM STRING_SPLIT(@like, N''|'') AS word WHERE CHARINDEX(word.value, N'' '' + Terms + N'' '') = 0)');
            END
            """,
            suppressTransaction: true);
    }

    public static void Drop(MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql(
            """
            DROP FUNCTION SearchMatches;
            IF FULLTEXTSERVICEPROPERTY('IsFullTextInstalled') = 1
            BEGIN
                EXEC(N'DROP FULLTEXT INDEX ON SearchEntries');
                EXEC(N'DROP FULLTEXT CATALOG SearchCatalog');
            END
            """,
            suppressTransaction: true);
    }

    /// <summary>Adds the marks of <see cref="SearchKinds"/> to what was written without; here a kind is a column like any other.</summary>
    public static void AddKinds(MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql("UPDATE SearchEntries SET Terms = Terms + N' ' + CASE Kind WHEN N'Complaint' THEN NCHAR(57345) ELSE NCHAR(57346) END");
    }

    /// <summary>Takes them away again: a space and a letter.</summary>
    public static void RemoveKinds(MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql("UPDATE SearchEntries SET Terms = LEFT(Terms, LEN(Terms) - 2)");
    }

    /// <summary>Adds the marks of <see cref="SearchPeriod"/>; here a moment is a column like any other, too.</summary>
    public static void AddMonths(MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql(
            "UPDATE SearchEntries SET Terms = Terms + N' ' + "
            + "NCHAR(57600 + CASE WHEN YEAR(At) < 2000 THEN 0 ELSE (YEAR(At) - 2000) * 12 + MONTH(At) - 1 END)");
    }

    /// <summary>Takes them away again: a space and a letter.</summary>
    public static void RemoveMonths(MigrationBuilder migration) => RemoveKinds(migration);

    internal static IQueryable<SearchEntry> Matching(CityDb db, string query, SearchKind? kind, SearchPeriod? period)
    {
        if (KoreanTerms.ForContains(query) is not { } contains)
        {
            return db.SearchEntries.Where(_ => false);
        }

        string like = KoreanTerms.ForLike(query);
        IQueryable<SearchEntry> matches = db.SearchEntries.FromSql(
            $"SELECT e.* FROM SearchEntries AS e WHERE e.Id IN (SELECT m.Id FROM SearchMatches({contains}, {like}) AS m)");
        return (kind is { } one ? matches.Where(e => e.Kind == one) : matches).Within(period);
    }
}
