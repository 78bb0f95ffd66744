using Microsoft.AspNetCore.Identity;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Accounts;

/// <summary>Judges a wanted passphrase and sets it. Every other session of the account ends, and its owner is told.</summary>
public sealed class PasswordSetting(
    UserManager<Account> accounts, IPasswordHasher<Account> hasher, CityDb db, AuditLog audit, TimeProvider time)
{
    /// <summary>What is wrong with a passphrase for this account; null when it may be used.</summary>
    public async Task<PasswordProblem?> CheckAsync(Account account, string password)
    {
        foreach (IPasswordValidator<Account> validator in accounts.PasswordValidators)
        {
            IdentityResult result = await validator.ValidateAsync(accounts, account, password);
            if (result.Errors.Select(e => Enum.TryParse(e.Code, out PasswordProblem known) ? known : (PasswordProblem?)null)
                .FirstOrDefault(known => known is not null) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>Replaces the passphrase of somebody who gave the present one, or proved themself by the link of a mail.</summary>
    /// <param name="account">The account, loaded for writing.</param>
    /// <param name="password">The new passphrase.</param>
    /// <param name="action">How it stands in the audit log: changed or reset.</param>
    /// <param name="address">The network address, for the audit log.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    /// <returns>What is wrong with the passphrase; null when it was set.</returns>
    public async Task<PasswordProblem?> SetAsync(
        Account account, string password, string action, string? address, CancellationToken cancellationToken)
    {
        if (await CheckAsync(account, password) is { } problem)
        {
            return problem;
        }

        account.ChangePassword(hasher.HashPassword(account, password));
        audit.Add(AuditKind.SignIn, action, $"account:{account.Id}", account.Id, address);
        db.Add(Notice.To(account, NoticeKind.PasswordChanged, new Dictionary<string, string>(), time.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
