using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialCity.Web.Shared.TagHelpers;

/// <summary>
/// Every posted form is checked by the server, which answers in the language of the page and with all errors at once; the
/// browser's own check is left out. The script that sends a form only once finds it by <c>data-form</c>.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method='post']")]
public sealed class PostedFormTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate", null, HtmlAttributeValueStyle.Minimized));
        output.Attributes.SetAttribute(new TagHelperAttribute("data-form", null, HtmlAttributeValueStyle.Minimized));
    }
}
