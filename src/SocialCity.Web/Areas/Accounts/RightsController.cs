using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>The person's own rights and identity level, with their history: who may know it best is the person.</summary>
[Area("Accounts")]
public sealed class RightsController(CityDb db, CurrentAccount current) : Controller
{
    [HttpGet("/account/rights")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var grants = await db.RightGrants.AsNoTracking().Where(g => g.AccountId == current.RequiredId)
            .OrderByDescending(g => g.GrantedAt)
            .ToListAsync(cancellationToken);
        long[] ids = [.. grants.Select(g => g.DepartmentId).OfType<long>().Distinct()];
        var names = ids.Length == 0
            ? []
            : await db.Departments.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Name, cancellationToken);
        return View(new RightsPage(
            current.Actor.Level,
            [
                .. grants.Select(g => new RightRow(
                    g.Right,
                    g.DepartmentId is { } id && names.TryGetValue(id, out var name) ? name.ToString() : "",
                    g.GrantedAt,
                    g.GrantReason,
                    g.RevokedAt,
                    g.RevokeReason)),
            ],
            await CounterVerification.HistoryOf(db, current.RequiredId)
                .Select(v => new VerificationRow(v.Level, v.Method, v.Note, v.At)).ToListAsync(cancellationToken)));
    }
}

public sealed record RightRow(
    Right Right, string Department, DateTime GrantedAt, string GrantReason, DateTime? RevokedAt, string? RevokeReason);

public sealed record VerificationRow(IdentityLevel Level, VerificationMethod Method, string Note, DateTime At);

public sealed record RightsPage(IdentityLevel Level, IReadOnlyList<RightRow> Rights, IReadOnlyList<VerificationRow> Verifications);
