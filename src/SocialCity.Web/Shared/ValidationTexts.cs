using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Shared;

/// <summary>
/// What a form says when an entry cannot be taken. An attribute without a message of its own gets one of these, and
/// with it a translation; the name of the field comes from its <see cref="DisplayAttribute"/>.
/// </summary>
internal sealed class ValidationTexts(IStringLocalizer<SharedTexts> T) : IPostConfigureOptions<MvcOptions>, IValidationMetadataProvider, IDisplayMetadataProvider
{
    // Some attributes carry an English message from the start.
    private static readonly HashSet<string?> Unwritten =
        [null, "", new EmailAddressAttribute().ErrorMessage, new PhoneAttribute().ErrorMessage, new UrlAttribute().ErrorMessage];

    // After all others: only then does the metadata hold the attributes.
    public void PostConfigure(string? name, MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);
        // Whoever fills in a form is told all that is wrong with it at once, not what several fields are together in a second round.
        options.ValidateComplexTypesIfChildValidationFails = true;

        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => T["‘{1}’ 칸에 쓴 내용을 알아볼 수 없습니다: {0}", value, field]);
        messages.SetMissingBindRequiredValueAccessor(field => T["{0}을(를) 입력해 주세요.", field]);
        messages.SetMissingKeyOrValueAccessor(() => T["값을 입력해 주세요."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => T["보낸 내용이 비어 있습니다."]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => T["쓴 내용을 알아볼 수 없습니다: {0}", value]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => T["쓴 값을 알아볼 수 없습니다."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => T["숫자로 써 주세요."]);
        messages.SetUnknownValueIsInvalidAccessor(field => T["‘{0}’ 칸에 쓴 값을 알아볼 수 없습니다.", field]);
        messages.SetValueIsInvalidAccessor(value => T["쓴 내용을 알아볼 수 없습니다: {0}", value]);
        messages.SetValueMustBeANumberAccessor(field => T["{0}은(는) 숫자로 써 주세요.", field]);
        messages.SetValueMustNotBeNullAccessor(_ => T["값을 입력해 주세요."]);
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessageResourceName is null && Unwritten.Contains(attribute.ErrorMessage) && MessageFor(attribute, IsChosen(context)) is { } message)
            {
                attribute.ErrorMessage = message.Name;
            }
        }
    }

    /// <summary>What nobody sees (a version, a key) has no name of its own: its property's is for programmers.</summary>
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.MetadataKind == ModelMetadataKind.Property && context.DisplayMetadata.DisplayName is null
            && !context.Attributes.OfType<DisplayAttribute>().Any())
        {
            context.DisplayMetadata.DisplayName = () => T["숨은 값"];
        }
    }

    // A key of something else (DutyId), a value of a list: chosen, not typed.
    private static bool IsChosen(ValidationMetadataProviderContext field) =>
        (Nullable.GetUnderlyingType(field.Key.ModelType) ?? field.Key.ModelType).IsEnum
        || (field.Key.Name?.EndsWith("Id", StringComparison.Ordinal) ?? false)
        || field.Attributes.OfType<ChosenAttribute>().Any();

    private LocalizedString? MessageFor(ValidationAttribute attribute, bool isChosen) => attribute switch
    {
        RequiredAttribute when isChosen => T["{0}을(를) 골라 주세요."],
        RequiredAttribute => T["{0}을(를) 입력해 주세요."],
        StringLengthAttribute { MinimumLength: > 0 } => T["{0}은(는) {2}자 이상 {1}자 이하로 써 주세요."],
        StringLengthAttribute => T["{0}은(는) {1:N0}자까지 쓸 수 있습니다."],
        MaxLengthAttribute => T["{0}은(는) {1:N0}자까지 쓸 수 있습니다."],
        MinLengthAttribute => T["{0}은(는) {1}자 이상 써 주세요."],
        RangeAttribute => T["{0}은(는) {1}부터 {2}까지 쓸 수 있습니다."],
        CompareAttribute => T["{0}이(가) {1}과(와) 다릅니다."],
        EmailAddressAttribute => T["{0}은(는) name@example.com처럼 써 주세요."],
        PhoneAttribute => T["{0}은(는) 010-1234-5678처럼 써 주세요."],
        UrlAttribute => T["{0}은(는) https://로 시작하는 주소로 써 주세요."],
        RegularExpressionAttribute => T["{0} 칸의 모양이 맞지 않습니다."],
        _ => null,
    };
}
