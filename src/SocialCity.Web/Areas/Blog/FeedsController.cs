using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog;

/// <summary>The blog to be followed: as a whole, by category, by tag, by author.</summary>
[Area("Blog")]
[AllowAnonymous]
[OutputCache(PolicyName = ReadingCache.Feeds)]
public sealed class FeedsController(CityDb db, BlogFeeds feeds, CurrentCity city, IStringLocalizer<BlogTexts> T) : Controller
{
    private const string Format = "feed.{format:regex(^(rss|atom|json)$)}";

    [HttpGet($"blog/{Format}")]
    public Task<IActionResult> All(string format, CancellationToken cancellationToken) =>
        AnswerAsync(format, $"{city.Name} {T["도시 블로그"].Value}", "/blog", db.Articles.ListedAfter(null), cancellationToken);

    [HttpGet($"blog/category/{{slug}}/{Format}")]
    public async Task<IActionResult> Category(string slug, string format, CancellationToken cancellationToken) =>
        await db.BlogCategories.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancellationToken) is { } category
            ? await AnswerAsync(
                format, $"{category.Name} | {city.Name}", $"/blog/category/{category.Slug}",
                db.Articles.InCategory(category.Id, category.ParentId is null).ListedAfter(null), cancellationToken)
            : NotFound();

    [HttpGet($"blog/tag/{{slug}}/{Format}")]
    public async Task<IActionResult> Tag(string slug, string format, CancellationToken cancellationToken) =>
        await db.BlogTags.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug && t.ArticleCount > 0, cancellationToken) is { } tag
            ? await AnswerAsync(format, $"#{tag.Name} | {city.Name}", $"/blog/tag/{tag.Slug}", db.TaggedAfter(tag.Id, null), cancellationToken)
            : NotFound();

    [HttpGet($"blog/author/{{handle}}/{Format}")]
    public async Task<IActionResult> Author(string handle, string format, CancellationToken cancellationToken)
    {
        var author = await db.Bylines.AsNoTracking().Where(b => b.Handle == handle)
            .Join(db.Users.Where(a => a.ClosedAt == null), b => b.AccountId, a => a.Id, (b, a) => new { b.AccountId, b.Handle, a.DisplayName })
            .SingleOrDefaultAsync(cancellationToken);
        return author is null
            ? NotFound()
            : await AnswerAsync(
                format, $"{author.DisplayName} | {city.Name}", $"/blog/author/{author.Handle}", db.WrittenByAfter(author.AccountId, null), cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(string format, string title, string path, IQueryable<Article> articles, CancellationToken cancellationToken) =>
        feeds.Answer(await feeds.ReadAsync(title, path, articles, cancellationToken), format);
}
