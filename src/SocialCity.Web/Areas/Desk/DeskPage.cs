using Microsoft.AspNetCore.Mvc.Rendering;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Desk;

/// <summary>What the desk shows.</summary>
/// <param name="Pile">The pile that lies open.</param>
/// <param name="Counts">How many lie on each.</param>
/// <param name="Rows">One page of the pile.</param>
/// <param name="Officers">Whom a manager can narrow the pile to; empty for others.</param>
/// <param name="OfficerId">Whom it is narrowed to.</param>
/// <param name="Sorts">Whether the person's department sorts what no rule claimed.</param>
/// <param name="Now">UTC.</param>
public sealed record DeskPage(
    DeskPile Pile, DeskCounts Counts, Page<DeskRow> Rows, IReadOnlyList<SelectListItem> Officers, long? OfficerId, bool Sorts, DateTime Now)
{
    public IEnumerable<DeskPile> Piles => Enum.GetValues<DeskPile>().Where(p => p != DeskPile.Triage || Sorts);

    public string PathOf(DeskPile pile, Cursor? at = null)
    {
        string path = $"/desk?pile={pile.ToString().ToLowerInvariant()}";
        path += OfficerId is { } officer && pile == Pile ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"&officer={officer}") : "";
        return at is null ? path : $"{path}&at={at}";
    }
}

/// <summary>A complaint on the desk.</summary>
/// <param name="ReplyBy">Until when its petitioner is asked to reply, UTC; null while nothing is asked.</param>
public sealed record DeskRow(
    long Id,
    string Number,
    string Title,
    string Category,
    string? District,
    ComplaintState State,
    DateTime ReceivedAt,
    DateTime ChangedAt,
    DateTime? DueAt,
    DateTime? ReplyBy,
    DueWarning Urgency,
    string? Officer,
    bool ForManager,
    bool IsPrivate,
    int SupportCount);
