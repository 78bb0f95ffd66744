using Microsoft.AspNetCore.Mvc;

namespace SocialCity.Web.Shared.KeptForms;

/// <summary>Where somebody comes back to a kept form after signing in again.</summary>
public sealed class KeptFormsController(KeptFormStore store) : Controller
{
    public const string Address = "/kept-forms";

    /// <summary>Stores a form, and tells the address at which it can be sent after signing in; null when there is no room.</summary>
    public static async Task<string?> KeepAsync(KeptFormStore store, HttpContext context, KeptForm form) =>
        await store.KeepAsync(context, form, context.RequestAborted) is { } id ? $"{context.Request.PathBase}{Address}/{id}" : null;

    [HttpGet(Address + "/{id:guid}")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(HttpContext, id, cancellationToken) is { } form
            ? View("KeptForm", new KeptFormPage(form, KeptFormReason.SignedIn))
            : NotFound();
}
