using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using SocialCity.Municipality;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>A dong as the office edits it.</summary>
public sealed class DistrictForm : VersionedForm, IValidatableObject
{
    private const int PointsMost = 2000;

    [Display(Name = "코드")]
    [Required]
    [StringLength(District.CodeLength)]
    [RegularExpression("[a-z0-9-]+", ErrorMessage = "코드는 영어 소문자와 숫자, 붙임표로 써 주세요.")]
    public string? Code { get; set; }

    [Display(Name = "동네 이름")]
    [LocalLength(District.NameLength)]
    public LocalTextForm Name { get; set; } = new();

    [Display(Name = "경계")]
    [Required]
    [DataType(DataType.MultilineText)]
    [StringLength(60_000)]
    public string? Boundary { get; set; }

    public static DistrictForm Of(District district) => new()
    {
        Code = district.Code,
        Name = LocalTextForm.Of(district.Name),
        Boundary = district.BoundaryText.Replace(' ', '\n'),
        Version = district.Version,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        IStringLocalizer<OfficeTexts> T = validationContext.GetRequiredService<IStringLocalizer<OfficeTexts>>();
        if (string.IsNullOrWhiteSpace(Boundary))
        {
            yield break;
        }

        if (!Municipality.Boundary.TryParse(Boundary, out Boundary? boundary))
        {
            yield return new ValidationResult(T["경계는 ‘위도,경도’를 세 곳 이상, 한 줄에 하나씩 써 주세요. 예: 37.481203,126.864512"], [nameof(Boundary)]);
        }
        else if (boundary.Points.Count > PointsMost)
        {
            yield return new ValidationResult(T["경계는 {0}곳까지 쓸 수 있습니다.", PointsMost], [nameof(Boundary)]);
        }
        else if (!boundary.HasArea)
        {
            yield return new ValidationResult(T["경계 안이 비어 있습니다. 점들이 서로 다르고 한 줄에 있지 않은지 확인해 주세요."], [nameof(Boundary)]);
        }
        else if (BoundaryDrawing.CrossesItself(boundary))
        {
            yield return new ValidationResult(T["경계선이 스스로 엇갈립니다. 점의 순서를 확인해 주세요."], [nameof(Boundary)]);
        }
    }
}
