using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Acts of one button by administrators.</summary>
[Authorize(Policy = Policies.Administer)]
public abstract class OfficeActController(OfficeChanges changes, OfficeWords words) : OfficePageActController(changes, words);

/// <summary>Acts of one button: no form to show again, so the next page tells how it ended. Who may do them it says itself.</summary>
public abstract class OfficePageActController(OfficeChanges changes, OfficeWords words) : OfficePageController
{
    protected OfficeChanges Changes { get; } = changes;

    protected OfficeWords Words { get; } = words;

    /// <summary>Saves what was done and noted, and tells it; false when somebody else was first.</summary>
    /// <param name="done">What to tell; null when the page shows it by itself.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    protected async Task<bool> SaveAsync(string? done, CancellationToken cancellationToken)
    {
        bool isSaved = await Changes.SaveAsync(cancellationToken);
        if (!isSaved)
        {
            this.FlashWarning(Words.SomebodyWasFirst());
        }
        else if (done is not null)
        {
            this.FlashSuccess(done);
        }

        return isSaved;
    }

    /// <summary>Moves an entry of an ordered list by one place.</summary>
    /// <returns>Whether it moved.</returns>
    protected Task<bool> MoveAsync<TEntry>(
        IQueryable<TEntry> ordered, Predicate<TEntry> isIt, bool up, Action<TEntry, int> moveTo, string action, string subject, CancellationToken cancellationToken) =>
        MoveAsync(ordered, isIt, place => up ? place - 1 : place + 1, moveTo, action, subject, cancellationToken);

    /// <summary>Moves an entry of an ordered list to another place; see <see cref="ListOrder.Move"/>.</summary>
    /// <returns>Whether it moved.</returns>
    protected async Task<bool> MoveAsync<TEntry>(
        IQueryable<TEntry> ordered, Predicate<TEntry> isIt, Func<int, int> to, Action<TEntry, int> moveTo, string action, string subject, CancellationToken cancellationToken)
    {
        if (ListOrder.Move(await ordered.ToListAsync(cancellationToken), isIt, to, moveTo) is not { } place)
        {
            return false;
        }

        Changes.Note(action, subject, string.Create(CultureInfo.InvariantCulture, $"to {place}"));
        return await SaveAsync(null, cancellationToken);
    }
}
