using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Joining: the form, and the page that says to look into the mailbox, whoever asked for whatever address.</summary>
[Area("Accounts")]
[AllowAnonymous]
[Route("/account/register")]
public sealed class RegistrationController(
    Registration registration, CityNames city, AddressMailLimit mails, CurrentAccount current, IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public IActionResult New() =>
        current.IsSignedIn ? RedirectToAction("Index", "Account") : View(new RegistrationForm { Language = Languages.Current });

    [HttpPost("")]
    [EnableRateLimiting(RateLimits.Register)]
    public async Task<IActionResult> Create(RegistrationForm form, CancellationToken cancellationToken)
    {
        string name = DisplayNames.Clean(form.DisplayName);
        // Asked of the cleaned name: one of letters that nobody sees is not empty to [Required].
        if (ModelState.GetFieldValidationState(nameof(form.DisplayName)) != ModelValidationState.Invalid
            && DisplayNames.Check(name, await city.FindAsync(cancellationToken)) is { } nameProblem)
        {
            ModelState.Add(nameof(form.DisplayName), nameProblem, T);
        }

        NewAccount wanted = new(
            form.Email?.Trim() ?? "", name, form.Password, Languages.Known(form.Language) ?? Languages.Current, form.News);
        if (ModelState.IsValid)
        {
            if (!mails.Allows(wanted.Email))
            {
                return RedirectToAction(nameof(Sent));
            }

            if (await registration.RegisterAsync(wanted, AccountLinks.ToConfirm, current.Address, cancellationToken) is not { } problem)
            {
                return RedirectToAction(nameof(Sent));
            }

            ModelState.Add(nameof(form.Password), problem, T);
        }
        else if (ModelState.GetFieldValidationState(nameof(form.Password)) != ModelValidationState.Invalid
            && await registration.CheckAsync(wanted) is { } weakness)
        {
            // Told together with what else is wrong, not in a second round.
            ModelState.Add(nameof(form.Password), weakness, T);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(New), form);
    }

    [HttpGet("sent")]
    public IActionResult Sent() => View();
}

public sealed class RegistrationForm
{
    [Required, StringLength(Account.DisplayNameLength), Display(Name = "보이는 이름")]
    public string DisplayName { get; set; } = "";

    [Required, EmailAddress, StringLength(Account.EmailLength), Display(Name = "이메일")]
    public string Email { get; set; } = "";

    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "비밀번호")]
    public string Password { get; set; } = "";

    [Required, Chosen, Display(Name = "쓰는 말")]
    public string Language { get; set; } = "ko";

    [Range(typeof(bool), "true", "true", ErrorMessage = "이용약관에 동의해야 가입할 수 있습니다.")]
    [Display(Name = "이용약관에 동의합니다")]
    public bool Terms { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "개인정보 수집·이용에 동의해야 가입할 수 있습니다.")]
    [Display(Name = "개인정보 수집·이용에 동의합니다")]
    public bool Privacy { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "만 14세 이상이면 표시해 주세요.")]
    [Display(Name = "만 14세 이상입니다")]
    public bool Age { get; set; }

    [Display(Name = "시의 소식을 메일로 받겠습니다")]
    public bool News { get; set; }
}
