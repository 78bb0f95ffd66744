using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Complaints;

/// <summary>
/// Tries rules on complaints that came in: which of them would go elsewhere than by the rules of now. Nothing is changed.
/// </summary>
public sealed class RoutingTrial(CityDb db)
{
    /// <summary>The most complaints that one trial looks at.</summary>
    public const int Most = 1000;

    /// <summary>Tries a rule, new or in place of the one with the same id, on the newest complaints.</summary>
    /// <param name="changed">The rule as it would be; a new one comes last.</param>
    /// <param name="replacesId">The rule in whose place it stands; null for a new one.</param>
    /// <param name="count">How many complaints; at most <see cref="Most"/>.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<RoutingTrialResult> RunAsync(RoutingRule changed, long? replacesId, int count, CancellationToken cancellationToken)
    {
        List<RoutingRule> now = await db.RoutingRules.AsNoTracking().OrderBy(r => r.Order).ToListAsync(cancellationToken);
        List<RoutingRule> then = replacesId is null ? [.. now, changed] : [.. now.Select(r => r.Id == replacesId ? changed : r)];
        PetitionClock clock = await PetitionClock.LoadAsync(db, cancellationToken);
        var cases = await db.Complaints.AsNoTracking()
            .Where(c => c.Number != null)
            .OrderByDescending(c => c.Id)
            .Take(Math.Clamp(count, 1, Most))
            .Select(c => new { c.Number, c.Title, c.Text, c.IsListed, c.CategoryId, c.DistrictId, c.ReceivedAt })
            .ToListAsync(cancellationToken);

        List<RoutingTrialCase> moved = [];
        Dictionary<long, int> taken = [];
        int ifFirst = 0;
        foreach (var one in cases)
        {
            RoutingFacts facts = new(
                one.CategoryId, one.DistrictId, $"{one.Title}\n{one.Text}", TimeZoneInfo.ConvertTimeFromUtc(one.ReceivedAt, clock.Zone));
            long? before = now.Find(r => r.Matches(facts))?.DutyId;
            RoutingRule? acting = then.Find(r => r.Matches(facts));
            long? after = acting?.DutyId;
            bool isMeant = changed.Matches(facts);
            ifFirst += isMeant && before != changed.DutyId ? 1 : 0;
            if (isMeant && acting is not null && acting != changed)
            {
                taken[acting.Id] = taken.GetValueOrDefault(acting.Id) + 1;
            }

            if (before != after)
            {
                // A private complaint is known here by its number alone.
                moved.Add(new RoutingTrialCase(one.Number ?? "", one.IsListed ? one.Title : null, one.ReceivedAt, before, after));
            }
        }

        return new RoutingTrialResult(cases.Count, moved)
        {
            Taken = [.. now.Where(r => taken.ContainsKey(r.Id)).Select(r => new RoutingTrialTaker(r, taken[r.Id]))],
            ShadowedBy = then.Find(r => r.Shadows(changed)),
            IfFirst = ifFirst,
        };
    }
}

/// <param name="Tried">How many complaints were looked at.</param>
/// <param name="Moved">Those that would go elsewhere, newest first.</param>
public sealed record RoutingTrialResult(int Tried, IReadOnlyList<RoutingTrialCase> Moved)
{
    /// <summary>The earlier rules that take complaints which this one means.</summary>
    public IReadOnlyList<RoutingTrialTaker> Taken { get; init; } = [];

    /// <summary>The earlier rule that takes everything this one could; null when it acts.</summary>
    public RoutingRule? ShadowedBy { get; init; }

    /// <summary>How many would go elsewhere if the rule came before all others.</summary>
    public int IfFirst { get; init; }
}

/// <param name="Count">How many complaints it takes before the tried rule.</param>
public sealed record RoutingTrialTaker(RoutingRule Rule, int Count);

/// <param name="Title">Null for a private complaint.</param>
/// <param name="BeforeDutyId">The duty by the rules of now; null for the triage.</param>
/// <param name="AfterDutyId">The duty by the changed rules; null for the triage.</param>
public sealed record RoutingTrialCase(string Number, string? Title, DateTime ReceivedAt, long? BeforeDutyId, long? AfterDutyId);
