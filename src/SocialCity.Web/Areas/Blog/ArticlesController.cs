using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Areas.Blog;

/// <summary>One article. A draft is shown to its authors and the editors as it will look.</summary>
[Area("Blog")]
[AllowAnonymous]
public sealed class ArticlesController(
    ArticlePages articles, CityDb db, CurrentAccount account, CurrentCity city, SiteAddress site, IOptions<MentionOptions> mentions) : Controller
{
    [HttpGet("blog/{slug}", Order = 10)]
    [OutputCache(PolicyName = ReadingCache.Article)]
    public async Task<IActionResult> Show(string slug, CancellationToken cancellationToken)
    {
        if (await articles.FindAsync(slug, account.Actor, cancellationToken) is not { } page)
        {
            // It was there for everybody once: that much may be said of it.
            if (!await db.Articles.WithSlug(slug).AnyAsync(a => a.State == ArticleState.Archived && a.PublishedAt != null, cancellationToken))
            {
                return NotFound();
            }

            Response.StatusCode = StatusCodes.Status410Gone;
            Response.Headers.ETag = default;
            return View("Gone");
        }

        if (!page.IsPublished)
        {
            Response.Headers.CacheControl = "no-store";
        }

        page = page with { TakesMentions = mentions.Value.Receive && page.Topic is { IsOpen: true } };
        if (page.TakesMentions)
        {
            Response.Headers.Append(HeaderNames.Link, $"<{site.Of(MentionOptions.Path)}>; rel=\"webmention\"");
        }

        return View(page);
    }

    /// <summary>The picture that others show beside a link to an article without a cover: its title on the city's colour.</summary>
    [HttpGet("blog/{slug}/picture.svg")]
    [OutputCache(PolicyName = ReadingCache.Article)]
    public async Task<IActionResult> Picture(string slug, CancellationToken cancellationToken) =>
        await articles.FindAsync(slug, Actor.Guest, cancellationToken) is { } page
            ? Content(ArticlePicture.Draw(page.Title, city.Name, city.Colour), "image/svg+xml")
            : NotFound();
}
