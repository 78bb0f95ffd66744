using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Tests.Data;
using SocialCity.Time;

namespace SocialCity.Tests.Blog.Newsletter;

/// <summary>A blog that has subscribers. Its time begins on a Monday at ten in the morning.</summary>
internal sealed class NewsletterCity : IDisposable
{
    private NewsletterCity(BlogCity blog) => Blog = blog;

    public static NewsletterHours Hours { get; } = new(new TimeOnly(7, 0), DayOfWeek.Monday);

    public BlogCity Blog { get; }

    public TestDatabase Database => Blog.Database;

    public static async Task<NewsletterCity> CreateAsync() => new(await BlogCity.CreateAsync());

    public NewsletterSubscribing Subscribing(CityDb db) => new(db, Database.Provider, Hours, Database.Time);

    /// <summary>Sets the clock to a time of the city.</summary>
    public void Go(int month, int day, int hour, int minute = 0) =>
        Database.Time.Now = new CityClock(Database.Time).ToUtc(new DateTime(2026, month, day, hour, minute, 0, DateTimeKind.Unspecified));

    public async Task<long> SubscribeAsync(
        string email, NewsletterPace pace = NewsletterPace.Daily, string topics = NewsletterTopics.All, string language = "ko")
    {
        await using CityDb db = Database.Open();
        return (await Subscribing(db).SubscribeAsync(email, new NewsletterWish(pace, topics, language), default)).Id;
    }

    public async Task<long> PublishAsync(string slug, BlogCategory? category = null)
    {
        long id = await Blog.WriteAsync(slug, content: Blog.Content(slug, title: slug) with { Category = category ?? Blog.Walks });
        Assert.Equal(EditingOutcome.Done, (await Blog.PublishAsync(id)).Outcome);
        return id;
    }

    public async Task<int> DigestAsync(params IInterceptor[] interceptors)
    {
        await using CityDb db = Database.Open(interceptors);
        return await new NewsletterDigests(
            db, Blog.Schedule(db), Hours, new NewsletterRate(600), Database.Time, NullLogger<NewsletterDigests>.Instance).PutDueAsync(default);
    }

    /// <summary>The digests in the outbox: to whom, and of which articles.</summary>
    public async Task<IReadOnlyList<(string To, string Articles)>> DigestsAsync()
    {
        await using CityDb db = Database.Open();
        List<Notice> notices = await db.Notices.AsNoTracking().Where(n => n.Kind == NoticeKind.NewsletterDigest).OrderBy(n => n.Id).ToListAsync();
        return [.. notices.Select(n => (n.Address ?? "", n.Facts()[NoticeFacts.Articles]))];
    }

    public async Task<IReadOnlyList<NoticeKind>> MailsToAsync(string email)
    {
        await using CityDb db = Database.Open();
        return await db.Notices.AsNoTracking().Where(n => n.Address == email).OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync();
    }

    public async Task<NewsletterSubscription?> FindAsync(string email)
    {
        await using CityDb db = Database.Open();
        string normalized = NewsletterSubscription.Normalize(email);
        return await db.NewsletterSubscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.NormalizedEmail == normalized);
    }

    public async Task<IReadOnlyDictionary<(NewsletterPace Pace, long Topic), int>> CountsAsync()
    {
        await using CityDb db = Database.Open();
        return (await new NewsletterTallies(db).ReadAsync(default)).Where(c => c.Value != 0).ToDictionary();
    }

    public void Dispose() => Blog.Dispose();
}
