using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Shared.TagHelpers;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>: above a form, every entry that could not be taken, each a link to its field, in the order of the
/// form. It takes the focus, so that it is what a screen reader says first. Nothing is written while all is well.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<SharedTexts> T) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute(new TagHelperAttribute("autofocus", null, HtmlAttributeValueStyle.Minimized));
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");

        var title = new TagBuilder("h2");
        title.Attributes["id"] = "error-summary-title";
        title.InnerHtml.AppendHtml(Icons.Draw(ViewContext, "error")).Append(T["다시 확인해 주세요"]);
        output.Content.AppendHtml(title);

        var list = new TagBuilder("ul");
        foreach (var (key, text) in state
            .OrderBy(entry => Place(ViewContext.ViewData.ModelMetadata, entry.Key), StringComparer.Ordinal)
            .SelectMany(entry => (entry.Value?.Errors ?? []).Select(error => (entry.Key, error.ErrorMessage)))
            .Distinct())
        {
            list.InnerHtml.AppendHtml(Line(key, text));
        }

        output.Content.AppendHtml(list);
    }

    // Where a key stands in the form, as a text that sorts: the places of its properties, one after the other.
    private static string Place(ModelMetadata? model, string key)
    {
        List<string> places = [];
        foreach (var part in key.Split('.', '[', ']').Where(part => part.Length > 0))
        {
            if (int.TryParse(part, CultureInfo.InvariantCulture, out var index))
            {
                places.Add(index.ToString("0000", CultureInfo.InvariantCulture));
                model = model?.ElementMetadata;
                continue;
            }

            var properties = model?.Properties.ToList() ?? [];
            var place = properties.FindIndex(property => string.Equals(property.PropertyName, part, StringComparison.OrdinalIgnoreCase));
            places.Add((place < 0 ? 9999 : place).ToString("0000", CultureInfo.InvariantCulture));
            model = place < 0 ? null : properties[place];
        }

        return string.Join('.', places);
    }

    private static TagBuilder Line(string key, string text)
    {
        var line = new TagBuilder("li");
        if (key.Length == 0)
        {
            line.InnerHtml.Append(text);
            return line;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = $"#{TagBuilder.CreateSanitizedId(key, "_")}";
        link.InnerHtml.Append(text);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
