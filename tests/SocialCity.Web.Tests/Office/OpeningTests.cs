using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Time;
using SocialCity.Web.Tests.Complaints;

namespace SocialCity.Web.Tests.Office;

/// <summary>What the office says to those who set up a new city.</summary>
public sealed class OpeningTests
{
    [Fact]
    public async Task A_new_city_reads_what_is_left_and_where_it_is_done()
    {
        await using App app = new();
        Visitor admin = await app.SignedIn(await app.Official(Right.Administrator));

        Page page = await admin.Get("/office");

        Assert.Equal("9가지 가운데 1가지를 마쳤습니다.", page.TextOf("section:has(#opening) .section-head p"));
        Assert.Equal(
            ["도시 이름", "연락처", "동네", "부서", "접수 담당 부서", "접수 담당 부서의 공무원", "민원 분야", "업무 담당자"],
            page.TextsOf("section:has(#opening) h3"));
        // The holidays are laid down with the database.
        Assert.Equal(["공휴일"], page.TextsOf("section:has(#opening) .badge"));
        foreach (string address in page.Document.QuerySelectorAll("section:has(#opening) a").Select(a => a.GetAttribute("href") ?? ""))
        {
            Assert.Equal(HttpStatusCode.OK, (await admin.Get(address)).Status);
        }
    }

    [Fact]
    public async Task The_list_grows_shorter_with_each_step_and_is_gone_when_all_are_taken()
    {
        await using App app = new();
        Visitor admin = await app.SignedIn(await app.Official(Right.Administrator));
        await LeftAsync(8);

        await ChangeAsync(db => db.Cities.Single().Rename(new LocalText("누리시"), new LocalText("")));
        await LeftAsync(7);
        await ChangeAsync(db => db.Cities.Single().Reach(new LocalText(""), "02-120", "", ""));
        await LeftAsync(6);
        await ChangeAsync(db => db.Add(new District("d1", new LocalText("누리1동"), Boundary.Parse("37.4,126.8 37.4,126.9 37.5,126.9"), 1)));
        await LeftAsync(5);
        Department civil = await app.Department("civil", "민원과");
        await LeftAsync(4);
        await app.Sort(civil);
        await LeftAsync(3);
        Account official = await app.Official(Right.Official, civil.Id);
        await LeftAsync(2);
        await ChangeAsync(db => db.Add(new ComplaintCategory("lamps", new LocalText("가로등"), new LocalText(""), "light", PetitionKind.Other, 1)));
        await LeftAsync(1);
        await ChangeAsync(db => db.Add(new Duty(civil.Id, new LocalText("접수"), "02-120", official.Id)));
        await LeftAsync(0);
        await app.Use((CityDb db) => db.Set<Holiday>().Where(h => h.Date >= new DateOnly(2027, 1, 1) && h.Date < new DateOnly(2028, 1, 1)).ExecuteDeleteAsync());
        await LeftAsync(1);

        async Task LeftAsync(int count)
        {
            Page page = await admin.Get("/office");
            Assert.Equal(count, page.TextsOf("section:has(#opening) h3").Count);
            Assert.Equal(count > 0, page.Has("#opening"));
        }

        Task ChangeAsync(Action<CityDb> change) => app.Use(async (CityDb db) =>
        {
            change(db);
            await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Complaints_from_before_are_told_of_and_go_to_the_department_that_sorts_once_there_is_one()
    {
        await using App app = new();
        OfficeCity city = await OfficeCity.Make(app);
        long category = await app.Use(async (CityDb db) =>
        {
            ComplaintCategory lamps = new("lamps", new LocalText("가로등"), new LocalText(""), "light", PetitionKind.Other, 2);
            db.Add(lamps);
            await db.SaveChangesAsync();
            return lamps.Id;
        });
        Account citizen = await app.Citizen();
        await app.Use((ComplaintIntake intake) => intake.FileAsync(
            new ComplaintFiling("가로등", "꺼졌습니다.", category, null, null, null, false, true, [], []), Petitioner.Of(citizen), Guid.NewGuid(), default));
        Visitor admin = await app.SignedIn(city.Admin);

        Page before = await admin.Get("/office");
        await (await admin.Get("/office/city")).Form().Submit(new Dictionary<string, object?> { ["Form.TriageDepartmentId"] = city.Department.Id });
        Page after = await admin.Get("/office");

        Assert.Contains("부서가 없는 민원이 1건 있습니다", before.TextOf("main .alert"), StringComparison.Ordinal);
        Assert.DoesNotContain("부서가 없는 민원", after.Text, StringComparison.Ordinal);
        Complaint complaint = await app.Use((CityDb db) => db.Complaints.Include(c => c.Events).SingleAsync());
        Assert.Equal(city.Department.Id, complaint.DepartmentId);
        Assert.Contains(complaint.Events, e => e.Act == ComplaintAct.Adopt);
    }

    [Fact]
    public async Task The_overview_keeps_to_the_budget_of_a_page()
    {
        await using BoardApp app = new();
        await app.InitializeAsync();
        Visitor admin = await app.SignedIn(await app.Official(Right.Administrator));
        await admin.Get("/office");

        Assert.InRange(await app.Sql.CountAsync(() => admin.Get("/office")), 1, 6);
    }
}
