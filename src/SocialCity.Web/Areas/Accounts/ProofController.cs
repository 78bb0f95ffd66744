using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Asks the person behind an open session for their passphrase once more; see <see cref="ProofRequiredAttribute"/>.</summary>
[Area("Accounts")]
[Route("/account/prove")]
public sealed class ProofController(
    UserManager<Account> accounts, SignInCheck check, SigningIn signingIn, CurrentAccount current, IStringLocalizer<AccountTexts> T)
    : Controller
{
    [HttpGet("")]
    public IActionResult New(string? returnUrl) => View(new ProofPage(new ProofForm(), Local(returnUrl)));

    [HttpPost("")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(
        [Bind(Prefix = nameof(ProofPage.Form))] ProofForm form, string? returnUrl, CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
        {
            return Challenge();
        }

        if (ModelState.IsValid)
        {
            if (await check.ConfirmAsync(account, form.Password, signingIn.Device, current.Address, cancellationToken))
            {
                await signingIn.KeepAsync(account, cancellationToken);
                return LocalRedirect(Local(returnUrl));
            }

            ModelState.AddModelError(
                $"{nameof(ProofPage.Form)}.{nameof(form.Password)}", T["비밀번호가 맞지 않습니다. 여러 번 틀리면 15분 동안 기다려야 합니다."]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(New), new ProofPage(form, Local(returnUrl)));
    }

    private string Local(string? returnUrl) =>
        Url.IsLocalUrl(returnUrl) ? returnUrl : Url.Action("Index", "Security", new { area = "Accounts" }) ?? "/";
}

public sealed class ProofForm
{
    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "비밀번호")]
    public string Password { get; set; } = "";
}

public sealed record ProofPage(ProofForm Form, string ReturnUrl);
