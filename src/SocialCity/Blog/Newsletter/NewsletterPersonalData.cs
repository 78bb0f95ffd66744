using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Blog.Newsletter;

/// <summary>
/// The newsletter that comes to the address of an account, whoever subscribed it there: the address is confirmed, so both are the same person's.
/// </summary>
public sealed class NewsletterPersonalData(CityDb db) : IPersonalData
{
    public Task ExportAsync(long accountId, PersonalArchive archive, CancellationToken cancellationToken) =>
        archive.AddJsonAsync(
            "newsletter.json",
            Of(accountId).AsNoTracking().Select(s => new { s.Email, s.Pace, s.Topics, s.Language, s.AskedAt, s.ConfirmedAt, s.ToldUntil }).AsAsyncEnumerable(),
            cancellationToken);

    public async Task ForgetAsync(long accountId, CancellationToken cancellationToken)
    {
        foreach (NewsletterSubscription subscription in await Of(accountId).ToListAsync(cancellationToken))
        {
            NewsletterSubscribing.Remove(db, subscription);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>It goes along to the new address, unless that one is subscribed already.</summary>
    public async Task FollowAsync(string former, string email, CancellationToken cancellationToken)
    {
        string from = NewsletterSubscription.Normalize(former);
        string to = NewsletterSubscription.Normalize(email);
        if (from == to || await db.NewsletterSubscriptions.SingleOrDefaultAsync(s => s.NormalizedEmail == from, cancellationToken) is not { } subscription)
        {
            return;
        }

        NewsletterSubscription? there = await db.NewsletterSubscriptions.SingleOrDefaultAsync(s => s.NormalizedEmail == to, cancellationToken);
        NewsletterSubscribing.Remove(db, subscription);
        if (there is { IsConfirmed: true } || !subscription.IsConfirmed)
        {
            return;
        }

        if (there is not null)
        {
            // Somebody asked for it there and never confirmed: the one that was confirmed takes its place.
            db.Remove(there);
        }

        db.Add(subscription.MovedTo(email));
        db.AddRange(NewsletterTally.Of(subscription.Pace, subscription.Topics, 1));
    }

    private IQueryable<NewsletterSubscription> Of(long accountId) => db.NewsletterSubscriptions.Where(s =>
        db.Users.Any(a => a.Id == accountId && a.EmailConfirmed && a.NormalizedEmail == s.NormalizedEmail));
}
