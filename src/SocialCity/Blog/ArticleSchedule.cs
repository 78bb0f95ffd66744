using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Blog;

/// <param name="Published">How many came out.</param>
/// <param name="Failed">Those that are due and did not.</param>
public sealed record ArticlesDue(int Published, IReadOnlyList<long> Failed);

/// <summary>
/// Brings out what is scheduled. Each article by itself: one that fails does not stop the others, and two nodes that meet at one
/// article meet its version, so that it comes out once.
/// </summary>
public sealed partial class ArticleSchedule(CityDb db, ArticleEditing editing, TimeProvider time, ILogger<ArticleSchedule> log)
{
    /// <summary>What has not come out so long after its time will not come out by itself.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private const int MostAtOnce = 100;

    public async Task<ArticlesDue> PublishDueAsync(CancellationToken cancellationToken)
    {
        var due = await db.Articles.AsNoTracking().Due(time.GetUtcNow().UtcDateTime).Take(MostAtOnce)
            .Select(a => new { a.Id, a.Version }).ToListAsync(cancellationToken);
        int published = 0;
        List<long> failed = [];
        foreach (var article in due)
        {
            try
            {
                Edited edited = await editing.DoAsync(
                    article.Id, article.Version, Actor.System, (a, now) => a.Publish(Actor.System, now), cancellationToken);
                published += edited.Outcome == EditingOutcome.Done ? 1 : 0;
                if (edited.Outcome == EditingOutcome.Refused)
                {
                    failed.Add(article.Id);
                    LogRefused(article.Id, edited.Refusal);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failed.Add(article.Id);
                LogFailed(article.Id, exception);
            }
        }

        return new ArticlesDue(published, failed);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Article {ArticleId} is due and was refused: {Refusal}")]
    private partial void LogRefused(long articleId, ArticleRefusal? refusal);

    [LoggerMessage(Level = LogLevel.Error, Message = "Article {ArticleId} is due and could not be published")]
    private partial void LogFailed(long articleId, Exception exception);
}
