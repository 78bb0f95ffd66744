using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Accounts;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>How somebody may prove to be themself: only the ways that their account has.</summary>
/// <param name="Form">The passphrase.</param>
/// <param name="Authenticator">The code of the authenticator app.</param>
/// <param name="ReturnUrl">Where they go on afterwards.</param>
/// <param name="HasPassword">Whether there is a passphrase to ask for.</param>
/// <param name="HasAuthenticator">Whether a code may be given instead.</param>
/// <param name="HasPasskey">Whether a passkey may be used instead.</param>
/// <param name="Providers">The outside accounts of somebody without a passphrase.</param>
public sealed record ProofPage(
    ProofForm Form,
    SecondFactorForm Authenticator,
    string ReturnUrl,
    bool HasPassword,
    bool HasAuthenticator,
    bool HasPasskey,
    IReadOnlyList<ExternalProvider> Providers)
{
    public static async Task<ProofPage> OfAsync(
        Account account, UserManager<Account> accounts, ExternalProviders providers, string returnUrl)
    {
        IList<UserLoginInfo> logins = account.PasswordHash is null ? await accounts.GetLoginsAsync(account) : [];
        return new ProofPage(
            new ProofForm(),
            new SecondFactorForm(),
            returnUrl,
            account.PasswordHash is not null,
            account.TwoFactorEnabled,
            (await accounts.GetPasskeysAsync(account)).Count > 0,
            [.. providers.All.Where(p => logins.Any(l => l.LoginProvider == p.Scheme))]);
    }

    /// <summary>An address of this site, or the page of the settings that ask for proofs.</summary>
    public static string Local(IUrlHelper url, string? returnUrl) =>
        url.IsLocalUrl(returnUrl) ? returnUrl : url.Action("Index", "Security", new { area = "Accounts" }) ?? "/";
}
