using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialCity.Web.Shared.TagHelpers;

/// <summary>
/// <c>&lt;icon name="search" /&gt;</c>: a picture from wwwroot/icons.svg, hidden from screen readers because a text stands beside it.
/// </summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>The id of a symbol in icons.svg.</summary>
    public string Name { get; set; } = "";

    /// <summary>Added to the class <c>icon</c>.</summary>
    public string? Class { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var icon = Icons.Draw(ViewContext, Name, Class);
        output.TagName = null;
        output.Content.SetHtmlContent(icon);
    }
}

/// <summary>Draws the icons of icons.svg.</summary>
internal static class Icons
{
    private const string Sprite = "icons.svg";

    public static IHtmlContent Draw(ViewContext view, string name, string? classes = null)
    {
        var sprite = view.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[Sprite] ?? Sprite;
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{view.HttpContext.Request.PathBase}/{sprite}#{name}";

        var svg = new TagBuilder("svg");
        svg.Attributes["class"] = classes is null ? "icon" : $"icon {classes}";
        svg.Attributes["aria-hidden"] = "true";
        svg.Attributes["focusable"] = "false";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}
