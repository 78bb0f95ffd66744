using System.ComponentModel.DataAnnotations;
using SocialCity.Accounts;

namespace SocialCity.Web.Areas.Office;

/// <summary>A right that is given.</summary>
public sealed class GrantForm
{
    [Display(Name = "권한")]
    [EnumDataType(typeof(Right))]
    public Right Right { get; set; } = Right.Official;

    [Display(Name = "부서")]
    public long? DepartmentId { get; set; }

    [Display(Name = "까닭")]
    [Required]
    [StringLength(RightGrant.ReasonLength)]
    public string Reason { get; set; } = "";
}
