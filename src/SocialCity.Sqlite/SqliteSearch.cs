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

    internal static IQueryable<SearchEntry> Matching(CityDb db, string query) => KoreanTerms.ForMatch(query) is { } match
        ? db.SearchEntries.FromSql(
            $"SELECT e.* FROM SearchEntries AS e WHERE e.Id IN (SELECT rowid FROM SearchIndex WHERE SearchIndex MATCH {match})")
        : db.SearchEntries.Where(_ => false);
}
