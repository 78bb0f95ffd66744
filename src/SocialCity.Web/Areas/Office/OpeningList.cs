using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Web.Areas.Office;

/// <summary>What a new city sets up before it takes complaints, in the order in which one follows from the other.</summary>
public enum OpeningStep
{
    Name,
    Contact,
    Districts,
    Departments,
    Triage,

    /// <summary>Somebody works in the department that sorts: else nobody sees what comes in.</summary>
    Officials,
    Categories,

    /// <summary>At least one duty has an officer, so that complaints need not all be sorted by hand.</summary>
    Duties,

    /// <summary>The public holidays of this year and the next, by which due dates are counted.</summary>
    Holidays,
}

/// <summary>What of it is done.</summary>
/// <param name="Left">The steps that are still to be taken.</param>
/// <param name="WithoutDepartment">Open complaints that came in while no department sorted: nobody sees them.</param>
/// <param name="Year">The present year of the city.</param>
public sealed record OpeningList(IReadOnlyList<OpeningStep> Done, IReadOnlyList<OpeningStep> Left, int WithoutDepartment, int Year)
{
    public int Count => Done.Count + Left.Count;

    /// <summary>One query.</summary>
    public static async Task<OpeningList> LoadAsync(CityDb db, TimeZoneInfo zone, DateTime now, CancellationToken cancellationToken)
    {
        int year = zone.DayOf(now).Year;
        DateOnly thisYear = new(year, 1, 1);
        DateOnly nextYear = new(year + 1, 1, 1);
        DateOnly end = new(year + 2, 1, 1);
        var found = await db.Cities.AsNoTracking().Select(c => new
        {
            City = c,
            Districts = db.Districts.Any(d => d.IsActive),
            Departments = db.Departments.Any(d => d.DissolvedAt == null),
            Officials = db.DepartmentsTakingIn().Any(d => d.Id == c.TriageDepartmentId),
            Categories = db.ComplaintCategories.Any(k => k.IsActive),
            Duties = db.DutiesInCharge().Any(d => d.OfficerId != null),
            ThisYear = db.Set<Holiday>().Any(h => h.Date >= thisYear && h.Date < nextYear),
            NextYear = db.Set<Holiday>().Any(h => h.Date >= nextYear && h.Date < end),
            WithoutDepartment = db.Complaints.Count(k => k.DepartmentId == null && k.IsOpen),
        }).SingleAsync(cancellationToken);
        ILookup<bool, OpeningStep> steps = Enum.GetValues<OpeningStep>().ToLookup(step => step switch
        {
            OpeningStep.Name => found.City.IsNamed,
            OpeningStep.Contact => found.City.IsReachable,
            OpeningStep.Districts => found.Districts,
            OpeningStep.Departments => found.Departments,
            OpeningStep.Triage => found.City.TriageDepartmentId is not null,
            OpeningStep.Officials => found.Officials,
            OpeningStep.Categories => found.Categories,
            OpeningStep.Duties => found.Duties,
            _ => found.ThisYear && found.NextYear,
        });
        return new OpeningList([.. steps[true]], [.. steps[false]], found.WithoutDepartment, year);
    }
}
