using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// Counts the attempts to prove oneself that failed: generously those of a network, since a whole town hall may stand behind one address,
/// and tightly those of a network on one account. Who gets in costs nobody anything. Counted by each node for itself.
/// </summary>
public sealed class FailedAttempts : IDisposable
{
    // An attempt is charged once it has failed, so those under way at the same time are not seen by each other: they are kept few.
    private const int AtOnce = 8;
    private const int Waiting = 200;

    private readonly PartitionedRateLimiter<string> _turns = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetConcurrencyLimiter(network, _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting }));

    private readonly PartitionedRateLimiter<string> _networks;
    private readonly PartitionedRateLimiter<(string Network, string Account)> _accounts;

    public FailedAttempts(IOptions<RateLimitOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _networks = Counting<string>(options.Value.SignIn);
        _accounts = Counting<(string, string)>(options.Value.SignInOfAccount);
    }

    /// <summary>Waits until few enough attempts of the network are under way; to be disposed when this one is over.</summary>
    public ValueTask<RateLimitLease> TurnAsync(string network, CancellationToken cancellationToken) =>
        _turns.AcquireAsync(network, 1, cancellationToken);

    /// <summary>The refusal, with the time to wait, when too many attempts failed; null when one more may be made.</summary>
    /// <param name="network">Where it comes from.</param>
    /// <param name="account">The address that it is made on, as typed; null when it names none.</param>
    public RateLimitLease? Refusal(string network, string? account)
    {
        // No permit is taken: it is only seen whether one is left.
        RateLimitLease lease = _networks.AttemptAcquire(network, 0);
        if (lease.IsAcquired && account is not null)
        {
            lease.Dispose();
            lease = _accounts.AttemptAcquire((network, Key(account)), 0);
        }

        if (!lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    /// <summary>Charges an attempt that failed; see <see cref="Refusal"/>.</summary>
    public void Count(string network, string? account)
    {
        _networks.AttemptAcquire(network).Dispose();
        if (account is not null)
        {
            _accounts.AttemptAcquire((network, Key(account))).Dispose();
        }
    }

    public void Dispose()
    {
        _turns.Dispose();
        _networks.Dispose();
        _accounts.Dispose();
    }

    private static string Key(string account) => account.Trim().ToUpperInvariant();

    private static PartitionedRateLimiter<TKey> Counting<TKey>(Limit limit)
        where TKey : notnull =>
        PartitionedRateLimiter.Create<TKey, TKey>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ => limit.ToWindow()));
}
