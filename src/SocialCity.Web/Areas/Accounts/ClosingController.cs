using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Leaving: says what goes and what stays, and closes the account.</summary>
[Area("Accounts")]
[ProofRequired]
[Route("/account/close")]
public sealed class ClosingController(CityDb db, AccountClosing closing, CurrentAccount current, IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) => View(await PageAsync(new ClosingForm(), cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = nameof(ClosingPage.Form))] ClosingForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await closing.CloseAsync(current.RequiredId, current.Address, cancellationToken))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(New), await PageAsync(form, cancellationToken));
        }

        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        this.FlashSuccess(T["계정을 닫았습니다. 그동안 함께해 주셔서 고맙습니다."]);
        return LocalRedirect("/");
    }

    private async Task<ClosingPage> PageAsync(ClosingForm form, CancellationToken cancellationToken) =>
        new(form, await AccountClosing.HoldsOfficeAsync(db, current.RequiredId, cancellationToken));
}

public sealed class ClosingForm
{
    [Range(typeof(bool), "true", "true", ErrorMessage = "되돌릴 수 없다는 것을 확인해 주세요.")]
    [Display(Name = "되돌릴 수 없다는 것을 알고 있습니다")]
    public bool Sure { get; set; }
}

/// <param name="Form">The form.</param>
/// <param name="HoldsOffice">Whether rights of the administration stand in the way.</param>
public sealed record ClosingPage(ClosingForm Form, bool HoldsOffice);
