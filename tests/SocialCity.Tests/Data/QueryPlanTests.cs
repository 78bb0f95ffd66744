using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Notices;

namespace SocialCity.Tests.Data;

/// <summary>Reads SQLite's plan of the queries that run on every page: each walks an index, none sorts or scans the table.</summary>
public sealed class QueryPlanTests : IAsyncLifetime
{
    private static readonly Cursor At = new(new DateTime(2026, 11, 16, 1, 0, 0, DateTimeKind.Utc), 5);

    private TestDatabase? _database;

    public static TheoryData<string> Lists { get; } =
        ["all", "next", "previous", "category", "district", "department", "state", "mine", "desk", "department's", "warnings", "nearby", "outbox", "notices"];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_walks_an_index(string list)
    {
        await using CityDb db = _database?.Open() ?? throw new InvalidOperationException();
        IQueryable<Complaint> listed = db.Complaints.Listed();
        IQueryable query = list switch
        {
            "all" => listed.PageAt(null, 20),
            "next" => listed.PageAt(At, 20),
            "previous" => listed.PageAt(At with { Backwards = true }, 20),
            "category" => listed.Narrowed(new ComplaintFilter(CategoryId: 1)).PageAt(At, 20),
            "district" => listed.Narrowed(new ComplaintFilter(DistrictId: 1)).PageAt(At, 20),
            "department" => listed.Narrowed(new ComplaintFilter(DepartmentId: 1)).PageAt(At, 20),
            "state" => listed.Narrowed(new ComplaintFilter(State: ComplaintState.Answered)).PageAt(At, 20),
            "mine" => db.Complaints.FiledBy(1).OrderByDescending(c => c.FiledAt).ThenByDescending(c => c.Id).Take(20),
            "desk" => db.Complaints.OnDeskOf(1).OrderBy(c => c.DueAt).Take(20),
            "department's" => db.Complaints.WithDepartments([1L]).OrderBy(c => c.DueAt).Take(20),
            "warnings" => db.Complaints.DueForWarning(At.At),
            "nearby" => db.Complaints.Around(1, new GeoPoint(37.48, 126.86), 300),
            "outbox" => db.Notices.DueAt(At.At).OrderBy(n => n.NextAttemptAt).Take(100),
            "notices" => db.Notices.OnSiteFor(1).PageAt(At, 20),
            _ => throw new ArgumentOutOfRangeException(nameof(list)),
        };

        string[] plan = await PlanAsync(db, query);

        Assert.Contains(plan, step => step.Contains("USING INDEX", StringComparison.Ordinal) || step.Contains("USING COVERING INDEX", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN c", StringComparison.Ordinal) || step.StartsWith("SCAN n", StringComparison.Ordinal));
        if (list is not ("warnings" or "nearby"))
        {
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public Task DisposeAsync()
    {
        _database?.Dispose();
        return Task.CompletedTask;
    }

    private static async Task<string[]> PlanAsync(CityDb db, IQueryable query)
    {
        // EF Core writes the parameters as comments (.param set ...) before the statement: the plan does not need their values.
        string sql = string.Join('\n', NamedQueries.Sql(query).Split('\n').Where(line => !line.StartsWith(".param", StringComparison.Ordinal)));
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (string name in Regex.Matches(sql, "@\\w+", RegexOptions.NonBacktracking).Select(m => m.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = 1;
            command.Parameters.Add(parameter);
        }

        List<string> steps = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return [.. steps];
    }
}
