using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Web.Tests.Office;

/// <summary>What cannot be taken back asks first, as a page of its own that needs no script.</summary>
public sealed class AskingTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_holiday_goes_only_after_a_yes()
    {
        Holiday holiday = Holiday.Enter(new DateOnly(2031, 4, 1), "시의 날", HolidayKind.Temporary);
        await AddAsync(holiday);
        Visitor admin = await AdminAsync();
        Page list = await admin.Get("/office/holidays?year=2031");

        Page question = await list.Click("시의 날 지우기");
        Assert.Contains("지울까요?", question.Heading, StringComparison.Ordinal);
        Assert.True(await app.Use((CityDb db) => db.Set<Holiday>().AnyAsync(h => h.Id == holiday.Id)));

        Page no = await question.Click("그대로 두기");
        Assert.Equal("/office/holidays?year=2031", no.Address);

        Page yes = await question.Form().Submit();
        Assert.Contains("공휴일을 지웠습니다", yes.Flash, StringComparison.Ordinal);
        Assert.False(await app.Use((CityDb db) => db.Set<Holiday>().AnyAsync(h => h.Id == holiday.Id)));
        Assert.True(await app.Use((CityDb db) => db.AuditEntries.AnyAsync(e => e.Action == "holiday.deleted" && e.Subject == "holiday:2031-04-01")));
    }

    [Fact]
    public async Task A_coming_period_goes_only_after_a_yes_and_one_that_began_stays()
    {
        PetitionPeriod coming = new(PetitionKind.Grievance, new StatutoryPeriod(8, PeriodUnit.Days), new DateOnly(2028, 1, 1), "시행령");
        await AddAsync(coming);
        long began = await app.Use((CityDb db) => db.PetitionPeriods.Where(p => p.Id != coming.Id).Select(p => p.Id).FirstAsync());
        Visitor admin = await AdminAsync();

        Page question = await (await admin.Get("/office/periods")).Click("지우기: 고충");
        Page yes = await question.Form().Submit();
        Page told = await admin.Get($"/office/periods/{began}/delete");

        // It begins while the question is open.
        PetitionPeriod next = new(PetitionKind.Grievance, new StatutoryPeriod(9, PeriodUnit.Days), new DateOnly(2028, 1, 1), "시행령");
        await AddAsync(next);
        Page open = await admin.Get($"/office/periods/{next.Id}/delete");
        await app.Use((CityDb db) => db.PetitionPeriods.Where(p => p.Id == next.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.EffectiveFrom, new DateOnly(2023, 1, 1))));
        Page refused = await open.Form().Submit();

        Assert.Contains("예정된 기간을 지웠습니다", yes.Flash, StringComparison.Ordinal);
        Assert.Equal("/office/periods", told.Address);
        Assert.Contains("이미 시작한 기간", told.Flash, StringComparison.Ordinal);
        Assert.Contains("이미 시작한 기간", refused.Flash, StringComparison.Ordinal);
        Assert.Equal(2, await app.Use((CityDb db) => db.PetitionPeriods.CountAsync(p => p.Id == began || p.Id == next.Id)));
    }

    [Fact]
    public async Task A_rule_goes_only_when_it_is_off_and_after_a_yes()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Visitor admin = await app.SignedIn(city.Admin);
        Page told = await admin.Get(city.PathOf("rule") + "/delete");
        Page off = await (await admin.Get(city.PathOf("rule"))).Form("form[action$='/switch']").Submit();
        Page question = await off.Click("규칙 지우기");
        // Somebody switches it on again while the question is open.
        await (await admin.Get(city.PathOf("rule"))).Form("form[action$='/switch']").Submit();
        Page refused = await question.Form().Submit();
        await refused.Form("form[action$='/switch']").Submit();
        Page yes = await question.Form().Submit();

        Assert.Equal(city.PathOf("rule"), told.Address);
        Assert.Contains("먼저 꺼 주세요", told.Flash, StringComparison.Ordinal);
        Assert.Contains("먼저 꺼 주세요", refused.Flash, StringComparison.Ordinal);
        Assert.Contains("규칙을 지웠습니다", yes.Flash, StringComparison.Ordinal);
        Assert.False(await app.Use((CityDb db) => db.RoutingRules.AnyAsync(r => r.Id == city.Rule.Id)));
    }

    [Fact]
    public async Task A_template_is_made_used_and_deleted_after_a_yes()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Visitor admin = await app.SignedIn(city.Admin);
        Page made = await (await (await admin.Get(city.PathOf("department"))).Click("답변 서식 더하기")).Form()
            .Submit(new { Title = "벌집", Text = "벌집을 떼어 냈습니다." });
        Page question = await (await made.Click("벌집")).Click("서식 지우기");
        Page yes = await question.Form().Submit();

        Assert.Contains("답변 서식을 더했습니다", made.Flash, StringComparison.Ordinal);
        Assert.Contains("답변 서식을 지웠습니다", yes.Flash, StringComparison.Ordinal);
        Assert.Equal(["나뭇가지"], await app.Use((CityDb db) => db.AnswerTemplates.Where(t => t.DepartmentId == city.Department.Id).Select(t => t.Title).ToListAsync()));
        Assert.Contains("벌집", await app.Use((CityDb db) => db.AuditEntries.Where(e => e.Action == "template.deleted").Select(e => e.Details).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_a_right_asks_for_a_reason_and_keeps_what_was_typed()
    {
        Account editor = await app.Official(Right.Editor);
        Visitor admin = await AdminAsync();
        Page person = await admin.Get($"/office/people/{editor.Id}");
        Page question = await person.Click("거두기: 블로그 편집자");
        string tooLong = new('가', RightGrant.ReasonLength + 1);

        Page empty = await question.Form().Submit(new { Reason = "" });
        Page overlong = await question.Form().Submit(new { Reason = tooLong });
        Page taken = await question.Form().Submit(new { Reason = "자리를 옮겼습니다." });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (empty.Status, overlong.Status));
        Assert.Equal(tooLong, overlong.Form().Value("Form.Reason"));
        Assert.Contains("권한을 거두었습니다", taken.Flash, StringComparison.Ordinal);
        Assert.Equal("자리를 옮겼습니다.", await app.Use((CityDb db) => db.RightGrants.Where(g => g.AccountId == editor.Id).Select(g => g.RevokeReason).SingleAsync()));
    }

    [Fact]
    public async Task Disabling_a_person_asks_for_a_reason_and_can_be_undone()
    {
        Account citizen = await app.Citizen();
        Visitor admin = await AdminAsync();
        Page question = await (await admin.Get($"/office/people/{citizen.Id}")).Click("계정 막기");
        Page empty = await question.Form().Submit();
        Page disabled = await question.Form().Submit(new { Reason = "광고를 되풀이했습니다." });

        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("광고를 되풀이했습니다.", disabled.Text, StringComparison.Ordinal);

        Page enabled = await disabled.Form("form[action$='/enable']").Submit();
        // Why it was disabled stays to be read.
        Assert.Contains("광고를 되풀이했습니다.", enabled.Text, StringComparison.Ordinal);
        Assert.Contains("다시 쓸 수 있게", enabled.Flash, StringComparison.Ordinal);
    }

    private Task AddAsync(object thing) => app.Use(async (CityDb db) =>
    {
        db.Add(thing);
        await db.SaveChangesAsync();
    });

    private async Task<Visitor> AdminAsync() => await app.SignedIn(await app.Official(Right.Administrator));
}

/// <summary>In a city of its own: here the only administrator is the last one.</summary>
public sealed class LastAdministratorTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_last_administrator_stays()
    {
        Account admin = await app.Official(Right.Administrator);
        Visitor visitor = await app.SignedIn(admin);
        Page question = await (await visitor.Get($"/office/people/{admin.Id}")).Click("거두기: 시스템 관리자");
        Page refused = await question.Form().Submit(new { Reason = "쉬고 싶습니다." });
        Page self = await (await visitor.Get($"/office/people/{admin.Id}/disable")).Form().Submit(new { Reason = "쉬고 싶습니다." });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (refused.Status, self.Status));
        Assert.Contains("마지막 시스템 관리자", refused.TextOf("#Form_Reason-error"), StringComparison.Ordinal);
        Assert.Equal("쉬고 싶습니다.", refused.Form().Value("Form.Reason"));
        Assert.Contains("자기 계정은 막을 수 없습니다", self.TextOf("#Form_Reason-error"), StringComparison.Ordinal);
    }
}
