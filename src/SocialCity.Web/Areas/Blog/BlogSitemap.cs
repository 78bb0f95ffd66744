using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog;

/// <summary>The pages of the blog that always stand, and the lists that have articles: categories, series, authors, and officials who tell of their work.</summary>
public sealed class BlogSitemap(CityDb db) : ISitemapSection
{
    public string Name => "lists";

    public Task<int> CountPiecesAsync(CancellationToken cancellationToken) => Task.FromResult(1);

    public async IAsyncEnumerable<SitemapEntry> ReadAsync(int piece)
    {
        yield return new SitemapEntry("/", null);
        yield return new SitemapEntry("/blog", null);
        yield return new SitemapEntry("/blog/newsletter", null);
        IQueryable<string> paths = db.BlogCategories.Where(c => c.ArticleCount > 0).Select(c => "/blog/category/" + c.Slug)
            .Concat(db.ArticleSeries.Where(s => db.Articles.Any(a => a.SeriesId == s.Id && a.ListedAt != null)).Select(s => "/blog/series/" + s.Slug))
            .Concat(db.Bylines.Where(b => b.ArticleCount > 0).Select(b => "/blog/author/" + b.Handle))
            .Concat(db.OfficialBylines().Where(b => db.WorkNotes.Any(n => n.AccountId == b.AccountId)).Select(b => "/people/" + b.Handle));
        await foreach (string path in paths.OrderBy(p => p).Take(ISitemapSection.Piece).AsAsyncEnumerable())
        {
            yield return new SitemapEntry(path, null);
        }
    }
}
