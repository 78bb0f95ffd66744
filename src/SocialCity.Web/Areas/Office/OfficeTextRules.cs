using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SocialCity.Text;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>
/// What holds for every text of the office's forms, so that no form has to say it: a line is one line, and what must be filled in shows
/// something. The languages of a <see cref="LocalTextForm"/> are held to the same by <see cref="LocalLengthAttribute"/>.
/// </summary>
public sealed class OfficeTextRules : IConfigureOptions<MvcOptions>, IValidationMetadataProvider
{
    public void Configure(MvcOptions options) => options.ModelMetadataDetailsProviders.Add(this);

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        if (context.Key is { MetadataKind: ModelMetadataKind.Property, ContainerType: { } form }
            && context.Key.ModelType == typeof(string)
            && form.Namespace == typeof(OfficeTextRules).Namespace && form != typeof(LocalTextForm))
        {
            IReadOnlyList<object> attributes = context.PropertyAttributes ?? [];
            context.ValidationMetadata.ValidatorMetadata.Add(new OfficeTextRule(
                IsLine: !attributes.OfType<DataTypeAttribute>().Any(a => a.DataType == DataType.MultilineText),
                IsRequired: attributes.OfType<RequiredAttribute>().Any()));
        }
    }

    /// <summary>Whether a text would break out of its line, or hides something in it.</summary>
    public static bool BreaksLine(string? text) => text is not null && text.Trim().Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');
}

/// <param name="IsLine">Whether it stands in one line.</param>
/// <param name="IsRequired">Whether it must be filled in; that it is not there at all is told by its own attribute.</param>
public sealed record OfficeTextRule(bool IsLine, bool IsRequired) : IModelValidator
{
    public IEnumerable<ModelValidationResult> Validate(ModelValidationContext context)
    {
        string text = context.Model as string ?? "";
        IStringLocalizer<OfficeTexts> T = context.ActionContext.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<OfficeTexts>>();
        string name = context.ModelMetadata.GetDisplayName();
        bool shows = IsLine ? CleanText.Line(text).Length > 0 : MarkdownText.ShowsSomething(text);
        if (IsRequired && !string.IsNullOrWhiteSpace(text) && !shows)
        {
            yield return new ModelValidationResult("", T["{0}을(를) 입력해 주세요.", name]);
        }
        else if (IsLine && OfficeTextRules.BreaksLine(text))
        {
            yield return new ModelValidationResult("", T["{0}은(는) 줄을 바꾸지 말고 한 줄로 써 주세요.", name]);
        }
    }
}
