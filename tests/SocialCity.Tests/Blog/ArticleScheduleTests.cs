using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Data;

namespace SocialCity.Tests.Blog;

public sealed class ArticleScheduleTests
{
    /// <summary>Half past midnight of the first of December in Seoul, which is still November in London.</summary>
    private static readonly DateTime AfterMidnight = new(2026, 11, 30, 15, 30, 0, DateTimeKind.Utc);

    [Fact]
    public async Task What_is_scheduled_comes_out_at_its_time_and_one_that_fails_stops_no_other()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long[] ids = [await city.WriteAsync("a"), await city.WriteAsync("broken"), await city.WriteAsync("c"), await city.WriteAsync("later")];
        foreach (long id in ids)
        {
            DateTime at = id == ids[3] ? AfterMidnight.AddDays(1) : AfterMidnight.AddMinutes(-id);
            Assert.Equal(EditingOutcome.Done, (await city.DoAsync(id, city.EditorActor, (a, now) => a.Schedule(at, city.EditorActor, now))).Outcome);
        }

        // Something went wrong with its category: nothing that a schedule can mend.
        await using (CityDb db = city.Database.Open())
        {
            await db.Articles.Where(a => a.Id == ids[1]).ExecuteUpdateAsync(set => set.SetProperty(a => a.CategoryId, (long?)null));
        }

        city.Database.Time.Now = AfterMidnight.AddMinutes(-31);
        Assert.Equal((0, ""), await PublishAsync(city));

        city.Database.Time.Now = AfterMidnight.AddMinutes(7);
        Assert.Equal((2, $"{ids[1]}"), await PublishAsync(city));
        Assert.Equal((0, $"{ids[1]}"), await PublishAsync(city));

        Assert.Equal(ArticleState.Scheduled, (await city.ReadAsync(ids[1])).State);
        Assert.Equal(ArticleState.Scheduled, (await city.ReadAsync(ids[3])).State);
        Article first = await city.ReadAsync(ids[0]);
        Assert.Equal(AfterMidnight.AddMinutes(-ids[0]), first.PublishedAt);
        Assert.Null(first.Events[^1].ActorId);
        await using CityDb read = city.Database.Open();
        BlogMonth month = await read.Set<BlogMonth>().SingleAsync();
        Assert.Equal((2026, 12, 2), (month.Year, month.Month, month.ArticleCount));
    }

    [Fact]
    public async Task Two_nodes_bring_an_article_out_once()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long id = await city.WriteAsync("once");
        await city.DoAsync(id, city.EditorActor, (a, now) => a.Schedule(now.AddMinutes(1), city.EditorActor, now));
        city.Database.Time.Now = city.Database.Time.Now.AddMinutes(2);

        (int Published, string Failed)[] runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PublishAsync(city)));

        Assert.Equal(1, runs.Sum(r => r.Published));
        Assert.Single((await city.ReadAsync(id)).Events, e => e.Act == ArticleAct.Publish);
    }

    private static async Task<(int Published, string Failed)> PublishAsync(BlogCity city)
    {
        await using CityDb db = city.Database.Open();
        ArticlesDue due = await city.Schedule(db).PublishDueAsync(default);
        return (due.Published, string.Join(' ', due.Failed));
    }
}
