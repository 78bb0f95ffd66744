using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Blog;

/// <summary>The front page of the city blog, and its lists.</summary>
[Area("Blog")]
[AllowAnonymous]
[OutputCache(PolicyName = ReadingCache.Lists)]
public sealed class BlogController(BlogPages pages, IStringLocalizer<BlogTexts> T) : Controller
{
    [HttpGet("blog")]
    public async Task<IActionResult> Index(string? at, CancellationToken cancellationToken) =>
        View(await pages.FrontAsync(Cursor.Parse(at), cancellationToken));

    [HttpGet("blog/category/{slug}")]
    public async Task<IActionResult> Category(string slug, string? at, CancellationToken cancellationToken) =>
        List(await pages.CategoryAsync(slug, Cursor.Parse(at), cancellationToken));

    [HttpGet("blog/tag/{slug}")]
    public async Task<IActionResult> Tag(string slug, string? at, CancellationToken cancellationToken) =>
        List(await pages.TagAsync(slug, Cursor.Parse(at), cancellationToken));

    [HttpGet("blog/author/{handle}")]
    public async Task<IActionResult> Author(string handle, string? at, CancellationToken cancellationToken) =>
        List(await pages.AuthorAsync(handle, Cursor.Parse(at), cancellationToken));

    [HttpGet("blog/archive")]
    public async Task<IActionResult> Archive(CancellationToken cancellationToken) =>
        await pages.NewestMonthAsync(cancellationToken) is { } month
            ? RedirectToAction(nameof(Month), new { year = month.Year, month = month.Month.ToString("00", System.Globalization.CultureInfo.InvariantCulture) })
            : RedirectToAction(nameof(Index));

    [HttpGet("blog/archive/{year:int:range(1990,2200)}/{month:int:range(1,12)}")]
    public async Task<IActionResult> Month(int year, int month, string? at, CancellationToken cancellationToken) =>
        List(await pages.MonthAsync(
            day => day.ToDateTime(TimeOnly.MinValue).ToString(T["yyyy년 M월"], System.Globalization.CultureInfo.CurrentCulture),
            year, month, Cursor.Parse(at), cancellationToken));

    [HttpGet("blog/series/{slug}")]
    public async Task<IActionResult> Series(string slug, CancellationToken cancellationToken) =>
        await pages.SeriesAsync(slug, cancellationToken) is { } page ? View(page) : NotFound();

    private IActionResult List(ListPage? page) => page is null ? NotFound() : View("List", page);
}
