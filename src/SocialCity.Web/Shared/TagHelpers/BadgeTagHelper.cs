using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialCity.Web.Shared.TagHelpers;

/// <summary><c>&lt;badge tone="Success" icon="check"&gt;답변 완료&lt;/badge&gt;</c>: a state in a word.</summary>
[HtmlTargetElement("badge")]
public sealed class BadgeTagHelper : TagHelper
{
    /// <summary>The meaning of its colour.</summary>
    public Tone Tone { get; set; }

    /// <summary>An icon before the word.</summary>
    public string? Icon { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge {Tone.Class()}");
        // Razor hands a null expression on as an empty text.
        if (!string.IsNullOrEmpty(Icon))
        {
            output.PreContent.SetHtmlContent(Icons.Draw(ViewContext, Icon));
        }
    }
}

/// <summary><c>&lt;alert tone="Warning" title="..."&gt;...&lt;/alert&gt;</c>: a message within a page.</summary>
[HtmlTargetElement("alert")]
public sealed class AlertTagHelper : TagHelper
{
    /// <summary>The meaning of its colour and the icon with it.</summary>
    public Tone Tone { get; set; } = Tone.Info;

    /// <summary>A short sentence in bold before the text.</summary>
    public string? Title { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"alert {Tone.Class()}");
        output.PreContent.AppendHtml(Icons.Draw(ViewContext, Tone.Icon()));
        if (Title is not null)
        {
            var title = new TagBuilder("strong");
            title.InnerHtml.Append(Title);
            output.PreContent.AppendHtml(title);
        }

        output.PreContent.AppendHtml("<div>");
        output.PostContent.AppendHtml("</div>");
    }
}
