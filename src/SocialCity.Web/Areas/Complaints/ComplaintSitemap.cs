using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>The board, and the complaints that everybody may see.</summary>
public sealed class ComplaintSitemap(CityDb db) : ISitemapSection
{
    public string Name => "complaints";

    public async Task<int> CountPiecesAsync(CancellationToken cancellationToken)
    {
        long last = await db.Complaints.Listed().MaxAsync(c => (long?)c.Id, cancellationToken) ?? 0;
        return Math.Max(1, (int)((last + ISitemapSection.Piece - 1) / ISitemapSection.Piece));
    }

    public async IAsyncEnumerable<SitemapEntry> ReadAsync(int piece)
    {
        if (piece == 1)
        {
            yield return new SitemapEntry("/complaints", null);
        }

        long from = (long)(piece - 1) * ISitemapSection.Piece;
        long until = from + ISitemapSection.Piece;
        await foreach (SitemapEntry entry in db.Complaints.AsNoTracking().Listed().Where(c => c.Id > from && c.Id <= until).OrderBy(c => c.Id)
            .Select(c => new SitemapEntry("/complaints/" + c.Number, c.ChangedAt)).AsAsyncEnumerable())
        {
            yield return entry;
        }
    }
}
