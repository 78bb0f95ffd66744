using System.ComponentModel.DataAnnotations;
using SocialCity.Complaints;

namespace SocialCity.Web.Areas.Office;

/// <summary>An answer template as the office edits it.</summary>
public sealed class TemplateForm : VersionedForm
{
    [Display(Name = "서식 이름")]
    [Required]
    [StringLength(AnswerTemplate.TitleLength)]
    public string? Title { get; set; }

    [Display(Name = "답변 글")]
    [Required]
    [StringLength(AnswerTemplate.TextLength)]
    [DataType(DataType.MultilineText)]
    public string? Text { get; set; }

    public static TemplateForm Of(AnswerTemplate template) => new() { Title = template.Title, Text = template.Text, Version = template.Version };
}
