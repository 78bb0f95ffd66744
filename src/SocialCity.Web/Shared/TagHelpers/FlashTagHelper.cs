using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;

namespace SocialCity.Web.Shared.TagHelpers;

/// <summary><c>&lt;flash /&gt;</c>: what the page before said would be told here. The layout holds it; a view needs none.</summary>
[HtmlTargetElement("flash", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FlashTagHelper(IOptions<CookieTempDataProviderOptions> store) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // To look is to write: without the cookie nothing was told, and a page that sets none can be kept for many readers.
        bool isTold = store.Value.Cookie.Name is { } cookie && ViewContext.HttpContext.Request.Cookies.ContainsKey(cookie);
        List<(string Tone, string Text)> lines = isTold ? [.. Flash.Take(ViewContext.TempData)] : [];
        if (lines.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "flash");
        output.Attributes.SetAttribute("role", "status");
        foreach (var (tone, text) in lines)
        {
            var line = new TagBuilder("div");
            line.AddCssClass(tone);
            line.AddCssClass("alert");
            line.InnerHtml.AppendHtml(Icons.Draw(ViewContext, tone == "success" ? "check-circle" : tone == "warning" ? "warning" : "info"));
            var words = new TagBuilder("p");
            words.InnerHtml.Append(text);
            line.InnerHtml.AppendHtml(words);
            output.Content.AppendHtml(line);
        }
    }
}
