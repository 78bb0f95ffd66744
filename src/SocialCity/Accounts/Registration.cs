using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Accounts;

/// <summary>What somebody who wants to join has typed; the required consents were given.</summary>
public sealed record NewAccount(string Email, string DisplayName, string Password, string Language, bool WantsNews);

/// <summary>
/// Joining. Whoever types an address learns nothing of whether it is known: the page is the same, and the mail goes to the owner. An
/// account exists for others only once its address is confirmed with its passphrase; until then a new registration replaces it, so that
/// nobody can wait in an account for the owner of an address.
/// </summary>
public sealed class Registration(
    UserManager<Account> accounts,
    IPasswordHasher<Account> hasher,
    PasswordSetting passwords,
    CityDb db,
    IDatabaseProvider provider,
    AuditLog audit,
    TimeProvider time)
{
    /// <summary>What is wrong with the passphrase of somebody who wants to join; null when nothing is.</summary>
    public Task<PasswordProblem?> CheckAsync(NewAccount wanted) =>
        passwords.CheckAsync(new Account(wanted.Email, wanted.DisplayName, wanted.Language, time.GetUtcNow().UtcDateTime), wanted.Password);

    /// <param name="wanted">The form.</param>
    /// <param name="linkOf">Makes the path of the confirmation link of an id and a token.</param>
    /// <param name="address">The network address, for the audit log.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    /// <returns>What is wrong with the passphrase; null when all is well, whether or not the address was known.</returns>
    public async Task<PasswordProblem?> RegisterAsync(
        NewAccount wanted, Func<long, string, string> linkOf, string? address, CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        Account draft = new(wanted.Email, wanted.DisplayName, wanted.Language, now);
        if (await passwords.CheckAsync(draft, wanted.Password) is { } problem)
        {
            return problem;
        }

        // Computed in every case: it takes longer than all the rest.
        string hash = hasher.HashPassword(draft, wanted.Password);
        try
        {
            await db.InTransactionAsync(ct => SaveAsync(wanted, hash, linkOf, address, ct), cancellationToken);
        }
        catch (DbUpdateException e) when (provider.IsUniqueViolation(e))
        {
            // Sent twice at the same moment: the other one has done it.
            db.ChangeTracker.Clear();
        }

        return null;
    }

    /// <summary>Sends the link once more, if there is an account that waits for it.</summary>
    public async Task SendAgainAsync(string email, Func<long, string, string> linkOf, CancellationToken cancellationToken)
    {
        if (await accounts.FindByEmailAsync(email) is { EmailConfirmed: false, IsActive: true } account)
        {
            await SendLinkAsync(account, linkOf);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The account that a confirmation link belongs to; null when it is too old, used, or made up.</summary>
    public async Task<Account?> FindByLinkAsync(long id, string token, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { EmailConfirmed: false, IsActive: true } account
        && await accounts.VerifyUserTokenAsync(
            account, accounts.Options.Tokens.EmailConfirmationTokenProvider, UserManager<Account>.ConfirmEmailTokenPurpose, token)
            ? account
            : null;

    /// <summary>Completes joining for somebody who opened the link and knows the passphrase.</summary>
    public async Task ConfirmAsync(Account account, string? address, CancellationToken cancellationToken)
    {
        account.ConfirmEmail();
        audit.Add(AuditKind.SignIn, SignInActions.Confirmed, $"account:{account.Id}", account.Id, address);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<bool> SaveAsync(
        NewAccount wanted, string hash, Func<long, string, string> linkOf, string? address, CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        Account? account = await accounts.FindByEmailAsync(wanted.Email);
        if (account is { EmailConfirmed: true } or { IsActive: false })
        {
            if (account.IsActive)
            {
                db.Add(Notice.ToAddress(
                    account.Email ?? wanted.Email, account.Language, NoticeKind.AlreadyRegistered, new Dictionary<string, string>(), now));
                await db.SaveChangesAsync(cancellationToken);
            }

            return true;
        }

        if (account is null)
        {
            account = new Account(wanted.Email, wanted.DisplayName, wanted.Language, now)
            {
                NormalizedEmail = accounts.NormalizeEmail(wanted.Email),
                NormalizedUserName = accounts.NormalizeName(wanted.Email),
            };
            db.Add(account);
        }
        else
        {
            account.Present(wanted.DisplayName, "", null);
            account.Speak(wanted.Language);
            await db.Consents.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        }

        account.ChangePassword(hash);
        await db.SaveChangesAsync(cancellationToken);
        IEnumerable<ConsentPurpose> given = wanted.WantsNews ? [.. ConsentTexts.Required, ConsentPurpose.News] : ConsentTexts.Required;
        db.AddRange(given.Select(purpose => new Consent(account, purpose, ConsentTexts.VersionOf(purpose), now)));
        audit.Add(AuditKind.SignIn, SignInActions.Registered, $"account:{account.Id}", account.Id, address);
        await SendLinkAsync(account, linkOf);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task SendLinkAsync(Account account, Func<long, string, string> linkOf)
    {
        string token = await accounts.GenerateEmailConfirmationTokenAsync(account);
        Dictionary<string, string> facts = new()
        {
            [NoticeFacts.Name] = account.DisplayName,
            [NoticeFacts.Link] = linkOf(account.Id, token),
        };
        db.Add(Notice.ToAddress(account.Email ?? "", account.Language, NoticeKind.ConfirmEmail, facts, time.GetUtcNow().UtcDateTime));
    }
}
