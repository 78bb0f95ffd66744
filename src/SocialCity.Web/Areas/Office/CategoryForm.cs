using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>A category as the office edits it.</summary>
public sealed class CategoryForm : VersionedForm, IValidatableObject
{
    private const int LongestPeriod = 365;

    [Display(Name = "코드")]
    [Required]
    [StringLength(ComplaintCategory.CodeLength)]
    [RegularExpression("[a-z0-9-]+", ErrorMessage = "코드는 영어 소문자와 숫자, 붙임표로 써 주세요.")]
    public string? Code { get; set; }

    [Display(Name = "분야 이름")]
    [LocalLength(ComplaintCategory.NameLength)]
    public LocalTextForm Name { get; set; } = new();

    [Display(Name = "도움말")]
    [LocalLength(ComplaintCategory.HintLength, IsOptional = true)]
    public LocalTextForm Hint { get; set; } = new();

    [Display(Name = "묶음")]
    [LocalLength(ComplaintCategory.NameLength)]
    public LocalTextForm Group { get; set; } = new();

    [Display(Name = "그림")]
    [Required]
    [StringLength(ComplaintCategory.IconLength)]
    [Chosen]
    public string Icon { get; set; } = "chat";

    [Display(Name = "민원 종류")]
    [EnumDataType(typeof(PetitionKind))]
    public PetitionKind Kind { get; set; } = PetitionKind.Other;

    [Display(Name = "따로 정한 기간")]
    [Range(1, LongestPeriod)]
    public int? PeriodAmount { get; set; }

    [Display(Name = "기간 단위")]
    [EnumDataType(typeof(PeriodUnit))]
    public PeriodUnit PeriodUnit { get; set; } = PeriodUnit.Days;

    public static CategoryForm Of(ComplaintCategory category) => new()
    {
        Code = category.Code,
        Name = LocalTextForm.Of(category.Name),
        Hint = LocalTextForm.Of(category.Hint),
        Group = LocalTextForm.Of(category.Group),
        Icon = category.Icon,
        Kind = category.Kind,
        PeriodAmount = category.OwnPeriodAmount,
        PeriodUnit = category.OwnPeriodUnit ?? PeriodUnit.Days,
        Version = category.Version,
    };

    public void ApplyTo(ComplaintCategory category)
    {
        category.Change(
            Name.ToText(), Hint.ToText(), Icon, Kind, PeriodAmount is { } amount ? new StatutoryPeriod(amount, PeriodUnit) : null);
        category.GroupUnder(Group.ToText());
    }

    /// <summary>The law leaves the city a period of its own for 기타 alone, and asks for one for 법정 (Decree art. 16 and 19; Act art. 17).</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        IStringLocalizer<OfficeTexts> T = validationContext.GetRequiredService<IStringLocalizer<OfficeTexts>>();
        if (!CategoryPage.Icons.Contains(Icon))
        {
            yield return new ValidationResult(T["목록에 있는 것을 골라 주세요."], [nameof(Icon)]);
        }

        if (PeriodAmount is not null && Kind is not (PetitionKind.Other or PetitionKind.Statutory))
        {
            yield return new ValidationResult(T["이 종류의 기간은 법이 정합니다. 따로 정한 기간을 비워 주세요."], [nameof(PeriodAmount)]);
        }

        if (PeriodAmount is null && Kind == PetitionKind.Statutory)
        {
            yield return new ValidationResult(T["법정 민원은 고시된 기간을 입력해 주세요."], [nameof(PeriodAmount)]);
        }
    }
}
