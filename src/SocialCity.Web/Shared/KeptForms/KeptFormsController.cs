using Microsoft.AspNetCore.Mvc;

namespace SocialCity.Web.Shared.KeptForms;

/// <summary>Where somebody comes back to a kept form after signing in again.</summary>
public sealed class KeptFormsController(KeptFormStore store) : Controller
{
    public const string Address = "/kept-forms";

    [HttpGet(Address + "/{id:guid}")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(HttpContext, id, cancellationToken) is { } form
            ? View("KeptForm", new KeptFormPage(form, KeptFormReason.SignedIn))
            : NotFound();
}
