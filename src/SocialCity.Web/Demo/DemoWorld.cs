using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Time;

namespace SocialCity.Web.Demo;

/// <summary>What the makers of complaints know of the city: read once, asked hundreds of thousands of times.</summary>
internal sealed class DemoWorld
{
    private readonly Dictionary<long, long[]> officers;
    private readonly Dictionary<long, long> managers;
    private readonly Dictionary<long, Duty> duties;
    private readonly Dictionary<long, RoutingRule[]> rulesByCategory;
    private readonly List<PetitionPeriod> periods;
    private readonly long? triage;

    private DemoWorld(
        PetitionClock clock, City city, List<ComplaintCategory> categories, List<District> districts, List<Department> departments,
        List<Duty> duties, List<RoutingRule> rules, List<RightGrant> rights, List<PetitionPeriod> periods)
    {
        Clock = clock;
        SilentCloseDays = city.SilentCloseDays;
        triage = city.TriageDepartmentId;
        Categories = categories.ToDictionary(c => c.Code);
        Districts = districts.ToDictionary(d => d.Code);
        Boundaries = districts.ToDictionary(d => d.Id, d => d.Boundary());
        Departments = departments.ToDictionary(d => d.Id);
        this.duties = duties.ToDictionary(d => d.Id);
        this.periods = periods;
        rulesByCategory = categories.ToDictionary(c => c.Id, c => rules.Where(r => r.CategoryId is null || r.CategoryId == c.Id).ToArray());
        officers = rights.Where(r => r.Right == Right.Official).GroupBy(r => r.DepartmentId ?? 0)
            .ToDictionary(g => g.Key, g => g.Select(r => r.AccountId).ToArray());
        managers = rights.Where(r => r.Right == Right.Manager).GroupBy(r => r.DepartmentId ?? 0)
            .ToDictionary(g => g.Key, g => g.First().AccountId);
    }

    public PetitionClock Clock { get; }

    public int SilentCloseDays { get; }

    public IReadOnlyDictionary<string, ComplaintCategory> Categories { get; }

    public IReadOnlyDictionary<string, District> Districts { get; }

    public IReadOnlyDictionary<long, Boundary> Boundaries { get; }

    public IReadOnlyDictionary<long, Department> Departments { get; }

    public static async Task<DemoWorld> LoadAsync(CityDb db, CancellationToken cancellationToken) => new(
        await PetitionClock.LoadAsync(db, cancellationToken),
        await db.Cities.AsNoTracking().SingleAsync(cancellationToken),
        await db.ComplaintCategories.AsNoTracking().Include(c => c.Questions).ToListAsync(cancellationToken),
        await db.Districts.AsNoTracking().ToListAsync(cancellationToken),
        await db.Departments.AsNoTracking().ToListAsync(cancellationToken),
        await db.Duties.AsNoTracking().ToListAsync(cancellationToken),
        await db.RoutingRules.AsNoTracking().Where(r => r.IsActive).OrderBy(r => r.Order).ToListAsync(cancellationToken),
        await db.RightGrants.AsNoTracking().InForce().ToListAsync(cancellationToken),
        await db.PetitionPeriods.AsNoTracking().OrderByDescending(p => p.EffectiveFrom).ToListAsync(cancellationToken));

    public Routing Route(RoutingFacts facts) =>
        Array.Find(rulesByCategory[facts.CategoryId], r => r.Matches(facts)) is { } rule
            ? new Routing(duties[rule.DutyId].DepartmentId, rule.DutyId, duties[rule.DutyId].OfficerId, rule.PublicReason)
            : new Routing(triage, null, null, Routing.NoReason);

    public StatutoryPeriod PeriodOf(ComplaintCategory category, DateOnly day) =>
        category.OwnPeriod() ?? periods.First(p => p.Kind == category.Kind && p.EffectiveFrom <= day).Period();

    /// <summary>The telephone of a duty, or of its department where there is none.</summary>
    public string PhoneOf(long? dutyId, long? departmentId) =>
        dutyId is { } duty ? duties[duty].Phone : departmentId is { } department ? Departments[department].Phone : "";

    /// <summary>The department that a matter was brought to by mistake, with nobody of it in charge yet.</summary>
    public Routing MistakenFor(Routing right)
    {
        string neighbour = DemoDepartments.MistakenFor(Departments[right.DepartmentId ?? 0].Code);
        return new Routing(Departments.Values.First(d => d.Code == neighbour).Id, null, null, Routing.NoReason);
    }

    public long OfficerOf(long? departmentId, long? dutyId, Random random)
    {
        if (dutyId is { } duty && duties[duty].OfficerId is { } inCharge)
        {
            return inCharge;
        }

        long[] all = officers[departmentId ?? 0];
        return all[random.Next(all.Length)];
    }

    public Actor Officer(long? departmentId, long officerId) => new(officerId, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Official, departmentId)]);

    public Actor Manager(long? departmentId) =>
        new(managers[departmentId ?? 0], IdentityLevel.EmailConfirmed, [new HeldRight(Right.Manager, departmentId)]);
}
