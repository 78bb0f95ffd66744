using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Municipality;

namespace SocialCity.Complaints;

/// <summary>Finds the department and the officer of a complaint by the city's ordered rules; without a rule, the triage department.</summary>
public sealed class ComplaintRouter(CityDb db)
{
    /// <summary>The first matching rule's duty; a vacant duty leaves the officer open.</summary>
    public async Task<Routing> RouteAsync(RoutingFacts facts, CancellationToken cancellationToken)
    {
        List<RoutingRule> rules = await db.RoutingRules.AsNoTracking()
            .Where(r => r.IsActive && (r.CategoryId == null || r.CategoryId == facts.CategoryId))
            .OrderBy(r => r.Order)
            .ToListAsync(cancellationToken);
        RoutingRule? rule = rules.Find(r => r.Matches(facts));
        if (rule is null)
        {
            City city = await db.Cities.AsNoTracking().SingleAsync(cancellationToken);
            return new Routing(city.TriageDepartmentId, null, null, Routing.NoReason);
        }

        Duty duty = await db.Duties.AsNoTracking().SingleAsync(d => d.Id == rule.DutyId, cancellationToken);
        return new Routing(duty.DepartmentId, duty.Id, await OfficerOfAsync(duty, cancellationToken), rule.PublicReason);
    }

    /// <summary>
    /// Where a transfer goes: a duty of another department, with who does it, or the department alone. Null when there is no such place, or
    /// nobody works there.
    /// </summary>
    public async Task<Routing?> ToAsync(long departmentId, long? dutyId, CancellationToken cancellationToken)
    {
        bool takesIn = await db.DepartmentsTakingIn().AnyAsync(d => d.Id == departmentId, cancellationToken);
        Duty? duty = dutyId is null
            ? null
            : await db.Duties.AsNoTracking()
                .SingleOrDefaultAsync(d => d.Id == dutyId && d.DepartmentId == departmentId && d.IsActive, cancellationToken);
        return takesIn && duty?.Id == dutyId
            ? new Routing(departmentId, dutyId, duty is null ? null : await OfficerOfAsync(duty, cancellationToken), Routing.NoReason)
            : null;
    }

    /// <summary>Whether the account is an official or the manager of the department today.</summary>
    public async Task<bool> IsOfficerOfAsync(long accountId, long? departmentId, CancellationToken cancellationToken) =>
        departmentId is { } department && await db.OfficersOf(department).AnyAsync(a => a.Id == accountId, cancellationToken);

    private async Task<long?> OfficerOfAsync(Duty duty, CancellationToken cancellationToken) =>
        duty.OfficerId is { } officer && await IsOfficerOfAsync(officer, duty.DepartmentId, cancellationToken) ? officer : null;
}
