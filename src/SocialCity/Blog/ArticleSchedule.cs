using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Blog;

/// <summary>
/// Brings out what is scheduled. Each article by itself: one that fails does not stop the others, and two nodes that meet at one
/// article meet its version, so that it comes out once.
/// </summary>
public sealed partial class ArticleSchedule(CityDb db, ArticleEditing editing, TimeProvider time, ILogger<ArticleSchedule> log)
{
    private const int MostAtOnce = 100;

    /// <returns>How many came out.</returns>
    public async Task<int> PublishDueAsync(CancellationToken cancellationToken)
    {
        var due = await db.Articles.AsNoTracking().Due(time.GetUtcNow().UtcDateTime).Take(MostAtOnce)
            .Select(a => new { a.Id, a.Version }).ToListAsync(cancellationToken);
        int published = 0;
        foreach (var article in due)
        {
            try
            {
                Edited edited = await editing.DoAsync(
                    article.Id, article.Version, Actor.System, (a, now) => a.Publish(Actor.System, now), cancellationToken);
                published += edited.Outcome == EditingOutcome.Done ? 1 : 0;
                if (edited.Outcome == EditingOutcome.Refused)
                {
                    LogRefused(article.Id, edited.Refusal);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(article.Id, exception);
            }
        }

        return published;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Article {ArticleId} is due and was refused: {Refusal}")]
    private partial void LogRefused(long articleId, ArticleRefusal? refusal);

    [LoggerMessage(Level = LogLevel.Error, Message = "Article {ArticleId} is due and could not be published")]
    private partial void LogFailed(long articleId, Exception exception);
}
