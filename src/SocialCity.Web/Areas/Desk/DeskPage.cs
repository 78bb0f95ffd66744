using Microsoft.AspNetCore.Mvc.Rendering;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Desk;

/// <summary>What the desk shows.</summary>
/// <param name="Query">What was asked for: the pile that lies open, and what it is narrowed by.</param>
/// <param name="Counts">How many lie on each.</param>
/// <param name="Rows">One page of the pile.</param>
/// <param name="Choices">What the pile can be narrowed to.</param>
/// <param name="Sorts">Whether the person's department sorts what no rule claimed.</param>
/// <param name="Now">UTC.</param>
public sealed record DeskPage(DeskQuery Query, DeskCounts Counts, Page<DeskRow> Rows, DeskChoices Choices, bool Sorts, DateTime Now)
{
    public DeskPile Pile => Query.Open;

    public IEnumerable<DeskPile> Piles => Enum.GetValues<DeskPile>().Where(p => p != DeskPile.Triage || Sorts);
}

/// <param name="Officers">Whom a manager can narrow the pile to; empty for others.</param>
public sealed record DeskChoices(IReadOnlyList<SelectListItem> Categories, IReadOnlyList<SelectListItem> Districts, IReadOnlyList<SelectListItem> Officers);

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
