using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Search;
using SocialCity.Web.Demo;
using SocialCity.Web.Startup;
using SocialCity.Web.Tests.Startup;

namespace SocialCity.Web.Tests.Demo;

/// <summary>The application as developers first start it: an empty folder becomes 누리시.</summary>
public sealed class DemoApp : App
{
    public DemoApp() => With("Demo:Enabled", "true").With("Demo:Photos", "3");

    protected override string Environment => "Development";
}

public sealed class DemoCityTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task It_is_filled_once()
    {
        int before = await app.Use((CityDb db) => db.Complaints.CountAsync());
        bool again = await app.Use((DemoCity city) => city.FillAsync(CancellationToken.None));

        Assert.InRange(before, 400, 500);
        Assert.False(again);
        Assert.Equal(before, await app.Use((CityDb db) => db.Complaints.CountAsync()));
    }

    [Fact]
    public async Task Its_sign_ins_stand_on_the_sign_in_page_and_open_the_door()
    {
        Page page = await app.Visitor().Get("/account/sign-in");
        Assert.Contains(DemoCity.Password, page.Text, StringComparison.Ordinal);
        Assert.Equal(DemoPeople.SignIns, page.Document.QuerySelectorAll(".demo-people input[name='Form.Email']").Select(i => i.GetAttribute("value")));

        page = await page.Form($".demo-people form:has(input[value='{DemoPeople.Manager}'])").Submit();

        Assert.Equal("/", page.Address);
        Assert.True(page.Has(".header form[action='/account/sign-out']"));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task It_is_refused_outside_development(string environment)
    {
        await using var scope = app.Services.CreateAsyncScope();
        DemoCity city = ActivatorUtilities.CreateInstance<DemoCity>(scope.ServiceProvider, new Elsewhere(environment));
        DemoScale scale = ActivatorUtilities.CreateInstance<DemoScale>(scope.ServiceProvider, new Elsewhere(environment));

        await Assert.ThrowsAsync<InvalidOperationException>(() => city.FillAsync(CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => scale.GrowAsync(1, _ => { }, CancellationToken.None));
    }

    [Fact]
    public async Task A_copy_of_it_grows_and_does_not_start_outside_development()
    {
        if (app.Database is not null)
        {
            // A server's cannot be copied like a file.
            return;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("socialcity-demo-");
        string file = Path.Combine(folder.CreateSubdirectory("data").FullName, "city.db");
        await app.Use((CityDb db) => db.Database.ExecuteSqlAsync($"VACUUM INTO {file}"));

        Assert.Equal(0, (await ProgramRun.InAsync(folder.FullName, "demo", "--scale", "1", "--environment=Development")).Code);

        string[] serve = ["--urls=http://127.0.0.1:0", "--Site:Address=https://city.example"];
        var (code, _, error) = await ProgramRun.InAsync(folder.FullName, serve);
        ProgramRun.AssertOneSentence(error, "passwords are public");
        Assert.Equal(Commands.WrongSetting, code);

        // One who changed the address leaves the others.
        await using (SqliteConnection connection = new($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = new("UPDATE Accounts SET NormalizedEmail = 'MAYOR@CITY.EXAMPLE' WHERE NormalizedEmail = 'ADMIN@NURI.EXAMPLE'", connection);
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        ProgramRun.AssertOneSentence((await ProgramRun.InAsync(folder.FullName, serve)).Error, "passwords are public");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Kept_counts_are_what_counting_gives() =>
        Assert.Equal(0, await app.Use((CityDb db) => new TallyFolding(db).RebuildAsync(CancellationToken.None)));

    [Fact]
    public async Task Every_listed_complaint_is_found_and_no_private_one() => await app.Use(async (CityDb db) =>
    {
        List<long> listed = await db.Complaints.Listed().Select(c => c.Id).Order().ToListAsync();
        List<long> findable = await db.SearchEntries.Where(e => e.Kind == SearchKind.Complaint).Select(e => e.SubjectId).Order().ToListAsync();

        Assert.Equal(listed, findable);
        Assert.True(await db.Complaints.AnyAsync(c => c.IsPrivate));
    });

    [Fact]
    public async Task Every_state_and_outcome_occurs() => await app.Use(async (CityDb db) =>
    {
        List<ComplaintState> states = await db.Complaints.Select(c => c.State).Distinct().ToListAsync();
        List<ComplaintOutcome?> outcomes = await db.Complaints.Select(c => c.Outcome).Where(o => o != null).Distinct().ToListAsync();
        List<string> used = await db.ComplaintCategories.Where(k => db.Complaints.Any(c => c.CategoryId == k.Id)).Select(k => k.Code).ToListAsync();

        Assert.Equal(Enum.GetValues<ComplaintState>(), states.Order());
        Assert.Equal(Enum.GetValues<ComplaintOutcome>(), outcomes.OfType<ComplaintOutcome>().Order());
        Assert.InRange(used.Count, 38, 40);
        Assert.Equal(40, await db.ComplaintCategories.CountAsync());
    });

    [Fact]
    public async Task Due_dates_are_those_that_counting_gives() => await app.Use(async (CityDb db) =>
    {
        PetitionClock clock = await PetitionClock.LoadAsync(db, CancellationToken.None);
        List<Complaint> open = await db.Complaints.Include(c => c.Pauses).Where(c => c.DueAt != null).ToListAsync();

        Assert.NotEmpty(open);
        Assert.DoesNotContain(open, c => c.Recount(Actor.System, clock, app.Clock.UtcNow) is null);
    });

    [Fact]
    public async Task Some_are_due_today_and_some_are_late() => await app.Use(async (CityDb db) =>
    {
        DateTime now = app.Clock.UtcNow;
        DateTime endOfToday = new(2026, 9, 18, 15, 0, 0, DateTimeKind.Utc);

        Assert.True(await db.Complaints.DueBefore(endOfToday).CountAsync(c => c.DueAt >= now) >= 3);
        Assert.True(await db.Complaints.DueBefore(now).CountAsync() >= 4);
        Assert.True(await db.Complaints.AnyAsync(c => c.Warned == DueWarning.VeryLate));
        Assert.False(await db.Complaints.DueForWarning(now).AnyAsync());
    });

    [Fact]
    public async Task What_was_handed_on_lies_with_the_duty_that_its_rule_names() => await app.Use(async (CityDb db) =>
    {
        List<Complaint> handedOn = await db.Complaints.Where(c => c.TransferCount > 0).ToListAsync();
        List<RoutingRule> rules = await db.RoutingRules.ToListAsync();

        Assert.NotEmpty(handedOn);
        Assert.All(handedOn, c => Assert.Contains(rules, r => r.DutyId == c.DutyId && (r.CategoryId is null || r.CategoryId == c.CategoryId)));
    });

    [Fact]
    public async Task Nothing_lies_in_the_future_and_every_timeline_goes_forward() => await app.Use(async (CityDb db) =>
    {
        List<Complaint> all = await db.Complaints.Include(c => c.Events).ToListAsync();

        Assert.DoesNotContain(all, c => c.FiledAt > app.Clock.UtcNow || c.ChangedAt > app.Clock.UtcNow);
        Assert.All(all, c => Assert.Equal(c.Events.OrderBy(e => e.At).Select(e => e.Id), c.Events.OrderBy(e => e.Id).Select(e => e.Id)));
        Assert.All(all, c => Assert.DoesNotContain('{', c.Title + c.Text + string.Concat(c.Events.Select(e => e.Text))));
    });

    [Fact]
    public async Task Supports_are_counted() => await app.Use(async (CityDb db) =>
    {
        Assert.False(await db.Complaints.AnyAsync(c => c.SupportCount != db.ComplaintSupports.Count(s => s.ComplaintId == c.Id)));
        Assert.True(await db.Complaints.AnyAsync(c => c.SupportCount > 10));
    });

    [Fact]
    public async Task The_next_number_follows_the_last() => await app.Use(async (CityDb db) =>
    {
        ComplaintCounter counter = await db.ComplaintCounters.SingleAsync(c => c.Year == 2026);
        string? last = await db.Complaints.Where(c => c.Number != null).MaxAsync(c => c.Number);

        Assert.Equal($"2026-{counter.Last:000000}", last);
    });

    [Fact]
    public async Task No_mail_is_left_to_be_sent() => await app.Use(async (CityDb db) =>
    {
        Assert.False(await db.Notices.AnyAsync(n => n.Delivery == DeliveryState.Waiting || n.Delivery == DeliveryState.Failed));
        Assert.True(await db.Notices.AnyAsync(n => n.IsOnSite && n.ReadAt == null));
    });

    [Fact]
    public async Task No_rule_shadows_another() => await app.Use(async (CityDb db) =>
    {
        List<RoutingRule> rules = await db.RoutingRules.OrderBy(r => r.Order).ToListAsync();

        Assert.DoesNotContain(rules, later => rules.Exists(earlier => earlier.Shadows(later)));
    });

    [Fact]
    public async Task The_dongs_cover_the_city_without_overlapping() => await app.Use(async (CityDb db) =>
    {
        List<Boundary> boundaries = [.. (await db.Districts.ToListAsync()).Select(d => d.Boundary())];
        Random random = new(7);
        List<int> covered = [.. Enumerable.Range(0, 4000)
            .Select(_ => new GeoPoint(37.465 + (random.NextDouble() * 0.03), 126.828 + (random.NextDouble() * 0.055)))
            .Select(p => boundaries.Count(b => b.Contains(p)))];

        Assert.Equal(18, boundaries.Count);
        Assert.Equal(37.48, boundaries.Average(b => b.Centre.Latitude), 0.005);
        Assert.Equal(126.86, boundaries.Average(b => b.Centre.Longitude), 0.005);
        Assert.All(covered, count => Assert.Equal(1, count));
    });

    [Fact]
    public async Task The_people_of_the_guide_can_sign_in_and_have_their_rights() => await app.Use(async (CityDb db) =>
    {
        Dictionary<string, Account> people = (await db.Users.ToListAsync()).ToDictionary(a => a.Email ?? "");
        PasswordHasher<Account> hasher = new();
        async Task<Actor> Of(string name) => await db.ActorAsync(people[$"{name}@nuri.example"], CancellationToken.None);

        Assert.All(
            ["citizen", "citizen2", "merchant", "official", "official2", "manager", "editor", "moderator", "admin"],
            (string name) =>
            {
                Account account = people[$"{name}@nuri.example"];
                Assert.NotEqual(
                    PasswordVerificationResult.Failed,
                    hasher.VerifyHashedPassword(account, account.PasswordHash ?? "", DemoCity.Password));
                Assert.Equal(IdentityLevel.EmailConfirmed, account.Level);
            });
        Assert.Equal((await Of("official")).Departments(), (await Of("manager")).ManagedDepartments());
        Assert.NotEqual((await Of("official")).Departments(), (await Of("official2")).Departments());
        Assert.True((await Of("admin")).Has(Right.Administrator));
        Assert.True((await Of("editor")).Has(Right.Editor));
        Assert.True((await Of("moderator")).Has(Right.Moderator));
        Assert.True((await Of("merchant")).Has(Right.Merchant));
        Assert.Equal(3, await db.Consents.CountAsync(c => c.AccountId == people["citizen@nuri.example"].Id));
    });

    [Fact]
    public async Task Photos_are_stored_without_metadata_and_described() => await app.Use(async (CityDb db) =>
    {
        List<Media.MediaFile> photos = await db.Set<Media.MediaFile>().ToListAsync();

        // As many of complaints as of articles.
        Assert.Equal(6, photos.Count);
        Assert.All(photos, photo => Assert.True(
            photo is { IsStaged: false, AltText.Length: > 5 } && File.Exists(Path.Combine(app.Folder, "uploads", photo.Key[..2], photo.Key[2..4], photo.Key))));
    });

    private sealed class Elsewhere(string name) : IWebHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "SocialCity.Web";

        public string ContentRootPath { get; set; } = "";

        public string WebRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
    }
}
