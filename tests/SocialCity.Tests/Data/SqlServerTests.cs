using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using SocialCity.Data;
using SocialCity.SqlServer;

namespace SocialCity.Tests.Data;

/// <summary>What can be proven of SQL Server without one: each query translates, and Microsoft's own grammar reads the SQL.</summary>
public sealed partial class SqlServerTests
{
    [Fact]
    public void Each_named_query_translates_and_is_good_TSql()
    {
        using CityDb db = new DesignTimeFactory().CreateDbContext([]);
        int count = 0;
        foreach ((string name, IQueryable query) in NamedQueries.All(db, new SqlServerDatabase(), typeof(CityDb).Assembly))
        {
            AssertReads(NamedQueries.Sql(query), name);
            count++;
        }

        Assert.True(count >= 30, $"Only {count} queries were found.");
    }

    [Fact]
    public void The_migration_script_is_good_TSql()
    {
        using CityDb db = new DesignTimeFactory().CreateDbContext([]);
        string script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        AssertReads(script, "The migration script");

        // What the search migration wraps in EXEC is read as well.
        MatchCollection wrapped = Wrapped().Matches(script);
        Assert.NotEmpty(wrapped);
        foreach (Match inner in wrapped)
        {
            AssertReads(inner.Groups["sql"].Value.Replace("''", "'", StringComparison.Ordinal), inner.Value);
        }
    }

    [Fact]
    public void The_grammar_does_refuse_what_is_wrong()
    {
        Assert.ThrowsAny<Exception>(() => AssertReads("SELEC * FORM Complaints WHERE", "nonsense"));
    }

    [GeneratedRegex("EXEC\\(N'(?<sql>([^']|'')*)'\\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Wrapped();

    private static void AssertReads(string sql, string what)
    {
        using StringReader reader = new(sql);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out IList<ParseError> errors);
        Assert.True(errors.Count == 0, $"{what}: {string.Join("; ", errors.Select(e => $"line {e.Line}: {e.Message}"))}\n{sql[..Math.Min(sql.Length, 2000)]}");
    }
}
