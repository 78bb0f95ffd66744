using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Municipality;

namespace SocialCity.Complaints;

/// <summary>What routing looks at.</summary>
/// <param name="CategoryId">The chosen category.</param>
/// <param name="DistrictId">The dong; null for "no place".</param>
/// <param name="Text">Title and text together.</param>
/// <param name="ReceivedLocal">The moment of receipt on the city's clock.</param>
public sealed record RoutingFacts(long CategoryId, long? DistrictId, string Text, DateTime ReceivedLocal);

/// <summary>One of the city's ordered rules: who gets a complaint, and the public line that says why. An empty condition holds for all.</summary>
public sealed class RoutingRule : IVersioned
{
    public const int NameLength = 80;
    public const int WordsLength = 300;
    public const int ReasonLength = 160;

    private RoutingRule()
    {
    }

    public RoutingRule(int order, string name, RoutingConditions conditions, long dutyId, LocalText publicReason)
    {
        Order = order;
        Change(name, conditions, dutyId, publicReason);
    }

    public long Id { get; private set; }

    /// <summary>The first rule in this order that matches wins.</summary>
    public int Order { get; private set; }

    public string Name { get; private set; } = "";

    public long? CategoryId { get; private set; }

    public long? DistrictId { get; private set; }

    /// <summary>Words by commas, of which the text must hold one; empty for any text.</summary>
    public string Words { get; private set; } = "";

    public TimeOnly? From { get; private set; }

    /// <summary>Exclusive; earlier than <see cref="From"/> for a span over midnight.</summary>
    public TimeOnly? Until { get; private set; }

    public long DutyId { get; private set; }

    public LocalText PublicReason { get; private set; } = new("");

    public bool IsActive { get; private set; } = true;

    public Guid Version { get; private set; }

    public RoutingConditions Conditions() => new(CategoryId, DistrictId, Words, From, Until);

    public void Change(string name, RoutingConditions conditions, long dutyId, LocalText publicReason)
    {
        Name = name;
        (CategoryId, DistrictId, Words, From, Until) = conditions;
        DutyId = dutyId;
        PublicReason = publicReason;
    }

    public void MoveTo(int order) => Order = order;

    public void Switch(bool isActive) => IsActive = isActive;

    public bool Matches(RoutingFacts facts) => IsActive && Conditions().Hold(facts);

    /// <summary>Whether this earlier rule takes everything that the later one could match, so that the later one never acts.</summary>
    public bool Shadows(RoutingRule later) => IsActive && later.IsActive && Order < later.Order && Conditions().Include(later.Conditions());
}

/// <summary>The conditions of a rule; all must hold.</summary>
public sealed record RoutingConditions(long? CategoryId, long? DistrictId, string Words, TimeOnly? From, TimeOnly? Until)
{
    public bool Hold(RoutingFacts facts) =>
        (CategoryId is null || CategoryId == facts.CategoryId)
        && (DistrictId is null || DistrictId == facts.DistrictId)
        && HoldsWord(facts.Text)
        && HoldsTime(TimeOnly.FromDateTime(facts.ReceivedLocal));

    /// <summary>Whether everything that matches the other conditions matches these too.</summary>
    public bool Include(RoutingConditions other) =>
        (CategoryId is null || CategoryId == other.CategoryId)
        && (DistrictId is null || DistrictId == other.DistrictId)
        && (WordList().Count == 0
            || (other.WordList().Count > 0
                && other.WordList().All(word => WordList().Any(own => word.Contains(own, StringComparison.OrdinalIgnoreCase)))))
        && IncludesTimes(other);

    private List<string> WordList() =>
        [.. Words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private bool HoldsWord(string text)
    {
        List<string> words = WordList();
        return words.Count == 0 || words.Exists(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private bool HoldsTime(TimeOnly time) => From is not { } from || Until is not { } until || from == until || time.IsBetween(from, until);

    private bool IncludesTimes(RoutingConditions other) =>
        From is not { } from || Until is not { } until || from == until
        || (other.From is { } otherFrom && other.Until is { } otherUntil && otherFrom != otherUntil
            && otherFrom.IsBetween(from, until)
            && (otherUntil == until || otherUntil.IsBetween(from, until))
            && otherUntil - otherFrom <= until - from);
}

public sealed class RoutingRuleMapping : IEntityTypeConfiguration<RoutingRule>
{
    public void Configure(EntityTypeBuilder<RoutingRule> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(r => r.Name).HasMaxLength(RoutingRule.NameLength);
        builder.Property(r => r.Words).HasMaxLength(RoutingRule.WordsLength);
        builder.ComplexProperty(r => r.PublicReason).HasLength(RoutingRule.ReasonLength);
        builder.HasIndex(r => r.Order);
        builder.HasOne<ComplaintCategory>().WithMany().HasForeignKey(r => r.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(r => r.DistrictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Duty>().WithMany().HasForeignKey(r => r.DutyId).OnDelete(DeleteBehavior.Restrict);
    }
}
