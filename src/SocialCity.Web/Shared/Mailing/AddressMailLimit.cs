using System.Threading.RateLimiting;

namespace SocialCity.Web.Shared.Mailing;

/// <summary>
/// How many mails strangers may cause to one address, wherever they ask from. Where it would tell who has an account, nothing is said of it.
/// Counted by each node for itself.
/// </summary>
public sealed class AddressMailLimit : IDisposable
{
    private const int Permits = 5;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(email =>
        RateLimitPartition.GetFixedWindowLimiter(
            email.Trim().ToUpperInvariant(), _ => new FixedWindowRateLimiterOptions { PermitLimit = Permits, Window = Window }));

    public bool Allows(string email)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(email);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
