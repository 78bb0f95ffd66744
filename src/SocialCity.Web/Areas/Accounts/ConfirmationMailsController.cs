using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialCity.Accounts;
using SocialCity.Web.Shared.Mailing;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Sends the link that confirms an account once more.</summary>
[Area("Accounts")]
[AllowAnonymous]
[Route("/account/confirm/again")]
public sealed class ConfirmationMailsController(Registration registration, AddressMailLimit mails) : Controller
{
    [HttpGet("")]
    public IActionResult New() => View(new AddressForm());

    [HttpPost("")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(AddressForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(New), form);
        }

        if (mails.Allows(form.Email))
        {
            await registration.SendAgainAsync(form.Email.Trim(), AccountLinks.ToConfirm, cancellationToken);
        }

        return RedirectToAction("Sent", "Registration");
    }
}

/// <summary>An address to which something may be sent.</summary>
public sealed class AddressForm
{
    [Required, EmailAddress, StringLength(Account.EmailLength), Display(Name = "이메일")]
    public string Email { get; set; } = "";
}
