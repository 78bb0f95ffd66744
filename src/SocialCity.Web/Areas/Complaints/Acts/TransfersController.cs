using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>이송 to another department, or to one of its duties.</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/transfers")]
public sealed class TransfersController(
    ActDesk desk, ActWords words, CityDb db, ComplaintRouter router, IStringLocalizer<ComplaintTexts> T) : ActController<TransferForm>(desk, words)
{
    private const string ToDepartment = "department-";
    private const string ToDuty = "duty-";

    protected override ComplaintAct Act => ComplaintAct.Transfer;

    protected override async Task<ComplaintActing> PrepareAsync(ActSubject subject, TransferForm form, CancellationToken cancellationToken)
    {
        if (await RoutingAsync(form.To ?? "", cancellationToken) is { } routing)
        {
            return (c, clock, now) => c.Transfer(routing, form.Text ?? "", Desk.Actor, clock, now);
        }

        ModelState.AddModelError(ActFields.Of(nameof(TransferForm.To)), T["없어진 부서나 업무이거나, 받을 사람이 없는 부서입니다. 다시 골라 주세요."]);
        return (_, _, _) => ComplaintRefusal.WrongState;
    }

    protected override async Task<ActPage<TransferForm>> PageAsync(ActSubject subject, TransferForm form, CancellationToken cancellationToken)
    {
        var departments = await db.DepartmentsTakingIn().AsNoTracking()
            .Where(d => d.Id != subject.Complaint.DepartmentId)
            .OrderBy(d => d.Order).ThenBy(d => d.Id)
            .Select(d => new { d.Id, d.Name })
            .ToListAsync(cancellationToken);
        var duties = await db.Duties.AsNoTracking()
            .Where(d => d.IsActive && d.DepartmentId != subject.Complaint.DepartmentId)
            .OrderBy(d => d.Id)
            .Select(d => new { d.Id, d.DepartmentId, d.Name })
            .ToListAsync(cancellationToken);
        List<SelectListItem> places = [];
        foreach (var department in departments)
        {
            SelectListGroup group = new() { Name = department.Name.ToString() };
            places.Add(new SelectListItem(T["{0} (업무는 부서에서 정함)", department.Name], Value(ToDepartment, department.Id)) { Group = group });
            places.AddRange(duties.Where(d => d.DepartmentId == department.Id)
                .Select(d => new SelectListItem(d.Name.ToString(), Value(ToDuty, d.Id)) { Group = group }));
        }

        return new TransferPage(subject, form, places);
    }

    protected override async Task<IReadOnlyDictionary<string, string>> ChosenAsync(TransferForm form, CancellationToken cancellationToken)
    {
        long? department = Id(form.To ?? "", ToDepartment);
        long? duty = Id(form.To ?? "", ToDuty);
        LocalText? name = duty is null
            ? await db.Departments.Where(d => d.Id == department).Select(d => d.Name).SingleOrDefaultAsync(cancellationToken)
            : await db.Duties.Where(d => d.Id == duty).Select(d => d.Name).SingleOrDefaultAsync(cancellationToken);
        return new Dictionary<string, string> { [nameof(form.To)] = name?.ToString() ?? "" };
    }

    /// <summary>What was handed over may be out of sight now.</summary>
    protected override IActionResult After(ActSubject subject) => LocalRedirect("/desk");

    private async Task<Routing?> RoutingAsync(string to, CancellationToken cancellationToken)
    {
        if (Id(to, ToDepartment) is { } department)
        {
            return await router.ToAsync(department, null, cancellationToken);
        }

        if (Id(to, ToDuty) is not { } duty)
        {
            return null;
        }

        long? owner = await db.Duties.Where(d => d.Id == duty).Select(d => (long?)d.DepartmentId).SingleOrDefaultAsync(cancellationToken);
        return owner is { } of ? await router.ToAsync(of, duty, cancellationToken) : null;
    }

    private static string Value(string kind, long id) => kind + id.ToString(CultureInfo.InvariantCulture);

    private static long? Id(string value, string kind) =>
        value.StartsWith(kind, StringComparison.Ordinal) && long.TryParse(value.AsSpan(kind.Length), CultureInfo.InvariantCulture, out long id) ? id : null;
}

/// <param name="Places">Departments and their duties, grouped.</param>
public sealed record TransferPage(ActSubject Subject, TransferForm Form, IReadOnlyList<SelectListItem> Places)
    : ActPage<TransferForm>(Subject, ComplaintAct.Transfer, Form)
{
    /// <summary>Whether with this transfer the manager takes over.</summary>
    public bool GoesToManager => Subject.Complaint.TransferCount + 1 >= Complaint.TransfersUntilManager;
}
