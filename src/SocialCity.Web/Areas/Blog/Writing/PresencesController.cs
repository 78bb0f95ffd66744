using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>Tells an open editor who else has the article open.</summary>
public sealed class PresencesController(CityDb db, EditorPages pages, CurrentAccount account) : WritingPageController
{
    [HttpPost("blog/write/{id:long}/presence")]
    public async Task<IActionResult> Meet(long id, CancellationToken cancellationToken) =>
        await db.Articles.OpenTo(account.Actor).AnyAsync(a => a.Id == id, cancellationToken)
            ? Json(new { others = await pages.MeetAsync(id, cancellationToken) })
            : NotFound();
}
