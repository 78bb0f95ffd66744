using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Municipality;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>The settings of the city as the office edits them.</summary>
public sealed class CityForm : VersionedForm, IValidatableObject
{
    [Display(Name = "도시 이름")]
    [LocalLength(City.NameLength)]
    public LocalTextForm Name { get; set; } = new();

    [Display(Name = "한 줄 소개")]
    [LocalLength(City.SloganLength, IsOptional = true)]
    public LocalTextForm Slogan { get; set; } = new();

    [Display(Name = "공식 누리집임을 맨 위에 알립니다")]
    public bool IsOfficial { get; set; }

    [Display(Name = "쓰는 언어")]
    public List<string> Languages { get; set; } = [];

    [Display(Name = "도시의 색")]
    [Required]
    [StringLength(City.ColourLength)]
    public string Colour { get; set; } = "";

    [Display(Name = "주소")]
    [LocalLength(City.ContactLength, IsOptional = true)]
    public LocalTextForm Address { get; set; } = new();

    [Display(Name = "대표 전화")]
    [StringLength(City.ContactLength)]
    [RegularExpression(Department.PhonePattern, ErrorMessage = "전화는 02-2680-1234처럼 숫자와 +, -, (, )로 써 주세요. 숫자가 세 자 이상이어야 합니다.")]
    public string? Phone { get; set; }

    [Display(Name = "이메일")]
    [EmailAddress]
    [StringLength(City.ContactLength)]
    public string? Email { get; set; }

    [Display(Name = "시의 전화번호")]
    [StringLength(City.NumbersLength)]
    public string? OwnNumbers { get; set; }

    [Display(Name = "여는 시각")]
    [Required]
    public TimeOnly? OfficeOpens { get; set; }

    [Display(Name = "닫는 시각")]
    [Required]
    public TimeOnly? OfficeCloses { get; set; }

    [Display(Name = "점심 시작")]
    [Required]
    public TimeOnly? LunchBegins { get; set; }

    [Display(Name = "점심 끝")]
    [Required]
    public TimeOnly? LunchEnds { get; set; }

    [Display(Name = "가운데 위도")]
    [Required]
    [Range(-90, 90)]
    public double? Latitude { get; set; }

    [Display(Name = "가운데 경도")]
    [Required]
    [Range(-180, 180)]
    public double? Longitude { get; set; }

    [Display(Name = "지도 조각 주소")]
    [StringLength(City.UrlLength)]
    public string? MapTiles { get; set; }

    [Display(Name = "지도 출처 표시")]
    [StringLength(City.ContactLength)]
    public string? MapAttribution { get; set; }

    [Display(Name = "접수 담당 부서")]
    public long? TriageDepartmentId { get; set; }

    [Display(Name = "가까운 민원으로 볼 거리")]
    [Required]
    [Range(50, 2000)]
    public int? NearbyMetres { get; set; }

    [Display(Name = "답변 뒤 저절로 종결할 날수")]
    [Required]
    [Range(3, 90)]
    public int? SilentCloseDays { get; set; }

    [Display(Name = "민원을 신청할 수 있는 확인 단계")]
    [EnumDataType(typeof(IdentityLevel))]
    public IdentityLevel ComplaintLevel { get; set; }

    public static CityForm Of(City city) => new()
    {
        Name = LocalTextForm.Of(city.Name),
        Slogan = LocalTextForm.Of(city.Slogan),
        IsOfficial = city.IsOfficial,
        Languages = [.. city.LanguageList()],
        Colour = city.Colour,
        Address = LocalTextForm.Of(city.Address),
        Phone = city.Phone,
        Email = city.Email,
        OwnNumbers = city.OwnNumbers,
        OfficeOpens = city.OfficeOpens,
        OfficeCloses = city.OfficeCloses,
        LunchBegins = city.LunchBegins,
        LunchEnds = city.LunchEnds,
        Latitude = city.Latitude,
        Longitude = city.Longitude,
        MapTiles = city.MapTiles,
        MapAttribution = city.MapAttribution,
        TriageDepartmentId = city.TriageDepartmentId,
        NearbyMetres = city.NearbyMetres,
        SilentCloseDays = city.SilentCloseDays,
        ComplaintLevel = city.ComplaintLevel,
        Version = city.Version,
    };

    /// <summary>Writes a valid form into the city.</summary>
    public void ApplyTo(City city)
    {
        Languages = [.. Languages.Append("ko").Distinct().OrderBy(code => code != "ko")];
        Colour = Colour.ToLowerInvariant();
        city.Rename(Name.ToText(), Slogan.ToText());
        city.Present(IsOfficial, Languages, Colour);
        city.Reach(Address.ToText(), Phone ?? "", Email ?? "", OwnNumbers ?? "");
        city.Locate(
            Latitude ?? city.Latitude, Longitude ?? city.Longitude,
            string.IsNullOrWhiteSpace(MapTiles) ? null : MapTiles.Trim(), string.IsNullOrWhiteSpace(MapAttribution) ? null : MapAttribution.Trim());
        city.Open(
            OfficeOpens ?? city.OfficeOpens, OfficeCloses ?? city.OfficeCloses, LunchBegins ?? city.LunchBegins, LunchEnds ?? city.LunchEnds);
        city.RunComplaints(TriageDepartmentId, NearbyMetres ?? city.NearbyMetres, SilentCloseDays ?? city.SilentCloseDays, ComplaintLevel);
    }

    /// <summary>Whether the office hours are the same, so that no due date moves.</summary>
    public bool HasHoursOf(CityForm other) =>
        (OfficeOpens, OfficeCloses, LunchBegins, LunchEnds) == (other.OfficeOpens, other.OfficeCloses, other.LunchBegins, other.LunchEnds);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        IStringLocalizer<OfficeTexts> T = validationContext.GetRequiredService<IStringLocalizer<OfficeTexts>>();
        if (Languages.Any(code => Shared.Languages.Known(code) is null))
        {
            yield return new ValidationResult(T["목록에 있는 언어를 골라 주세요."], [nameof(Languages)]);
        }

        if (string.IsNullOrWhiteSpace(Colour))
        {
            // That it is missing is told already.
        }
        else if (!Contrast.TryParse(Colour, out var colour))
        {
            yield return new ValidationResult(T["색은 #0b50d0처럼 써 주세요."], [nameof(Colour)]);
        }
        else if (Contrast.Between(colour, Contrast.White) is var ratio and < Contrast.Least)
        {
            yield return new ValidationResult(
                T["흰 바탕과의 명암비가 {0}:1이라 알아보기 어렵습니다. {1}:1 이상인 더 짙은 색을 골라 주세요.",
                    ratio.ToString("0.0", CultureInfo.CurrentCulture), Contrast.Least],
                [nameof(Colour)]);
        }

        if (OfficeOpens >= LunchBegins || LunchBegins > LunchEnds || LunchEnds >= OfficeCloses)
        {
            yield return new ValidationResult(T["여는 시각, 점심 시작, 점심 끝, 닫는 시각의 차례로 정해 주세요."], [nameof(OfficeOpens)]);
        }

        if (!string.IsNullOrWhiteSpace(MapTiles) && !IsTileAddress(MapTiles))
        {
            yield return new ValidationResult(T["지도 조각 주소는 https://로 시작하고 {0}이(가) 들어가야 합니다.", "{z}, {x}, {y}"], [nameof(MapTiles)]);
        }

        if (!string.IsNullOrWhiteSpace(MapTiles) && string.IsNullOrWhiteSpace(MapAttribution))
        {
            yield return new ValidationResult(T["지도를 쓰려면 출처를 함께 적어 주세요."], [nameof(MapAttribution)]);
        }
    }

    private static bool IsTileAddress(string text)
    {
        string[] needed = ["{z}", "{x}", "{y}"];
        // {s} is one of the hosts a, b and c; {r} a mark of sharper pictures.
        string address = ((string[])[.. needed, "{s}", "{r}"]).Aggregate(text, (rest, part) => rest.Replace(part, "1", StringComparison.Ordinal));
        return needed.All(part => text.Contains(part, StringComparison.Ordinal))
            && Uri.TryCreate(address, UriKind.Absolute, out Uri? tile)
            && tile.Scheme == Uri.UriSchemeHttps && tile.UserInfo.Length == 0 && !address.Contains('{', StringComparison.Ordinal);
    }
}
