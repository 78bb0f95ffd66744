using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Shared.Mailing;

/// <summary>
/// How many mails to typed addresses one network may cause where forms are often mistyped: asked just before a mail is sent, so that a form that
/// is refused counts for nothing. Counted by each node for itself.
/// </summary>
public sealed class NetworkMailLimit : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter;

    public NetworkMailLimit(IOptions<RateLimitOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Limit limit = options.Value.Mail;
        _limiter = PartitionedRateLimiter.Create<string, string>(network => RateLimitPartition.GetFixedWindowLimiter(network, _ => limit.ToWindow()));
    }

    /// <summary>Whether one more may go; where not, the lease knows when. See <see cref="RateLimits.RefuseAsync"/>.</summary>
    public RateLimitLease Ask(HttpContext context) => _limiter.AttemptAcquire(RateLimits.Network(context));

    public void Dispose() => _limiter.Dispose();
}
