using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// Asks the person behind an open session to prove themself once more, and takes the passphrase; see <see cref="ProofRequiredAttribute"/>.
/// </summary>
[Area("Accounts")]
[Route("/account/prove")]
public sealed class ProofController(
    UserManager<Account> accounts,
    ExternalProviders providers,
    SignInCheck check,
    SigningIn signingIn,
    CurrentAccount current,
    IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string? returnUrl) =>
        await accounts.GetUserAsync(User) is { } account ? View(await PageAsync(account, returnUrl)) : Challenge();

    [HttpPost("")]
    [LimitFailures]
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
                await signingIn.ProvedAsync(account, cancellationToken);
                this.FlashInfo(T["확인했습니다. 이어서 하시면 됩니다."]);
                return LocalRedirect(ProofPage.Local(Url, returnUrl));
            }

            ModelState.AddModelError(
                $"{nameof(ProofPage.Form)}.{nameof(form.Password)}", T["비밀번호가 맞지 않습니다. 여러 번 틀리면 15분 동안 기다려야 합니다."]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(New), await PageAsync(account, returnUrl));
    }

    private Task<ProofPage> PageAsync(Account account, string? returnUrl) =>
        ProofPage.OfAsync(account, accounts, providers, ProofPage.Local(Url, returnUrl));
}

public sealed class ProofForm
{
    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "비밀번호")]
    public string Password { get; set; } = "";
}
