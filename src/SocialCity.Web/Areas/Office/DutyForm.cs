using System.ComponentModel.DataAnnotations;
using SocialCity.Accounts;

namespace SocialCity.Web.Areas.Office;

/// <summary>A duty as the office edits it.</summary>
public sealed class DutyForm : VersionedForm
{
    [Display(Name = "업무 이름")]
    [LocalLength(Duty.NameLength)]
    public LocalTextForm Name { get; set; } = new();

    [Display(Name = "전화")]
    [StringLength(Department.PhoneLength)]
    [RegularExpression(Department.PhonePattern, ErrorMessage = "전화는 02-2680-1234처럼 숫자와 +, -, (, )로 써 주세요. 숫자가 세 자 이상이어야 합니다.")]
    public string? Phone { get; set; }

    [Display(Name = "담당자")]
    public long? OfficerId { get; set; }

    public static DutyForm Of(Duty duty) => new()
    {
        Name = LocalTextForm.Of(duty.Name),
        Phone = duty.Phone,
        OfficerId = duty.OfficerId,
        Version = duty.Version,
    };
}
