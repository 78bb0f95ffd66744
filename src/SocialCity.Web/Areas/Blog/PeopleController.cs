using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog;

/// <summary>The pages of officials, each under their own name.</summary>
[Area("Blog")]
[AllowAnonymous]
[Revalidated]
public sealed class PeopleController(OfficialPages pages, BlogFeeds feeds, CurrentCity city, CurrentAccount account) : Controller
{
    [HttpGet("people/{handle}")]
    public async Task<IActionResult> Show(string handle, string? at, CancellationToken cancellationToken) =>
        await pages.FindAsync(handle, Cursor.Parse(at), account.Actor, cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("people/{handle}/feed.{format:regex(^(rss|atom|json)$)}")]
    public async Task<IActionResult> Feed(string handle, string format, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(handle, null, account.Actor, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        Feed feed = new(
            $"{page.Name} | {city.Name}", page.Path,
            [.. page.Notes.Items.Select(n => FeedItem.OfNote(n, page))]);
        return feeds.Answer(feed, format);
    }
}
