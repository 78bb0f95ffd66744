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
        CityClock clock = new(time, city.TimeZone);
        DateTime month = clock.StartOf(new DateOnly(clock.Today.Year, clock.Today.Month, 1));

        // Both in one command: the kept counts of each state, and those answered this month.
        const int stateOf = 0;
        const int answeredOf = 1;
        var rows = await db.ComplaintTallies
            .GroupBy(t => t.State).Select(g => new { Of = stateOf, State = (ComplaintState?)g.Key, Count = g.Sum(t => t.Count) })
            .Concat(db.Complaints.Listed().Where(c => Answered.Contains(c.State) && c.AnsweredAt >= month)
                .GroupBy(_ => 1).Select(g => new { Of = answeredOf, State = (ComplaintState?)null, Count = g.Count() }))
            .ToListAsync(cancellationToken);
        Dictionary<ComplaintState, int> counts = rows.Where(r => r.Of == stateOf && r.State is not null)
            .ToDictionary(r => r.State ?? default, r => r.Count);
        int answered = rows.Where(r => r.Of == answeredOf).Sum(r => r.Count);
        if (counts.Values.Sum() == 0)
        {
            return Content("");
        }

        return View(Place, new ComplaintFiguresModel(
            counts.Values.Sum(),
            ComplaintStates.Open.Sum(s => counts.GetValueOrDefault(s)),
            counts.GetValueOrDefault(ComplaintState.Confirmed),
            answered));
    }
}
