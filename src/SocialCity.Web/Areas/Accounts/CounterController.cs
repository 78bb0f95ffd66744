using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.TagHelpers;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>The code that a person shows at the counter.</summary>
[Area("Accounts")]
public sealed class CounterCodeController(UserManager<Account> accounts, CounterVerification counter) : Controller
{
    [HttpGet("/account/counter-code")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Show() =>
        await accounts.GetUserAsync(User) is { } account
            ? View(new CounterCodePage(
                account.Email ?? "",
                account.Level,
                account.Level == IdentityLevel.Verified ? null : await counter.CodeFor(account)))
            : Challenge();
}

/// <param name="Email">The address that the person names with the code.</param>
/// <param name="Level">The level they have now.</param>
/// <param name="Code">Six digits; null for somebody who needs none.</param>
public sealed record CounterCodePage(string Email, IdentityLevel Level, string? Code);

/// <summary>The counter: an official who saw a person and their document vouches for their account.</summary>
[Area("Accounts")]
[Route("/account/counter")]
[Authorize(Policies.Vouch)]
public sealed class CounterController(CounterVerification counter, CurrentAccount current, IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public IActionResult New() => View(PageOf(new CounterForm()));

    [HttpPost("")]
    [LimitFailures(AccountField = $"{nameof(CounterPage.Form)}.{nameof(CounterForm.Email)}")]
    public async Task<IActionResult> Create([Bind(Prefix = nameof(CounterPage.Form))] CounterForm form, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && form is { Document: { } document })
        {
            var (account, refusal) = await counter.VouchAsync(
                form.Email, form.Code.Replace(" ", "", StringComparison.Ordinal), document, current.RequiredId, current.Address, cancellationToken);
            if (account is not null)
            {
                this.FlashSuccess(T["{0} 님을 본인으로 확인했습니다.", account.DisplayName]);
                return RedirectToAction(nameof(New));
            }

            ModelState.AddModelError($"{nameof(CounterPage.Form)}.{nameof(CounterForm.Code)}", refusal switch
            {
                VouchRefusal.OwnAccount => T["자기 계정은 스스로 확인할 수 없습니다. 동료에게 부탁해 주세요."],
                VouchRefusal.AlreadyVerified => T["이미 본인 확인을 마친 계정입니다."],
                _ => T["이메일과 번호가 맞지 않거나 번호가 오래되었습니다. 화면을 새로 고친 뒤 보이는 번호를 다시 받아 주세요."],
            });
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(New), PageOf(form));
    }

    private CounterPage PageOf(CounterForm form) => new(
        form, [.. Enum.GetValues<IdentityDocument>().Select(document => new Choice(document.ToString(), AccountWords.Of(document, T)))]);
}

public sealed class CounterForm
{
    [Required, EmailAddress, StringLength(Account.EmailLength), Display(Name = "시민의 이메일")]
    public string Email { get; set; } = "";

    [Required, StringLength(10), Display(Name = "시민이 보여 준 번호")]
    public string Code { get; set; } = "";

    [Required, Display(Name = "확인한 신분증")]
    public IdentityDocument? Document { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "신분증과 얼굴을 직접 확인한 뒤에만 진행할 수 있습니다.")]
    [Display(Name = "신분증의 사진과 얼굴을 직접 견주어 보았습니다")]
    public bool Seen { get; set; }
}

public sealed record CounterPage(CounterForm Form, IReadOnlyList<Choice> Documents);
