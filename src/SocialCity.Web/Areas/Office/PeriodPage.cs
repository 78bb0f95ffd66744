using SocialCity.Complaints;

namespace SocialCity.Web.Areas.Office;

public sealed record PeriodPage(IReadOnlyList<PeriodRow> Periods, PeriodForm Form);

/// <param name="IsComing">Not yet in force.</param>
/// <param name="IsInForce">The one that counts today.</param>
public sealed record PeriodRow(PetitionPeriod Period, bool IsComing, bool IsInForce);
