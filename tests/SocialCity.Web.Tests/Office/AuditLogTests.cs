using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Web.Areas.Office;
using SocialCity.Web.Tests.Complaints;
using SocialCity.Web.Tests.Desk;

namespace SocialCity.Web.Tests.Office;

/// <summary>The audit log as an administrator reads it.</summary>
public sealed partial class AuditLogTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Whose_data_was_seen_is_told_by_the_number_and_found_by_it_by_name_and_by_address()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        await (await app.SignedIn(city.Officer)).Get($"/complaints/{number}/petitioner");
        Visitor admin = await AdminAsync();

        foreach (string typed in new[] { number, city.Citizen.Email ?? "", city.Citizen.DisplayName })
        {
            Page page = await admin.Get($"/office/audit?kind=Access&subject={Uri.EscapeDataString(typed)}");
            string row = Assert.Single(page.TextsOf("tbody tr"), text => text.Contains(number, StringComparison.Ordinal));
            Assert.DoesNotContain("김시민", row, StringComparison.Ordinal);
            Assert.Contains("신청인 정보 열람", row, StringComparison.Ordinal);
            Assert.Contains("박도로", row, StringComparison.Ordinal);
        }

        Assert.True((await admin.Get("/office/audit?kind=Access&subject=2026-999999")).Has(".empty"));
    }

    [Fact]
    public async Task Who_reads_people_by_name_in_the_log_leaves_an_entry_and_sees_no_address()
    {
        DeskCity city = await DeskCity.Make(app);
        await app.SignedIn(city.Citizen);
        string subject = $"account:{city.Citizen.Id}";
        Visitor admin = await AdminAsync();

        Page page = await admin.Get($"/office/audit?kind=SignIn&subject={subject}");

        Assert.Contains("김시민", page.TextOf("tbody tr"), StringComparison.Ordinal);
        Assert.DoesNotContain(city.Citizen.Email ?? "", page.Text, StringComparison.Ordinal);
        AuditEntry look = await app.Use((CityDb db) => db.AuditEntries.SingleAsync(e => e.Action == AuditActions.LogRead && e.Details == subject));
        Assert.Equal(AuditKind.Access, look.Kind);

        // A page that names nobody leaves none.
        await admin.Get("/office/audit?kind=Change&subject=city:1");
        Assert.Equal(1, await app.Use((CityDb db) => db.AuditEntries.CountAsync(e => e.Action == AuditActions.LogRead && e.Id >= look.Id)));
    }

    [Fact]
    public async Task Every_act_and_every_kind_of_subject_has_its_word()
    {
        string[] actions =
        [
            .. typeof(AuditActions).GetFields().Concat(typeof(SignInActions).GetFields()).Select(f => (string?)f.GetRawConstantValue() ?? ""),
            .. Sources("src/SocialCity.Web/Areas/Office").SelectMany(s => OfficeAction().Matches(s)).Select(m => m.Groups["action"].Value).Distinct(),
        ];
        string[] subjects = [.. Sources("src").SelectMany(s => Subject().Matches(s)).Select(m => m.Groups["kind"].Value).Distinct(), "audit", "mail", "mention"];
        Assert.Contains("rule.moved", actions);
        Assert.Contains("year", subjects);
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        AuditWords words = scope.ServiceProvider.GetRequiredService<AuditWords>();

        Assert.Equal([], actions.Where(action => words.OfAction(action) == action));
        Assert.Equal([], subjects.Where(kind => words.OfSubject($"{kind}:1", new Dictionary<string, string>()) == kind));
    }

    [Theory]
    [InlineData("""{"Name":null}""")]
    [InlineData("""{"Name":["before"]}""")]
    [InlineData("""{"Name":"word"}""")]
    [InlineData("""{"Name":["cut at its le""")]
    public async Task Details_that_are_no_changes_are_shown_as_they_are(string details)
    {
        await app.Use(async (CityDb db) =>
        {
            db.Add(new AuditEntry(AuditKind.Change, "rule.changed", "rule:4711", null, null, details, app.Clock.UtcNow));
            await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.OK, (await (await AdminAsync()).Get("/office/audit?subject=rule:4711")).Status);
    }

    [Theory]
    [InlineData("password", "비밀번호")]
    [InlineData("passkey", "패스키")]
    [InlineData("password, authenticator", "비밀번호, 인증 앱")]
    [InlineData("password, recovery code", "비밀번호, 복구 번호")]
    [InlineData("password, confirmation", "비밀번호, 메일 주소 확인")]
    public async Task By_what_means_somebody_signed_in_is_told_in_words(string means, string words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ko");
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        AuditRow row = new(1, default, AuditKind.SignIn, SignInActions.SignedIn, "account:1", null, null, means, true);

        Assert.Equal(words, scope.ServiceProvider.GetRequiredService<AuditWords>().OfDetails(row, new Dictionary<string, string>()));
    }

    [Fact]
    public async Task A_change_from_nothing_is_told()
    {
        await app.Use(async (CityDb db) =>
        {
            db.Add(new AuditEntry(AuditKind.Change, "rule.changed", "rule:4712", null, null, """{"Name":[null,"나무 규칙"]}""", app.Clock.UtcNow));
            await db.SaveChangesAsync();
        });

        Assert.Contains("규칙 이름: 나무 규칙", (await (await AdminAsync()).Get("/office/audit?subject=rule:4712")).TextOf("tbody tr"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-13-45")]
    [InlineData("until=someday")]
    [InlineData("kind=Nothing")]
    public async Task What_the_filter_cannot_read_is_told(string query)
    {
        Page page = await (await AdminAsync()).Get($"/office/audit?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.Errors);
    }

    [Fact]
    public async Task What_changed_is_told_in_the_words_of_its_form()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Visitor admin = await app.SignedIn(city.Admin);
        await (await admin.Get(city.PathOf("template"))).Form("main form:has([name='Form.Title'])").Submit(new { Title = "가지치기" });

        string row = (await admin.Get($"/office/audit?subject=template:{city.Template.Id}")).TextOf("tbody tr");

        Assert.Contains("답변 서식: 고침", row, StringComparison.Ordinal);
        Assert.Contains("가지치기", row, StringComparison.Ordinal);
        Assert.DoesNotContain("{", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Title", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_deleted_rule_named_is_told_by_name()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Visitor admin = await app.SignedIn(city.Admin);
        Page off = await (await admin.Get(city.PathOf("rule"))).Form("form[action$='/switch']").Submit();
        await (await off.Click("규칙 지우기")).Form().Submit();

        string row = (await admin.Get($"/office/audit?subject=rule:{city.Rule.Id}")).TextsOf("tbody tr")[0];

        Assert.Contains("규칙 이름: 나무 규칙", row, StringComparison.Ordinal);
        Assert.Contains("분야: 나무", row, StringComparison.Ordinal);
        Assert.Contains("맡을 업무: 나무", row, StringComparison.Ordinal);
        Assert.Contains("시민에게 보이는 까닭 (한국어): 나무는 공원과가 맡습니다.", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_was_hidden_is_told_in_its_words_and_its_category_by_name()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Visitor admin = await app.SignedIn(city.Admin);
        await (await admin.Get(city.PathOf("question"))).Form("form[action$='/switch']").Submit();

        Page page = await admin.Get($"/office/audit?subject=category:{city.Category.Id}");
        Page english = await admin.Get($"/office/audit?lang=en&subject=category:{city.Category.Id}");

        Assert.Equal("나무", page.TextOf("tbody td:nth-child(3)"));
        Assert.StartsWith("높이", page.TextOf("tbody td:nth-child(5)"), StringComparison.Ordinal);
        Assert.EndsWith("Question: hidden", english.TextOf("tbody td:nth-child(2)"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("category.changed", "Kind", "Grievance", "고충")]
    [InlineData("category.changed", "PeriodUnit", "Days", "근무일")]
    [InlineData("category.changed", "Icon", "tree", "나무")]
    [InlineData("question.added", "Type", "LongText", "긴 글")]
    [InlineData("question.changed", "IsRequired", "True", "예")]
    [InlineData("holiday.added", "Kind", "Election", "선거일")]
    [InlineData("city.changed", "ComplaintLevel", "Verified", "본인 확인")]
    [InlineData("city.changed", "Languages", "ko, en", "한국어, English")]
    [InlineData("rule.changed", "DutyId", "999999", "담당 업무 999999")]
    public async Task What_was_chosen_is_told_in_words(string action, string field, string value, string words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ko");
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        AuditRow row = new(1, default, AuditKind.Change, action, "rule:4713", null, null, $$"""{"{{field}}":["","{{value}}"]}""", true);

        Difference told = Assert.Single(scope.ServiceProvider.GetRequiredService<AuditWords>().Changes(row, new Dictionary<string, string>()) ?? []);

        Assert.Equal(words, told.After);
    }

    [Fact]
    public async Task A_page_of_the_log_reads_little()
    {
        SqlCounter counter = new();
        await using App own = new App().With(services => services.AddSingleton<IDbContextOptionsConfiguration<CityDb>>(counter));
        DeskCity city = await DeskCity.Make(own);
        string number = await city.File();
        await (await own.SignedIn(city.Officer)).Get($"/complaints/{number}/petitioner");
        Visitor admin = await own.SignedIn(await own.Official(Right.Administrator));
        await admin.Get("/office/audit");

        foreach (string query in new[] { "", $"?subject={number}", $"?subject={city.Citizen.Email}", $"?subject={Uri.EscapeDataString(city.Citizen.DisplayName)}" })
        {
            Assert.InRange(await counter.CountAsync(() => admin.Get("/office/audit" + query)), 1, 6);
        }
    }

    [Fact]
    public async Task A_page_that_tells_of_things_of_every_kind_reads_little_too()
    {
        SqlCounter counter = new();
        await using App own = new App().With(services => services.AddSingleton<IDbContextOptionsConfiguration<CityDb>>(counter));
        OfficeCity city = await OfficeCity.Make(own);
        string[] subjects =
        [
            $"rule:{city.Rule.Id}", $"duty:{city.Duty.Id}", $"department:{city.Duty.DepartmentId}", $"category:{city.Category.Id}", "template:1", "series:1",
            $"district:{city.District.Id}", "blog-category:1", "complaint:1", $"account:{city.Admin.Id}",
        ];
        await using (AsyncServiceScope scope = own.Services.CreateAsyncScope())
        {
            AuditLog audit = scope.ServiceProvider.GetRequiredService<AuditLog>();
            Array.ForEach(subjects, subject => audit.Add(AuditKind.Change, $"{subject.Split(':')[0]}.changed", subject, city.Admin.Id, null));
            audit.Add(AuditKind.Change, "question.retired", $"category:{city.Category.Id}", city.Admin.Id, null, city.Question.Code);
            await scope.ServiceProvider.GetRequiredService<CityDb>().SaveChangesAsync();
        }

        Visitor admin = await own.SignedIn(city.Admin);
        Page page = await admin.Get("/office/audit");

        foreach (string name in new[] { city.Rule.Name, city.Duty.Name.Ko, city.Category.Name.Ko, city.District.Name.Ko, city.Question.Label.Ko })
        {
            Assert.Contains(page.TextsOf("tbody tr"), row => row.Contains(name, StringComparison.Ordinal));
        }

        Assert.InRange(await counter.CountAsync(() => admin.Get("/office/audit")), 1, 6);
    }

    [GeneratedRegex("\"(?<action>[a-z]+\\.[a-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfficeAction();

    [GeneratedRegex("""\$"(?<kind>[a-z]+):\{""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Subject();

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    private async Task<Visitor> AdminAsync() => await app.SignedIn(await app.Official(Right.Administrator));
}
