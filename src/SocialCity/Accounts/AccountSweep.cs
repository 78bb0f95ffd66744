using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Accounts;

/// <summary>Deletes what is no longer needed: accounts that were never confirmed, and sessions long over. Run by a job.</summary>
public sealed class AccountSweep(CityDb db, TimeProvider time)
{
    /// <summary>How long an account waits for its confirmation; the privacy statement says so.</summary>
    public static readonly TimeSpan UnconfirmedFor = TimeSpan.FromDays(7);

    /// <summary>How long a session that is over is remembered, for the person's own export.</summary>
    public static readonly TimeSpan SessionsFor = TimeSpan.FromDays(90);

    /// <summary>Returns how many rows went.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        DateTime unconfirmed = now - UnconfirmedFor;
        DateTime over = now - SessionsFor;
        int accounts = await db.Users.Where(a => !a.EmailConfirmed && a.ClosedAt == null && a.CreatedAt < unconfirmed)
            .ExecuteDeleteAsync(cancellationToken);
        int sessions = await db.Sessions.Where(s => s.ExpiresAt < over).ExecuteDeleteAsync(cancellationToken);
        return accounts + sessions;
    }
}
