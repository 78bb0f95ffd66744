using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Signing in and out.</summary>
[Area("Accounts")]
public sealed class SessionsController(
    SignInCheck check, SigningIn signingIn, PendingSignIn pending, CurrentAccount current, IStringLocalizer<AccountTexts> T) : Controller
{
    public const string SignInAddress = "/account/sign-in";
    public const string ReturnParameter = "returnUrl";

    [AllowAnonymous]
    [HttpGet(SignInAddress)]
    public IActionResult New(string? returnUrl) =>
        current.IsSignedIn ? LocalRedirect(Home(returnUrl)) : View(new SignInPage(new SignInForm(), Local(returnUrl)));

    [AllowAnonymous]
    [HttpPost(SignInAddress)]
    [LimitFailures(AccountField = $"{nameof(SignInPage.Form)}.{nameof(SignInForm.Email)}")]
    public async Task<IActionResult> Create(
        [Bind(Prefix = nameof(SignInPage.Form))] SignInForm form, string? returnUrl, CancellationToken cancellationToken)
    {
        Account? account = ModelState.IsValid
            ? await check.PasswordAsync(form.Email, form.Password, signingIn.Device, current.Address, cancellationToken)
            : null;
        if (account is null)
        {
            if (ModelState.IsValid)
            {
                ModelState.AddModelError("", T["이메일이나 비밀번호가 맞지 않습니다. 방금 가입했다면 메일로 받은 확인 링크를 먼저 열어 주세요. 여러 번 틀리면 15분 동안 로그인할 수 없습니다."]);
            }

            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(New), new SignInPage(form, Local(returnUrl)));
        }

        if (account.TwoFactorEnabled)
        {
            await pending.KeepAsync(account, form.Remember);
            return RedirectToAction("New", "SecondFactor", new { returnUrl = Local(returnUrl) });
        }

        await signingIn.BeginAsync(account, "password", form.Remember, cancellationToken);
        return LocalRedirect(Home(returnUrl));
    }

    [AllowAnonymous]
    [HttpPost("/account/sign-out")]
    public async Task<IActionResult> Delete(CancellationToken cancellationToken)
    {
        await signingIn.EndAsync(cancellationToken);
        // What was begun and kept on this device is nobody else's.
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        this.FlashSuccess(T["로그아웃했습니다."]);
        return LocalRedirect("/");
    }

    private string Home(string? returnUrl) => Local(returnUrl) ?? "/";

    private string? Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl : null;
}

public sealed class SignInForm
{
    [Required, EmailAddress, StringLength(Account.EmailLength), DataType(DataType.EmailAddress), Display(Name = "이메일")]
    public string Email { get; set; } = "";

    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "비밀번호")]
    public string Password { get; set; } = "";

    [Display(Name = "이 기기에서 로그인 유지")]
    public bool Remember { get; set; }
}

public sealed record SignInPage(SignInForm Form, string? ReturnUrl);
