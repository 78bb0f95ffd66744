using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// Asks the person behind an open session to prove themself once more, by passphrase or code; see <see cref="ProofRequiredAttribute"/>.
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
                return await ProvedAsync(account, returnUrl, cancellationToken);
            }

            ModelState.AddModelError(
                $"{nameof(ProofPage.Form)}.{nameof(form.Password)}", T["비밀번호가 맞지 않습니다. 여러 번 틀리면 15분 동안 기다려야 합니다."]);
        }

        return await WrongAsync(account, returnUrl);
    }

    [HttpPost("code")]
    [LimitFailures]
    public async Task<IActionResult> CreateByCode(
        [Bind(Prefix = nameof(ProofPage.Authenticator))] SecondFactorForm proof, string? returnUrl, CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { TwoFactorEnabled: true } account)
        {
            return RedirectToAction(nameof(New), new { returnUrl = ProofPage.Local(Url, returnUrl) });
        }

        if (ModelState.IsValid)
        {
            string digits = proof.Code.Replace(" ", "", StringComparison.Ordinal);
            if (!check.IsLocked(account))
            {
                if (await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits))
                {
                    return await ProvedAsync(account, returnUrl, cancellationToken);
                }

                await check.FailedAsync(account, signingIn.Device, current.Address, cancellationToken);
            }

            ModelState.AddModelError(
                $"{nameof(ProofPage.Authenticator)}.{nameof(proof.Code)}",
                T["번호가 맞지 않거나 이미 쓴 번호입니다. 앱에 새 번호가 뜨면 그 번호를 써 주세요. 여러 번 틀리면 15분 동안 로그인할 수 없습니다."]);
        }

        return await WrongAsync(account, returnUrl);
    }

    private async Task<IActionResult> ProvedAsync(Account account, string? returnUrl, CancellationToken cancellationToken)
    {
        await signingIn.ProvedAsync(account, cancellationToken);
        this.FlashInfo(T["확인했습니다. 이어서 하시면 됩니다."]);
        return LocalRedirect(ProofPage.Local(Url, returnUrl));
    }

    private async Task<IActionResult> WrongAsync(Account account, string? returnUrl)
    {
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
