using SocialCity.Complaints;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Acts that change how due dates are counted: the open ones follow at once, and the next page says how many moved.</summary>
public abstract class RecountingController(OfficeChanges changes, ComplaintDeadlines deadlines, OfficeWords words) : OfficeActController(changes, words)
{
    protected ComplaintDeadlines Deadlines { get; } = deadlines;

    protected async Task RecountAsync(CancellationToken cancellationToken) => TellMoved(await Deadlines.RecountAsync(cancellationToken));

    protected void TellMoved(int moved) => this.FlashInfo(Words.OfMoved(moved));
}
