using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Components;

public sealed record ComplaintFiguresModel(int Total, int Open, int Confirmed, int AnsweredThisMonth);

/// <summary>On the front page: how many complaints are open, and how many were answered this month.</summary>
public sealed class ComplaintFigures(CityDb db, CurrentCity city, TimeProvider time) : ViewComponent
{
    private const string Place = "~/Areas/Complaints/Views/Shared/Components/ComplaintFigures/Default.cshtml";

    private static readonly ComplaintState[] Answered = [ComplaintState.Answered, ComplaintState.Confirmed, ComplaintState.Closed];

    public async Task<IViewComponentResult> InvokeAsync()
    {
        CancellationToken cancellationToken = HttpContext.RequestAborted;
        Dictionary<ComplaintState, int> counts = await db.ComplaintTallies
            .GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Sum(t => t.Count) })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        if (counts.Values.Sum() == 0)
        {
            return Content("");
        }

        CityClock clock = new(time, city.TimeZone);
        DateTime month = clock.StartOf(new DateOnly(clock.Today.Year, clock.Today.Month, 1));
        int answered = await db.Complaints.Listed()
            .CountAsync(c => Answered.Contains(c.State) && c.AnsweredAt >= month, cancellationToken);
        return View(Place, new ComplaintFiguresModel(
            counts.Values.Sum(),
            ComplaintStates.Open.Sum(s => counts.GetValueOrDefault(s)),
            counts.GetValueOrDefault(ComplaintState.Confirmed),
            answered));
    }
}
