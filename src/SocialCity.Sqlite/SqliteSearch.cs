using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using SocialCity.Data;
using SocialCity.Search;

namespace SocialCity.Sqlite;

/// <summary>Full text by FTS5 over the terms of the search entries. The index reads the table's own text and is kept by triggers.</summary>
public static class SqliteSearch
{
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
        """
        CREATE TRIGGER SearchEntries_Changed AFTER UPDATE OF Terms ON SearchEntries BEGIN
          INSERT INTO SearchIndex(SearchIndex, rowid, Terms) VALUES ('delete', old.Id, old.Terms);
          INSERT INTO SearchIndex(rowid, Terms) VALUES (new.Id, new.Terms);
        END
        """,
    ];

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

    /// <summary>
    /// The finds by their place in the index, which hands them out newest or oldest first and stops when it has enough: a list by id
    /// reads no more than it shows, however many there are.
    /// </summary>
    internal static IQueryable<SearchEntry> Matching(CityDb db, string query) => KoreanTerms.ForMatch(query) is { } match
        ? db.SearchEntries.FromSql(
            $"""
            SELECT i.rowid AS Id, e.Kind, e.SubjectId, e.Path, e.At, e.Title, e.Body, e.Terms
            FROM SearchIndex AS i CROSS JOIN SearchEntries AS e ON e.Id = i.rowid
            WHERE i.SearchIndex MATCH {match}
            """)
        : db.SearchEntries.Where(_ => false);

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
