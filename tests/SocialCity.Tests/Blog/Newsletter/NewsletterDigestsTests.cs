using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Tests.Blog.Newsletter;

public sealed class NewsletterDigestsTests
{
    [Fact]
    public async Task A_daily_digest_comes_at_seven_with_what_came_out_since_the_subscription_and_the_next_one_with_what_came_out_since()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        long before = await city.PublishAsync("before");
        city.Go(11, 16, 12);
        await city.SubscribeAsync("day@nuri.example");
        city.Go(11, 16, 23, 59);
        long late = await city.PublishAsync("late");
        city.Go(11, 17, 0, 1);
        long early = await city.PublishAsync("early");

        city.Go(11, 17, 6, 59);
        Assert.Equal(0, await city.DigestAsync());
        city.Go(11, 17, 7);
        Assert.Equal(1, await city.DigestAsync());
        city.Go(11, 17, 7, 1);
        Assert.Equal(0, await city.DigestAsync());
        city.Go(11, 17, 9);
        long next = await city.PublishAsync("next");
        city.Go(11, 18, 7);
        Assert.Equal(1, await city.DigestAsync());

        Assert.Equal([("day@nuri.example", Ids(early, late)), ("day@nuri.example", Ids(next))], await city.DigestsAsync());
        Assert.DoesNotContain((await city.DigestsAsync()).Select(d => d.Articles), a => a.Split(',').Contains(Ids(before)));
    }

    [Fact]
    public async Task A_weekly_digest_comes_on_monday_with_the_articles_of_the_week()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        await city.SubscribeAsync("week@nuri.example", NewsletterPace.Weekly);
        city.Go(11, 17, 9);
        long tuesday = await city.PublishAsync("tuesday");
        city.Go(11, 22, 23, 30);
        long sunday = await city.PublishAsync("sunday");

        city.Go(11, 22, 23, 59);
        Assert.Equal(0, await city.DigestAsync());
        city.Go(11, 23, 7);
        Assert.Equal(1, await city.DigestAsync());

        Assert.Equal([("week@nuri.example", Ids(sunday, tuesday))], await city.DigestsAsync());
        NewsletterSubscription? after = await city.FindAsync("week@nuri.example");
        city.Go(11, 30, 7);
        Assert.Equal(city.Database.Time.Now, after?.DueAt);
    }

    [Fact]
    public async Task After_an_outage_of_days_there_is_one_digest_with_all_of_them_and_with_what_should_have_come_out_meanwhile()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        await city.SubscribeAsync("day@nuri.example");
        long monday = await city.PublishAsync("monday");
        long scheduled = await city.Blog.WriteAsync("scheduled");
        DateTime night = city.Database.Time.Now.AddHours(20);
        await city.Blog.DoAsync(scheduled, city.Blog.EditorActor, (a, now) => a.Schedule(night, city.Blog.EditorActor, now));

        city.Go(11, 20, 11);
        Assert.Equal(1, await city.DigestAsync());
        Assert.Equal(0, await city.DigestAsync());

        Assert.Equal([("day@nuri.example", Ids(scheduled, monday))], await city.DigestsAsync());
        city.Go(11, 21, 7);
        Assert.Equal(city.Database.Time.Now, (await city.FindAsync("day@nuri.example"))?.DueAt);
    }

    [Fact]
    public async Task Who_chose_a_category_gets_it_with_those_below_it_and_nothing_else_and_no_mail_when_nothing_is_new()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        BlogCategory culture = new(new LocalText("문화"), "culture", null, 3);
        BlogCategory other = new(new LocalText("행사"), "events", city.Blog.News, 4);
        await using (CityDb db = city.Database.Open())
        {
            db.AddRange(culture, other);
            await db.SaveChangesAsync();
        }

        await city.SubscribeAsync("upper@nuri.example", topics: NewsletterTopics.Of([city.Blog.News.Id]));
        await city.SubscribeAsync("lower@nuri.example", topics: NewsletterTopics.Of([city.Blog.Walks.Id]));
        await city.SubscribeAsync("both@nuri.example", topics: NewsletterTopics.Of([culture.Id, city.Blog.Walks.Id]));
        await city.SubscribeAsync("none@nuri.example", topics: NewsletterTopics.Of([other.Id]));
        await city.SubscribeAsync("all@nuri.example");
        city.Go(11, 16, 12);
        long walk = await city.PublishAsync("walk");
        city.Go(11, 16, 13);
        long top = await city.PublishAsync("top", city.Blog.News);
        city.Go(11, 16, 14);
        long concert = await city.PublishAsync("concert", culture);

        city.Go(11, 17, 7);
        Assert.Equal(4, await city.DigestAsync());

        Assert.Equal(
            [
                ("all@nuri.example", Ids(concert, top, walk)), ("both@nuri.example", Ids(concert, walk)),
                ("lower@nuri.example", Ids(walk)), ("upper@nuri.example", Ids(top, walk)),
            ],
            (await city.DigestsAsync()).OrderBy(d => d.To, StringComparer.Ordinal));
        Assert.Empty(await city.MailsToAsync("none@nuri.example"));
        city.Go(11, 18, 7);
        Assert.Equal(city.Database.Time.Now, (await city.FindAsync("none@nuri.example"))?.DueAt);
    }

    [Fact]
    public async Task Only_what_everybody_may_read_is_told_of_and_what_stands_on_the_front_page_comes_first()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        await city.SubscribeAsync("day@nuri.example");
        city.Go(11, 16, 12);
        long placed = await city.PublishAsync("placed");
        city.Go(11, 16, 13);
        long newer = await city.PublishAsync("newer");
        long gone = await city.PublishAsync("gone");
        await city.Blog.WriteAsync("draft");
        Assert.Equal(EditingOutcome.Done, (await city.Blog.DoAsync(
            gone, city.Blog.EditorActor, (a, now) => a.Archive("사실과 다릅니다.", city.Blog.EditorActor, now))).Outcome);
        await using (CityDb db = city.Database.Open())
        {
            db.Add(new FrontPlace(1, placed));
            await db.SaveChangesAsync();
        }

        city.Go(11, 17, 7);
        await city.DigestAsync();

        Assert.Equal([("day@nuri.example", Ids(placed, newer))], await city.DigestsAsync());
    }

    [Fact]
    public async Task What_comes_out_in_the_last_minute_is_left_to_the_next_digest_and_never_lost()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        await city.SubscribeAsync("day@nuri.example");
        city.Go(11, 17, 7);
        city.Database.Time.Now -= TimeSpan.FromSeconds(30);
        long now = await city.PublishAsync("now");
        city.Go(11, 17, 7);
        Assert.Equal(0, await city.DigestAsync());

        city.Go(11, 18, 7);
        Assert.Equal(1, await city.DigestAsync());

        Assert.Equal([("day@nuri.example", Ids(now))], await city.DigestsAsync());
    }

    [Fact]
    public async Task Who_has_not_confirmed_gets_nothing()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        await using (CityDb db = city.Database.Open())
        {
            await city.Subscribing(db).AskAsync("asked@nuri.example", new NewsletterWish(NewsletterPace.Daily, "", "ko"), default);
        }

        await city.PublishAsync("new");
        city.Go(11, 17, 7);

        Assert.Equal(0, await city.DigestAsync());
    }

    [Fact]
    public async Task Nodes_that_run_at_once_put_one_digest_for_each_subscriber_and_count_them_once()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        const int Subscribers = 450;
        await using (CityDb db = city.Database.Open())
        {
            for (int i = 0; i < Subscribers; i++)
            {
                NewsletterSubscription subscription = new($"s{i}@nuri.example", new NewsletterWish(NewsletterPace.Daily, "", "ko"), city.Database.Time.Now);
                subscription.Confirm(city.Database.Time.Now, city.Database.Time.Now.AddHours(1));
                db.Add(subscription);
            }

            await db.SaveChangesAsync();
        }

        await city.PublishAsync("new");
        city.Go(11, 17, 7);

        int[] put = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => city.DigestAsync())));

        Assert.Equal(Subscribers, put.Sum());
        IReadOnlyList<(string To, string Articles)> digests = await city.DigestsAsync();
        Assert.Equal(Subscribers, digests.Count);
        Assert.Equal(Subscribers, digests.Select(d => d.To).Distinct().Count());
        await using CityDb read = city.Database.Open();
        NewsletterIssue issue = await read.NewsletterIssues.SingleAsync();
        Assert.Equal((NewsletterPace.Daily, city.Database.Time.Now, Subscribers), (issue.Pace, issue.DueAt, issue.MailCount));
    }

    [Fact]
    public async Task One_subscription_that_fails_stops_no_other()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        foreach (string name in (string[])["a", "broken", "c"])
        {
            await city.SubscribeAsync($"{name}@nuri.example");
        }

        await city.PublishAsync("new");
        await using (CityDb db = city.Database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TRIGGER Broken BEFORE INSERT ON Notices WHEN NEW.Address = 'broken@nuri.example' BEGIN SELECT RAISE(ABORT, 'broken'); END");
        }

        city.Go(11, 17, 7);
        Assert.Equal(2, await city.DigestAsync());

        Assert.Equal(["a@nuri.example", "c@nuri.example"], (await city.DigestsAsync()).Select(d => d.To).Order(StringComparer.Ordinal));
        Assert.True((await city.FindAsync("broken@nuri.example"))?.DueAt <= city.Database.Time.Now);
        await using CityDb read = city.Database.Open();
        Assert.Equal(2, (await read.NewsletterIssues.SingleAsync()).MailCount);
    }

    [Fact]
    public async Task Digests_become_due_bit_by_bit_so_that_a_confirmation_never_stands_behind_all_of_them()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        await using (CityDb db = city.Database.Open())
        {
            for (int i = 0; i < 1_300; i++)
            {
                NewsletterSubscription subscription = new($"s{i}@nuri.example", new NewsletterWish(NewsletterPace.Daily, "", "ko"), city.Database.Time.Now);
                subscription.Confirm(city.Database.Time.Now, city.Database.Time.Now.AddHours(1));
                db.Add(subscription);
            }

            await db.SaveChangesAsync();
        }

        await city.PublishAsync("new");
        city.Go(11, 17, 7);
        await city.DigestAsync();

        await using CityDb read = city.Database.Open();
        DateTime now = city.Database.Time.Now;
        Assert.Equal(600, await read.Notices.Where(n => n.Kind == NoticeKind.NewsletterDigest).DueAt(now).CountAsync());
        Assert.Equal(1_200, await read.Notices.Where(n => n.Kind == NoticeKind.NewsletterDigest).DueAt(now.AddMinutes(1)).CountAsync());
        Assert.Equal(1_300, await read.Notices.Where(n => n.Kind == NoticeKind.NewsletterDigest).DueAt(now.AddMinutes(2)).CountAsync());
    }

    [Fact]
    public async Task The_cost_of_articles_does_not_grow_with_the_subscribers()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        for (int i = 0; i < 8; i++)
        {
            await city.SubscribeAsync($"s{i}@nuri.example", topics: i % 2 == 0 ? "" : NewsletterTopics.Of([city.Blog.Walks.Id]));
        }

        await city.PublishAsync("new");
        city.Go(11, 17, 7);
        ArticleReads reads = new();
        Assert.Equal(8, await city.DigestAsync(reads));

        // One is for what is scheduled, one for what came out.
        Assert.Equal(2, reads.Count);
    }

    private static string Ids(params long[] ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    private sealed class ArticleReads : Microsoft.EntityFrameworkCore.Diagnostics.DbCommandInterceptor
    {
        public int Count { get; private set; }

        public override ValueTask<Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command,
            Microsoft.EntityFrameworkCore.Diagnostics.CommandEventData eventData,
            Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<System.Data.Common.DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            Count += command.CommandText.Contains("FROM \"Articles\"", StringComparison.Ordinal) ? 1 : 0;
            return ValueTask.FromResult(result);
        }
    }
}
