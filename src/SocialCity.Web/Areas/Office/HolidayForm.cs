using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using SocialCity.Time;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>A holiday that is added.</summary>
public sealed class HolidayForm : IValidatableObject
{
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    [Display(Name = "날짜")]
    [Required]
    public DateOnly? Date { get; set; }

    [Display(Name = "이름")]
    [Required]
    [StringLength(Holiday.NameLength)]
    public string Name { get; set; } = "";

    [Display(Name = "종류")]
    [EnumDataType(typeof(HolidayKind))]
    public HolidayKind Kind { get; set; } = HolidayKind.Temporary;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        IStringLocalizer<OfficeTexts> T = validationContext.GetRequiredService<IStringLocalizer<OfficeTexts>>();
        if (Date is { Year: < FirstYear or > LastYear })
        {
            yield return new ValidationResult(T["{0}년부터 {1}년까지의 날을 골라 주세요.", FirstYear, LastYear], [nameof(Date)]);
        }
    }
}
