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
internal sealed class ValidationTexts(IStringLocalizer<SharedTexts> T) : IConfigureOptions<MvcOptions>, IValidationMetadataProvider
{
    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);

        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => T["{1} 칸에 쓴 '{0}'을(를) 알아볼 수 없습니다.", value, name]);
        messages.SetMissingBindRequiredValueAccessor(name => T["{0}을(를) 입력해 주세요.", name]);
        messages.SetMissingKeyOrValueAccessor(() => T["값을 입력해 주세요."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => T["보낸 내용이 비어 있습니다."]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => T["'{0}'을(를) 알아볼 수 없습니다.", value]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => T["쓴 값을 알아볼 수 없습니다."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => T["숫자로 써 주세요."]);
        messages.SetUnknownValueIsInvalidAccessor(name => T["{0} 칸에 쓴 값을 알아볼 수 없습니다.", name]);
        messages.SetValueIsInvalidAccessor(value => T["'{0}'을(를) 알아볼 수 없습니다.", value]);
        messages.SetValueMustBeANumberAccessor(name => T["{0}은(는) 숫자로 써 주세요.", name]);
        messages.SetValueMustNotBeNullAccessor(_ => T["값을 입력해 주세요."]);
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            // Data type attributes carry a message from the start; only one written in the source is kept.
            if (attribute is { ErrorMessageResourceName: null } && (attribute.ErrorMessage is null || attribute is DataTypeAttribute { ErrorMessage: "" }))
            {
                attribute.ErrorMessage = MessageFor(attribute)?.Name;
            }
        }
    }

    private LocalizedString? MessageFor(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => T["{0}을(를) 입력해 주세요."],
        StringLengthAttribute { MinimumLength: > 0 } => T["{0}은(는) {2}자 이상 {1}자 이하로 써 주세요."],
        StringLengthAttribute => T["{0}은(는) {1}자까지 쓸 수 있습니다."],
        MaxLengthAttribute => T["{0}은(는) {1}자까지 쓸 수 있습니다."],
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
