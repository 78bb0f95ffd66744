using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Tests.Data;

namespace SocialCity.Tests.Complaints;

/// <summary>A small city in a database: two departments with officers and a manager, two categories, one rule, two citizens.</summary>
internal sealed class TestCity : IDisposable
{
    private TestCity(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public Account Citizen { get; private set; } = Person("citizen");

    public Account Neighbour { get; private set; } = Person("neighbour");

    public Account Officer { get; private set; } = Person("officer");

    public Account Manager { get; private set; } = Person("manager");

    public Account Gardener { get; private set; } = Person("gardener");

    public Department Roads { get; private set; } = Made("roads", "도로과");

    public Department Parks { get; private set; } = Made("parks", "공원녹지과");

    public ComplaintCategory Pavement { get; private set; } =
        new("pavement", new LocalText("보도·차도"), new LocalText("깨진 곳"), "road", PetitionKind.Other, 1);

    public ComplaintCategory Trees { get; private set; } =
        new("trees", new LocalText("나무"), new LocalText("쓰러진 나무"), "tree", PetitionKind.Suggestion, 2);

    public District District { get; private set; } =
        new("d1", new LocalText("누리1동"), Boundary.Parse("37.4,126.8 37.4,126.9 37.5,126.9 37.5,126.8"), 1);

    public Duty Paving { get; private set; } = new(0, new LocalText("포장"), "", null);

    public static async Task<TestCity> CreateAsync()
    {
        TestCity city = new(await TestDatabase.CreateAsync());
        await using CityDb db = city.Database.Open();
        db.AddRange(city.Citizen, city.Neighbour, city.Officer, city.Manager, city.Gardener);
        db.AddRange(city.Roads, city.Parks, city.Pavement, city.Trees, city.District);
        await db.SaveChangesAsync();

        city.Paving = new Duty(city.Roads.Id, new LocalText("도로 포장"), "02-123-4567", city.Officer.Id);
        db.Add(city.Paving);
        db.AddRange(
            new RightGrant(city.Officer, Right.Official, city.Roads.Id, null, "임용", TestDatabase.Start),
            new RightGrant(city.Manager, Right.Manager, city.Roads.Id, null, "임용", TestDatabase.Start),
            new RightGrant(city.Gardener, Right.Official, city.Parks.Id, null, "임용", TestDatabase.Start));
        (await db.Cities.SingleAsync()).RunComplaints(city.Parks.Id, 300, 14, IdentityLevel.EmailConfirmed);
        await db.SaveChangesAsync();

        db.Add(new RoutingRule(
            1, "보도는 도로과", new RoutingConditions(city.Pavement.Id, null, "", null, null), city.Paving.Id, new LocalText("보도와 차도는 도로과가 맡습니다.")));
        await db.SaveChangesAsync();
        return city;
    }

    public ComplaintFiling Filing(ComplaintCategory? category = null, bool isPrivate = false, string title = "보도블록이 깨졌어요") => new(
        title, "누리초등학교 앞 보도블록이 깨져 아이들이 넘어집니다.", (category ?? Pavement).Id, District.Id,
        new GeoPoint(37.45, 126.85), null, isPrivate, true, [], []);

    public ComplaintIntake Intake(CityDb db) =>
        new(db, Database.Provider, new ComplaintRouter(db), new ComplaintNotices(db, Database.Time), Database.Time);

    public ComplaintHandling Handling(CityDb db) => new(db, new ComplaintNotices(db, Database.Time), Database.Time);

    public async Task<Complaint> FileAsync(ComplaintFiling? filing = null, Account? by = null, Guid? key = null)
    {
        await using CityDb db = Database.Open();
        return await Intake(db).FileAsync(filing ?? Filing(), Petitioner.Of(by ?? Citizen), key ?? Guid.NewGuid(), default);
    }

    public async Task<Actor> ActorAsync(Account account)
    {
        await using CityDb db = Database.Open();
        return await db.ActorAsync(account, default);
    }

    public async Task<Handled> DoAsync(Complaint complaint, Account account, ComplaintActing act, Guid? version = null)
    {
        Actor actor = await ActorAsync(account);
        await using CityDb db = Database.Open();
        return await Handling(db).DoAsync(complaint.Number ?? "", version, actor, act, default);
    }

    public void Dispose() => Database.Dispose();

    private static Department Made(string code, string name) => new(code, new LocalText(name), new LocalText(""), "02-123-0000", "", 1);

    private static Account Person(string name) => new($"{name}@nuri.example", name, "ko", TestDatabase.Start)
    {
        EmailConfirmed = true,
        NormalizedEmail = $"{name}@nuri.example".ToUpperInvariant(),
        NormalizedUserName = $"{name}@nuri.example".ToUpperInvariant(),
        SecurityStamp = name,
    };
}
