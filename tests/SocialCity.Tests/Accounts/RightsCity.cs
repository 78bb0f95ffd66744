using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Tests.Data;

namespace SocialCity.Tests.Accounts;

/// <summary>A database with two departments, a dissolved one, and people to whom a test gives rights.</summary>
internal sealed class RightsCity : IDisposable
{
    public const string Address = "192.0.2.7";

    private RightsCity(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public DateTime Now => Database.Time.Now;

    public Department Roads { get; } = Made("roads", new LocalText("도로과", "Roads"));

    public Department Parks { get; } = Made("parks", new LocalText("공원녹지과"));

    public Department Dissolved { get; } = Made("mines", new LocalText("광산과"));

    public static async Task<RightsCity> CreateAsync()
    {
        RightsCity city = new(await TestDatabase.CreateAsync());
        city.Dissolved.Dissolve(city.Now);
        await using CityDb db = city.Database.Open();
        db.AddRange(city.Roads, city.Parks, city.Dissolved);
        await db.SaveChangesAsync();
        return city;
    }

    /// <summary>An account that has confirmed its address and can sign in, but for what the test does to it.</summary>
    public async Task<Account> PersonAsync(string name, Action<Account>? change = null)
    {
        Account account = new($"{name}@nuri.example", name, "en", Now)
        {
            EmailConfirmed = true,
            NormalizedEmail = $"{name}@nuri.example".ToUpperInvariant(),
            NormalizedUserName = $"{name}@nuri.example".ToUpperInvariant(),
            SecurityStamp = name,
        };
        await using CityDb db = Database.Open();
        db.Add(account);
        await db.SaveChangesAsync();
        change?.Invoke(account);
        await db.SaveChangesAsync();
        return account;
    }

    /// <summary>A right that is in force, without the history's other parts.</summary>
    public async Task<RightGrant> HoldAsync(Account account, Right right, Department? department = null, bool isRevoked = false)
    {
        await using CityDb db = Database.Open();
        db.Attach(account);
        RightGrant grant = new(account, right, department?.Id, null, "임용", Now);
        if (isRevoked)
        {
            grant.Revoke(account, null, "전보", Now);
        }

        db.Add(grant);
        await db.SaveChangesAsync();
        return grant;
    }

    /// <summary>Somebody who holds a right: in force and able to sign in, but for what is said.</summary>
    public async Task<Account> HolderAsync(
        string name, Right right, Department? department = null, bool isRevoked = false, Action<Account>? change = null)
    {
        Account account = await PersonAsync(name, change);
        await HoldAsync(account, right, department, isRevoked);
        return account;
    }

    public async Task<RightsRefusal?> GrantAsync(
        long accountId, Right right, long? departmentId = null, string reason = " 임용 ", long? byId = null)
    {
        await using CityDb db = Database.Open();
        return await Changing(db).GrantAsync(accountId, right, departmentId, byId, Address, reason, default);
    }

    public async Task<RightsRefusal?> RevokeAsync(long grantId, string reason = " 전보 ", long? byId = null)
    {
        await using CityDb db = Database.Open();
        return await Changing(db).RevokeAsync(grantId, byId, Address, reason, default);
    }

    public void Disable(Account account) => account.Disable("Abuse", Now);

    public void Close(Account account) => account.Close(Now);

    public void Dispose() => Database.Dispose();

    private RightsChanging Changing(CityDb db) => new(db, new AuditLog(db, Database.Time), Database.Time);

    private static Department Made(string code, LocalText name) => new(code, name, new LocalText(""), "02-120", "", 1);
}
