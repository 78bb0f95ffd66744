using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Accounts;

/// <summary>
/// What goes with every change of how somebody signs in: a new stamp, which ends all other sessions, an entry in the audit log, and a
/// notice to the owner of the account, who may not have been the one who did it. Saved with the change itself.
/// </summary>
public sealed class CredentialChanges(CityDb db, AuditLog audit, TimeProvider time)
{
    /// <param name="account">Whose credentials change.</param>
    /// <param name="action">One of <see cref="SignInActions"/>; the notice is worded by it.</param>
    /// <param name="name">The provider or the name of the passkey.</param>
    /// <param name="address">The network address, for the audit log.</param>
    public void Note(Account account, string action, string name, string? address)
    {
        account.Restamp();
        audit.Add(AuditKind.SignIn, action, $"account:{account.Id}", account.Id, address);
        Dictionary<string, string> facts = new() { [NoticeFacts.Change] = action, [NoticeFacts.Name] = name };
        db.Add(Notice.To(account, NoticeKind.SecondFactorChanged, facts, time.GetUtcNow().UtcDateTime));
    }
}
