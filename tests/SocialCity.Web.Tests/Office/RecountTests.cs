using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Time;
using SocialCity.Web.Tests.Desk;

namespace SocialCity.Web.Tests.Office;

/// <summary>Open due dates follow the calendar; the office says how many moved, and whoever waits is told.</summary>
public sealed class RecountTests(App app) : IClassFixture<App>
{
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
    private static readonly DateTime Friday = new(2026, 9, 18, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_holiday_that_is_added_or_deleted_moves_the_open_due_dates_and_says_how_many()
    {
        app.Clock.Set(Friday);
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor admin = await app.SignedIn(await app.Official(Right.Administrator));
        DateOnly before = await DueAsync(city, number);
        int open = await app.Use((CityDb db) => db.Complaints.CountAsync(c => c.IsOpen && c.DueAt != null));

        Page added = await (await admin.Get("/office/holidays")).Form("form:has([name='Form.Name'])")
            .Submit(new Dictionary<string, object?> { ["Form.Date"] = new DateOnly(2026, 9, 28), ["Form.Name"] = "임시공휴일" });
        DateOnly between = await DueAsync(city, number);
        List<string> told = await ToldAsync(city);
        Page deleted = await (await (await admin.Get("/office/holidays?year=2026")).Click("임시공휴일 지우기")).Form().Submit();

        Assert.Equal(new DateOnly(2026, 9, 30), before);
        Assert.Equal(new DateOnly(2026, 10, 1), between);
        Assert.Contains($"민원 {open}건의 답변 기한을 다시 계산", added.Flash, StringComparison.Ordinal);
        Assert.Contains(number, Assert.Single(told), StringComparison.Ordinal);
        Assert.Contains($"민원 {open}건의 답변 기한을 다시 계산", deleted.Flash, StringComparison.Ordinal);
        Assert.Equal(before, await DueAsync(city, number));
        Assert.Equal(2, await app.Use((CityDb db) => db.ComplaintEvents.CountAsync(
            e => e.Act == ComplaintAct.Recount && db.Complaints.Any(c => c.Id == e.ComplaintId && c.Number == number))));
        string shown = Assert.Single((await app.Visitor().Get($"/complaints/{number}")).TextsOf(".timeline h3"), t => t.Contains("다시 계산", StringComparison.Ordinal));
        Assert.Contains("9월 30일", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_in_force_from_today_counts_what_came_in_today_and_leaves_yesterday_alone()
    {
        app.Clock.Set(Friday);
        DeskCity city = await DeskCity.Make(app);
        string yesterday = await city.File();
        app.Clock.Advance(TimeSpan.FromDays(3));
        string today = await city.File();
        (DateOnly first, DateOnly second) = (await DueAsync(city, yesterday), await DueAsync(city, today));
        DateOnly day = Seoul.DayOf(app.Clock.UtcNow);
        Visitor admin = await app.SignedIn(await app.Official(Right.Administrator));

        Page asked = await (await admin.Get("/office/periods")).Form("form:has([name='Form.Amount'])").Submit(new Dictionary<string, object?>
        {
            ["Form.Kind"] = PetitionKind.Other,
            ["Form.Amount"] = 10,
            ["Form.EffectiveFrom"] = day,
            ["Form.Basis"] = "조례 제3조",
        });
        Page added = await asked.Form("form:has([name='Form.Amount'])").Submit();

        Assert.Contains("민원 1건의 답변 기한을 다시 계산", added.Flash, StringComparison.Ordinal);
        Assert.Equal(first, await DueAsync(city, yesterday));
        Assert.True(await DueAsync(city, today) > second);
        Assert.Equal(new StatutoryPeriod(10, PeriodUnit.Days), (await city.Read(today)).Period);
    }

    [Fact]
    public async Task Other_office_hours_say_whether_a_due_date_moved()
    {
        Visitor admin = await app.SignedIn(await app.Official(Right.Administrator));
        Page saved = await (await admin.Get("/office/city")).Form().Submit(new Dictionary<string, object?> { ["Form.OfficeOpens"] = new TimeOnly(8, 30) });

        Assert.Contains("답변 기한", saved.Flash, StringComparison.Ordinal);
    }

    private static async Task<DateOnly> DueAsync(DeskCity city, string number) =>
        Seoul.DayOf((await city.Read(number)).DueAt ?? throw new InvalidOperationException("No due date."));

    private Task<List<string>> ToldAsync(DeskCity city) => app.Use((CityDb db) =>
        db.Notices.Where(n => n.Kind == NoticeKind.ComplaintDueMoved && n.AccountId == city.Citizen.Id).Select(n => n.Data).ToListAsync());
}
