using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>One of one's own complaints; without a number while the e-mail is not confirmed.</summary>
public sealed record OwnComplaint(
    long Id, string? Number, string Title, ComplaintState State, bool IsPrivate, DateTime FiledAt, DateTime? DueAt, int SupportCount, string Category);

public sealed record MinePage(Page<OwnComplaint> Complaints);

/// <summary>What the signed-in person filed, private ones too.</summary>
[Area("Complaints")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MineController(CityDb db, CurrentAccount account, IStringLocalizer<ComplaintTexts> T) : Controller
{
    private const int Size = 20;

    /// <summary>The board, narrowed to the dong where the person lives; who has named none is asked for it.</summary>
    [HttpGet("complaints/mine/dong")]
    public async Task<IActionResult> Dong(CancellationToken cancellationToken)
    {
        long id = account.RequiredId;
        if (await db.Users.Where(a => a.Id == id).Select(a => a.DistrictId).SingleAsync(cancellationToken) is { } dong)
        {
            return Redirect(new BoardQuery { Dong = dong.ToString(CultureInfo.InvariantCulture) }.Address());
        }

        this.FlashWarning(T["사는 동을 고르면 그 동의 민원을 바로 볼 수 있습니다."]);
        return RedirectToAction("Edit", "Profile", new { area = "Accounts" });
    }

    [HttpGet("complaints/mine")]
    public async Task<IActionResult> Index(string? at, CancellationToken cancellationToken)
    {
        Cursor? cursor = Cursor.Parse(at);
        var rows = await db.Complaints.AsNoTracking().FiledBy(account.RequiredId)
            .PageByFilingAt(cursor, Size)
            .Select(c => new
            {
                Complaint = new { c.Id, c.Number, c.Title, c.State, c.IsPrivate, c.FiledAt, c.DueAt, c.SupportCount },
                Category = db.ComplaintCategories.Where(k => k.Id == c.CategoryId).Select(k => k.Name).First(),
            })
            .ToListAsync(cancellationToken);
        return View(new MinePage(Page<OwnComplaint>.From(
            [
                .. rows.Select(r => new OwnComplaint(
                    r.Complaint.Id, r.Complaint.Number, r.Complaint.Title, r.Complaint.State, r.Complaint.IsPrivate, r.Complaint.FiledAt,
                    r.Complaint.DueAt, r.Complaint.SupportCount, r.Category.ToString())),
            ],
            Size,
            cursor,
            r => (r.FiledAt, r.Id))));
    }
}
