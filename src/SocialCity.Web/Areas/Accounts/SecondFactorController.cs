using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>The second step of signing in: a code from the authenticator app, or one of the recovery codes.</summary>
[AllowAnonymous]
[Area("Accounts")]
[Route("/account/sign-in/code")]
public sealed class SecondFactorController(
    UserManager<Account> accounts,
    PendingSignIn pending,
    SignInCheck check,
    SigningIn signingIn,
    AuditLog audit,
    CurrentAccount current,
    IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string? returnUrl) =>
        await pending.FindAsync() is null ? Again(returnUrl) : View(new SecondFactorPage(new SecondFactorForm(), Local(returnUrl)));

    [HttpPost("")]
    [LimitFailures]
    public async Task<IActionResult> Create(
        [Bind(Prefix = nameof(SecondFactorPage.Form))] SecondFactorForm form, string? returnUrl, CancellationToken cancellationToken)
    {
        if (await pending.FindAsync() is not var (account, remember))
        {
            return Again(returnUrl);
        }

        if (ModelState.IsValid && !check.IsLocked(account))
        {
            if (await MeansAsync(account, form) is { } means)
            {
                await signingIn.BeginAsync(account, means, remember, cancellationToken);
                return LocalRedirect(Local(returnUrl) ?? "/");
            }

            await check.FailedAsync(account, signingIn.Device, current.Address, cancellationToken);
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(
                $"{nameof(SecondFactorPage.Form)}.{nameof(SecondFactorForm.Code)}",
                T["번호가 맞지 않거나 이미 쓴 번호입니다. 앱에 새 번호가 뜨면 그 번호를 써 주세요. 여러 번 틀리면 15분 동안 로그인할 수 없습니다."]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(New), new SecondFactorPage(form, Local(returnUrl)));
    }

    /// <summary>What proved the person, or null when the code is wrong.</summary>
    private async Task<string?> MeansAsync(Account account, SecondFactorForm form)
    {
        string code = TypedCode.Plain(form.Code);
        if (code.Length == 0)
        {
            return null;
        }

        if (code.Length == 6 && code.All(char.IsAsciiDigit))
        {
            return await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
                ? "password, authenticator"
                : null;
        }

        if (!(await accounts.RedeemTwoFactorRecoveryCodeAsync(account, TypedCode.Recovery(form.Code))).Succeeded)
        {
            return null;
        }

        audit.Add(AuditKind.SignIn, SignInActions.RecoveryCodeUsed, $"account:{account.Id}", account.Id, current.Address);
        int left = await accounts.CountRecoveryCodesAsync(account);
        this.FlashWarning(left == 0
            ? T["마지막 복구 번호를 썼습니다. 보안 설정에서 새로 만들어 주세요."]
            : T["복구 번호를 하나 썼습니다. {0}개가 남았습니다.", left]);
        return "password, recovery code";
    }

    private RedirectToActionResult Again(string? returnUrl)
    {
        this.FlashInfo(T["시간이 지나 로그인을 처음부터 다시 시작합니다."]);
        return RedirectToAction("New", "Sessions", new { returnUrl = Local(returnUrl) });
    }

    private string? Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl : null;
}

public sealed class SecondFactorForm
{
    [Required, StringLength(20), Display(Name = "번호")]
    public string Code { get; set; } = "";
}

public sealed record SecondFactorPage(SecondFactorForm Form, string? ReturnUrl);
