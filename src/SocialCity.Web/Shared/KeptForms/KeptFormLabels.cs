using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace SocialCity.Web.Shared.KeptForms;

/// <summary>Finds what the fields of a posted form are called, and what they hold, by the class that the form is bound to.</summary>
public sealed class KeptFormLabels(IModelMetadataProvider metadata, ControllerActionDescriptor? action)
{
    public static KeptFormLabels Of(HttpContext context) => new(
        context.RequestServices.GetRequiredService<IModelMetadataProvider>(),
        context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>());

    /// <summary>The label that the form gives to a text; null for choices, numbers, keys, tokens and whatever else nobody wrote.</summary>
    public string? LabelOf(string field) =>
        PropertyOf(field) is DefaultModelMetadata property
        && property.UnderlyingOrModelType == typeof(string)
        && property.Attributes.Attributes.OfType<DisplayAttribute>().Any()
        && !property.Attributes.Attributes.OfType<ChosenAttribute>().Any()
            ? property.DisplayName
            : null;

    /// <summary>Whether a field holds a secret, whatever its name.</summary>
    public bool IsPassword(string field) =>
        field.Contains("password", StringComparison.OrdinalIgnoreCase) || PropertyOf(field)?.DataTypeName == nameof(DataType.Password);

    private ModelMetadata? PropertyOf(string field)
    {
        foreach (var parameter in action?.Parameters ?? [])
        {
            string? prefix = parameter.BindingInfo?.BinderModelName;
            string path = prefix is { Length: > 0 } && field.StartsWith(prefix + ".", StringComparison.OrdinalIgnoreCase)
                ? field[(prefix.Length + 1)..]
                : field;
            ModelMetadata? found = metadata.GetMetadataForType(parameter.ParameterType);
            foreach (string step in path.Split('.'))
            {
                found = found?.Properties.FirstOrDefault(p => string.Equals(p.PropertyName, step, StringComparison.OrdinalIgnoreCase));
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
