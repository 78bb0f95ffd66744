using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Accounts;

/// <summary>
/// Another e-mail address: confirmed by a link to the new one, told to the old one when it is asked for and when it is done. Nothing
/// tells whether an address is known.
/// </summary>
public sealed class EmailChanging(
    UserManager<Account> accounts, CityDb db, IDatabaseProvider provider, IEnumerable<IPersonalData> holders, AuditLog audit, TimeProvider time)
{
    /// <summary>Sends the link to the new address, or tells its owner that it has an account already.</summary>
    /// <param name="account">Who wants another address.</param>
    /// <param name="email">The address they want.</param>
    /// <param name="linkOf">Makes the path of the link of an id, the address and a token.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    public async Task AskAsync(
        Account account, string email, Func<long, string, string, string> linkOf, CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        Account? other = await accounts.FindByEmailAsync(email);
        if (other?.Id != account.Id)
        {
            // Whether or not the wish can be fulfilled: while nothing has changed yet, a stranger's wish can still be stopped.
            db.Add(Notice.To(account, NoticeKind.EmailChangeAsked, new Dictionary<string, string>(), now));
        }

        if (other is not null)
        {
            if (other.IsActive && other.Id != account.Id)
            {
                db.Add(Notice.ToAddress(
                    other.Email ?? email, other.Language, NoticeKind.AlreadyRegistered, new Dictionary<string, string>(), now));
            }
        }
        else
        {
            string token = await accounts.GenerateChangeEmailTokenAsync(account, email);
            Dictionary<string, string> facts = new()
            {
                [NoticeFacts.Name] = account.DisplayName,
                [NoticeFacts.Link] = linkOf(account.Id, email, token),
            };
            db.Add(Notice.ToAddress(email, account.Language, NoticeKind.ConfirmNewEmail, facts, now));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The account that a link belongs to; null when it is too old, used, or made up.</summary>
    public async Task<Account?> FindByLinkAsync(long id, string email, string token, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { IsActive: true } account
        && await accounts.VerifyUserTokenAsync(
            account,
            accounts.Options.Tokens.ChangeEmailTokenProvider,
            UserManager<Account>.GetChangeEmailTokenPurpose(email),
            token)
            ? account
            : null;

    /// <summary>Takes over the new address; sessions elsewhere end. False when somebody else took the address meanwhile.</summary>
    public async Task<bool> ChangeAsync(Account account, string email, string? address, CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        string former = account.Email ?? "";
        account.ChangeEmail(email, accounts.NormalizeEmail(email) ?? email);
        foreach (IPersonalData holder in holders)
        {
            await holder.FollowAsync(former, email, cancellationToken);
        }

        audit.Add(AuditKind.SignIn, SignInActions.EmailChanged, $"account:{account.Id}", account.Id, address);
        Dictionary<string, string> facts = [];
        db.Add(Notice.To(account, NoticeKind.EmailChanged, facts, now, byMail: false));
        db.Add(Notice.ToAddress(former, account.Language, NoticeKind.EmailChanged, facts, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (provider.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
