using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Accounts;

/// <summary>
/// Notes a change of how somebody signs in, in the audit log and to its owner, who may not have been the one who did it. Saved with the
/// change itself.
/// </summary>
public sealed class CredentialNotices(CityDb db, AuditLog audit, TimeProvider time)
{
    /// <param name="account">Whose credentials changed.</param>
    /// <param name="action">One of <see cref="SignInActions"/>; the notice is worded by it.</param>
    /// <param name="name">The provider or the name of the passkey.</param>
    /// <param name="address">The network address, for the audit log.</param>
    public void Add(Account account, string action, string name, string? address)
    {
        audit.Add(AuditKind.SignIn, action, $"account:{account.Id}", account.Id, address);
        Dictionary<string, string> facts = new() { [NoticeFacts.Change] = action, [NoticeFacts.Name] = name };
        db.Add(Notice.To(account, NoticeKind.SecondFactorChanged, facts, time.GetUtcNow().UtcDateTime));
    }
}
