using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Web.Demo;

/// <summary>People of Nuri and around it who read the blog by mail, and the newsletters that went out to them.</summary>
public static class DemoNewsletter
{
    /// <summary>Since then they are subscribed: before, nothing was sent.</summary>
    private const int DaysSubscribed = 30;

    private static readonly (string Email, NewsletterPace Pace, string[] Topics, string Language)[] Subscribers =
    [
        (DemoPeople.Citizen, NewsletterPace.Daily, [], "ko"),
        (DemoPeople.Merchant, NewsletterPace.Weekly, ["시장"], "ko"),
        ("mokgam.walker@mail.example", NewsletterPace.Daily, [], "ko"),
        ("haneul.kim@mail.example", NewsletterPace.Daily, ["소식"], "ko"),
        ("library.friends@mail.example", NewsletterPace.Weekly, ["문화"], "ko"),
        ("two.kids@mail.example", NewsletterPace.Weekly, [], "ko"),
        ("market.cook@mail.example", NewsletterPace.Daily, ["시장", "문화"], "ko"),
        ("weekend.rider@mail.example", NewsletterPace.Weekly, [], "ko"),
        ("emma.in.nuri@mail.example", NewsletterPace.Weekly, [], "en"),
        ("sato.nuri@mail.example", NewsletterPace.Weekly, ["문화"], "ja"),
    ];

    /// <summary>Inside the transaction of the caller.</summary>
    /// <param name="db">Where the blog is.</param>
    /// <param name="categories">Of the blog, by the names of the plan.</param>
    /// <param name="hours">When newsletters go out.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task FillAsync(
        CityDb db, IReadOnlyDictionary<string, BlogCategory> categories, NewsletterHours hours, DateTime now, CancellationToken cancellationToken)
    {
        CityClock clock = new(TimeProvider.System);
        foreach (var (email, pace, topics, language) in Subscribers)
        {
            NewsletterWish wish = new(pace, NewsletterTopics.Of(topics.Select(t => categories[t].Id)), language);
            NewsletterSubscription subscription = new(email, wish, now.AddDays(-DaysSubscribed));
            subscription.Confirm(hours.LastUntil(pace, now, clock), hours.NextAfter(pace, now, clock));
            db.Add(subscription);
            db.AddRange(NewsletterTally.Of(pace, wish.Topics, 1));
        }

        db.Add(new NewsletterSubscription("not.yet@mail.example", new NewsletterWish(NewsletterPace.Daily, NewsletterTopics.All, "ko"), now.AddDays(-1)));
        await SendAsync(db, categories, hours, clock, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What went out since: as the portal would have sent it, on those days alone that had something new for somebody.</summary>
    private static async Task SendAsync(
        CityDb db, IReadOnlyDictionary<string, BlogCategory> categories, NewsletterHours hours, CityClock clock, DateTime now, CancellationToken cancellationToken)
    {
        DateTime first = now.AddDays(-DaysSubscribed);
        var articles = await db.Articles.AsNoTracking().Where(a => a.ListedAt > first)
            .Select(a => new { At = a.ListedAt ?? now, a.CategoryId, a.TopCategoryId }).ToListAsync(cancellationToken);
        foreach (NewsletterPace pace in Enum.GetValues<NewsletterPace>())
        {
            int days = NewsletterHours.Days(pace);
            for (DateTime due = hours.LastUntil(pace, now, clock); due.AddDays(-days) >= first; due = due.AddDays(-days))
            {
                var fresh = articles.FindAll(a => a.At > due.AddDays(-days) && a.At <= due);
                int mails = Subscribers.Count(s => s.Pace == pace && fresh.Exists(a =>
                    s.Topics.Length == 0 || s.Topics.Any(t => categories[t].Id == a.CategoryId || categories[t].Id == a.TopCategoryId)));
                if (mails > 0)
                {
                    db.Add(new NewsletterIssue(pace, due, mails));
                }
            }
        }
    }
}
