using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Time;
using SocialCity.Web.Areas.Office;

namespace SocialCity.Web.Tests.Office;

public sealed class OfficeTests(App app) : IClassFixture<App>
{
    public static TheoryData<string> Pages { get; } =
    [
        "/office", "/office/departments", "/office/departments/new", "/office/categories", "/office/categories/new", "/office/rules", "/office/rules/new",
        "/office/periods", "/office/holidays", "/office/districts", "/office/districts/new", "/office/city", "/office/rights", "/office/jobs", "/office/outbox", "/office/audit",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_page_opens_in_three_languages(string path)
    {
        Account admin = await app.Official(Right.Administrator);
        foreach (string language in (string[])["ko", "en", "ja"])
        {
            Page page = await (await app.SignedIn(admin, language: language)).Get(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
        }
    }

    [Fact]
    public async Task A_duty_is_vacant_when_its_officer_has_left()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Account officer = await app.Official(Right.Official, city.Department.Id, "한소나무");
        await app.Use((CityDb db) => db.Duties.Where(d => d.Id == city.Duty.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.OfficerId, officer.Id)));
        Visitor admin = await app.SignedIn(city.Admin);
        Task<bool> VacantAsync() => app.Use((CityDb db) => db.VacantDuties().AnyAsync(d => d.Id == city.Duty.Id));
        Assert.Contains("한소나무", (await admin.Get(city.PathOf("department"))).Text, StringComparison.Ordinal);
        Assert.False(await VacantAsync());

        await app.Use((CityDb db) => db.RightGrants.Where(g => g.AccountId == officer.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(g => g.RevokedAt, app.Clock.UtcNow)));

        Assert.DoesNotContain("한소나무", (await admin.Get(city.PathOf("department"))).Text, StringComparison.Ordinal);
        Assert.True(await VacantAsync());
        Assert.Equal(HttpStatusCode.OK, (await admin.Get("/office")).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.Get("/office/departments")).Status);
    }

    [Fact]
    public async Task A_manager_of_a_department_is_no_administrator()
    {
        Visitor visitor = await app.SignedIn(await app.Official(Right.Manager, (await app.Department()).Id));

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get("/office/departments")).Status);
    }

    [Fact]
    public async Task A_new_department_stands_in_the_audit_log_with_what_was_typed()
    {
        Visitor admin = await AdminAsync();
        Page page = await (await admin.Get("/office/departments/new")).Form()
            .Submit(new Dictionary<string, object?> { ["Form.Code"] = "library", ["Form.Name.Ko"] = "도서관과", ["Form.Name.En"] = "Libraries" });

        Assert.Contains("부서를 만들었습니다", page.Flash, StringComparison.Ordinal);
        AuditEntry entry = await app.Use((CityDb db) => db.AuditEntries.SingleAsync(e => e.Action == "department.added"));
        Assert.Contains("도서관과", entry.Details, StringComparison.Ordinal);
        Assert.NotNull(entry.ActorId);
    }

    [Fact]
    public async Task A_department_without_a_Korean_name_is_asked_again_and_keeps_what_was_typed()
    {
        Page page = await (await (await AdminAsync()).Get("/office/departments/new")).Form()
            .Submit(new Dictionary<string, object?> { ["Form.Code"] = "Not good", ["Form.Name.En"] = "Nameless" });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(2, page.Errors.Count);
        Assert.Equal("Nameless", page.Form().Value("Form.Name.En"));
    }

    [Fact]
    public async Task A_rule_that_an_earlier_one_covers_is_marked()
    {
        long duty = await DutyAsync();
        await app.Use(async (CityDb db) =>
        {
            db.Add(new RoutingRule(1, "모두", new RoutingConditions(null, null, "", null, null), duty, new LocalText("모두")));
            db.Add(new RoutingRule(2, "밤", new RoutingConditions(null, null, "", new TimeOnly(20, 0), new TimeOnly(6, 0)), duty, new LocalText("밤")));
            await db.SaveChangesAsync();
        });

        Page page = await (await AdminAsync()).Get("/office/rules");

        Assert.Contains("‘모두’에 가려짐", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_goes_to_the_place_that_is_typed_and_the_log_tells_where()
    {
        await using App own = new();
        OfficeCity city = await OfficeCity.Make(own);
        await own.Use(async (CityDb db) =>
        {
            for (int place = 2; place <= 4; place++)
            {
                db.Add(new RoutingRule(place, $"{place}째", new RoutingConditions(null, null, $"낱말{place}", null, null), city.Duty.Id, new LocalText("까닭")));
            }

            await db.SaveChangesAsync();
        });
        Visitor admin = await own.SignedIn(city.Admin);
        string form = $"form[action='/office/rules/{city.Rule.Id}/place']";

        Page page = await (await admin.Get("/office/rules")).Form(form).Submit(new { place = 3 });
        Assert.Equal(["2째", "3째", "나무 규칙", "4째"], page.TextsOf("tbody th a"));
        Assert.Equal("to 3", await own.Use((CityDb db) => db.AuditEntries.Where(e => e.Action == "rule.moved").Select(e => e.Details).SingleAsync()));

        page = await page.Form(form).Submit(new { place = "third" });
        Assert.Contains("숫자로 써 주세요", page.Flash, StringComparison.Ordinal);
        Assert.Equal(["2째", "3째", "나무 규칙", "4째"], page.TextsOf("tbody th a"));
    }

    [Fact]
    public async Task Each_figure_of_the_overview_leads_to_what_it_counts()
    {
        Page page = await (await AdminAsync()).Get("/office");

        Assert.Equal(
            ["#late", "/office/outbox", "/office/departments", "/office/jobs", "/office/audit"],
            page.Document.QuerySelectorAll(".figure a").Select(a => a.GetAttribute("href")));
        Assert.Equal(5, page.TextsOf(".figure").Count);
        Assert.True(page.Has("#late"));
    }

    [Fact]
    public async Task A_trial_of_a_rule_saves_nothing()
    {
        long duty = await DutyAsync();
        Visitor admin = await AdminAsync();
        HttpRequestMessage request = (await admin.Get("/office/rules/new")).Form("form[data-guard]").Request(new Dictionary<string, object?>
        {
            ["Form.Name"] = "해 보기",
            ["Form.DutyId"] = duty,
            ["Form.PublicReason.Ko"] = "까닭",
        });
        request.RequestUri = new Uri("/office/rules/trial", UriKind.Relative);
        Page page = await admin.Send(request);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(await app.Use((CityDb db) => db.RoutingRules.AnyAsync(r => r.Name == "해 보기")));
    }

    [Fact]
    public async Task A_named_holiday_is_added_once_and_told_with_the_recount()
    {
        Visitor admin = await AdminAsync();
        Dictionary<string, object?> day = new() { ["Form.Date"] = new DateOnly(2026, 11, 30), ["Form.Name"] = "임시공휴일" };

        Page added = await (await admin.Get("/office/holidays")).Form("form:has([name='Form.Name'])").Submit(day);
        Page again = await (await admin.Get("/office/holidays")).Form("form:has([name='Form.Name'])").Submit(day);

        Assert.Contains("답변 기한은 바뀌지 않았습니다", added.Flash, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(1, await app.Use((CityDb db) => db.Set<Holiday>().CountAsync(h => h.Date == new DateOnly(2026, 11, 30))));
    }

    [Theory]
    [InlineData("https://tiles.example/{z}/{x}/{y}.png", "https://tiles.example")]
    [InlineData("https://{s}.tiles.example/{z}/{x}/{y}{r}.png", "https://a.tiles.example https://b.tiles.example https://c.tiles.example")]
    public async Task A_tile_server_set_in_the_office_may_give_pictures_from_the_next_page_on(string tiles, string origins)
    {
        Visitor admin = await AdminAsync();
        Visitor reader = app.Visitor();
        Assert.DoesNotContain("tiles.example", await PolicyAsync(), StringComparison.Ordinal);

        await SaveAsync(tiles, "© 지도 만든 사람들");
        Assert.Contains($"img-src 'self' data: blob: {origins};", await PolicyAsync(), StringComparison.Ordinal);

        await SaveAsync("", "");
        Assert.DoesNotContain("tiles.example", await PolicyAsync(), StringComparison.Ordinal);

        async Task SaveAsync(string address, string attribution) => Assert.Equal(HttpStatusCode.OK, (await (await admin.Get("/office/city")).Form().Submit(
            new Dictionary<string, object?> { ["Form.MapTiles"] = address, ["Form.MapAttribution"] = attribution })).Status);

        async Task<string> PolicyAsync()
        {
            using HttpResponseMessage page = await reader.Http.GetAsync("/");
            return string.Join(' ', page.Headers.GetValues("Content-Security-Policy"));
        }
    }

    [Fact]
    public async Task A_pale_colour_is_refused_and_a_strong_one_reaches_the_style_at_once()
    {
        Visitor admin = await AdminAsync();
        Page refused = await (await admin.Get("/office/city")).Form().Submit(new Dictionary<string, object?> { ["Form.Colour"] = "#ffeecc" });
        Page saved = await (await admin.Get("/office/city")).Form().Submit(new Dictionary<string, object?> { ["Form.Colour"] = "#0b50d0" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("저장했습니다", saved.Flash, StringComparison.Ordinal);
        Assert.Contains("#0b50d0", await admin.Http.GetStringAsync("/city.css"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_an_account_is_noted_as_access()
    {
        Account citizen = await app.Citizen();
        Page page = await (await (await AdminAsync()).Get("/office/rights")).Form().Submit(new Dictionary<string, object?> { ["Form.Email"] = citizen.Email });

        Assert.Equal($"/office/people/{citizen.Id}", page.Address);
        Assert.True(await app.Use((CityDb db) => db.AuditEntries.AnyAsync(e => e.Kind == AuditKind.Access && e.Subject == $"account:{citizen.Id}")));
    }

    [Fact]
    public async Task A_mail_that_was_given_up_is_listed_with_its_reason_and_tried_again_on_wish()
    {
        Notice notice = Notice.ToAddress("full@example.com", "ko", NoticeKind.ConfirmEmail, new Dictionary<string, string>(), app.Clock.UtcNow);
        await app.Use(async (CityDb db) =>
        {
            db.Add(notice);
            await db.SaveChangesAsync();
            await db.Notices.Where(n => n.Id == notice.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(n => n.Delivery, DeliveryState.Failed).SetProperty(n => n.LastError, "The mailbox is full."));
        });
        Page list = await (await AdminAsync()).Get("/office/outbox");
        Page again = await list.Form($"form:has(input[value='{notice.Id}'])").Submit();

        Assert.Contains("The mailbox is full.", list.Text, StringComparison.Ordinal);
        Assert.Contains("메일 주소 확인 요청", list.TextsOf("tbody th"));
        Assert.Contains("메일 1통을 다시 보냅니다", again.Flash, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Waiting, await app.Use((CityDb db) => db.Notices.Where(n => n.Id == notice.Id).Select(n => n.Delivery).SingleAsync()));
        Assert.True(await app.Use((CityDb db) => db.AuditEntries.AnyAsync(e => e.Action == "mail.retried" && e.Subject == $"mail:{notice.Id}")));
    }

    [Fact]
    public async Task Each_kind_of_mail_has_a_name_of_its_own_in_the_office()
    {
        string[] names = await app.Use((OutboxWords words) => Task.FromResult(Enum.GetValues<NoticeKind>().Select(words.Of).ToArray()));

        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void A_ring_that_crosses_itself_is_no_boundary()
    {
        Assert.True(BoundaryDrawing.CrossesItself(Boundary.Parse("0,0 1,1 0,1 1,0")));
        Assert.False(BoundaryDrawing.CrossesItself(Boundary.Parse("0,0 0,1 1,1 1,0")));
    }

    [Fact]
    public void A_dong_under_edit_is_drawn_with_the_name_that_was_typed()
    {
        DrawnBoundary drawn = Assert.Single(BoundaryDrawing.Of([], editedId: null, Boundary.Parse("37.1,126.1 37.1,126.2 37.2,126.2"), "새 동").Shapes);

        Assert.Equal("새 동", drawn.Name);
        Assert.True(drawn.IsEdited);
    }

    [Theory]
    [InlineData("#000000", 21)]
    [InlineData("#ffffff", 1)]
    [InlineData("#777777", 4.48)]
    public void Contrast_is_that_of_WCAG(string colour, double expected)
    {
        Assert.True(Contrast.TryParse(colour, out var parsed));
        Assert.Equal(expected, Contrast.Between(parsed, Contrast.White), 2);
    }

    private async Task<Visitor> AdminAsync() => await app.SignedIn(await app.Official(Right.Administrator));

    private async Task<long> DutyAsync()
    {
        long department = (await app.Department()).Id;
        return await app.Use(async (CityDb db) =>
        {
            Duty duty = new(department, new LocalText("업무"), "", null);
            db.Add(duty);
            await db.SaveChangesAsync();
            return duty.Id;
        });
    }
}
