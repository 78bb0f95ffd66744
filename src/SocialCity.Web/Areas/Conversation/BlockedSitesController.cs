using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Conversation;

public sealed record BlockedSiteRow(string Host, string Moderator, DateTime At);

/// <summary>Sites of which nothing is taken, and taking them again. They are blocked with the decision about one of their pages.</summary>
[Area("Conversation")]
[Authorize(Policy = Policies.Moderate)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class BlockedSitesController(CityDb db, IStringLocalizer<ConversationTexts> T) : Controller
{
    public const string Path = ModerationPages.Path + "/sites";

    private const int Shown = 500;

    [HttpGet("office/moderation/sites")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await db.BlockedSites.AsNoTracking()
        .OrderByDescending(s => s.At).ThenBy(s => s.Host).Take(Shown)
        .Select(s => new BlockedSiteRow(s.Host, db.Users.Where(a => a.Id == s.ById).Select(a => a.DisplayName).FirstOrDefault() ?? "", s.At))
        .ToListAsync(cancellationToken));

    [HttpPost("office/moderation/sites/unblock")]
    public async Task<IActionResult> Unblock([FromForm] string host, CancellationToken cancellationToken)
    {
        if (await db.BlockedSites.Where(s => s.Host == host).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return NotFound();
        }

        this.FlashSuccess(T["{0}의 글을 다시 받습니다.", host]);
        return LocalRedirect(Path);
    }
}
