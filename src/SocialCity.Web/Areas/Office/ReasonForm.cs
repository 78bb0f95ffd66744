using System.ComponentModel.DataAnnotations;
using SocialCity.Accounts;

namespace SocialCity.Web.Areas.Office;

/// <summary>Why something is taken from a person.</summary>
public sealed class ReasonForm
{
    [Display(Name = "까닭")]
    [Required]
    [StringLength(RightGrant.ReasonLength)]
    public string? Reason { get; set; }
}
