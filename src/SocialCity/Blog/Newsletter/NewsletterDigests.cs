using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Time;

namespace SocialCity.Blog.Newsletter;

/// <summary>How the digests are put into the outbox.</summary>
/// <param name="MailsPerMinute">
/// So many become due in a minute: what somebody waits for (the link of a confirmation) never stands behind all of them, and a mail server that
/// counts is not overrun.
/// </param>
public sealed record NewsletterRate(int MailsPerMinute);

/// <summary>A digest that is not due yet.</summary>
/// <param name="ArticleIds">In its order: what stands on the front page first, then the newest.</param>
public sealed record NextDigest(NewsletterPace Pace, DateTime DueAt, IReadOnlyList<long> ArticleIds);

/// <summary>
/// Puts the digests that are due into the outbox: for each subscription one notice with the ids of what came out since the last one in its
/// categories, none when there is nothing. What it says of them is read when it is sent. Several nodes may run it at once: a subscription is
/// taken by a guarded update in the transaction of its notice. After an outage there is one digest of all that was missed.
/// </summary>
public sealed partial class NewsletterDigests(
    CityDb db, ArticleSchedule schedule, NewsletterHours hours, NewsletterRate rate, TimeProvider time, ILogger<NewsletterDigests> log)
{
    /// <summary>How many articles a digest names; of more it says that there are more.</summary>
    public const int ArticlesShown = 20;

    /// <summary>How many subscriptions are in memory, and in one transaction.</summary>
    private const int PageSize = 200;

    private const int ArticlesRead = 2_000;

    /// <summary>A digest never goes further back.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>What came out in the last moments is left to the next digest: its transaction may still be open.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    /// <returns>How many mails were put into the outbox.</returns>
    public async Task<int> PutDueAsync(CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        List<DueSubscription> page = await PageAsync(now, null, cancellationToken);
        if (page.Count == 0)
        {
            return 0;
        }

        // After an outage, what should have come out meanwhile bears the time it was meant for: it must be out before anybody is told up to now.
        await schedule.PublishDueAsync(cancellationToken);
        Run run = new(now, now - Settling, await db.ClockAsync(time, cancellationToken), await ArticlesAsync(now, cancellationToken));
        while (page.Count > 0)
        {
            await PutPageAsync(run, page, cancellationToken);
            page = await PageAsync(now, new Cursor(page[^1].DueAt, page[^1].Id), cancellationToken);
        }

        return run.Mails;
    }

    /// <summary>What the next digest of each pace would hold of all categories, were it due now.</summary>
    public async Task<IReadOnlyList<NextDigest>> PreviewAsync(CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        CityClock clock = await db.ClockAsync(time, cancellationToken);
        List<NewArticle> articles = await ArticlesAsync(now, cancellationToken);
        return
        [
            .. Enum.GetValues<NewsletterPace>().Select(pace => new NextDigest(
                pace, hours.NextAfter(pace, now, clock), Pick(articles, NewsletterTopics.All, hours.LastUntil(pace, now, clock), now))),
        ];
    }

    private Task<List<DueSubscription>> PageAsync(DateTime now, Cursor? after, CancellationToken cancellationToken) =>
        db.NewsletterSubscriptions.AsNoTracking().DueAfter(now, after, PageSize)
            .Select(s => new DueSubscription(s.Id, s.Email, s.Language, s.Pace, s.Topics, s.DueAt ?? s.AskedAt, s.ToldUntil ?? s.AskedAt))
            .ToListAsync(cancellationToken);

    /// <summary>What a digest can tell of, in its order; read once for all subscribers.</summary>
    private Task<List<NewArticle>> ArticlesAsync(DateTime now, CancellationToken cancellationToken) =>
        db.Articles.AsNoTracking().ListedBetween(now - Longest, now).ListedAfter(null).Take(ArticlesRead)
            .Select(a => new NewArticle(
                a.Id, a.CategoryId, a.TopCategoryId, a.ListedAt ?? a.ChangedAt,
                db.FrontPlaces.Where(p => p.ArticleId == a.Id).Select(p => (int?)p.Place).FirstOrDefault() ?? int.MaxValue))
            .ToListAsync(cancellationToken);

    private static List<long> Pick(List<NewArticle> articles, string topics, DateTime from, DateTime until)
    {
        HashSet<long> chosen = [.. NewsletterTopics.Read(topics)];
        return
        [
            .. articles
                .Where(a => a.At >= from && a.At < until
                    && (topics == NewsletterTopics.All || (a.CategoryId is { } own && chosen.Contains(own)) || (a.TopCategoryId is { } top && chosen.Contains(top))))
                .OrderBy(a => a.Place)
                .Select(a => a.Id),
        ];
    }

    /// <summary>A page in one transaction; when that fails, each alone, so that one stops no other.</summary>
    private async Task PutPageAsync(Run run, List<DueSubscription> page, CancellationToken cancellationToken)
    {
        try
        {
            run.Mails += await PutAsync(run, page, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && page.Count > 1)
        {
            foreach (DueSubscription subscription in page)
            {
                await PutPageAsync(run, [subscription], cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(page[0].Id, exception);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private Task<int> PutAsync(Run run, List<DueSubscription> page, CancellationToken cancellationToken) => db.InTransactionAsync(
        async ct =>
        {
            int mails = 0;
            foreach (var alike in page.GroupBy(s => (s.Pace, s.Topics, s.ToldUntil)))
            {
                List<long> articles = Pick(run.Articles, alike.Key.Topics, alike.Key.ToldUntil, run.Until);
                DateTime next = hours.NextAfter(alike.Key.Pace, run.Now, run.Clock);
                if (articles.Count == 0)
                {
                    await TakeAsync(run, [.. alike.Select(s => s.Id)], next, ct);
                    continue;
                }

                int put = 0;
                foreach (DueSubscription subscription in alike)
                {
                    if (await TakeAsync(run, [subscription.Id], next, ct) == 1)
                    {
                        DateTime from = run.Now.AddMinutes((run.Mails + mails + put) / rate.MailsPerMinute);
                        db.Add(Notice.ToAddress(
                            subscription.Email, subscription.Language, NoticeKind.NewsletterDigest, Facts(subscription.Id, articles), run.Now, from));
                        put++;
                    }
                }

                mails += put;
                await CountAsync(alike.Key.Pace, hours.LastUntil(alike.Key.Pace, run.Now, run.Clock), put, ct);
            }

            await db.SaveChangesAsync(ct);
            return mails;
        },
        cancellationToken);

    /// <summary>Whoever moves it on to its next time has it; another node finds it no longer due.</summary>
    private Task<int> TakeAsync(Run run, IReadOnlyList<long> ids, DateTime next, CancellationToken cancellationToken) =>
        db.NewsletterSubscriptions.Due(run.Now).Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.DueAt, next).SetProperty(s => s.ToldUntil, run.Until), cancellationToken);

    private async Task CountAsync(NewsletterPace pace, DateTime due, int mails, CancellationToken cancellationToken)
    {
        if (mails > 0 && await db.NewsletterIssues.Where(i => i.Pace == pace && i.DueAt == due)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.MailCount, i => i.MailCount + mails), cancellationToken) == 0)
        {
            db.Add(new NewsletterIssue(pace, due, mails));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static Dictionary<string, string> Facts(long id, List<long> articles)
    {
        Dictionary<string, string> facts = NewsletterSubscribing.Facts(id);
        facts[NoticeFacts.Articles] = string.Join(',', articles.Take(ArticlesShown).Select(a => a.ToString(CultureInfo.InvariantCulture)));
        if (articles.Count > ArticlesShown)
        {
            facts[NoticeFacts.More] = "true";
        }

        return facts;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The digest of the subscription {SubscriptionId} could not be put into the outbox")]
    private partial void LogFailed(long subscriptionId, Exception exception);

    private sealed record DueSubscription(
        long Id, string Email, string Language, NewsletterPace Pace, string Topics, DateTime DueAt, DateTime ToldUntil);

    /// <param name="Place">On the front page; the last one for what does not stand there.</param>
    private sealed record NewArticle(long Id, long? CategoryId, long? TopCategoryId, DateTime At, int Place);

    private sealed record Run(DateTime Now, DateTime Until, CityClock Clock, List<NewArticle> Articles)
    {
        public int Mails { get; set; }
    }
}
