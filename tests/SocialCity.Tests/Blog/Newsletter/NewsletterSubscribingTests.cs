using Microsoft.EntityFrameworkCore;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Tests.Blog.Newsletter;

public sealed class NewsletterSubscribingTests
{
    private static readonly NewsletterWish Daily = new(NewsletterPace.Daily, NewsletterTopics.All, "ko");

    [Fact]
    public async Task Asking_again_and_again_brings_one_mail_in_ten_minutes()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        await AskAsync(city, "new@nuri.example", Daily);
        await AskAsync(city, "NEW@nuri.example ", Daily);
        city.Database.Time.Now += NewsletterSubscription.MailAgainAfter - TimeSpan.FromSeconds(1);
        await AskAsync(city, "new@nuri.example", Daily);
        Assert.Equal([NoticeKind.ConfirmNewsletter], await city.MailsToAsync("new@nuri.example"));

        city.Database.Time.Now += TimeSpan.FromSeconds(1);
        await AskAsync(city, "new@nuri.example", Daily);
        Assert.Equal([NoticeKind.ConfirmNewsletter, NoticeKind.ConfirmNewsletter], await city.MailsToAsync("new@nuri.example"));
    }

    [Fact]
    public async Task Whoever_only_types_an_address_changes_nothing_that_was_confirmed()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        await city.SubscribeAsync("known@nuri.example", NewsletterPace.Weekly);

        await AskAsync(city, "known@nuri.example", Daily);

        Assert.Equal(NewsletterPace.Weekly, (await city.FindAsync("known@nuri.example"))?.Pace);
        Assert.Equal([NoticeKind.NewsletterKnown], await city.MailsToAsync("known@nuri.example"));
    }

    [Fact]
    public async Task Two_who_ask_for_one_address_at_once_make_one_subscription_and_one_mail()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => AskAsync(city, "race@nuri.example", Daily))));

        await using CityDb db = city.Database.Open();
        Assert.Equal(1, await db.NewsletterSubscriptions.CountAsync());
        Assert.Single(await city.MailsToAsync("race@nuri.example"));
    }

    [Fact]
    public async Task What_was_never_confirmed_goes_after_a_week_and_what_was_confirmed_stays()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        await AskAsync(city, "never@nuri.example", Daily);
        await city.SubscribeAsync("stays@nuri.example");
        await using CityDb db = city.Database.Open();

        city.Database.Time.Now += NewsletterSubscription.UnconfirmedFor;
        Assert.Equal(0, await city.Subscribing(db).SweepAsync(default));
        city.Database.Time.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(1, await city.Subscribing(db).SweepAsync(default));

        Assert.Null(await city.FindAsync("never@nuri.example"));
        Assert.NotNull(await city.FindAsync("stays@nuri.example"));
    }

    [Fact]
    public async Task An_upper_category_stands_for_those_below_it_and_what_is_none_is_left_out()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        await using CityDb db = city.Database.Open();
        NewsletterSubscribing subscribing = city.Subscribing(db);

        Assert.Equal(NewsletterTopics.Of([city.Blog.News.Id]), await subscribing.TopicsAsync([city.Blog.Walks.Id, city.Blog.News.Id, 999], default));
        Assert.Equal(NewsletterTopics.Of([city.Blog.Walks.Id]), await subscribing.TopicsAsync([city.Blog.Walks.Id], default));
        Assert.Equal(NewsletterTopics.All, await subscribing.TopicsAsync([999], default));
    }

    [Fact]
    public async Task Counts_follow_each_change_and_a_recount_finds_them_right()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        string walks = NewsletterTopics.Of([city.Blog.Walks.Id]);
        long first = await city.SubscribeAsync("a@nuri.example");
        long second = await city.SubscribeAsync("b@nuri.example", NewsletterPace.Weekly, walks);
        await city.SubscribeAsync("c@nuri.example", NewsletterPace.Weekly, walks);
        await AskAsync(city, "unconfirmed@nuri.example", Daily);
        Assert.Equal(1, (await city.CountsAsync())[(NewsletterPace.Daily, NewsletterTally.Everybody)]);
        Assert.Equal(2, (await city.CountsAsync())[(NewsletterPace.Weekly, city.Blog.Walks.Id)]);

        await using (CityDb db = city.Database.Open())
        {
            Assert.True(await city.Subscribing(db).ChangeAsync(second, Daily, default));
            await city.Subscribing(db).EndAsync(first, default);
            await city.Subscribing(db).EndAsync(first, default);
        }

        Dictionary<(NewsletterPace, long), int> expected = new()
        {
            [(NewsletterPace.Daily, NewsletterTally.Everybody)] = 1,
            [(NewsletterPace.Daily, NewsletterTally.AllCategories)] = 1,
            [(NewsletterPace.Weekly, NewsletterTally.Everybody)] = 1,
            [(NewsletterPace.Weekly, city.Blog.Walks.Id)] = 1,
        };
        Assert.Equivalent(expected, await city.CountsAsync(), strict: true);
        await using CityDb read = city.Database.Open();
        NewsletterTallies tallies = new(read);
        await tallies.FoldAsync(default);
        Assert.Equal(expected.Count, await read.NewsletterTallies.CountAsync());
        Assert.Equal(0, await tallies.RebuildAsync(default));
        await read.NewsletterTallies.ExecuteDeleteAsync();
        Assert.Equal(expected.Count, await tallies.RebuildAsync(default));
        Assert.Equivalent(expected, await city.CountsAsync(), strict: true);
    }

    [Fact]
    public async Task Another_pace_moves_the_next_digest_and_keeps_up_to_when_was_told()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        long id = await city.SubscribeAsync("a@nuri.example");
        NewsletterSubscription before = await city.FindAsync("a@nuri.example") ?? throw new InvalidOperationException();
        city.Go(11, 16, 15);
        await using CityDb db = city.Database.Open();

        await city.Subscribing(db).ChangeAsync(id, Daily with { Pace = NewsletterPace.Weekly }, default);

        NewsletterSubscription after = await city.FindAsync("a@nuri.example") ?? throw new InvalidOperationException();
        city.Go(11, 23, 7);
        Assert.Equal(city.Database.Time.Now, after.DueAt);
        Assert.Equal(before.ToldUntil, after.ToldUntil);
    }

    [Fact]
    public async Task The_newsletter_of_a_closed_account_goes_and_that_of_a_changed_address_follows()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        string former = city.Blog.Citizen.Email ?? "";
        long old = await city.SubscribeAsync(former, NewsletterPace.Weekly);
        await using (CityDb db = city.Database.Open())
        {
            await new NewsletterPersonalData(db).FollowAsync(former, "moved@nuri.example", default);
            await db.SaveChangesAsync();
        }

        NewsletterSubscription? moved = await city.FindAsync("moved@nuri.example");
        Assert.True(moved is { IsConfirmed: true, Pace: NewsletterPace.Weekly } && moved.Id != old);
        Assert.Null(await city.FindAsync(former));
        Assert.Equal(1, (await city.CountsAsync())[(NewsletterPace.Weekly, NewsletterTally.Everybody)]);

        await city.SubscribeAsync(former);
        await using (CityDb db = city.Database.Open())
        {
            await new NewsletterPersonalData(db).ForgetAsync(city.Blog.Citizen.Id, default);
        }

        Assert.Null(await city.FindAsync(former));
        Assert.NotNull(await city.FindAsync("moved@nuri.example"));
        Assert.False((await city.CountsAsync()).ContainsKey((NewsletterPace.Daily, NewsletterTally.Everybody)));
    }

    [Fact]
    public async Task A_subscription_that_moves_to_an_address_with_one_ends_and_takes_the_place_of_one_never_confirmed()
    {
        using NewsletterCity city = await NewsletterCity.CreateAsync();
        await city.SubscribeAsync("from@nuri.example", NewsletterPace.Weekly);
        await city.SubscribeAsync("taken@nuri.example");
        await FollowAsync(city, "from@nuri.example", "taken@nuri.example");
        Assert.Null(await city.FindAsync("from@nuri.example"));
        Assert.Equal(NewsletterPace.Daily, (await city.FindAsync("taken@nuri.example"))?.Pace);

        await AskAsync(city, "asked@nuri.example", Daily with { Pace = NewsletterPace.Weekly });
        await FollowAsync(city, "taken@nuri.example", "asked@nuri.example");
        Assert.True(await city.FindAsync("asked@nuri.example") is { IsConfirmed: true, Pace: NewsletterPace.Daily });
        await using CityDb db = city.Database.Open();
        Assert.Equal(0, await new NewsletterTallies(db).RebuildAsync(default));
    }

    private static async Task FollowAsync(NewsletterCity city, string former, string email)
    {
        await using CityDb db = city.Database.Open();
        await new NewsletterPersonalData(db).FollowAsync(former, email, default);
        await db.SaveChangesAsync();
    }

    private static async Task AskAsync(NewsletterCity city, string email, NewsletterWish wish)
    {
        await using CityDb db = city.Database.Open();
        await city.Subscribing(db).AskAsync(email, wish, default);
    }
}
