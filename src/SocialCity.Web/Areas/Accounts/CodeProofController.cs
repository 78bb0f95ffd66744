using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Proving oneself once more by a code of the authenticator app.</summary>
[Area("Accounts")]
[Route("/account/prove/code")]
public sealed class CodeProofController(
    UserManager<Account> accounts,
    ExternalProviders providers,
    SignInCheck check,
    SigningIn signingIn,
    CurrentAccount current,
    IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpPost("")]
    [LimitFailures]
    public async Task<IActionResult> Create(
        [Bind(Prefix = nameof(ProofPage.Authenticator))] SecondFactorForm proof, string? returnUrl, CancellationToken cancellationToken)
    {
        string back = ProofPage.Local(Url, returnUrl);
        if (await accounts.GetUserAsync(User) is not { TwoFactorEnabled: true } account)
        {
            return RedirectToAction("New", "Proof", new { returnUrl = back });
        }

        if (ModelState.IsValid)
        {
            string digits = TypedCode.Plain(proof.Code);
            if (!check.IsLocked(account))
            {
                if (await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits))
                {
                    await signingIn.ProvedAsync(account, cancellationToken);
                    this.FlashInfo(T["확인했습니다. 이어서 하시면 됩니다."]);
                    return LocalRedirect(back);
                }

                await check.FailedAsync(account, signingIn.Device, current.Address, cancellationToken);
            }

            ModelState.AddModelError(
                $"{nameof(ProofPage.Authenticator)}.{nameof(proof.Code)}",
                T["번호가 맞지 않거나 이미 쓴 번호입니다. 앱에 새 번호가 뜨면 그 번호를 써 주세요. 여러 번 틀리면 15분 동안 로그인할 수 없습니다."]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("/Areas/Accounts/Views/Proof/New.cshtml", await ProofPage.OfAsync(account, accounts, providers, back));
    }
}
