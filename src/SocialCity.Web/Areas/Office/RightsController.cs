using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>권한: who holds which, and the way to a person by the exact address.</summary>
[Route("office/rights")]
public sealed class RightsController(CityDb db, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] Right? right, [FromQuery] string? at, CancellationToken cancellationToken) =>
        View(await PageAsync(new FindForm(), right, Cursor.Parse(at), cancellationToken));

    /// <summary>Finds one account. Posted, so that the address stands in no log of addresses.</summary>
    [HttpPost("find")]
    public async Task<IActionResult> Find([Bind(Prefix = "Form")] FindForm form, CancellationToken cancellationToken)
    {
        string key = (form.Email ?? "").Trim().ToUpperInvariant();
        long? id = ModelState.IsValid
            ? await db.Users.Where(a => a.NormalizedEmail == key).Select(a => (long?)a.Id).SingleOrDefaultAsync(cancellationToken)
            : null;
        if (id is not null)
        {
            return RedirectToAction("Show", "People", new { id });
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("Form.Email", T["이 주소를 쓰는 계정이 없습니다. 전체 주소를 정확히 써 주세요."]);
        }

        return Invalid("Index", await PageAsync(form, null, null, cancellationToken));
    }

    private async Task<RightsPage> PageAsync(FindForm form, Right? right, Cursor? at, CancellationToken cancellationToken)
    {
        IQueryable<RightGrant> grants = db.RightGrants.AsNoTracking().InForce().Where(g => right == null || g.Right == right);
        if (at is { } place)
        {
            grants = grants.Where(g => place.Backwards ? g.Id < place.Id : g.Id > place.Id);
        }

        bool backwards = at?.Backwards ?? false;
        List<HolderRow> rows = await (backwards ? grants.OrderByDescending(g => g.Id) : grants.OrderBy(g => g.Id))
            .Take(PageSize + 1)
            .Select(g => new HolderRow(
                g.Id,
                g.AccountId,
                db.Users.Where(a => a.Id == g.AccountId).Select(a => a.DisplayName).First(),
                g.Right,
                g.DepartmentId,
                g.GrantedAt))
            .ToListAsync(cancellationToken);
        var names = await db.Departments.AsNoTracking().Select(d => new { d.Id, d.Name }).ToDictionaryAsync(d => d.Id, d => d.Name, cancellationToken);
        return new RightsPage(form, right, Page<HolderRow>.From(rows, PageSize, at, r => (r.GrantedAt, r.Id)), names);
    }
}

public sealed class FindForm
{
    [Display(Name = "이메일 주소")]
    [Required]
    [EmailAddress]
    [StringLength(Account.EmailLength)]
    public string? Email { get; set; }
}

public sealed record RightsPage(FindForm Form, Right? Right, Page<HolderRow> Holders, IReadOnlyDictionary<long, LocalText> Departments);

public sealed record HolderRow(long Id, long AccountId, string Name, Right Right, long? DepartmentId, DateTime GrantedAt);
