using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>담당자 지정, or taking it oneself.</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/assignments")]
public sealed class AssignmentsController(ActDesk desk, ActWords words, CityDb db, ComplaintRouter router)
    : ActController<AssignmentForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Assign;

    protected override async Task<ComplaintActing> PrepareAsync(ActSubject subject, AssignmentForm form, CancellationToken cancellationToken)
    {
        long officer = form.OfficerId ?? 0;
        bool isOfficer = await router.IsOfficerOfAsync(officer, subject.Complaint.DepartmentId, cancellationToken);
        return (c, clock, now) => c.Assign(officer, isOfficer, Desk.Actor, clock, now);
    }

    /// <summary>Colleagues are named, nobody else.</summary>
    protected override async Task<IReadOnlyDictionary<string, string>> ChosenAsync(AssignmentForm form, CancellationToken cancellationToken)
    {
        IReadOnlyList<long> mine = Desk.Actor.Departments();
        string? name = await db.Users
            .Where(a => a.Id == form.OfficerId
                && db.RightGrants.Any(g => g.AccountId == a.Id && g.RevokedAt == null && mine.Contains(g.DepartmentId ?? 0)))
            .Select(a => a.DisplayName)
            .SingleOrDefaultAsync(cancellationToken);
        return new Dictionary<string, string> { [nameof(form.OfficerId)] = name ?? "" };
    }

    protected override async Task<ActPage<AssignmentForm>> PageAsync(
        ActSubject subject, AssignmentForm form, CancellationToken cancellationToken)
    {
        List<SelectListItem> officers = await db.OfficersOf(subject.Complaint.DepartmentId ?? 0)
            .Where(a => a.Id != subject.Complaint.AuthorId)
            .OrderBy(a => a.DisplayName)
            .Select(a => new SelectListItem(a.DisplayName, a.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .ToListAsync(cancellationToken);
        return new AssignmentPage(subject, form, officers);
    }
}

public sealed record AssignmentPage(ActSubject Subject, AssignmentForm Form, IReadOnlyList<SelectListItem> Officers)
    : ActPage<AssignmentForm>(Subject, ComplaintAct.Assign, Form);
