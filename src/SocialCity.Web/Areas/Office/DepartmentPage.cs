using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Office;

public sealed record DepartmentList(IReadOnlyList<DepartmentRow> Departments);

public sealed record DepartmentRow(
    long Id, LocalText Name, string Phone, DateTime? DissolvedAt, int Duties, int Vacant, bool HasManager, int OpenComplaints);

/// <param name="Department">Null for a new one.</param>
public sealed record DepartmentPage(Department? Department, DepartmentForm Form, IReadOnlyList<DutyRow> Duties);

public sealed record DutyRow(long Id, LocalText Name, string Phone, string? Officer, bool IsActive);
