using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialCity.Web.Shared.TagHelpers;

/// <summary>
/// <c>&lt;authorize policy="@Policies.Desk"&gt;...&lt;/authorize&gt;</c>: shows its content to whom the policy admits. The page behind
/// asks the same policy again: hiding a link protects nothing.
/// </summary>
[HtmlTargetElement("authorize", Attributes = "policy")]
public sealed class AuthorizeTagHelper(IAuthorizationService authorization) : TagHelper
{
    /// <summary>The name of a policy.</summary>
    public string Policy { get; set; } = "";

    /// <summary>The thing the policy is asked about.</summary>
    public object? Resource { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (!(await authorization.AuthorizeAsync(ViewContext.HttpContext.User, Resource, Policy)).Succeeded)
        {
            output.SuppressOutput();
        }
    }
}
