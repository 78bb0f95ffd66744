using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Complaints.Components;

public sealed record NewComplaint(string Number, string Title, string Language, ComplaintState State, string Category, string? District, DateTime ReceivedAt, int SupportCount);

/// <summary>On the front page: what was filed last.</summary>
public sealed class NewestComplaints(CityDb db) : ViewComponent
{
    private const string Place = "~/Areas/Complaints/Views/Shared/Components/NewestComplaints/Default.cshtml";
    private const int Shown = 5;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var rows = await (
            from c in db.Complaints.AsNoTracking().Listed().NewestFirst().Take(Shown)
            join category in db.ComplaintCategories on c.CategoryId equals category.Id
            join d in db.Districts on c.DistrictId equals d.Id into districts
            from district in districts.DefaultIfEmpty()
            orderby c.ReceivedAt descending, c.Id descending
            select new { c.Number, c.Title, c.Language, c.State, Category = category.Name, District = district, c.ReceivedAt, c.SupportCount })
            .ToListAsync(HttpContext.RequestAborted);
        return rows.Count == 0
            ? Content("")
            : View(Place, rows.ConvertAll(r => new NewComplaint(
                r.Number ?? "", r.Title, r.Language, r.State, r.Category.ToString(), r.District?.Name.ToString(), r.ReceivedAt, r.SupportCount)));
    }
}
