using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>A page of the office: administrators only.</summary>
[Authorize(Policy = Policies.Administer)]
public abstract class OfficeController : OfficePageController;

/// <summary>A page that looks and works as those of the office do; who may come in it says itself.</summary>
[Area("Office")]
public abstract class OfficePageController : Controller
{
    internal const string ConflictKey = "conflict";

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
        return View(view, page);
    }

    /// <summary>Asks before something is done that cannot be taken back. The form posts to the address of the question.</summary>
    protected ViewResult Confirm(Confirmation question) => View("Confirm", question);
}

/// <param name="Title">The question.</param>
/// <param name="Text">What follows from a yes.</param>
/// <param name="Button">The yes.</param>
/// <param name="Way">The pages that lead here, within the office; a no leads back to the last of them.</param>
public sealed record Confirmation(string Title, string Text, string Button, IReadOnlyList<Crumb> Way)
{
    public string? Back => Way[^1].Path;
}
