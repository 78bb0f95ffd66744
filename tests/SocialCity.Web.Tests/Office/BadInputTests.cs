using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Web.Tests.Office;

/// <summary>Whatever is typed in the office, it is answered beside the field, in the reader's language, with all that was typed.</summary>
public sealed class BadInputTests(App app) : IClassFixture<App>
{
    private const string MainForm = "main form:has([name^='Form.'])";
    private static readonly string Long = new('가', 10_000);

    public static TheoryData<string> Changing { get; } = [.. OfficeCity.Forms];

    public static TheoryData<string> Adding { get; } =
    [
        "/office/departments/new", "/office/categories/new", "/office/districts/new", "/office/rules/new", "/office/holidays", "/office/periods", "/office/rights",
    ];

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task Ten_thousand_letters_in_any_field_are_told_beside_it_and_kept(string form)
    {
        OfficeCity city = await OfficeCity.Make(app);
        await TryLongAsync(await app.SignedIn(city.Admin), city.PathOf(form));
    }

    [Theory]
    [MemberData(nameof(Adding))]
    public async Task Ten_thousand_letters_for_something_new_are_told_beside_the_field_and_kept(string path) =>
        await TryLongAsync(await AdminAsync(), path);

    [Theory]
    [MemberData(nameof(Adding))]
    public async Task An_empty_form_is_asked_again(string path)
    {
        Page page = await (await AdminAsync()).Get(path);
        PageForm form = page.Form(MainForm);
        Page asked = await form.Submit(Names(page).ToDictionary(name => name, _ => (object?)""));

        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.NotEmpty(asked.Errors);
        Assert.DoesNotContain(asked.Errors, e => e.Contains("field", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/office/holidays", "Form.Date", "내일")]
    [InlineData("/office/holidays", "Form.Kind", "Feast")]
    [InlineData("/office/periods", "Form.Amount", "이레")]
    [InlineData("/office/periods", "Form.Unit", "99")]
    [InlineData("/office/periods", "Form.EffectiveFrom", "2026-13-45")]
    [InlineData("/office/categories/new", "Form.Kind", "99")]
    [InlineData("/office/categories/new", "Form.PeriodAmount", "0")]
    [InlineData("/office/rules/new", "Form.From", "25:00")]
    [InlineData("/office/rules/new", "Form.CategoryId", "나무")]
    [InlineData("/office/city", "Form.Latitude", "북쪽")]
    [InlineData("/office/city", "Form.NearbyMetres", "999999999999")]
    [InlineData("/office/city", "Form.OfficeOpens", "아침")]
    [InlineData("/office/city", "Form.ComplaintLevel", "99")]
    [InlineData("/office/city", "Form.Colour", "red")]
    [InlineData("/office/city", "Form.IsOfficial", "perhaps")]
    public async Task A_value_of_the_wrong_kind_is_told_in_the_readers_language(string path, string field, string value)
    {
        foreach ((string language, string letters) in ((string, string)[])[("ko", "가-힣"), ("en", "a-z"), ("ja", "ぁ-ん")])
        {
            Account admin = await app.Citizen(language: language);
            await app.Use((RightsChanging rights) => rights.GrantAsync(admin.Id, Right.Administrator, null, null, null, "Made for a test", CancellationToken.None));
            Visitor visitor = await app.SignedIn(admin, language: language);
            Page page = await visitor.Get(path);
            Page told = await visitor.Send(Sending(page, field, value));

            Assert.Equal(HttpStatusCode.BadRequest, told.Status);
            string error = told.TextOf($"[id='{field.Replace('.', '_')}-error']");
            Assert.Matches($"[{letters}]", error);
        }
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_city_is_told_at_once()
    {
        Visitor admin = await AdminAsync();
        Page page = await (await admin.Get("/office/city")).Form(MainForm).Submit(new { Colour = "#ffffff", Email = "not an address" });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(2, page.Errors.Count);
    }

    [Theory]
    [InlineData("Form.Languages", "xx", "목록에 있는 언어를 골라 주세요.")]
    [InlineData("Form.Version", "3", "‘숨은 값’ 칸에 쓴 내용을 알아볼 수 없습니다: 3")]
    public async Task What_no_page_offers_is_refused_without_the_words_of_programmers(string field, string value, string error)
    {
        Visitor admin = await AdminAsync();
        Page told = await admin.Send(Sending(await admin.Get("/office/city"), field, value));

        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.Equal([error], told.Errors);
    }

    [Fact]
    public async Task What_is_chosen_is_not_to_be_typed()
    {
        Page page = await (await (await AdminAsync()).Get("/office/rules/new")).Form(MainForm).Submit();

        Assert.Contains("맡을 업무를 골라 주세요.", page.Errors);
    }

    [Theory]
    [InlineData("Form.DutyId", "999999")]
    [InlineData("Form.CategoryId", "999999")]
    [InlineData("Form.DistrictId", "999999")]
    public async Task A_rule_names_only_what_there_is(string field, string id)
    {
        OfficeCity city = await OfficeCity.Make(app);
        Visitor admin = await app.SignedIn(city.Admin);
        Page told = await admin.Send(Sending(await admin.Get(city.PathOf("rule")), field, id));

        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.True(told.Has($"[id='{field.Replace('.', '_')}-error']"));
    }

    [Fact]
    public async Task A_rule_cannot_point_to_a_dissolved_department()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Visitor admin = await app.SignedIn(city.Admin);
        Page form = await admin.Get(city.PathOf("rule"));
        await form.Form("form[action$='/switch']").Submit();
        Page dissolved = await (await admin.Get(city.PathOf("department"))).Form("form[action$='/dissolve']").Submit();

        Page told = await form.Form("form[data-guard]").Submit();
        Page switched = await (await admin.Get(city.PathOf("rule"))).Form("form[action$='/switch']").Submit();

        Assert.Contains("부서를 없앴습니다", dissolved.Flash, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.Contains("없어진 부서", told.Text, StringComparison.Ordinal);
        Assert.Contains("부서가 없어졌습니다", switched.Flash, StringComparison.Ordinal);
        Assert.False(await app.Use((CityDb db) => db.RoutingRules.Where(r => r.Id == city.Rule.Id).Select(r => r.IsActive).SingleAsync()));
    }

    [Fact]
    public async Task A_department_that_a_rule_names_cannot_go()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Page page = await (await (await app.SignedIn(city.Admin)).Get(city.PathOf("department"))).Form("form[action$='/dissolve']").Submit();

        Assert.Contains("배정 규칙", page.Flash, StringComparison.Ordinal);
        Assert.Null(await app.Use((CityDb db) => db.Departments.Where(d => d.Id == city.Department.Id).Select(d => d.DissolvedAt).SingleAsync()));
    }

    [Fact]
    public async Task Things_of_another_department_or_category_are_not_found()
    {
        OfficeCity one = await OfficeCity.Make(app);
        OfficeCity other = await OfficeCity.Make(app);
        Visitor admin = await app.SignedIn(one.Admin);

        foreach (string path in (string[])
            [
                $"/office/departments/{one.Department.Id}/duties/{other.Duty.Id}",
                $"/office/departments/{one.Department.Id}/templates/{other.Template.Id}",
                $"/office/departments/{one.Department.Id}/templates/{other.Template.Id}/delete",
                $"/office/categories/{one.Category.Id}/questions/{other.Question.Id}",
                "/office/departments/999999", "/office/departments/999999/duties/new", "/office/departments/999999/templates/new",
                "/office/categories/999999", "/office/categories/999999/questions/new", "/office/districts/999999", "/office/rules/999999",
                "/office/rules/999999/delete", "/office/holidays/999999/delete", "/office/periods/999999/delete", "/office/people/999999",
                $"/office/people/{one.Admin.Id}/revoke/999999", "/office/people/999999/disable",
            ])
        {
            Assert.True((await admin.Get(path)).Status == HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task An_officer_of_another_department_is_not_taken()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Visitor admin = await app.SignedIn(city.Admin);
        Account citizen = await app.Citizen();
        Page told = await admin.Send(Sending(await admin.Get(city.PathOf("duty")), "Form.OfficerId", citizen.Id.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.Contains("이 부서의 공무원", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_stands_once()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Visitor admin = await app.SignedIn(city.Admin);
        (string Path, Dictionary<string, object?> Values)[] repeated =
        [
            ("/office/departments/new", new() { ["Form.Code"] = city.Department.Code, ["Form.Name.Ko"] = "또 있는 과" }),
            ("/office/categories/new", new() { ["Form.Code"] = city.Category.Code, ["Form.Name.Ko"] = "또 있는 분야", ["Form.Group.Ko"] = "공원" }),
            ("/office/districts/new", new() { ["Form.Code"] = city.District.Code, ["Form.Name.Ko"] = "또 있는 동", ["Form.Boundary"] = "37.4,126.8\n37.4,126.9\n37.5,126.9" }),
            ($"/office/categories/{city.Category.Id}/questions/new", new() { ["Form.Code"] = "height", ["Form.Label.Ko"] = "또 높이" }),
        ];
        foreach ((string path, Dictionary<string, object?> values) in repeated)
        {
            Page told = await (await admin.Get(path)).Form(MainForm).Submit(values);

            Assert.True(told.Status == HttpStatusCode.BadRequest, path);
            Assert.Contains("이미 쓰고 있는 코드", told.TextOf("#Form_Code-error"), StringComparison.Ordinal);
            Assert.All(values, v => Assert.Equal(((string)v.Value!).ReplaceLineEndings("\n"), told.Form(MainForm).Value(v.Key).ReplaceLineEndings("\n")));
        }
    }

    [Fact]
    public async Task A_second_period_of_a_kind_and_day_is_asked_about_and_none_begins_in_the_past()
    {
        Visitor admin = await AdminAsync();
        Dictionary<string, object?> period = new() { ["Form.Kind"] = PetitionKind.Suggestion, ["Form.Amount"] = 9, ["Form.EffectiveFrom"] = new DateOnly(2027, 3, 2), ["Form.Basis"] = "시행령 제15조" };
        await (await admin.Get("/office/periods")).Form(MainForm).Submit(period);
        Page told = await (await admin.Get("/office/periods")).Form(MainForm).Submit(period);
        period["Form.EffectiveFrom"] = new DateOnly(2026, 9, 17);
        Page past = await (await admin.Get("/office/periods")).Form(MainForm).Submit(period);

        Assert.Contains("같은 날 시작하는 기간(근무일 9일)", told.TextOf(".alert"), StringComparison.Ordinal);
        Assert.Equal(1, await app.Use((CityDb db) => db.PetitionPeriods.CountAsync(p => p.EffectiveFrom == new DateOnly(2027, 3, 2))));
        Assert.Equal(HttpStatusCode.BadRequest, past.Status);
        Assert.Equal("시행령 제15조", past.Form(MainForm).Value("Form.Basis"));
    }

    [Fact]
    public async Task A_language_that_is_taken_away_falls_back_to_Korean_even_for_who_reads_it()
    {
        Account admin = await app.Official(Right.Administrator);
        Visitor reader = await app.SignedIn(admin, language: "ja");
        Page page = await reader.Get("/office/city");
        Page saved = await page.Form().Submit(new Dictionary<string, object?> { ["Form.Languages"] = new[] { "en" } });

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal("ko", saved.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["ko", "en"], await app.Use((CityDb db) => db.Cities.Select(c => c.Languages).SingleAsync()) is { } languages ? languages.Split(',') : []);

        await (await reader.Get("/office/city")).Form().Submit(new Dictionary<string, object?> { ["Form.Languages"] = new[] { "en", "ja" } });
    }

    private static async Task TryLongAsync(Visitor admin, string path)
    {
        Page page = await admin.Get(path);
        List<string> fields = [.. Names(page)];
        Assert.NotEmpty(fields);
        foreach (string field in fields)
        {
            Page told = await page.Form(MainForm).Submit(new Dictionary<string, object?> { [field] = Long });

            Assert.True(told.Status == HttpStatusCode.BadRequest, $"{path} {field}: {told.Status}");
            // Whether lines make a boundary or options is asked once each field for itself is right.
            Assert.True(field is "Form.Boundary" || told.Has($"[id='{field.Replace('.', '_')}-error']"), $"{path} {field}: {string.Join(' ', told.Errors)}");
            Assert.Equal(Long, told.Form(MainForm).Value(field));
        }
    }

    /// <summary>The fields into which text can be typed.</summary>
    private static IEnumerable<string> Names(Page page) =>
        page.One(MainForm).QuerySelectorAll("input[name^='Form.'], textarea[name^='Form.']")
            .Where(f => f is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "tel" or "email" })
            .Select(f => f.GetAttribute("name") ?? "");

    /// <summary>The form with a value that the page does not offer.</summary>
    private static HttpRequestMessage Sending(Page page, string field, string value)
    {
        HttpRequestMessage request = page.Form(MainForm).Request();
        string body = request.Content!.ReadAsStringAsync().GetAwaiter().GetResult();
        List<KeyValuePair<string, string>> fields =
        [
            .. body.Split('&').Select(pair => pair.Split('='))
                .Select(pair => new KeyValuePair<string, string>(WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[1])))
                .Where(pair => pair.Key != field),
            new(field, value),
        ];
        request.Content = new FormUrlEncodedContent(fields);
        return request;
    }

    private async Task<Visitor> AdminAsync() => await app.SignedIn(await app.Official(Right.Administrator));
}
