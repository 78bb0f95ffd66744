using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Blog.Newsletter;

/// <summary>
/// Subscribing and ending it. Whoever only types an address learns nothing of it and changes nothing that was confirmed: what they asked goes
/// there by mail, and not often. Whoever reads its mails may change it.
/// </summary>
public sealed class NewsletterSubscribing(CityDb db, IDatabaseProvider provider, NewsletterHours hours, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Sends the link that confirms; to who is subscribed already, the link that leads to what they have. Within a while after such a mail
    /// there is no other one.
    /// </summary>
    public Task AskAsync(string email, NewsletterWish wish, CancellationToken cancellationToken) => AgainAsync(() => db.InTransactionAsync(
        async ct =>
        {
            NewsletterSubscription subscription = await FindOrAddAsync(email, wish, ct);
            subscription.Ask(wish, Now);
            bool mails = subscription.TryMail(Now);
            await db.SaveChangesAsync(ct);
            if (mails)
            {
                db.Add(Notice.ToAddress(
                    subscription.Email,
                    subscription.Language,
                    subscription.IsConfirmed ? NoticeKind.NewsletterKnown : NoticeKind.ConfirmNewsletter,
                    Facts(subscription.Id),
                    Now));
                await db.SaveChangesAsync(ct);
            }

            return subscription.Id;
        },
        cancellationToken));

    /// <summary>Subscribes an address that is known to be that of who asks, or changes what it has.</summary>
    public Task<NewsletterSubscription> SubscribeAsync(string email, NewsletterWish wish, CancellationToken cancellationToken) => AgainAsync(
        async () =>
        {
            NewsletterSubscription subscription = await FindOrAddAsync(email, wish, cancellationToken);
            await ChangeAsync(subscription, wish, cancellationToken);
            return subscription;
        });

    /// <summary>The one that the link of a mail is for; null when it is no more.</summary>
    public Task<NewsletterSubscription?> ConfirmAsync(long id, CancellationToken cancellationToken) => AgainAsync(
        async () =>
        {
            NewsletterSubscription? subscription = await db.NewsletterSubscriptions.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
            if (subscription is { IsConfirmed: false })
            {
                await ChangeAsync(subscription, subscription.Wish, cancellationToken);
            }

            return subscription;
        });

    /// <summary>False when there is none to change.</summary>
    public Task<bool> ChangeAsync(long id, NewsletterWish wish, CancellationToken cancellationToken) => AgainAsync(
        async () =>
        {
            if (await db.NewsletterSubscriptions.SingleOrDefaultAsync(s => s.Id == id && s.ConfirmedAt != null, cancellationToken) is not { } subscription)
            {
                return false;
            }

            await ChangeAsync(subscription, wish, cancellationToken);
            return true;
        });

    /// <summary>Ends it, whether or not it is there; what waits in the outbox for it is not sent.</summary>
    public Task EndAsync(long id, CancellationToken cancellationToken) => AgainAsync(
        async () =>
        {
            if (await db.NewsletterSubscriptions.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is { } subscription)
            {
                Remove(db, subscription);
                await db.SaveChangesAsync(cancellationToken);
            }

            return id;
        });

    /// <summary>Deletes what was never confirmed. Returns how many went.</summary>
    public Task<int> SweepAsync(CancellationToken cancellationToken) =>
        db.NewsletterSubscriptions.NeverConfirmed(Now - NewsletterSubscription.UnconfirmedFor).ExecuteDeleteAsync(cancellationToken);

    /// <summary>
    /// The topics of these categories: of two levels, the upper one stands for those below it, and what is no category is left out.
    /// </summary>
    public async Task<string> TopicsAsync(IReadOnlyCollection<long> categoryIds, CancellationToken cancellationToken)
    {
        var known = await db.BlogCategories.AsNoTracking().Where(c => categoryIds.Contains(c.Id))
            .OrderBy(c => c.Id).Select(c => new { c.Id, c.ParentId }).ToListAsync(cancellationToken);
        return NewsletterTopics.Of(known
            .Where(c => c.ParentId is not { } parent || !known.Exists(k => k.Id == parent))
            .Take(NewsletterTopics.Most).Select(c => c.Id));
    }

    /// <summary>Takes it out with its part of the counts; the caller saves.</summary>
    internal static void Remove(CityDb db, NewsletterSubscription subscription)
    {
        db.Remove(subscription);
        Count(db, subscription, -1);
    }

    /// <summary>The facts of a mail about a subscription.</summary>
    internal static Dictionary<string, string> Facts(long id) => new() { [NoticeFacts.Subscription] = id.ToString(CultureInfo.InvariantCulture) };

    private static void Count(CityDb db, NewsletterSubscription subscription, int count)
    {
        if (subscription.IsConfirmed)
        {
            db.AddRange(NewsletterTally.Of(subscription.Pace, subscription.Topics, count));
        }
    }

    private async Task<NewsletterSubscription> FindOrAddAsync(string email, NewsletterWish wish, CancellationToken cancellationToken)
    {
        string normalized = NewsletterSubscription.Normalize(email);
        return await db.NewsletterSubscriptions.SingleOrDefaultAsync(s => s.NormalizedEmail == normalized, cancellationToken)
            ?? db.Add(new NewsletterSubscription(email.Trim(), wish, Now)).Entity;
    }

    /// <summary>Changes it, confirming it when it is not, and saves with it what changes of the counts.</summary>
    private async Task ChangeAsync(NewsletterSubscription subscription, NewsletterWish wish, CancellationToken cancellationToken)
    {
        DateTime now = Now;
        DateTime due = hours.NextAfter(wish.Pace, now, await db.ClockAsync(time, cancellationToken));
        Count(db, subscription, -1);
        subscription.Change(wish, due);
        subscription.Confirm(now, due);
        Count(db, subscription, 1);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Two at once meet the address's uniqueness or the version: the second one does it again, on what is there now.</summary>
    private async Task<T> AgainAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || provider.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return await act();
        }
    }
}
