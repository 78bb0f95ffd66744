using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog;

/// <summary>The articles and pages that everybody may read.</summary>
public sealed class ArticleSitemap(CityDb db) : ISitemapSection
{
    public string Name => "articles";

    public async Task<int> CountPiecesAsync(CancellationToken cancellationToken)
    {
        long last = await db.Articles.Readable().MaxAsync(a => (long?)a.Id, cancellationToken) ?? 0;
        return (int)((last + ISitemapSection.Piece - 1) / ISitemapSection.Piece);
    }

    public IAsyncEnumerable<SitemapEntry> ReadAsync(int piece)
    {
        long from = (long)(piece - 1) * ISitemapSection.Piece;
        long until = from + ISitemapSection.Piece;
        return db.Articles.AsNoTracking().Readable().Where(a => a.Id > from && a.Id <= until).OrderBy(a => a.Id)
            .Select(a => new SitemapEntry("/blog/" + a.Slug, a.ChangedAt)).AsAsyncEnumerable();
    }
}
