using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Accounts;

/// <summary>The tokens of links that set a new passphrase: good for an hour, where those that confirm an address are good for a day.</summary>
public sealed class RecoveryTokens(
    IDataProtectionProvider protection, IOptions<RecoveryTokenOptions> options, ILogger<DataProtectorTokenProvider<Account>> logger)
    : DataProtectorTokenProvider<Account>(protection, options, logger)
{
    public const string ProviderName = "Recovery";
}

public sealed class RecoveryTokenOptions : DataProtectionTokenProviderOptions
{
    public RecoveryTokenOptions()
    {
        Name = RecoveryTokens.ProviderName;
        TokenLifespan = TimeSpan.FromHours(1);
    }
}

/// <summary>A new passphrase for somebody who forgot theirs, by a link to their address. Nothing tells whether an address is known.</summary>
public sealed class PasswordRecovery(
    UserManager<Account> accounts, PasswordSetting passwords, CityDb db, AuditLog audit, TimeProvider time)
{
    /// <summary>Sends the link, if there is such an account.</summary>
    public async Task SendAsync(string email, Func<long, string, string> linkOf, string? address, CancellationToken cancellationToken)
    {
        Account? account = await accounts.FindByEmailAsync(email);
        // An entry in either case, so that either takes a write.
        audit.Add(AuditKind.SignIn, SignInActions.PasswordForgotten, account is null ? "account:unknown" : $"account:{account.Id}", null, address);
        if (account is { IsActive: true })
        {
            Dictionary<string, string> facts = new()
            {
                [NoticeFacts.Name] = account.DisplayName,
                [NoticeFacts.Link] = linkOf(account.Id, await accounts.GeneratePasswordResetTokenAsync(account)),
            };
            db.Add(Notice.ToAddress(account.Email ?? email, account.Language, NoticeKind.ResetPassword, facts, time.GetUtcNow().UtcDateTime));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The account that a link belongs to; null when it is too old, used, or made up.</summary>
    public async Task<Account?> FindByLinkAsync(long id, string token, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { IsActive: true } account
        && await accounts.VerifyUserTokenAsync(
            account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, token)
            ? account
            : null;

    /// <summary>Sets the new passphrase. The link came by mail, so the address is proved as well.</summary>
    public async Task<PasswordProblem?> ResetAsync(Account account, string password, string? address, CancellationToken cancellationToken)
    {
        if (await passwords.CheckAsync(account, password) is { } problem)
        {
            return problem;
        }

        if (!account.EmailConfirmed)
        {
            account.ConfirmEmail();
        }

        if (await passwords.SetAsync(account, password, SignInActions.PasswordReset, address, cancellationToken) is { } refused)
        {
            return refused;
        }

        await db.Sessions.EndStaleAsync(account, time.GetUtcNow().UtcDateTime, cancellationToken);
        return null;
    }
}
