namespace SocialCity.Complaints;

public static class PetitionPeriodQueries
{
    /// <summary>The periods of a kind that were in force on a day, the newest first: the first one counts.</summary>
    public static IQueryable<PetitionPeriod> InForce(this IQueryable<PetitionPeriod> periods, PetitionKind kind, DateOnly day) =>
        periods.Where(p => p.Kind == kind && p.EffectiveFrom <= day).OrderByDescending(p => p.EffectiveFrom);
}
