using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Media;

namespace SocialCity.Web.Areas.Complaints.Components;

public sealed record SolvedComplaint(
    string Number, string Title, string Language, string? Department, DateTime ReceivedAt, DateTime? AnsweredAt, ShownPhoto Photo)
{
    /// <summary>How many days it took from the receipt to the answer, a part of a day counted as one.</summary>
    public int? Days => AnsweredAt is { } answered ? Math.Max(1, (int)Math.Ceiling((answered - ReceivedAt).TotalDays)) : null;
}

/// <summary>On the front page: what the city has put right lately, as its citizens confirmed, with the photo that showed it.</summary>
public sealed class SolvedComplaints(CityDb db) : ViewComponent
{
    private const string Place = "~/Areas/Complaints/Views/Shared/Components/SolvedComplaints/Default.cshtml";
    private const int Shown = 3;

    /// <summary>Among so many of the newest a photo is looked for, however large the city.</summary>
    private const int Newest = 100;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var rows = await (
            from c in db.Complaints.AsNoTracking().Solved().Take(Newest)
            let photoId = c.Photos.OrderBy(p => p.Order).Select(p => (long?)p.MediaId).FirstOrDefault()
            join photo in db.Set<MediaFile>() on photoId equals photo.Id
            join d in db.Departments on c.DepartmentId equals d.Id into departments
            from department in departments.DefaultIfEmpty()
            orderby c.AnsweredAt descending, c.Id descending
            select new { c.Number, c.Title, c.Language, Department = department, c.ReceivedAt, c.AnsweredAt, Photo = new ShownPhoto(photo.Key, photo.AltText, photo.Width, photo.Height) })
            .Take(Shown)
            .ToListAsync(HttpContext.RequestAborted);
        return rows.Count == 0
            ? Content("")
            : View(Place, rows.ConvertAll(r => new SolvedComplaint(
                r.Number ?? "", r.Title, r.Language, r.Department?.Name.ToString(), r.ReceivedAt, r.AnsweredAt, r.Photo)));
    }
}
