using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>A routing rule as the office edits it.</summary>
public sealed class RuleForm : VersionedForm, IValidatableObject
{
    [Display(Name = "규칙 이름")]
    [Required]
    [StringLength(RoutingRule.NameLength)]
    public string Name { get; set; } = "";

    [Display(Name = "분야")]
    public long? CategoryId { get; set; }

    [Display(Name = "동네")]
    public long? DistrictId { get; set; }

    [Display(Name = "낱말")]
    [StringLength(RoutingRule.WordsLength)]
    public string? Words { get; set; }

    [Display(Name = "시작 시각")]
    public TimeOnly? From { get; set; }

    [Display(Name = "끝 시각")]
    public TimeOnly? Until { get; set; }

    [Display(Name = "맡을 업무")]
    [Required]
    public long? DutyId { get; set; }

    [Display(Name = "시민에게 보이는 까닭")]
    [LocalLength(RoutingRule.ReasonLength)]
    public LocalTextForm PublicReason { get; set; } = new();

    public static RuleForm Of(RoutingRule rule) => new()
    {
        Name = rule.Name,
        CategoryId = rule.CategoryId,
        DistrictId = rule.DistrictId,
        Words = rule.Words,
        From = rule.From,
        Until = rule.Until,
        DutyId = rule.DutyId,
        PublicReason = LocalTextForm.Of(rule.PublicReason),
        Version = rule.Version,
    };

    public RoutingConditions Conditions() => new(
        CategoryId,
        DistrictId,
        string.Join(", ", (Words ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        From,
        Until);

    public RoutingRule ToRule(int order) => new(order, Name.Trim(), Conditions(), DutyId ?? 0, PublicReason.ToText());

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        IStringLocalizer<OfficeTexts> T = validationContext.GetRequiredService<IStringLocalizer<OfficeTexts>>();
        if (From is null != Until is null)
        {
            yield return new ValidationResult(T["시작과 끝 시각을 함께 정해 주세요."], [From is null ? nameof(From) : nameof(Until)]);
        }

        if (From is not null && From == Until)
        {
            yield return new ValidationResult(T["시작과 끝 시각이 같습니다. 하루 내내라면 둘 다 비워 주세요."], [nameof(Until)]);
        }
    }
}
