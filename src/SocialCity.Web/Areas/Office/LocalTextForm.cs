using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using SocialCity.Data;
using SocialCity.Text;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>A text of the city's own data as a form holds it: Korean, and translations where somebody wrote them.</summary>
public sealed class LocalTextForm
{
    [Display(Name = "한국어")]
    public string? Ko { get; set; }

    [Display(Name = "영어")]
    public string? En { get; set; }

    [Display(Name = "일본어")]
    public string? Ja { get; set; }

    public static LocalTextForm Of(LocalText text) => new() { Ko = text.Ko, En = text.En, Ja = text.Ja };

    public LocalText ToText() => new((Ko ?? "").Trim(), Clean(En), Clean(Ja));

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>
/// The length that each language of a <see cref="LocalTextForm"/> may have, and whether the Korean text must be there. It tells all that is
/// wrong at once, each beside its field, which a validation attribute cannot.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LocalLengthAttribute(int length) : Attribute, IModelValidator
{
    private const int LineLength = 120;

    public int Length => length;

    public bool IsOptional { get; init; }

    /// <summary>Whether it is typed in one line; what is longer has room for several.</summary>
    public bool IsLine => length <= LineLength;

    public IEnumerable<ModelValidationResult> Validate(ModelValidationContext context)
    {
        LocalTextForm form = context.Model as LocalTextForm ?? new LocalTextForm();
        IStringLocalizer<OfficeTexts> T = context.ActionContext.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<OfficeTexts>>();
        string name = context.ModelMetadata.GetDisplayName();
        if (!IsOptional && CleanText.Line(form.Ko).Length == 0)
        {
            yield return new ModelValidationResult(nameof(LocalTextForm.Ko), T["{0}을(를) 입력해 주세요.", $"{name}({T["한국어"]})"]);
        }

        foreach ((string? text, string member, string language) in new[]
        {
            (form.Ko, nameof(LocalTextForm.Ko), T["한국어"].Value),
            (form.En, nameof(LocalTextForm.En), T["영어"].Value),
            (form.Ja, nameof(LocalTextForm.Ja), T["일본어"].Value),
        })
        {
            if (text?.Trim().Length > length)
            {
                yield return new ModelValidationResult(member, T["{0}은(는) {1:N0}자까지 쓸 수 있습니다.", $"{name}({language})", length]);
            }
            else if (IsLine && OfficeTextRules.BreaksLine(text))
            {
                yield return new ModelValidationResult(member, T["{0}은(는) 줄을 바꾸지 말고 한 줄로 써 주세요.", $"{name}({language})"]);
            }
        }
    }
}
