using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using SocialCity.Data;
using SocialCity.Search;

namespace SocialCity.Sqlite;

/// <summary>Full text by FTS5 over the terms of the search entries. The index reads the table's own text and is kept by triggers.</summary>
public static class SqliteSearch
{
    private const string Changed =
        """
        CREATE TRIGGER SearchEntries_Changed AFTER UPDATE OF Terms ON SearchEntries BEGIN
          INSERT INTO SearchIndex(SearchIndex, rowid, Terms) VALUES ('delete', old.Id, old.Terms);
          INSERT INTO SearchIndex(rowid, Terms) VALUES (new.Id, new.Terms);
        END
        """;

    private static readonly string[] Up =
    [
        "CREATE VIRTUAL TABLE SearchIndex USING fts5(Terms, content='SearchEntries', content_rowid='Id', tokenize='unicode61 remove_diacritics 0')",
        """
        CREATE TRIGGER SearchEntries_Added AFTER INSERT ON SearchEntries BEGIN
          INSERT INTO SearchIndex(rowid, Terms) VALUES (new.Id, new.Terms);
        END
        """,
        """
        CREATE TRIGGER SearchEntries_Removed AFTER DELETE ON SearchEntries BEGIN
          INSERT INTO SearchIndex(SearchIndex, rowid, Terms) VALUES ('delete', old.Id, old.Terms);
        END
        """,
        Changed,
    ];

    private const string FindsFirst =
        """
        SELECT t.*
        FROM (
          SELECT e.SubjectId FROM SearchIndex AS i CROSS JOIN SearchEntries AS e ON e.Id = i.rowid
          WHERE i.SearchIndex MATCH {0} AND e.Kind = {1} ORDER BY i.rowid DESC LIMIT {2}
        ) AS f CROSS JOIN [table] AS t ON t.Id = f.SubjectId
        """;

    /// <summary>Makes the index and its triggers: called by the first migration.</summary>
    public static void Create(MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        foreach (string sql in Up)
        {
            migration.Sql(sql);
        }
    }

    public static void Drop(MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql("DROP TRIGGER SearchEntries_Changed");
        migration.Sql("DROP TRIGGER SearchEntries_Removed");
        migration.Sql("DROP TRIGGER SearchEntries_Added");
        migration.Sql("DROP TABLE SearchIndex");
    }

    /// <summary>
    /// Makes the index again with an index of first letters beside it, so that a search for one letter need not gather every pair that
    /// begins with it: called by the migration that found it slow.
    /// </summary>
    public static void AddFirstLetters(MigrationBuilder migration) => Remake(migration, ", prefix='1'");

    public static void RemoveFirstLetters(MigrationBuilder migration) => Remake(migration, "");

    /// <summary>Adds the marks of <see cref="SearchKinds"/> to what was written without, and makes the index again at once instead of by each row.</summary>
    public static void AddKinds(MigrationBuilder migration) =>
        Rewrite(migration, "Terms || ' ' || CASE Kind WHEN 'Complaint' THEN char(57345) ELSE char(57346) END");

    /// <summary>Takes them away again: a space and a letter.</summary>
    public static void RemoveKinds(MigrationBuilder migration) => Rewrite(migration, "substr(Terms, 1, length(Terms) - 2)");

    /// <summary>Adds the marks of <see cref="SearchPeriod"/> in the same way.</summary>
    public static void AddMonths(MigrationBuilder migration) => Rewrite(
        migration, "Terms || ' ' || char(57600 + max(0, (CAST(strftime('%Y', At) AS INTEGER) - 2000) * 12 + CAST(strftime('%m', At) AS INTEGER) - 1))");

    /// <summary>Takes them away again: a space and a letter.</summary>
    public static void RemoveMonths(MigrationBuilder migration) => RemoveKinds(migration);

    /// <summary>
    /// The finds by their place in the index, which hands them out newest or oldest first and stops when it has enough: a list by id
    /// reads no more than it shows, however many there are.
    /// </summary>
    /// <remarks>
    /// A kind is one word more, which leads past what is of another kind. Only for complaints, which most texts of a city are, a look at
    /// each find is quicker than one more list of nearly all. The months of a period lead past all others likewise; a look at each find cuts the first of them.
    /// </remarks>
    internal static IQueryable<SearchEntry> Matching(CityDb db, string query, SearchKind? kind, SearchPeriod? period)
    {
        if (KoreanTerms.ForMatch(query) is not { } words)
        {
            return db.SearchEntries.Where(_ => false);
        }

        string match = words;
        if (kind is { } rare and not SearchKind.Complaint)
        {
            match += $" AND \"{SearchKinds.Mark(rare)}\"";
        }

        if (period is not null)
        {
            match += $" AND ({string.Join(" OR ", period.Marks.Select(m => $"\"{m}\""))})";
        }

        IQueryable<SearchEntry> matches = db.SearchEntries.FromSql(
            $"""
            SELECT i.rowid AS Id, e.Kind, e.SubjectId, e.Path, e.At, e.Title, e.Body, e.Terms
            FROM SearchIndex AS i CROSS JOIN SearchEntries AS e ON e.Id = i.rowid
            WHERE i.SearchIndex MATCH {match}
            """);
        return (kind == SearchKind.Complaint ? matches.Where(e => e.Kind == SearchKind.Complaint) : matches).Within(period);
    }

    /// <summary>
    /// A cross join, since SQLite keeps the order of one: without statistics it would take an index of yes and no for the narrowest way in
    /// and try each complaint of the city against the finds.
    /// </summary>
    internal static IQueryable<T> Found<T>(CityDb db, SearchKind kind, string query, int most)
        where T : class
    {
        if (KoreanTerms.ForMatch(query) is not { } match)
        {
            return db.Set<T>().Where(_ => false);
        }

        string table = db.Model.FindEntityType(typeof(T))?.GetTableName() ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        string sql = FindsFirst.Replace("[table]", db.GetService<ISqlGenerationHelper>().DelimitIdentifier(table), StringComparison.Ordinal);
        return db.Set<T>().FromSqlRaw(sql, match, StoredKind(db, kind), most);
    }

    private static object StoredKind(CityDb db, SearchKind kind) =>
        db.Model.FindEntityType(typeof(SearchEntry))?.FindProperty(nameof(SearchEntry.Kind))?.GetTypeMapping().Converter?.ConvertToProvider(kind) ?? kind;

    private static void Rewrite(MigrationBuilder migration, string terms)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql("DROP TRIGGER SearchEntries_Changed");
        migration.Sql($"UPDATE SearchEntries SET Terms = {terms}");
        migration.Sql("INSERT INTO SearchIndex(SearchIndex) VALUES('rebuild')");
        migration.Sql(Changed);
    }

    private static void Remake(MigrationBuilder migration, string more)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql("DROP TABLE SearchIndex");
        migration.Sql(
            "CREATE VIRTUAL TABLE SearchIndex USING fts5(Terms, content='SearchEntries', content_rowid='Id', "
            + $"tokenize='unicode61 remove_diacritics 0'{more})");
        migration.Sql("INSERT INTO SearchIndex(SearchIndex) VALUES('rebuild')");
    }
}
