namespace SocialCity.Web.Shared;

/// <summary>A page that search engines may know.</summary>
/// <param name="ChangedAt">UTC; null where nobody keeps it.</param>
public sealed record SitemapEntry(string Path, DateTime? ChangedAt);

/// <summary>The public pages of a feature, in pieces of at most <see cref="Piece"/>: the limit of the sitemap protocol is 50,000.</summary>
public interface ISitemapSection
{
    const int Piece = 10_000;

    /// <summary>As it stands in the address of its pieces.</summary>
    string Name { get; }

    /// <summary>How many pieces there are: the pages lie in them by their ids.</summary>
    Task<int> CountPiecesAsync(CancellationToken cancellationToken);

    /// <param name="piece">From 1.</param>
    IAsyncEnumerable<SitemapEntry> ReadAsync(int piece);
}
