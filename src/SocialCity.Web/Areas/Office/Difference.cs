using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace SocialCity.Web.Areas.Office;

/// <summary>A field of a form that holds one thing before and another after.</summary>
/// <param name="Name">The property, for the audit log.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Before">A choice by its key, see <see cref="OfficeWords.OfValue"/>.</param>
/// <param name="After">As before.</param>
/// <param name="Property">The field; null when it is told in words already.</param>
public sealed record Difference(string Name, string Label, string Before, string After, ModelMetadata? Property = null)
{
    /// <summary>Compares two forms of the same kind, field by field; what names no field (a version) is left out.</summary>
    /// <param name="before">The form as it was.</param>
    /// <param name="after">The form as it is now.</param>
    /// <param name="metadata">Knows the labels.</param>
    /// <param name="choices">The words for chosen keys, by the name of the property.</param>
    public static IReadOnlyList<Difference> Between(
        object before, object after, IModelMetadataProvider metadata, IReadOnlyDictionary<string, IEnumerable<SelectListItem>>? choices = null)
    {
        List<Difference> found = [];
        foreach (ModelMetadata property in metadata.GetMetadataForProperties(before.GetType()))
        {
            if (property.PropertyName is not { } name || name == "Version" || property.PropertyGetter is not { } get || property.PropertySetter is null)
            {
                continue;
            }

            if (property.ModelType == typeof(LocalTextForm))
            {
                LocalTextForm a = get(before) as LocalTextForm ?? new LocalTextForm();
                LocalTextForm b = get(after) as LocalTextForm ?? new LocalTextForm();
                Add(property, $"{name}.Ko", LabelOf(property, nameof(LocalTextForm.Ko), metadata), a.Ko, b.Ko);
                Add(property, $"{name}.En", LabelOf(property, nameof(LocalTextForm.En), metadata), a.En, b.En);
                Add(property, $"{name}.Ja", LabelOf(property, nameof(LocalTextForm.Ja), metadata), a.Ja, b.Ja);
            }
            else
            {
                IEnumerable<SelectListItem> words = choices?.GetValueOrDefault(name) ?? [];
                Add(property, name, property.GetDisplayName(), Text(get(before), words), Text(get(after), words));
            }
        }

        return found;

        void Add(ModelMetadata property, string name, string label, string? a, string? b)
        {
            string one = (a ?? "").Trim().ReplaceLineEndings("\n");
            string other = (b ?? "").Trim().ReplaceLineEndings("\n");
            if (one != other)
            {
                found.Add(new Difference(name, label, one, other, property));
            }
        }
    }

    /// <summary>What one language of a text is called.</summary>
    public static string LabelOf(ModelMetadata property, string language, IModelMetadataProvider metadata) =>
        metadata.GetMetadataForType(typeof(LocalTextForm)).Properties[language] is { } known ? $"{property.GetDisplayName()} ({known.GetDisplayName()})" : property.GetDisplayName();

    private static string Text(object? value, IEnumerable<SelectListItem> words) => value switch
    {
        null => "",
        string text => Word(text, words),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IEnumerable many => string.Join(", ", many.Cast<object>().Select(one => Text(one, words))),
        _ => Word(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", words),
    };

    private static string Word(string key, IEnumerable<SelectListItem> words) => words.FirstOrDefault(w => w.Value == key)?.Text ?? key;
}
