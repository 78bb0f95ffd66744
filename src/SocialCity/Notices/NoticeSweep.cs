using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Notices;

/// <summary>
/// Deletes mails to people without an account, to whom no closing of an account would ever do it: the address of a guest is not kept
/// longer than somebody may ask after a mail. Run by a job.
/// </summary>
public sealed class NoticeSweep(CityDb db, TimeProvider time)
{
    /// <summary>How long such a mail is kept, sent or given up; the privacy statement says so.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Returns how many went.</summary>
    public Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        DateTime before = time.GetUtcNow().UtcDateTime - KeptFor;
        return db.Notices
            .Where(n => n.AccountId == null && !n.IsOnSite && n.CreatedAt < before && n.Mail != MailState.Waiting)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
