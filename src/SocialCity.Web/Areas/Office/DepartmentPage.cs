using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Office;

public sealed record DepartmentList(IReadOnlyList<DepartmentRow> Departments);

/// <param name="TakesIn">Whether anybody works there: nothing is handed over to it otherwise.</param>
public sealed record DepartmentRow(
    long Id, LocalText Name, string Phone, DateTime? DissolvedAt, int Duties, int Vacant, bool HasManager, bool TakesIn, int OpenComplaints);

/// <param name="Department">Null for a new one.</param>
public sealed record DepartmentPage(Department? Department, DepartmentForm Form)
{
    public IReadOnlyList<DutyRow> Duties { get; init; } = [];

    public IReadOnlyList<TemplateRow> Templates { get; init; } = [];

    public static async Task<DepartmentPage> LoadAsync(CityDb db, Department department, DepartmentForm form, CancellationToken cancellationToken) =>
        new(department, form)
        {
            Duties = await db.Duties.AsNoTracking().Where(d => d.DepartmentId == department.Id).OrderBy(d => !d.IsActive).ThenBy(d => d.Id)
                .Select(d => new DutyRow(d.Id, d.Name, d.Phone, db.OfficersOf(department.Id).Where(a => a.Id == d.OfficerId).Select(a => a.DisplayName).FirstOrDefault(), d.IsActive))
                .ToListAsync(cancellationToken),
            Templates = await db.AnswerTemplates.AsNoTracking().Where(t => t.DepartmentId == department.Id).OrderBy(t => t.Title)
                .Select(t => new TemplateRow(t.Id, t.Title))
                .ToListAsync(cancellationToken),
        };
}

public sealed record DutyRow(long Id, LocalText Name, string Phone, string? Officer, bool IsActive);

public sealed record TemplateRow(long Id, string Title);
