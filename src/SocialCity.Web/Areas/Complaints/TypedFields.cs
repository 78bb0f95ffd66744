using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>What somebody entered into one field of a form that can no longer be sent.</summary>
/// <param name="Name">The property, or what stands for it.</param>
/// <param name="Label">What the form calls it.</param>
public sealed record TypedField(string Name, string Label, string Value, bool IsLong = false);

/// <summary>Reads a form back into what its writer saw: every field with a label into which something was entered.</summary>
public sealed class TypedFields(
    IModelMetadataProvider metadata, CityDb db, ComplaintPages pages, ComplaintWords words, CityDates dates, IStringLocalizer<ComplaintTexts> T)
{
    /// <param name="form">As it was posted.</param>
    /// <param name="chosen">The words for what was chosen by a key, by the name of the property; empty for what is not worth telling.</param>
    public IReadOnlyList<TypedField> Of(object form, IReadOnlyDictionary<string, string> chosen)
    {
        List<TypedField> found = [];
        foreach (ModelMetadata property in metadata.GetMetadataForProperties(form.GetType()))
        {
            if (IsSeen(property) && property is { PropertyName: { } name, DisplayName: { } label, PropertyGetter: { } get }
                && (chosen.GetValueOrDefault(name) ?? Words(get(form))) is { Length: > 0 } value)
            {
                found.Add(new TypedField(name, label, value, property.DataTypeName == nameof(DataType.MultilineText)));
            }
        }

        return found;
    }

    /// <summary>Of a complaint; its category may be hidden by now.</summary>
    public async Task<IReadOnlyList<TypedField>> OfAsync(ComplaintForm form, CancellationToken cancellationToken)
    {
        LocalText? category = await db.ComplaintCategories.Where(c => c.Id == form.CategoryId).Select(c => c.Name).SingleOrDefaultAsync(cancellationToken);
        LocalText? district = await db.Districts.Where(d => d.Id == form.DistrictId).Select(d => d.Name).SingleOrDefaultAsync(cancellationToken);
        Dictionary<string, string> chosen = new()
        {
            [nameof(form.CategoryId)] = category?.ToString() ?? "",
            [nameof(form.DistrictId)] = district?.ToString() ?? "",
            [nameof(form.Place)] = form.Place == PlaceKind.Nowhere ? T["정해진 장소가 없습니다"] : "",
            [nameof(form.Audience)] = form.Audience == Audience.OfficeOnly ? T["비공개"] : "",
        };
        return [.. Of(form, chosen), .. await RepliesAsync(form, cancellationToken)];
    }

    /// <summary>What was replied to the questions of a category, which may be hidden by now.</summary>
    public async Task<IReadOnlyList<TypedField>> RepliesAsync(ComplaintForm form, CancellationToken cancellationToken)
    {
        Dictionary<long, string> typed = [];
        foreach ((string key, string?[] values) in form.Replies)
        {
            if (long.TryParse(key, CultureInfo.InvariantCulture, out long id))
            {
                typed[id] = string.Join(',', values.Where(v => !string.IsNullOrWhiteSpace(v)));
            }
        }

        List<CategoryQuestion> questions = await db.Set<CategoryQuestion>().AsNoTracking()
            .Where(q => typed.Keys.Contains(q.Id)).OrderBy(q => q.Order).ToListAsync(cancellationToken);
        return
        [
            .. questions.Where(q => typed[q.Id].Length > 0).Select(q => new TypedField(
                string.Create(CultureInfo.InvariantCulture, $"reply-{q.Id}"), q.Label.ToString(), pages.Readable(q, typed[q.Id]))),
        ];
    }

    /// <summary>A version, a key, or what follows from the rest has no label of its own.</summary>
    private static bool IsSeen(ModelMetadata property) =>
        property is DefaultModelMetadata { Attributes.PropertyAttributes: { } attributes } && attributes.OfType<DisplayAttribute>().Any();

    /// <summary>Null for what says nothing by itself: a key, a box left empty, the first of two choices.</summary>
    private string? Words(object? entered) => entered switch
    {
        string text => text,
        true => T["예"].Value,
        int number => number.ToString(CultureInfo.CurrentCulture),
        DateOnly day => dates.Date(day),
        ComplaintOutcome outcome => words.Of(outcome),
        ExtensionGround ground => words.Of(ground),
        _ => null,
    };
}
