using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Tests.Desk;

namespace SocialCity.Web.Tests.Office;

/// <summary>What the office could do to the city by mistake, and is kept from doing.</summary>
public sealed class OfficeRefusalTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_district_far_from_the_city_is_refused_and_one_nearby_is_not()
    {
        Visitor admin = await AdminAsync();

        Page far = await AddDistrictAsync(admin, "far", "10,10 10,11 11,11");
        Page near = await AddDistrictAsync(admin, "near", "37.4,126.8 37.4,126.9 37.5,126.9");

        Assert.Equal(HttpStatusCode.BadRequest, far.Status);
        Assert.Contains("100km", Assert.Single(far.Errors), StringComparison.Ordinal);
        Assert.Contains("동네를 더했습니다", near.Flash, StringComparison.Ordinal);
        Assert.False(await app.Use((CityDb db) => db.Districts.AnyAsync(d => d.Code == "far")));
    }

    [Fact]
    public async Task The_department_that_sorts_is_changed_but_not_taken_away()
    {
        using App own = new();
        Department parks = await own.Department("parks", "공원과");
        Visitor admin = await own.SignedIn(await own.Official(Right.Administrator));

        Page set = await (await admin.Get("/office/city")).Form().Submit(new Dictionary<string, object?> { ["Form.TriageDepartmentId"] = parks.Id });
        Page taken = await (await admin.Get("/office/city")).Form().Submit(new Dictionary<string, object?> { ["Form.TriageDepartmentId"] = "" });

        Assert.Contains("저장했습니다", set.Flash, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, taken.Status);
        Assert.Contains("받을 부서가 있어야 합니다", Assert.Single(taken.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_a_right_reads_how_many_complaints_go_back_to_the_department_and_they_do()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor admin = await AdminAsync();
        long grant = await app.Use((CityDb db) => db.RightGrants.Where(g => g.AccountId == city.Officer.Id).Select(g => g.Id).SingleAsync());

        Page asked = await admin.Get($"/office/people/{city.Officer.Id}/revoke/{grant}");
        await asked.Form().Submit(new { Reason = "자리를 옮김" });

        Assert.Contains("민원 1건은 부서로 돌아가고", asked.Text, StringComparison.Ordinal);
        Complaint complaint = await city.Read(number);
        Assert.Null(complaint.OfficerId);
        Assert.Equal(ComplaintState.Received, complaint.State);
        Page shown = await (await app.SignedIn(city.Citizen)).Get($"/complaints/{number}");
        Assert.Contains("부서에서 새 담당자를 정합니다", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("담당자 박도로", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_that_somebody_chose_keeps_its_key_and_may_get_another_name()
    {
        OfficeCity city = await OfficeCity.Make(app);
        long question = await app.Use(async (CityDb db) =>
        {
            ComplaintCategory category = await db.ComplaintCategories.Include(c => c.Questions).SingleAsync(c => c.Id == city.Category.Id);
            CategoryQuestion size = category.Ask(
                "size", QuestionType.MultipleChoice, new LocalText("크기"), new LocalText(""), false,
                [new("big", new LocalText("큼")), new("small", new LocalText("작음")), new("tiny", new LocalText("아주 작음"))]);
            await db.SaveChangesAsync();
            return size.Id;
        });
        Account citizen = await app.Citizen();
        await app.Use((ComplaintIntake intake) => intake.FileAsync(
            new ComplaintFiling("나무", "나무입니다.", city.Category.Id, null, null, null, false, true, [(question, "small,big")], []),
            Petitioner.Of(citizen), Guid.NewGuid(), default));
        Visitor admin = await app.SignedIn(city.Admin);
        string path = $"/office/categories/{city.Category.Id}/questions/{question}";

        Page refused = await SaveAsync("huge = 큼\nsmall = 작음\ntiny = 아주 작음");
        Page renamed = await SaveAsync("big = 아주 큼\nsmall = 작음");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("big", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("저장했습니다", renamed.Flash, StringComparison.Ordinal);

        async Task<Page> SaveAsync(string options) =>
            await (await admin.Get(path)).Form("form[data-guard]").Submit(new Dictionary<string, object?> { ["Form.Options"] = options });
    }

    [Theory]
    [InlineData("department", "Form.Name.Ko", "공원\n과")]
    [InlineData("department", "Form.Phone", "02-120\n119")]
    [InlineData("template", "Form.Title", "나뭇\n가지")]
    [InlineData("rule", "Form.Name", "나무\u2028규칙")]
    [InlineData("city", "Form.Name.Ko", "누리\n시")]
    [InlineData("city", "Form.MapAttribution", "지도\n출처")]
    public async Task What_stands_in_one_line_is_typed_in_one(string form, string field, string value)
    {
        Page told = await TryAsync(form, field, value);

        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.Contains(told.Errors, e => e.Contains("한 줄로", StringComparison.Ordinal) || e.Contains("전화는", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("department", "Form.Name.Ko", "\u200B")]
    [InlineData("template", "Form.Title", "\u3164")]
    [InlineData("template", "Form.Text", "[나중에]: https://www.example.com")]
    [InlineData("rule", "Form.Name", "\u200B\u3164")]
    public async Task What_must_be_filled_in_shows_something(string form, string field, string value)
    {
        Page told = await TryAsync(form, field, value);

        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.Contains("입력해 주세요", Assert.Single(told.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_shows_nothing_takes_no_right()
    {
        DeskCity city = await DeskCity.Make(app);
        long grant = await app.Use((CityDb db) => db.RightGrants.Where(g => g.AccountId == city.Officer.Id).Select(g => g.Id).SingleAsync());

        Page told = await (await (await AdminAsync()).Get($"/office/people/{city.Officer.Id}/revoke/{grant}")).Form().Submit(new { Reason = "\u200B\u3164" });

        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.True(await app.Use((CityDb db) => db.RightGrants.AnyAsync(g => g.Id == grant && g.RevokedAt == null)));
    }

    [Theory]
    [InlineData("department", "전화 없음", false)]
    [InlineData("department", "02", false)]
    [InlineData("duty", "<b>02-123-4567</b>", false)]
    [InlineData("city", "call us", false)]
    [InlineData("department", "120", true)]
    [InlineData("duty", "+82 (2) 2680-1234", true)]
    [InlineData("city", "02-2680-1234", true)]
    public async Task A_telephone_number_is_written_with_digits(string form, string phone, bool isGood)
    {
        Page told = await TryAsync(form, "Form.Phone", phone);

        Assert.Equal(isGood ? HttpStatusCode.OK : HttpStatusCode.BadRequest, told.Status);
    }

    [Fact]
    public async Task A_period_of_today_is_asked_about_with_the_complaints_that_it_counts_and_can_be_corrected()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        int today = await app.Use((CityDb db) => db.Complaints.CountAsync(c => c.IsOpen && c.ReceivedAt > app.Clock.UtcNow.Date.AddDays(-1)));
        Visitor admin = await AdminAsync();

        Page asked = await PeriodAsync(await admin.Get("/office/periods"), 90);
        Assert.Contains("민원", asked.TextOf(".alert"), StringComparison.Ordinal);
        Assert.NotEqual(90, (await city.Read(number)).PeriodAmount);
        // Another period than the one that was asked about is asked about again.
        asked = await PeriodAsync(asked, 91);
        Assert.Contains("아직 저장하지 않았습니다", asked.TextOf(".alert"), StringComparison.Ordinal);
        await PeriodAsync(asked, 91);
        Assert.Equal(91, (await city.Read(number)).PeriodAmount);

        asked = await PeriodAsync(await admin.Get("/office/periods"), 9);
        Assert.Contains("91", asked.TextOf(".alert"), StringComparison.Ordinal);
        Page corrected = await PeriodAsync(asked, 9);

        Assert.Contains("바로잡았습니다", corrected.Flash, StringComparison.Ordinal);
        Assert.Equal(new StatutoryPeriod(9, PeriodUnit.Days), (await city.Read(number)).Period);
        Assert.Equal(1, await app.Use((CityDb db) => db.PetitionPeriods.CountAsync(p => p.Basis == "조례 제9조")));
        Assert.True(today > 0);
        Assert.True(await app.Use((CityDb db) => db.AuditEntries.AnyAsync(e => e.Action == "period.changed")));
    }

    [Fact]
    public async Task Duties_of_a_dissolved_department_are_not_told_as_vacant()
    {
        using App own = new();
        OfficeCity city = await OfficeCity.Make(own);
        Visitor admin = await own.SignedIn(city.Admin);
        Assert.Equal("1개", Vacant(await admin.Get("/office")));

        await own.Use((CityDb db) => db.Departments.ExecuteUpdateAsync(set => set.SetProperty(d => d.DissolvedAt, own.Clock.UtcNow)));

        Assert.Equal("0개", Vacant(await admin.Get("/office")));

        static string Vacant(Page page) => page.Document.QuerySelectorAll(".figure")
            .Single(f => f.QuerySelector("dt")?.TextContent == "담당자 없는 업무").QuerySelector(".figure-value")?.TextContent.Trim() ?? "";
    }

    [Fact]
    public async Task A_department_where_nobody_works_is_marked()
    {
        OfficeCity city = await OfficeCity.Make(app);

        Page page = await (await app.SignedIn(city.Admin)).Get("/office/departments");

        Assert.Contains("일하는 사람 없음", page.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> AddDistrictAsync(Visitor admin, string code, string boundary) =>
        await (await admin.Get("/office/districts/new")).Form().Submit(new Dictionary<string, object?>
        {
            ["Form.Code"] = code,
            ["Form.Name.Ko"] = "먼 동네",
            ["Form.Boundary"] = boundary,
        });

    private async Task<Page> PeriodAsync(Page page, int amount) =>
        await page.Form("form:has([name='Form.Amount'])").Submit(new Dictionary<string, object?>
        {
            ["Form.Kind"] = PetitionKind.Other,
            ["Form.Amount"] = amount,
            ["Form.EffectiveFrom"] = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul").DayOf(app.Clock.UtcNow),
            ["Form.Basis"] = "조례 제9조",
        });

    private async Task<Page> TryAsync(string form, string field, string value)
    {
        OfficeCity city = await OfficeCity.Make(app);
        Page page = await (await app.SignedIn(city.Admin)).Get(city.PathOf(form));
        return await page.Form("main form:has([name^='Form.'])").Submit(new Dictionary<string, object?> { [field] = value });
    }

    private async Task<Visitor> AdminAsync() => await app.SignedIn(await app.Official(Right.Administrator));
}
