using SocialCity.Complaints;

namespace SocialCity.Web.Areas.Office;

public sealed record RuleList(IReadOnlyList<RuleRow> Rules, RuleChoices Choices);

/// <param name="ShadowedBy">The earlier rule that takes everything this one could; null when it acts.</param>
public sealed record RuleRow(RoutingRule Rule, RoutingRule? ShadowedBy);

/// <param name="Rule">Null for a new one.</param>
public sealed record RulePage(RoutingRule? Rule, RuleForm Form, RuleChoices Choices)
{
    /// <summary>What the rule would have done; null while it was not tried.</summary>
    public RoutingTrialResult? Trial { get; init; }
}
