using System.ComponentModel.DataAnnotations;
using System.Globalization;
using SocialCity.Complaints;
using SocialCity.Time;

namespace SocialCity.Web.Areas.Office;

/// <summary>A period that is added.</summary>
public sealed class PeriodForm
{
    [Display(Name = "민원 종류")]
    [EnumDataType(typeof(PetitionKind))]
    public PetitionKind Kind { get; set; } = PetitionKind.Other;

    [Display(Name = "시행일")]
    [Required]
    public DateOnly? EffectiveFrom { get; set; }

    [Display(Name = "기간")]
    [Required]
    [Range(1, 365)]
    public int? Amount { get; set; }

    [Display(Name = "단위")]
    [EnumDataType(typeof(PeriodUnit))]
    public PeriodUnit Unit { get; set; } = PeriodUnit.Days;

    [Display(Name = "근거")]
    [Required]
    [StringLength(PetitionPeriod.BasisLength)]
    public string Basis { get; set; } = "";

    public static PeriodForm Of(PetitionPeriod period) => new()
    {
        Kind = period.Kind,
        Amount = period.Amount,
        Unit = period.Unit,
        EffectiveFrom = period.EffectiveFrom,
        Basis = period.Basis,
    };

    public StatutoryPeriod Period() => new(Amount ?? 1, Unit);

    /// <summary>What is asked about before it is saved: whoever changes it afterwards is asked again.</summary>
    public string Mark() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Amount} {Unit} {EffectiveFrom:yyyy-MM-dd}");
}
