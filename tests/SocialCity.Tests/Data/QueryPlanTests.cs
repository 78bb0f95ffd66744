using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Complaints;
using SocialCity.Conversation;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Search;

namespace SocialCity.Tests.Data;

/// <summary>Reads SQLite's plan of the queries that run on every page: each walks an index, none sorts or scans the table.</summary>
public sealed class QueryPlanTests : IAsyncLifetime
{
    private static readonly Cursor At = new(new DateTime(2026, 11, 16, 1, 0, 0, DateTimeKind.Utc), 5);

    private TestDatabase? _database;

    public static TheoryData<string> Lists { get; } =
        ["all", "next", "previous", "category", "district", "department", "state", "mine", "desk", "department's", "warnings", "nearby", "outbox", "notices", "threads", "threads seen by guests", "queue", "queue of a cause", "decisions", "old address", "tags and authors of a name", "newsletter", "newsletter from a place on", "never confirmed", "mentions", "mentions to send", "mentions to visit", "mentions to visit again"];

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
            "desk" => db.Complaints.OnDeskOf(1, [1L]).OrderBy(c => c.DueAt).Take(20),
            "department's" => db.Complaints.WithDepartments([1L]).OrderBy(c => c.DueAt).Take(20),
            "warnings" => db.Complaints.DueForWarning(At.At),
            "nearby" => db.Complaints.Around(1, new GeoPoint(37.48, 126.86), 300),
            "outbox" => db.Notices.DueAt(At.At).OrderBy(n => n.NextAttemptAt).Take(100),
            "threads" => db.ThreadsAt(ConversationSubject.Article, 1, new Actor(2, IdentityLevel.Verified, []), false, At, 50),
            "threads seen by guests" => db.ThreadsAt(ConversationSubject.Article, 1, Actor.Guest, false, null, 50),
            "queue" => db.ModerationCases.QueueAt(null, false, At, 30),
            "queue of a cause" => db.ModerationCases.QueueAt(ModerationCause.Reported, false, null, 30),
            "decisions" => db.Set<ModerationFact>().DecisionsAt(At, 30),
            "mentions" => db.Mentions.NewestOf(ConversationSubject.Article, 1, 10),
            "mentions to send" => db.OutgoingMentions.DueAt(At.At).OrderBy(m => m.NextAttemptAt).Take(100),
            "mentions to visit" => db.Mentions.DueAt(At.At).OrderBy(m => m.NextAttemptAt).Take(100),
            "mentions to visit again" => db.Mentions.NotSeenSince(MentionState.Shown, At.At).OrderBy(m => m.CheckedAt).Take(100),
            "notices" => db.Notices.OnSiteFor(1).PageAt(At, 20),
            "old address" => db.KnownAs("/entry/시장").Select(a => a.Slug).Take(1),
            "tags and authors of a name" => db.ListsNamed("골목 길"),
            "newsletter" => db.NewsletterSubscriptions.DueAfter(At.At, null, 200),
            "newsletter from a place on" => db.NewsletterSubscriptions.DueAfter(At.At, At, 200),
            "never confirmed" => db.NewsletterSubscriptions.NeverConfirmed(At.At),
            _ => throw new ArgumentOutOfRangeException(nameof(list)),
        };

        string[] plan = await PlanAsync(db, query);

        Assert.Contains(plan, step => step.Contains("USING INDEX", StringComparison.Ordinal) || step.Contains("USING COVERING INDEX", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN c", StringComparison.Ordinal) || step.StartsWith("SCAN n", StringComparison.Ordinal) || step.StartsWith("SCAN m", StringComparison.Ordinal));
        if (list is not ("warnings" or "nearby"))
        {
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    [Theory]
    // Alone, each filter has its index.
    [InlineData("", "IX_Complaints_IsListed_ReceivedAt_Id")]
    [InlineData("open", "IX_Complaints_IsListed_IsOpen_")]
    [InlineData("done", "IX_Complaints_IsListed_IsOpen_")]
    [InlineData("answered", "IX_Complaints_IsListed_State_ReceivedAt_")]
    [InlineData("department", "IX_Complaints_IsListed_DepartmentId_")]
    [InlineData("district", "IX_Complaints_IsListed_DistrictId_")]
    [InlineData("category", "IX_Complaints_IsListed_CategoryId_ReceivedAt_")]
    // Together, the narrowest leads: years of closed complaints are not walked for one category.
    [InlineData("category answered", "IX_Complaints_IsListed_CategoryId_ReceivedAt_")]
    [InlineData("category open", "IX_Complaints_IsListed_CategoryId_ReceivedAt_")]
    [InlineData("category done", "IX_Complaints_IsListed_CategoryId_ReceivedAt_")]
    [InlineData("category department", "IX_Complaints_IsListed_CategoryId_ReceivedAt_")]
    [InlineData("category district", "IX_Complaints_IsListed_CategoryId_DistrictId_")]
    [InlineData("category district department done", "IX_Complaints_IsListed_CategoryId_DistrictId_")]
    [InlineData("district answered", "IX_Complaints_IsListed_DistrictId_")]
    [InlineData("district done", "IX_Complaints_IsListed_DistrictId_")]
    [InlineData("district department", "IX_Complaints_IsListed_DistrictId_")]
    [InlineData("department answered", "IX_Complaints_IsListed_DepartmentId_")]
    [InlineData("department done", "IX_Complaints_IsListed_DepartmentId_")]
    public async Task A_narrowed_list_walks_the_index_of_its_narrowest_filter(string filters, string index)
    {
        await using CityDb db = _database?.Open() ?? throw new InvalidOperationException();
        ComplaintFilter filter = new(
            filters.Contains("category", StringComparison.Ordinal) ? 1 : null,
            filters.Contains("district", StringComparison.Ordinal) ? 1 : null,
            filters.Contains("department", StringComparison.Ordinal) ? 1 : null,
            filters.Contains("answered", StringComparison.Ordinal) ? ComplaintState.Answered : null,
            filters.Contains("open", StringComparison.Ordinal) ? true : filters.Contains("done", StringComparison.Ordinal) ? false : null);

        foreach (Cursor? at in new[] { null, At })
        {
            string step = Assert.Single(await PlanAsync(db, db.Complaints.Listed().Narrowed(filter).PageAt(at, 20)));
            Assert.True(step.StartsWith("SEARCH c USING INDEX " + index, StringComparison.Ordinal), step);
        }
    }

    [Fact]
    public async Task Counts_are_read_from_an_index_alone()
    {
        await using CityDb db = _database?.Open() ?? throw new InvalidOperationException();
        DeskView desk = new(1, [1L], 1, At.At, At.At.AddDays(1));
        ComplaintState[] answered = [ComplaintState.Answered, ComplaintState.Confirmed, ComplaintState.Closed];

        foreach (IQueryable query in new IQueryable[]
        {
            db.Complaints.Counted(desk),
            db.Complaints.Listed().Where(c => answered.Contains(c.State) && c.AnsweredAt >= At.At).Select(c => c.Id),
            db.ComplaintTallies.GroupBy(t => new { t.State, t.DistrictId }).Select(g => new { g.Key, Count = g.Sum(t => t.Count) }),
            db.ComplaintTallies.GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Sum(t => t.Count) }),
            db.NewsletterTallies.GroupBy(t => new { t.Pace, t.Topic }).Select(g => new { g.Key, Count = g.Sum(t => t.Count) }),
        })
        {
            string[] plan = await PlanAsync(db, query);
            Assert.True(plan.Any(step => step.Contains("USING COVERING INDEX", StringComparison.Ordinal)), string.Join('\n', plan));
        }
    }

    [Fact]
    public async Task The_last_newsletters_are_read_in_the_order_of_their_index()
    {
        await using CityDb db = _database?.Open() ?? throw new InvalidOperationException();

        string step = Assert.Single(await PlanAsync(db, db.NewsletterIssues.Last(10)));

        Assert.StartsWith("SCAN n USING INDEX IX_NewsletterIssues_DueAt", step, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_solved_last_is_read_in_the_order_of_its_index()
    {
        await using CityDb db = _database?.Open() ?? throw new InvalidOperationException();

        string step = Assert.Single(await PlanAsync(db, db.Complaints.Solved().Take(20)));

        Assert.StartsWith("SEARCH c USING INDEX IX_Complaints_IsListed_State_AnsweredAt", step, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeskPile.Mine)]
    [InlineData(DeskPile.Department)]
    [InlineData(DeskPile.Answered)]
    public async Task A_pile_of_one_department_lies_in_the_order_of_its_index(DeskPile pile)
    {
        await using CityDb db = _database?.Open() ?? throw new InvalidOperationException();

        string[] plan = await PlanAsync(db, db.Complaints.On(pile, new DeskView(1, [1L], 1, At.At, At.At.AddDays(1))).PageOf(pile, null, 20));

        Assert.StartsWith("SEARCH c USING INDEX", Assert.Single(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_reads_no_more_than_it_shows()
    {
        await using CityDb db = _database?.Open() ?? throw new InvalidOperationException();
        IQueryable<SearchEntry> matches = _database.Provider.Matching(db, "가로등");

        foreach (IQueryable<SearchEntry> page in new[]
        {
            matches.OrderByDescending(e => e.Id).Take(20),
            _database.Provider.Matching(db, "가로등", SearchKind.Complaint).Where(e => e.Id < 5).OrderByDescending(e => e.Id).Take(20),
            _database.Provider.Matching(db, "가로등", SearchKind.Article).OrderByDescending(e => e.Id).Take(20),
            _database.Provider.Matching(db, "가로등", SearchKind.Complaint, new SearchPeriod(At.At.AddYears(-1), At.At)).OrderByDescending(e => e.Id).Take(20),
            matches.Where(e => e.Id > 5).OrderBy(e => e.Id).Take(20),
        })
        {
            string[] plan = await PlanAsync(db, page);
            Assert.StartsWith("SCAN i VIRTUAL TABLE", plan[0], StringComparison.Ordinal);
            Assert.StartsWith("SEARCH e USING INTEGER PRIMARY KEY", plan[1], StringComparison.Ordinal);
            Assert.Equal(2, plan.Length);
        }

    }

    [Theory]
    [InlineData(null)]
    [InlineData(1L)]
    public async Task A_search_within_the_list_begins_with_the_finds(long? category)
    {
        await using CityDb db = _database?.Open() ?? throw new InvalidOperationException();
        IQueryable<Complaint> found = db.FoundComplaints(_database.Provider, "가로등").Listed().Narrowed(new ComplaintFilter(CategoryId: category, IsOpen: true));

        foreach (IQueryable query in new IQueryable[] { found.PageAt(null, 20), found.PageAt(At, 20), found.Take(500).Select(c => c.Id) })
        {
            string[] plan = await PlanAsync(db, query);
            Assert.Contains(plan, step => step.StartsWith("SEARCH t USING INTEGER PRIMARY KEY", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Contains("IX_Complaints", StringComparison.Ordinal) || step.StartsWith("SCAN c", StringComparison.Ordinal) || step.StartsWith("SCAN t", StringComparison.Ordinal));
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
