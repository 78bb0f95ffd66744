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
