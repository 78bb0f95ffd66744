using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Shared.TagHelpers;

/// <summary>
/// <c>&lt;paging previous="@Model.PreviousPath" next="@Model.NextPath" /&gt;</c>: lists page by key, so there is a page before and one
/// after, and no number. Nothing is written when both are null.
/// </summary>
[HtmlTargetElement("paging", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagingTagHelper(IStringLocalizer<SharedTexts> T) : TagHelper
{
    /// <summary>The address of the page before, or null on the first.</summary>
    public string? Previous { get; set; }

    /// <summary>The address of the page after, or null on the last.</summary>
    public string? Next { get; set; }

    /// <summary>What is paged, for screen readers; "쪽 이동" without it.</summary>
    public string? Label { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Razor hands an expression that is null over as an empty text.
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "paging");
        output.Attributes.SetAttribute("aria-label", Label ?? T["쪽 이동"].Value);
        if (!string.IsNullOrEmpty(Previous))
        {
            output.Content.AppendHtml(Link(Previous, "prev", T["이전"], "chevron-left", iconFirst: true));
        }

        if (!string.IsNullOrEmpty(Next))
        {
            output.Content.AppendHtml(Link(Next, "next", T["다음"], "chevron-right", iconFirst: false));
        }
    }

    private TagBuilder Link(string path, string relation, string text, string icon, bool iconFirst)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("button");
        link.Attributes["href"] = path;
        link.Attributes["rel"] = relation;
        if (iconFirst)
        {
            link.InnerHtml.AppendHtml(Icons.Draw(ViewContext, icon)).Append(text);
        }
        else
        {
            link.InnerHtml.Append(text).AppendHtml(Icons.Draw(ViewContext, icon));
        }

        return link;
    }
}
