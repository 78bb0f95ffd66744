using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <param name="Reason">Why it went there; empty when it is sorted by hand.</param>
/// <param name="DueAt">UTC; null once it is answered or closed, or while the petitioner is asked.</param>
/// <param name="AnsweredAt">UTC.</param>
/// <param name="Basis">The article by which the period is counted.</param>
/// <param name="IsGuest">Whether the petitioner follows it by mail alone.</param>
public sealed record ReceiptPage(
    string Number,
    string Title,
    bool IsPrivate,
    string? Department,
    string? Phone,
    string Reason,
    DateTime ReceivedAt,
    DateTime? DueAt,
    DateTime? AnsweredAt,
    StatutoryPeriod Period,
    string Basis,
    bool IsGuest);

public sealed class ReceiptPages(CityDb db, CurrentCity city)
{
    /// <summary>The receipt, for the petitioner alone: two queries.</summary>
    public async Task<ReceiptPage?> FindAsync(string number, Actor actor, CancellationToken cancellationToken)
    {
        var found = await (
            from c in db.Complaints.VisibleTo(actor).WithNumber(number).AsNoTracking()
            join category in db.ComplaintCategories on c.CategoryId equals category.Id
            join d in db.Departments on c.DepartmentId equals d.Id into departments
            from department in departments.DefaultIfEmpty()
            select new { Complaint = c, category.Kind, Department = department }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || !found.Complaint.RolesOf(actor).HasFlag(ComplaintRoles.Petitioner))
        {
            return null;
        }

        Complaint complaint = found.Complaint;
        DateOnly day = DateOnly.FromDateTime(city.TimeZone.ToLocal(complaint.ReceivedAt));
        string? basis = await db.PetitionPeriods.InForce(found.Kind, day).Select(p => p.Basis).FirstOrDefaultAsync(cancellationToken);
        return new ReceiptPage(
            number,
            complaint.Title,
            complaint.IsPrivate,
            found.Department?.Name.ToString(),
            found.Department?.Phone,
            complaint.RouteReason.ToString(),
            complaint.ReceivedAt,
            complaint.DueAt,
            complaint.AnsweredAt,
            complaint.Period,
            basis ?? "",
            complaint.AuthorId is null);
    }
}
