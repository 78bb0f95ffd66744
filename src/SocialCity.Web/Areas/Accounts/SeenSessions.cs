using System.Collections.Concurrent;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// Which sessions are in use. A request only remembers it; what is remembered is written beside the requests every few seconds, so that no
/// page carries a command for a note of its own.
/// </summary>
public sealed class SeenSessions
{
    private readonly ConcurrentDictionary<Guid, DateTime> remembered = [];

    /// <summary>When the session was last seen, here or, as the database says, anywhere.</summary>
    public DateTime LastOf(Guid id, DateTime written) => remembered.TryGetValue(id, out DateTime seen) && seen > written ? seen : written;

    public void Remember(Guid id, DateTime now) => remembered[id] = now;

    /// <summary>Writes what was remembered.</summary>
    public async Task WriteAsync(CityDb db, CancellationToken cancellationToken)
    {
        foreach (KeyValuePair<Guid, DateTime> seen in remembered.ToArray())
        {
            await db.Sessions.SeenAsync(seen.Key, seen.Value, cancellationToken);
            remembered.TryRemove(seen);
        }
    }
}
