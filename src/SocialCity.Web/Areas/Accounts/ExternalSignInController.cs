using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// Signing in with an outside account that was linked before. It is known by provider and subject alone: an address is never taken from
/// outside, so that nobody comes into an account by having its address elsewhere.
/// </summary>
[Area("Accounts")]
[AllowAnonymous]
public sealed class ExternalSignInController(
    ExternalProviders providers,
    UserManager<Account> accounts,
    PendingSignIn pending,
    SigningIn signingIn,
    IStringLocalizer<AccountTexts> T) : Controller
{
    public const string FailedAddress = "/account/sign-in/with/failed";

    [HttpPost("/account/sign-in/with/{provider}")]
    public IActionResult Create(string provider, string? returnUrl) => providers.Find(provider) is null
        ? NotFound()
        : Challenge(
            new AuthenticationProperties { RedirectUri = Url.Action(nameof(Done), new { provider, returnUrl = Local(returnUrl) }) }, provider);

    [HttpGet("/account/sign-in/with/{provider}/done")]
    public async Task<IActionResult> Done(string provider, string? returnUrl, CancellationToken cancellationToken)
    {
        AuthenticateResult outside = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (providers.Find(provider) is not { } known || SubjectOf(outside, known) is not { } subject)
        {
            return Failed();
        }

        Account? account = await accounts.FindByLoginAsync(known.Scheme, subject);
        if (account is not { IsActive: true, EmailConfirmed: true })
        {
            return View("NotLinked", new NotLinkedPage(AccountWords.Of(known, T), Local(returnUrl)));
        }

        if (account.TwoFactorEnabled)
        {
            await pending.KeepAsync(account, remember: false);
            return RedirectToAction("New", "SecondFactor", new { returnUrl = Local(returnUrl) });
        }

        await signingIn.BeginAsync(account, known.Scheme, remember: false, cancellationToken);
        return LocalRedirect(Local(returnUrl) ?? "/");
    }

    [HttpGet(FailedAddress)]
    public IActionResult Failed()
    {
        this.FlashWarning(T["외부 계정으로 로그인하지 못했습니다. 다시 해 보거나 비밀번호로 로그인해 주세요."]);
        return RedirectToAction("New", "Sessions");
    }

    /// <summary>Who the provider says it was, when this very provider was asked.</summary>
    internal static string? SubjectOf(AuthenticateResult outside, ExternalProvider provider) =>
        outside is { Succeeded: true, Principal: { } principal } && principal.Identity?.AuthenticationType == provider.Scheme
            ? principal.FindFirstValue(ClaimTypes.NameIdentifier)
            : null;

    private string? Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl : null;
}

public sealed record NotLinkedPage(string Provider, string? ReturnUrl);
