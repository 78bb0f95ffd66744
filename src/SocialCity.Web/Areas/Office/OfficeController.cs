using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>A page of the office: administrators only.</summary>
[Area("Office")]
[Authorize(Policy = Policies.Administer)]
public abstract class OfficeController : Controller
{
    /// <summary>The page again, with what was typed and what is wrong with it.</summary>
    protected ViewResult Invalid(string view, object page)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(view, page);
    }

    /// <summary>The page again, with what was typed and what somebody else saved meanwhile.</summary>
    protected ViewResult Conflict(string view, object page, IReadOnlyList<Difference> differences)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ViewData[ConflictKey] = differences;
        // The next attempt is made knowing what it replaces.
        ModelState.Remove("Form.Version");
        ModelState.Remove("Version");
        return View(view, page);
    }

    internal const string ConflictKey = "conflict";
}
