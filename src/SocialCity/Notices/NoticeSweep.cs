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

    /// <summary>How long one of the many alike is kept (the newsletter): nobody asks after these, and they would be most of the table.</summary>
    public static readonly TimeSpan ManyKeptFor = TimeSpan.FromDays(2);

    /// <summary>Returns how many went.</summary>
    public Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        DateTime before = time.GetUtcNow().UtcDateTime - KeptFor;
        DateTime many = time.GetUtcNow().UtcDateTime - ManyKeptFor;
        return db.Notices
            .Where(n => n.AccountId == null && !n.IsOnSite && n.CreatedAt < many && (n.CreatedAt < before || n.Kind == NoticeKind.NewsletterDigest) && n.Delivery != DeliveryState.Waiting)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
