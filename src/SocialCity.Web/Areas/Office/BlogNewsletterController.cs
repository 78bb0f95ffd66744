using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>블로그 소식: how many get it, what went out and what will. Whose addresses these are nobody needs to see.</summary>
[Authorize(Policy = Policies.EditOrAdminister)]
[Route("office/blog/newsletter")]
public sealed class BlogNewsletterController(CityDb db, NewsletterTallies tallies, NewsletterDigests digests) : OfficePageController
{
    private const int IssuesShown = 14;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var counts = await tallies.ReadAsync(cancellationToken);
        var categories = await db.BlogCategories.AsNoTracking().OrderBy(c => c.Order).ThenBy(c => c.Id)
            .Select(c => new { c.Id, c.ParentId, c.Name }).ToListAsync(cancellationToken);
        IReadOnlyList<NextDigest> next = await digests.PreviewAsync(cancellationToken);
        List<long> shown = [.. next.SelectMany(n => n.ArticleIds.Take(NewsletterDigests.ArticlesShown)).Distinct()];
        Dictionary<long, PreviewedArticle> articles = await db.Articles.AsNoTracking().Listed().Where(a => shown.Contains(a.Id))
            .Select(a => new PreviewedArticle(a.Id, a.Title, a.Slug, a.Language, a.CategoryId, a.ListedAt ?? a.ChangedAt))
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        return View(new BlogNewsletterPage(
            Of("", NewsletterTally.Everybody, isBelow: false),
            [
                Of("", NewsletterTally.AllCategories, isBelow: false),
                .. categories.Where(c => c.ParentId is null).SelectMany(top => categories.Where(c => c.ParentId == top.Id).Prepend(top))
                    .Select(c => Of(c.Name.ToString(), c.Id, c.ParentId is not null)),
            ],
            await db.NewsletterIssues.AsNoTracking().Last(IssuesShown).ToListAsync(cancellationToken),
            [
                .. next.Select(n => new DigestPreview(
                    n.Pace, n.DueAt, n.ArticleIds.Count,
                    [.. n.ArticleIds.Take(NewsletterDigests.ArticlesShown).Select(id => articles.GetValueOrDefault(id)).OfType<PreviewedArticle>()])),
            ],
            categories.ToDictionary(c => c.Id, c => c.Name.ToString())));

        SubscriberRow Of(string name, long topic, bool isBelow) => new(
            name, isBelow, counts.GetValueOrDefault((NewsletterPace.Daily, topic)), counts.GetValueOrDefault((NewsletterPace.Weekly, topic)));
    }
}

/// <param name="Topics">The first one stands for those who get everything.</param>
/// <param name="Categories">Names by id.</param>
public sealed record BlogNewsletterPage(
    SubscriberRow Everybody, IReadOnlyList<SubscriberRow> Topics, IReadOnlyList<NewsletterIssue> Issues, IReadOnlyList<DigestPreview> Next,
    IReadOnlyDictionary<long, string> Categories);

/// <param name="IsBelow">Whether it is a category of the second level.</param>
public sealed record SubscriberRow(string Name, bool IsBelow, int Daily, int Weekly)
{
    public int Sum => Daily + Weekly;
}

/// <param name="Count">How many articles it would hold, shown or not.</param>
public sealed record DigestPreview(NewsletterPace Pace, DateTime DueAt, int Count, IReadOnlyList<PreviewedArticle> Articles);

public sealed record PreviewedArticle(long Id, string Title, string Slug, string Language, long? CategoryId, DateTime At)
{
    public string Path => Article.PathOf(Slug);
}
