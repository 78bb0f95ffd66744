using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Search;

namespace SocialCity.Tests.Blog;

public sealed class ArticleEditingTests
{
    [Fact]
    public async Task Counts_kept_with_each_change_equal_those_counted_anew()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        Random random = new(7);
        List<long> ids = [];
        long[] tags;
        await using (CityDb db = city.Database.Open())
        {
            tags = [.. (await new Naming(db, city.Database.Provider).TagsAsync(["봄", "산책", "꽃", "골목"], default)).Select(t => t.Id)];
        }

        for (int step = 0; step < 60; step++)
        {
            city.Database.Time.Now = city.Database.Time.Now.AddDays(random.Next(0, 12));
            if (ids.Count < 12)
            {
                ids.Add(await city.WriteAsync($"a-{step}", null, Content(step)));
            }

            long id = ids[random.Next(ids.Count)];
            await city.DoAsync(id, city.EditorActor, (a, now) => random.Next(4) switch
            {
                0 => a.Publish(city.EditorActor, now),
                1 => a.Archive("까닭", city.EditorActor, now),
                2 => a.Credited(random.Next(2) == 0 ? [city.Citizen.Id] : [city.Official.Id, city.Citizen.Id], city.EditorActor),
                _ => a.Write(Content(step) with { Slug = a.Slug }, city.EditorActor, now),
            });
        }

        string[] kept = await CountsAsync(city);
        await using (CityDb db = city.Database.Open())
        {
            await city.Counts(db).RebuildAsync(default);
        }

        Assert.Equal(await CountsAsync(city), kept);
        Assert.Contains(kept, line => line.StartsWith("tag", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal));

        ArticleContent Content(int step) => city.Content($"a-{step}", $"글 {step}") with
        {
            Category = random.Next(2) == 0 ? city.News : city.Walks,
            TagIds = [.. tags.Where(_ => random.Next(2) == 0)],
            IsPage = random.Next(8) == 0,
        };
    }

    [Fact]
    public async Task A_version_that_is_not_the_one_of_the_form_changes_nothing()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long id = await city.WriteAsync("a");
        Guid opened = (await city.ReadAsync(id)).Version;
        await city.DoAsync(id, city.OfficialActor, (a, now) => a.Reword("봄", "", "먼저 고친 글", city.OfficialActor, now), opened);

        Edited edited = await city.DoAsync(id, city.EditorActor, (a, now) => a.Reword("봄", "", "늦게 고친 글", city.EditorActor, now), opened);

        Assert.Equal(EditingOutcome.Conflict, edited.Outcome);
        Assert.Equal("먼저 고친 글", (await city.ReadAsync(id)).Text);
    }

    [Fact]
    public async Task Two_articles_with_one_address_are_refused()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        await city.WriteAsync("spring");
        await using CityDb db = city.Database.Open();

        Edited edited = await city.Editing(db).BeginAsync(city.Content("spring"), city.CitizenActor, null, default);

        Assert.Equal((EditingOutcome.Refused, (ArticleRefusal?)ArticleRefusal.AddressTaken), (edited.Outcome, edited.Refusal));
    }

    [Fact]
    public async Task An_address_may_be_taken_back_and_given_up_again()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long id = await city.WriteAsync("spring");
        await city.PublishAsync(id);
        foreach (string slug in (string[])["summer", "spring", "autumn"])
        {
            Edited edited = await city.DoAsync(id, city.EditorActor, (a, now) => a.Write(city.Content(slug), city.EditorActor, now));
            Assert.Equal((EditingOutcome.Done, null), (edited.Outcome, edited.Refusal));
        }

        Assert.Equal(["/blog/spring", "/blog/summer"], (await city.ReadAsync(id)).Addresses.Select(a => a.Path).Order());
    }

    [Fact]
    public async Task What_is_not_published_is_found_by_nobody_and_the_authors_hear_of_each_act()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long id = await city.WriteAsync("found");
        Assert.Equal(0, await EntriesAsync());
        await city.PublishAsync(id);
        Assert.Equal(1, await EntriesAsync());
        await city.DoAsync(id, city.EditorActor, (a, now) => a.Archive("끝난 행사입니다.", city.EditorActor, now));
        Assert.Equal(0, await EntriesAsync());

        await using CityDb read = city.Database.Open();
        Assert.Equal(
            [NoticeKind.ArticlePublished, NoticeKind.ArticleArchived],
            await read.Notices.Where(n => n.AccountId == city.Official.Id).OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync());

        async Task<int> EntriesAsync()
        {
            await using CityDb db = city.Database.Open();
            return await db.SearchEntries.CountAsync(e => e.Kind == SearchKind.Article);
        }
    }

    [Fact]
    public async Task Somebody_who_leaves_takes_their_drafts_and_their_name_and_what_is_published_stays()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long draft = await city.WriteAsync("draft", city.CitizenActor);
        long story = await city.WriteAsync("story", city.CitizenActor, city.Content("story") with { Credit = "시민기자 김시민" });
        await city.DoAsync(story, city.CitizenActor, (a, now) => a.Consent(city.CitizenActor, now) ?? a.Submit(city.CitizenActor, now));
        await city.PublishAsync(story);
        long taken = await city.WriteAsync("taken", city.CitizenActor);
        await city.DoAsync(taken, city.CitizenActor, (a, now) => a.Consent(city.CitizenActor, now) ?? a.Submit(city.CitizenActor, now));
        Assert.Equal(EditingOutcome.Done, (await city.DoAsync(taken, city.OfficialActor, (a, now) => a.TakeUp(city.OfficialActor, now))).Outcome);
        await using (CityDb db = city.Database.Open())
        {
            db.Add(new RightGrant(city.Official, Right.Official, city.Department.Id, null, "임용", city.Database.Time.Now));
            ArticleDraft typed = new(story, city.Citizen.Id);
            typed.Keep("제목", "", "쓰던 글", Guid.NewGuid(), 0, city.Database.Time.Now);
            db.Add(typed);
            await db.SaveChangesAsync();
            await db.InTransactionAsync(
                async ct =>
                {
                    await new ArticlePersonalData(db, city.Counts(db)).ForgetAsync(city.Citizen.Id, ct);
                    return 0;
                },
                default);
        }

        await using CityDb read = city.Database.Open();
        Assert.False(await read.Articles.AnyAsync(a => a.Id == draft || a.Id == taken));
        Article kept = await city.ReadAsync(story);
        Assert.True(kept.IsPublished);
        Assert.Equal("", kept.Credit);
        Assert.Empty(kept.Authors);
        Assert.All(kept.Revisions, r => Assert.Null(r.AccountId));
        Assert.DoesNotContain(kept.Events, e => e.ActorId == city.Citizen.Id);
        Assert.False(await read.Set<ArticleDraft>().AnyAsync());
        Assert.False(await read.Set<Byline>().AnyAsync(b => b.AccountId == city.Citizen.Id));
    }

    [Fact]
    public async Task An_address_that_leads_on_to_another_article_is_taken()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long id = await city.WriteAsync("spring");
        await city.PublishAsync(id);
        await city.DoAsync(id, city.EditorActor, (a, now) => a.Write(city.Content("summer"), city.EditorActor, now));
        await using CityDb db = city.Database.Open();
        Naming naming = new(db, city.Database.Provider);

        Assert.True(await naming.IsTakenAsync("spring", null, default));
        Assert.False(await naming.IsTakenAsync("spring", id, default));
        Assert.Equal("spring-2", await naming.FreeSlugAsync("spring", null, default));
        Assert.Equal("spring", await naming.FreeSlugAsync("spring", id, default));
    }

    [Fact]
    public async Task Editors_hear_on_the_site_of_what_is_handed_in_and_of_changes_of_what_is_out()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        await using (CityDb before = city.Database.Open())
        {
            before.Add(new RightGrant(city.Editor, Right.Editor, null, null, "임용", city.Database.Time.Now));
            await before.SaveChangesAsync();
        }

        long id = await city.WriteAsync("told");
        await city.DoAsync(id, city.OfficialActor, (a, now) => a.Submit(city.OfficialActor, now));
        await city.PublishAsync(id);
        await city.DoAsync(id, city.OfficialActor, (a, now) => a.Reword("봄", "", "고친 글", city.OfficialActor, now));
        await city.DoAsync(id, city.OfficialActor, (a, now) => a.Reword("봄", "", "고친 글", city.OfficialActor, now));
        await city.DoAsync(id, city.EditorActor, (a, now) => a.Reword("봄", "", "편집자가 고친 글", city.EditorActor, now));

        await using CityDb db = city.Database.Open();
        List<Notice> told = await db.Notices.Where(n => n.AccountId == city.Editor.Id).OrderBy(n => n.Id).ToListAsync();
        Assert.Equal([NoticeKind.ArticleSubmitted, NoticeKind.ArticleRewritten], told.Select(n => n.Kind));
        Assert.All(told, n => Assert.Equal((true, DeliveryState.None), (n.IsOnSite, n.Delivery)));
        Article article = await db.Articles.Include(a => a.Revisions).SingleAsync(a => a.Id == id);
        long changed = article.Revisions.Single(r => r.Text == "고친 글").Id;
        long previous = article.Revisions.Where(r => r.Id < changed).Max(r => r.Id);
        Assert.Equal($"/blog/write/{id}/revisions/{previous}?now=true", told[1].Facts()[NoticeFacts.Path]);
    }

    [Fact]
    public async Task However_often_an_official_saves_editors_have_one_unread_notice_of_an_article()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        await using (CityDb before = city.Database.Open())
        {
            before.Add(new RightGrant(city.Editor, Right.Editor, null, null, "임용", city.Database.Time.Now));
            await before.SaveChangesAsync();
        }

        long[] ids = [await city.WriteAsync("one"), await city.WriteAsync("other")];
        foreach (long id in ids)
        {
            await city.PublishAsync(id);
            foreach (string text in (string[])["한 번", "두 번", "세 번"])
            {
                await city.DoAsync(id, city.OfficialActor, (a, now) => a.Reword("봄", "", text, city.OfficialActor, now));
            }
        }

        await using CityDb db = city.Database.Open();
        IQueryable<Notice> told = db.Notices.Where(n => n.AccountId == city.Editor.Id).OrderBy(n => n.Id);
        List<Notice> unread = await told.ToListAsync();
        Assert.Equal(2, unread.Count);
        unread[0].Read(city.Database.Time.Now);
        await db.SaveChangesAsync();

        await city.DoAsync(ids[0], city.OfficialActor, (a, now) => a.Reword("봄", "", "네 번", city.OfficialActor, now));
        long last = await db.Set<ArticleRevision>().Where(r => r.ArticleId == ids[0] && r.Text == "세 번").Select(r => r.Id).SingleAsync();
        Assert.Equal($"/blog/write/{ids[0]}/revisions/{last}?now=true", (await told.LastAsync()).Facts()[NoticeFacts.Path]);
        Assert.Equal(3, await told.CountAsync());
    }

    private static async Task<string[]> CountsAsync(BlogCity city)
    {
        await using CityDb db = city.Database.Open();
        return
        [
            .. (await db.Set<BlogTag>().OrderBy(t => t.Id).ToListAsync()).Select(t => $"tag {t.Name} {t.ArticleCount}"),
            .. (await db.Set<BlogCategory>().OrderBy(c => c.Id).ToListAsync()).Select(c => $"category {c.Slug} {c.ArticleCount}"),
            .. (await db.Set<Byline>().OrderBy(b => b.AccountId).ToListAsync()).Select(b => $"name {b.Handle} {b.ArticleCount}"),
            .. (await db.Set<BlogMonth>().OrderBy(m => m.Year).ThenBy(m => m.Month).ToListAsync()).Where(m => m.ArticleCount > 0).Select(m => $"month {m.Year}-{m.Month} {m.ArticleCount}"),
        ];
    }
}
