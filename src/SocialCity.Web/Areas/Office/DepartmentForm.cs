using System.ComponentModel.DataAnnotations;
using SocialCity.Accounts;

namespace SocialCity.Web.Areas.Office;

/// <summary>A department as the office edits it.</summary>
public sealed class DepartmentForm : VersionedForm
{
    [Display(Name = "코드")]
    [Required]
    [StringLength(Department.CodeLength)]
    [RegularExpression("[a-z0-9-]+", ErrorMessage = "코드는 영어 소문자와 숫자, 붙임표로 써 주세요.")]
    public string? Code { get; set; }

    [Display(Name = "부서 이름")]
    [LocalLength(Department.NameLength)]
    public LocalTextForm Name { get; set; } = new();

    [Display(Name = "하는 일")]
    [LocalLength(Department.AboutLength, IsOptional = true)]
    public LocalTextForm About { get; set; } = new();

    [Display(Name = "전화")]
    [StringLength(Department.PhoneLength)]
    [RegularExpression(Department.PhonePattern, ErrorMessage = "전화는 02-2680-1234처럼 숫자와 +, -, (, )로 써 주세요. 숫자가 세 자 이상이어야 합니다.")]
    public string? Phone { get; set; }

    [Display(Name = "이메일")]
    [EmailAddress]
    [StringLength(Account.EmailLength)]
    public string? Email { get; set; }

    public static DepartmentForm Of(Department department) => new()
    {
        Code = department.Code,
        Name = LocalTextForm.Of(department.Name),
        About = LocalTextForm.Of(department.About),
        Phone = department.Phone,
        Email = department.Email,
        Version = department.Version,
    };
}
