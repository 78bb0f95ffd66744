using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Web.Demo;

/// <summary>People of Nuri and around it who read the blog by mail, and the newsletters that went out to them.</summary>
public static class DemoNewsletter
{
    private const int DaysSent = 9;

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
            NewsletterSubscription subscription = new(email, wish, now.AddDays(-30));
            subscription.Confirm(hours.LastUntil(pace, now, clock), hours.NextAfter(pace, now, clock));
            db.Add(subscription);
            db.AddRange(NewsletterTally.Of(pace, wish.Topics, 1));
        }

        db.Add(new NewsletterSubscription("not.yet@mail.example", new NewsletterWish(NewsletterPace.Daily, NewsletterTopics.All, "ko"), now.AddDays(-1)));
        int[] readers = [.. Enum.GetValues<NewsletterPace>().Select(pace => Subscribers.Count(s => s.Pace == pace))];
        DateTime day = hours.LastUntil(NewsletterPace.Daily, now, clock);
        for (int ago = 0; ago < DaysSent; ago++, day = day.AddDays(-1))
        {
            // Not on every day is there something for everybody, and on some for nobody.
            if (readers[0] - (ago % (readers[0] + 1)) is > 0 and int mails)
            {
                db.Add(new NewsletterIssue(NewsletterPace.Daily, day, mails));
            }
        }

        DateTime week = hours.LastUntil(NewsletterPace.Weekly, now, clock);
        db.AddRange(new NewsletterIssue(NewsletterPace.Weekly, week, readers[1]), new NewsletterIssue(NewsletterPace.Weekly, week.AddDays(-7), readers[1] - 1));
        await db.SaveChangesAsync(cancellationToken);
    }
}
