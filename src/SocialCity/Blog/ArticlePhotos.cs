using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Media;

namespace SocialCity.Blog;

/// <summary>The photos that stand in the text of an article, by their addresses in the portal (/media/{key}).</summary>
public static partial class ArticlePhotos
{
    public const int Most = 200;

    /// <summary>Finds the photos of a text, and the cover; those that only waited for it belong to it from now on.</summary>
    /// <param name="db">Where they are; tracked, so that the attaching is saved with the article.</param>
    /// <param name="text">Markdown.</param>
    /// <param name="coverId">The photo above the text, if any.</param>
    /// <param name="actor">Whose text it is: photos of other people's uploads are none of it, but for those of an article that this person may see.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<IReadOnlyList<long>> TakeAsync(
        CityDb db, string text, long? coverId, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        string[] keys = [.. Address().Matches(text).Select(m => m.Groups["key"].Value).Distinct().Take(Most)];
        long? me = actor.AccountId;
        IQueryable<Article> seen = db.Articles.VisibleTo(actor);
        List<MediaFile> files = await db.Set<MediaFile>()
            .Where(m => keys.Contains(m.Key) || m.Id == coverId)
            .Where(m => (me != null && m.UploadedById == me) || seen.Any(a => a.CoverId == m.Id || a.Photos.Any(p => p.MediaId == m.Id)))
            .ToListAsync(cancellationToken);
        files.ForEach(m => m.Attach(now));
        return [.. files.Where(m => m.Id != coverId).Select(m => m.Id)];
    }

    /// <summary>Tells browsers how large the photos of a text are that was just made, so that nothing jumps while they come.</summary>
    public static async Task SizePhotosAsync(this CityDb db, Article article, CancellationToken cancellationToken)
    {
        string[] keys = [.. Unsized().Matches(article.Html).Select(m => m.Groups["key"].Value).Distinct().Take(Most)];
        if (keys.Length > 0)
        {
            var sizes = await db.Set<MediaFile>().Where(m => keys.Contains(m.Key)).Select(m => new { m.Key, m.Width, m.Height })
                .ToDictionaryAsync(m => m.Key, cancellationToken);
            article.SizePhotos(html => Unsized().Replace(html, photo => sizes.TryGetValue(photo.Groups["key"].Value, out var size)
                ? string.Create(CultureInfo.InvariantCulture, $"{photo.Value} width=\"{size.Width}\" height=\"{size.Height}\"")
                : photo.Value));
        }
    }

    // Our own writer's output: the description follows the address.
    [GeneratedRegex("<img src=\"/media/(?<key>[a-z2-7]{26})\"(?= alt=)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unsized();

    [GeneratedRegex("/media/(?<key>[a-z2-7]{26})(?![a-z2-7])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
