using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Another e-mail address for the account.</summary>
[Area("Accounts")]
[ProofRequired]
[Route("/account/email")]
public sealed class EmailController(
    UserManager<Account> accounts,
    EmailChanging changing,
    AddressMailLimit mails,
    IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit() => View(new EmailPage(new EmailForm(), (await accounts.GetUserAsync(User))?.Email ?? ""));

    [HttpPost("")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Update([Bind(Prefix = nameof(EmailPage.Form))] EmailForm form, CancellationToken cancellationToken)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
        {
            return Challenge();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Edit), new EmailPage(form, account.Email ?? ""));
        }

        if (mails.Allows(form.Email))
        {
            await changing.AskAsync(account, form.Email.Trim(), AccountLinks.ToConfirmEmail, cancellationToken);
        }

        this.FlashInfo(T["새 주소로 메일을 보냈습니다. 메일의 링크를 열면 바뀝니다. 하루 안에 열어 주세요."]);
        return RedirectToAction("Index", "Security");
    }
}

public sealed class EmailForm
{
    [Required, EmailAddress, StringLength(Account.EmailLength), Display(Name = "새 이메일")]
    public string Email { get; set; } = "";
}

public sealed record EmailPage(EmailForm Form, string Present);
