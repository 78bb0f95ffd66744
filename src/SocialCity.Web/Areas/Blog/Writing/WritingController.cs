using Microsoft.AspNetCore.Mvc;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>글쓰기: one's own articles, and for editors all that is on its way.</summary>
public sealed class WritingController(WritingLists lists) : WritingPageController
{
    [HttpGet("blog/write")]
    public async Task<IActionResult> Index(string? pile, string? at, CancellationToken cancellationToken) =>
        Page("Index", await lists.ReadAsync(pile, Cursor.Parse(at), cancellationToken));
}
