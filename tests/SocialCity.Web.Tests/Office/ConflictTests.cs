using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Web.Tests.Office;

public sealed class ConflictTests(App app) : IClassFixture<App>
{
    /// <summary>Each form that changes something, with a field to change.</summary>
    public static TheoryData<string, string> Forms { get; } = new()
    {
        { "department", "Form.Name.Ko" },
        { "duty", "Form.Name.Ko" },
        { "template", "Form.Title" },
        { "category", "Form.Name.Ko" },
        { "question", "Form.Label.Ko" },
        { "district", "Form.Name.Ko" },
        { "rule", "Form.Name" },
        { "city", "Form.Name.Ko" },
    };

    [Fact]
    public async Task A_form_that_makes_something_makes_it_once_however_often_it_is_sent()
    {
        await using App own = new();
        OfficeCity city = await OfficeCity.Make(own);
        Visitor admin = await own.SignedIn(city.Admin);
        PageForm duty = (await admin.Get($"/office/departments/{city.Duty.DepartmentId}/duties/new")).Form("form[data-guard]");
        PageForm department = (await admin.Get("/office/departments/new")).Form("form[data-guard]");
        Dictionary<string, object?> named = new() { ["Form.Name.Ko"] = "두 번 보낸 것" };
        Dictionary<string, object?> coded = new(named) { ["Form.Code"] = "twice" };

        HttpResponseMessage[] duties = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => admin.Http.SendAsync(duty.Request(named))));
        HttpResponseMessage[] departments = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => admin.Http.SendAsync(department.Request(coded))));
        await duty.Submit(new Dictionary<string, object?> { ["Form.Name.Ko"] = "되돌아가 새로 쓴 것" });

        PageForm template = (await admin.Get($"/office/departments/{city.Duty.DepartmentId}/templates/new")).Form("form[data-guard]");
        Dictionary<string, object?> worded = new() { ["Form.Title"] = "지운 뒤 다시", ["Form.Text"] = "안녕하십니까." };
        await template.Submit(worded);
        await own.Use((CityDb db) => db.Set<AnswerTemplate>().Where(t => t.Title == "지운 뒤 다시").ExecuteDeleteAsync());
        await template.Submit(worded);
        Assert.Equal(1, await own.Use((CityDb db) => db.Set<AnswerTemplate>().CountAsync(t => t.Title == "지운 뒤 다시")));

        foreach (HttpResponseMessage[] answers in (HttpResponseMessage[][])[duties, departments])
        {
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
            Assert.Single(answers.Select(a => a.Headers.Location).Distinct());
        }

        await own.Use(async (CityDb db) =>
        {
            Assert.Equal(1, await db.Departments.CountAsync(d => d.Code == "twice"));
            Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Action == "department.added"));
            List<string> names = [.. (await db.Duties.Where(d => d.DepartmentId == city.Duty.DepartmentId).ToListAsync()).Select(d => d.Name.Ko)];
            Assert.Single(names, "두 번 보낸 것");
            Assert.Single(names, "되돌아가 새로 쓴 것");
        });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Of_two_who_edit_at_once_the_second_sees_both_texts_and_can_still_save(string form, string field)
    {
        OfficeCity city = await OfficeCity.Make(app);
        string path = city.PathOf(form);
        Page first = await (await app.SignedIn(city.Admin)).Get(path);
        Page second = await (await app.SignedIn(city.Admin)).Get(path);

        Page saved = await first.Form("form[data-guard]").Submit(new Dictionary<string, object?> { [field] = "먼저 쓴 이름" });
        Page conflict = await second.Form("form[data-guard]").Submit(new Dictionary<string, object?> { [field] = "나중에 쓴 이름" });

        Assert.Contains("저장했습니다", saved.Flash, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("먼저 쓴 이름", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("나중에 쓴 이름", conflict.Form("form[data-guard]").Value(field));
        Assert.Equal("먼저 쓴 이름", (await (await app.SignedIn(city.Admin)).Get(path)).Form("form[data-guard]").Value(field));

        Page again = await conflict.Form("form[data-guard]").Submit();
        Assert.Contains("저장했습니다", again.Flash, StringComparison.Ordinal);
        Assert.Equal("나중에 쓴 이름", (await (await app.SignedIn(city.Admin)).Get(path)).Form("form[data-guard]").Value(field));
    }

    [Theory]
    [InlineData("category", "Form.Kind", "Grievance", "고충")]
    [InlineData("question", "Form.IsRequired", "true", "예")]
    public async Task What_was_chosen_meanwhile_is_told_in_words(string form, string field, string value, string words)
    {
        OfficeCity city = await OfficeCity.Make(app);
        Page first = await (await app.SignedIn(city.Admin)).Get(city.PathOf(form));
        Page second = await (await app.SignedIn(city.Admin)).Get(city.PathOf(form));
        await first.Form("form[data-guard]").Submit(new Dictionary<string, object?> { [field] = value });

        Page conflict = await second.Form("form[data-guard]").Submit();

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        string row = Assert.Single(conflict.TextsOf("[aria-label='다른 점'] tbody tr"));
        Assert.Contains(words, row, StringComparison.Ordinal);
        Assert.DoesNotContain(value, row, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_form_that_changes_something_is_tried() =>
        Assert.Equal(OfficeCity.Forms.Order(), Forms.Select(row => (string)row[0]).Order());

    [Theory]
    [InlineData("category")]
    [InlineData("question")]
    [InlineData("district")]
    [InlineData("rule")]
    [InlineData("duty")]
    public async Task A_switch_pressed_twice_stands_as_after_one_press(string form)
    {
        OfficeCity city = await OfficeCity.Make(app);
        if (form == "duty")
        {
            await app.Use((CityDb db) => db.RoutingRules.Where(r => r.Id == city.Rule.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.IsActive, false)));
        }

        Visitor admin = await app.SignedIn(city.Admin);
        Page page = await admin.Get(city.PathOf(form));
        await admin.Send(page.Form("form[action$='/switch']").Request());
        await admin.Send(page.Form("form[action$='/switch']").Request());

        Assert.Equal("true", (await admin.Get(city.PathOf(form))).Form("form[action$='/switch']").Value("on"));
    }

    [Fact]
    public async Task A_question_moves_by_one_place()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Page page = await (await app.SignedIn(city.Admin)).Get(city.PathOf("category"));
        await page.Form($"form[action$='/questions/{city.Question.Id}/move']").Submit(button: "높이 아래로 옮기기");

        Assert.Equal(["kind", "height"], await app.Use((CityDb db) =>
            db.Set<CategoryQuestion>().Where(q => q.CategoryId == city.Category.Id).OrderBy(q => q.Order).Select(q => q.Code).ToListAsync()));
    }
}
