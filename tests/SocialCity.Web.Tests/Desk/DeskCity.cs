using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Web.Tests.Desk;

/// <summary>Two departments with their people, a category and its rule, and a citizen who files.</summary>
public sealed class DeskCity
{
    private readonly App _app;

    private DeskCity(App app) => _app = app;

    public required Department Roads { get; init; }

    public required Department Parks { get; init; }

    public required Account Citizen { get; init; }

    public required Account Officer { get; init; }

    public required Account Manager { get; init; }

    public required Account Gardener { get; init; }

    public required ComplaintCategory Pavement { get; init; }

    public required Duty Trees { get; init; }

    public static async Task<DeskCity> Make(App app)
    {
        string mark = Guid.NewGuid().ToString("N")[..8];
        Department roads = await app.Department($"roads-{mark}", "도로과");
        Department parks = await app.Department($"parks-{mark}", "공원녹지과");
        Account officer = await app.Official(Right.Official, roads.Id, "박도로");
        DeskCity city = new(app)
        {
            Roads = roads,
            Parks = parks,
            Citizen = await app.Citizen("김시민"),
            Officer = officer,
            Manager = await app.Official(Right.Manager, roads.Id, "최부장"),
            Gardener = await app.Official(Right.Official, parks.Id, "정나무"),
            Pavement = new ComplaintCategory($"pavement-{mark}", new LocalText("보도·차도"), new LocalText("깨진 곳"), "route", PetitionKind.Other, 1),
            Trees = new Duty(parks.Id, new LocalText("가로수"), "02-555-0000", null),
        };
        await app.Use(async (CityDb db) =>
        {
            Duty paving = new(roads.Id, new LocalText("도로 포장"), "02-123-4567", officer.Id);
            db.AddRange(city.Pavement, paving, city.Trees);
            await db.SaveChangesAsync();
            db.Add(new RoutingRule(
                1, "보도", new RoutingConditions(city.Pavement.Id, null, "", null, null), paving.Id, new LocalText("보도는 도로과가 맡습니다.")));
            await db.SaveChangesAsync();
        });
        return city;
    }

    public Task<string> File(bool isPrivate = false, string title = "보도블록이 깨졌어요", Petitioner? by = null) =>
        _app.Use(async (ComplaintIntake intake) =>
        {
            ComplaintFiling filing = new(title, "누리초 앞 보도블록이 깨졌어요.", Pavement.Id, null, null, null, isPrivate, true, [], []);
            Complaint complaint = await intake.FileAsync(filing, by ?? Petitioner.Of(Citizen), Guid.NewGuid(), default);
            complaint = await intake.ConfirmAsync(complaint.Id, default) ?? complaint;
            return complaint.Number ?? "";
        });

    public Task<Complaint> Read(string number) =>
        _app.Use((CityDb db) => db.Complaints.AsNoTracking().Include(c => c.Events).SingleAsync(c => c.Number == number));
}
