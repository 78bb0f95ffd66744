using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Web.Shared;
using SocialCity.Web.Tests.Complaints;

namespace SocialCity.Web.Tests.Desk;

public sealed class DeskTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_desk_shows_what_is_mine_and_my_departments()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();

        Page mine = await (await app.SignedIn(city.Officer)).Get("/desk");
        Page departments = await (await app.SignedIn(city.Manager)).Get("/desk?pile=department");
        Page others = await (await app.SignedIn(city.Gardener)).Get("/desk?pile=department");

        Assert.Contains(number, mine.Text, StringComparison.Ordinal);
        Assert.Contains("박도로", departments.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, others.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_moved_to_another_department_sees_nothing_more_of_what_lay_on_their_desk()
    {
        await using App own = new();
        DeskCity city = await DeskCity.Make(own);
        string number = await city.File(isPrivate: true, title: "비밀 사정");
        await own.Use((CityDb db) => db.RightGrants.Where(g => g.AccountId == city.Officer.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.RevokedAt, own.Clock.UtcNow)));
        Assert.Null(await own.Use<RightsChanging, RightsRefusal?>(rights =>
            rights.GrantAsync(city.Officer.Id, Right.Official, city.Parks.Id, null, null, "Made for a test", CancellationToken.None)));
        Visitor officer = await own.SignedIn(city.Officer);

        foreach (DeskPile pile in Enum.GetValues<DeskPile>())
        {
            Page page = await officer.Get($"/desk?pile={pile}");
            Assert.DoesNotContain(number, page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("비밀 사정", page.Body, StringComparison.Ordinal);
        }

        Assert.Equal("0", (await officer.Get("/desk")).TextOf(".tabs a[aria-current] .count"));
        Assert.Equal("/desk", (await officer.Get($"/desk/next?after={number}")).Address);
        await own.Use((CityDb db) => db.Complaints.Where(c => c.Number == number).ExecuteUpdateAsync(set => set.SetProperty(c => c.IsListed, true)));
        Assert.Equal("/desk", (await officer.Get($"/desk/next?after={number}")).Address);
    }

    [Fact]
    public async Task What_waits_for_a_reply_shows_until_when_and_that_the_day_has_passed()
    {
        await using App own = new();
        DeskCity city = await DeskCity.Make(own);
        string number = await city.File();
        Visitor officer = await own.SignedIn(city.Officer);
        await (await officer.Get($"/complaints/{number}/questions")).Form().Submit(new { Text = "어느 쪽인가요?", ReplyBy = "2026-09-22" });

        Page page = await officer.Get("/desk?pile=waiting");
        Assert.Contains("신청인이 답할 날 2026년 9월 22일 (화)", page.TextOf(".row-side"), StringComparison.Ordinal);
        Assert.DoesNotContain("답할 날 지남", page.Text, StringComparison.Ordinal);

        own.Clock.Advance(TimeSpan.FromDays(5));
        page = await (await own.SignedIn(city.Officer)).Get("/desk?pile=waiting");
        Assert.Contains("답할 날 지남", page.TextOf(".row-badges"), StringComparison.Ordinal);
        Assert.Equal(ComplaintState.Waiting, (await city.Read(number)).State);
    }

    [Fact]
    public async Task The_most_urgent_comes_first_and_the_counts_agree()
    {
        await using App own = new();
        DeskCity city = await DeskCity.Make(own);
        string first = await city.File(title: "먼저");
        own.Clock.Advance(TimeSpan.FromDays(3));
        string second = await city.File(title: "나중");
        Visitor officer = await own.SignedIn(city.Officer);

        Page page = await officer.Get("/desk");
        Assert.Equal(["먼저", "나중"], page.TextsOf(".row-title"));
        Assert.Equal("2", page.TextOf(".tabs a[aria-current] .count"));
        Assert.Equal($"/complaints/{second}", (await officer.Get($"/desk/next?after={first}")).Address);
        Assert.Equal("/desk", (await officer.Get($"/desk/next?after={second}")).Address);

        own.Clock.Advance(TimeSpan.FromDays(30));
        officer = await own.SignedIn(city.Officer);
        page = await officer.Get("/desk?pile=overdue");
        Assert.Equal(2, page.TextsOf(".row-title").Count);
        Assert.Contains("크게 늦음", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mine")]
    [InlineData("department")]
    [InlineData("today")]
    [InlineData("overdue")]
    [InlineData("manager")]
    [InlineData("waiting")]
    [InlineData("answered")]
    public async Task An_empty_pile_says_what_is_good_about_it(string pile)
    {
        DeskCity city = await DeskCity.Make(app);

        Assert.True((await (await app.SignedIn(city.Officer)).Get($"/desk?pile={pile}")).Has(".empty"));
    }

    [Fact]
    public async Task What_is_very_late_lies_with_the_manager_too()
    {
        await using App own = new();
        DeskCity city = await DeskCity.Make(own);
        await city.File(title: "아주 늦은 민원");
        Assert.True((await (await own.SignedIn(city.Manager)).Get("/desk?pile=manager")).Has(".empty"));

        own.Clock.Advance(TimeSpan.FromDays(60));
        Page page = await (await own.SignedIn(city.Manager)).Get("/desk?pile=manager");

        Assert.Equal(["아주 늦은 민원"], page.TextsOf(".row-title"));
        Assert.Equal("1", page.TextOf(".tabs a[aria-current] .count"));
    }

    [Fact]
    public async Task Who_works_here_finds_the_places_of_work_in_the_main_menu_by_one_name()
    {
        DeskCity city = await DeskCity.Make(app);
        Page official = await (await app.SignedIn(city.Officer)).Get("/desk");
        Page admin = await (await app.SignedIn(await app.Official(Right.Administrator))).Get("/");
        Page citizen = await (await app.SignedIn(city.Citizen)).Get("/");

        Assert.Equal(["신문고", "도시 블로그", "내 책상", "창구"], official.TextsOf(".main-menu-list a"));
        Assert.Equal("내 책상", official.Heading);
        Assert.Contains("내 책상", official.TextsOf(".menu-panel a"));
        Assert.Contains("관리", admin.TextsOf(".main-menu-list a"));
        Assert.Equal(["신문고", "도시 블로그"], citizen.TextsOf(".main-menu-list a"));
    }

    [Fact]
    public async Task A_manager_narrows_a_pile_to_one_officer()
    {
        DeskCity city = await DeskCity.Make(app);
        await city.File();
        Visitor manager = await app.SignedIn(city.Manager);

        Assert.True((await manager.Get(FormattableString.Invariant($"/desk?pile=department&officer={city.Manager.Id}"))).Has(".empty"));
        Assert.Single((await manager.Get(FormattableString.Invariant($"/desk?pile=department&officer={city.Officer.Id}"))).TextsOf(".row-title"));
    }

    [Fact]
    public async Task A_pile_is_narrowed_by_words_category_and_dong_which_stand_in_the_address()
    {
        await using App own = new();
        DeskCity city = await DeskCity.Make(own);
        string hidden = await city.File(isPrivate: true, title: "비공개 Pothole 이야기");
        await city.File(title: "가로등이 꺼졌어요");
        (long district, long other) = await own.Use(async (CityDb db) =>
        {
            District dong = new("d1", new LocalText("누리1동"), Boundary.Parse("37.4,126.8 37.4,126.9 37.5,126.9 37.5,126.8"), 1);
            ComplaintCategory lamps = new("lamps", new LocalText("가로등"), new LocalText(""), "lamp", PetitionKind.Other, 2);
            db.AddRange(dong, lamps);
            await db.SaveChangesAsync();
            await db.Complaints.Where(c => c.Number == hidden).ExecuteUpdateAsync(set => set.SetProperty(c => c.DistrictId, dong.Id));
            await db.Complaints.Where(c => c.Number != hidden).ExecuteUpdateAsync(set => set.SetProperty(c => c.CategoryId, lamps.Id));
            return (dong.Id, lamps.Id);
        });
        Visitor officer = await own.SignedIn(city.Officer);

        Assert.Equal(["비공개 Pothole 이야기"], (await officer.Get("/desk?q=pothole")).TextsOf(".row-title"));
        Assert.Equal(["비공개 Pothole 이야기"], (await officer.Get($"/desk?pile=department&q={hidden}")).TextsOf(".row-title"));
        Assert.Equal(2, (await officer.Get("/desk?q=" + Uri.EscapeDataString("보도블록이"))).TextsOf(".row-title").Count);
        Assert.Equal(["비공개 Pothole 이야기"], (await officer.Get($"/desk?dong={district}")).TextsOf(".row-title"));
        Page page = await officer.Get($"/desk?category={other}&q=100%25");
        Assert.True(page.Has(".empty"));
        Assert.Equal($"/desk?pile=department&q=100%25&category={other}", page.Document.QuerySelectorAll(".tabs a")[1].GetAttribute("href"));
        page = await page.Form("form.filters").Submit(new { q = "" });
        Assert.Equal(["가로등이 꺼졌어요"], page.TextsOf(".row-title"));
        Assert.True((await (await own.SignedIn(city.Gardener)).Get("/desk?pile=department&q=pothole")).Has(".empty"));
    }

    [Fact]
    public async Task What_was_finished_is_found_by_its_words_too()
    {
        await using App own = new();
        DeskCity city = await DeskCity.Make(own);
        string number = await city.File(title: "마친 것");
        await city.File(title: "아직인 것");
        await own.Use((CityDb db) => db.Complaints.Where(c => c.Number == number).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.State, ComplaintState.Answered).SetProperty(c => c.IsOpen, false)));

        Assert.Equal(["마친 것"], (await (await own.SignedIn(city.Officer)).Get("/desk?pile=answered&q=" + Uri.EscapeDataString("것"))).TextsOf(".row-title"));
    }

    [Fact]
    public async Task What_several_departments_answered_lies_in_one_order()
    {
        await using App own = new();
        DeskCity city = await DeskCity.Make(own);
        Assert.Null(await own.Use<RightsChanging, RightsRefusal?>(rights =>
            rights.GrantAsync(city.Officer.Id, Right.Official, city.Parks.Id, null, null, "Made for a test", CancellationToken.None)));
        List<string> titles = [];
        for (int i = 0; i < 35; i++)
        {
            string title = FormattableString.Invariant($"{i}번째");
            titles.Insert(0, title);
            string number = await city.File(title: title);
            own.Clock.Advance(TimeSpan.FromMinutes(1));
            await own.Use((CityDb db) => db.Complaints.Where(c => c.Number == number).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.DepartmentId, i % 3 == 0 ? city.Parks.Id : city.Roads.Id)
                .SetProperty(c => c.State, ComplaintState.Answered)
                .SetProperty(c => c.IsOpen, false)
                .SetProperty(c => c.ChangedAt, own.Clock.UtcNow)));
        }

        Visitor officer = await own.SignedIn(city.Officer);
        Page first = await officer.Get("/desk?pile=answered");
        Page second = await officer.Get(first.One("a[rel=next]").GetAttribute("href") ?? "");
        Page back = await officer.Get(second.One("a[rel=prev]").GetAttribute("href") ?? "");

        Assert.Equal(titles, [.. first.TextsOf(".row-title"), .. second.TextsOf(".row-title")]);
        Assert.Equal(first.TextsOf(".row-title"), back.TextsOf(".row-title"));
    }

    [Fact]
    public async Task Each_pile_takes_six_commands_at_most()
    {
        SqlCounter sql = new();
        await using App own = new();
        own.With(services => services.AddSingleton<IDbContextOptionsConfiguration<CityDb>>(sql));
        DeskCity city = await DeskCity.Make(own);
        await city.File();
        Visitor manager = await own.SignedIn(city.Manager);

        foreach (DeskPile pile in Enum.GetValues<DeskPile>())
        {
            string address = FormattableString.Invariant($"/desk?pile={pile}&officer={city.Officer.Id}&q=1&category=1&dong=1");
            int sent = await sql.CountAsync(async () => Assert.Equal(HttpStatusCode.OK, (await manager.Get(address)).Status));
            Assert.True(sent is > 0 and <= 6, $"{address} sent {sent} commands.");
        }
    }

    [Fact]
    public async Task Notices_are_read_in_the_language_of_the_reader()
    {
        DeskCity city = await DeskCity.Make(app);
        Account reader = await app.Citizen("Jane", language: "en");
        string number = await city.File(by: Petitioner.Of(reader));
        Visitor citizen = await app.SignedIn(reader, language: "en");

        Page page = await citizen.Get("/account/notices");
        Assert.Contains($"We received your complaint ({number})", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.TextsOf(".row-text"), text => text.StartsWith("Title:", StringComparison.Ordinal));
        int unread = page.TextsOf(".row.unread").Count;
        Assert.True(unread > 0);
        Assert.StartsWith(unread.ToString(CultureInfo.InvariantCulture), page.TextOf(".header-tools .count"), StringComparison.Ordinal);

        page = await page.Form(".row.unread:first-child form").Submit();
        Assert.Equal($"/complaints/{number}", page.Address);
        page = await citizen.Get("/account/notices");
        Assert.Equal(unread - 1, page.TextsOf(".row.unread").Count);

        page = await page.Form("form[action$='/account/notices/readings']").Submit();
        Assert.False(page.Has(".row.unread"));
        Assert.False(page.Has(".header-tools .count"));
    }

    [Fact]
    public async Task A_notice_names_the_department_in_the_language_in_which_it_is_read()
    {
        DeskCity city = await DeskCity.Make(app);
        await app.Use((CityDb db) => db.Departments.Where(d => d.Id == city.Roads.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Name.En, "Roads").SetProperty(d => d.Name.Ja, "道路課")));
        await city.File();

        Visitor citizen = await app.SignedIn(city.Citizen);

        foreach ((string language, string name) in (IEnumerable<(string, string)>)[("ko", "도로과"), ("en", "Roads"), ("ja", "道路課")])
        {
            Assert.Contains(name, (await citizen.Get($"/account/notices?{Languages.Query}={language}")).TextOf("main"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_reads_somebody_elses_notices()
    {
        DeskCity city = await DeskCity.Make(app);
        await city.File();
        long id = await app.Use((CityDb db) => db.Notices.Where(n => n.AccountId == city.Citizen.Id).Select(n => n.Id).FirstAsync());
        Visitor officer = await app.SignedIn(city.Officer);
        Page page = await officer.Get("/account/notices");
        HttpRequestMessage request = page.Form(".row.unread:first-child form").Request();
        request.RequestUri = new Uri(FormattableString.Invariant($"/account/notices/{id}/readings"), UriKind.Relative);

        Assert.Equal(HttpStatusCode.NotFound, (await officer.Send(request)).Status);
    }
}
