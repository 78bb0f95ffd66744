using Microsoft.AspNetCore.Mvc;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>A page of those who write: never kept anywhere. The views of all of them lie together.</summary>
[Area("Blog")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class WritingPageController : Controller
{
    protected ViewResult Page(string view, object model, int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        return View($"~/Areas/Blog/Views/Writing/{view}.cshtml", model);
    }
}
