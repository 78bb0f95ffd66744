using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Another passphrase, by somebody who gives the present one.</summary>
[Area("Accounts")]
[Route("/account/password")]
public sealed class PasswordController(
    UserManager<Account> accounts,
    SignInCheck check,
    PasswordSetting passwords,
    SigningIn signingIn,
    CurrentAccount current,
    IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public IActionResult Edit() => View(new PasswordForm());

    [HttpPost("")]
    [LimitFailures]
    public async Task<IActionResult> Update(PasswordForm form, CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
        {
            return Challenge();
        }

        if (ModelState.IsValid)
        {
            if (!await check.ConfirmAsync(account, form.Present, signingIn.Device, current.Address, cancellationToken))
            {
                ModelState.AddModelError(nameof(form.Present), T["비밀번호가 맞지 않습니다. 여러 번 틀리면 15분 동안 기다려야 합니다."]);
            }
            else if (await passwords.SetAsync(account, form.Password, SignInActions.PasswordChanged, current.Address, cancellationToken) is { } problem)
            {
                ModelState.Add(nameof(form.Password), problem, T);
            }
            else
            {
                await signingIn.KeepAsync(account, cancellationToken);
                this.FlashSuccess(T["비밀번호를 바꾸었습니다. 다른 기기에서는 모두 로그아웃되었습니다."]);
                return RedirectToAction("Index", "Security");
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(Edit), form);
    }
}

public sealed class PasswordForm
{
    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "지금 비밀번호")]
    public string Present { get; set; } = "";

    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "새 비밀번호")]
    public string Password { get; set; } = "";
}
