using System.Data;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Blog;

/// <summary>Reads and changes which articles stand in the places of the front page, the large one first; null for a place that is left out.</summary>
public sealed class FrontArranging(CityDb db, BlogCounts counts)
{
    public async Task<IReadOnlyList<long?>> ReadAsync(CancellationToken cancellationToken)
    {
        Dictionary<int, long> places = await db.FrontPlaces.AsNoTracking().ToDictionaryAsync(p => p.Place, p => p.ArticleId, cancellationToken);
        return [.. Enumerable.Range(1, FrontPlace.Most).Select(p => places.TryGetValue(p, out long id) ? id : (long?)null)];
    }

    /// <param name="opened">What stood there when the page was opened.</param>
    /// <param name="chosen">What shall stand there.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Whether it was done; false when somebody else arranged it meanwhile.</returns>
    public Task<bool> ArrangeAsync(IReadOnlyList<long?> opened, IReadOnlyList<long?> chosen, CancellationToken cancellationToken) => db.InTransactionAsync(
        async ct =>
        {
            if (!(await ReadAsync(ct)).SequenceEqual(opened))
            {
                return false;
            }

            await db.FrontPlaces.ExecuteDeleteAsync(ct);
            db.AddRange(chosen.Index().Where(c => c.Item is not null).Select(c => new FrontPlace(c.Index + 1, c.Item ?? 0)));
            await db.SaveChangesAsync(ct);
            await counts.NewEditionAsync(ct);
            return true;
        },
        IsolationLevel.Serializable,
        cancellationToken);
}
