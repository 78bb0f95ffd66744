using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Blog;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Notices;
using SocialCity.Tests.Media;

namespace SocialCity.Tests.Blog;

public sealed class ArticleDeletionTests : IDisposable
{
    private readonly TemporaryFolder _uploads = new();

    [Fact]
    public async Task A_draft_goes_with_all_that_belongs_to_it_and_its_address_is_free()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long photo = (await city.PhotoAsync(_uploads.Path)).Id;
        long id = await city.WriteAsync("gone", null, city.Content("gone") with { PhotoIds = [photo] });
        long kept = await city.WriteAsync("kept", null, city.Content("kept"));
        await using (CityDb db = city.Database.Open())
        {
            db.Add(new ArticlePresence(id, city.Editor.Id, city.Database.Time.Now));
            ArticleDraft typed = new(id, city.Official.Id);
            typed.Keep("제목", "", "쓰던 글", Guid.NewGuid(), 0, city.Database.Time.Now);
            db.Add(typed);
            await db.SaveChangesAsync();
        }

        Assert.Equal(EditingOutcome.Done, (await DeleteAsync(city, id, city.OfficialActor)).Outcome);

        await using CityDb read = city.Database.Open();
        Assert.Equal([kept], await read.Articles.Select(a => a.Id).ToListAsync());
        Assert.False(await read.Set<ArticleDraft>().AnyAsync());
        Assert.False(await read.Set<ArticlePresence>().AnyAsync());
        Assert.False(await read.Set<ArticleRevision>().AnyAsync(r => r.ArticleId == id));
        Assert.Null((await read.Set<MediaFile>().SingleAsync(m => m.Id == photo)).AttachedAt);
        Assert.Equal("gone", await new Naming(read, city.Database.Provider).FreeSlugAsync("gone", null, default));
        AuditEntry entry = await read.AuditEntries.SingleAsync();
        Assert.Equal((AuditActions.ArticleDeleted, $"article:{id}", city.Official.Id), (entry.Action, entry.Subject, entry.ActorId));
    }

    [Fact]
    public async Task A_photo_that_another_article_shows_too_stays()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long photo = (await city.PhotoAsync(_uploads.Path)).Id;
        long id = await city.WriteAsync("gone", null, city.Content("gone") with { PhotoIds = [photo] });
        await city.WriteAsync("kept", null, city.Content("kept") with { CoverId = photo });

        await DeleteAsync(city, id, city.OfficialActor);

        await using CityDb read = city.Database.Open();
        Assert.NotNull((await read.Set<MediaFile>().SingleAsync(m => m.Id == photo)).AttachedAt);
    }

    [Fact]
    public async Task Comments_that_came_with_a_draft_from_elsewhere_go_with_it()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long id = await city.WriteAsync("imported");
        await using (CityDb db = city.Database.Open())
        {
            Comment thread = Comment.Import(ConversationSubject.Article, id, null, "나그네", "반가워요", false, city.Database.Time.Now);
            db.Add(thread);
            await db.SaveChangesAsync();
            db.Add(Comment.Import(ConversationSubject.Article, id, thread, "이웃", "저도요", false, city.Database.Time.Now));
            await db.SaveChangesAsync();
        }

        await DeleteAsync(city, id, city.EditorActor);

        await using CityDb read = city.Database.Open();
        Assert.False(await read.Comments.AnyAsync());
    }

    [Fact]
    public async Task What_was_public_once_or_lies_with_the_editors_is_not_deleted()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long inReview = await city.WriteAsync("review");
        await city.DoAsync(inReview, city.OfficialActor, (a, now) => a.Submit(city.OfficialActor, now));
        long wasOut = await city.WriteAsync("out");
        await city.PublishAsync(wasOut);
        await city.DoAsync(wasOut, city.EditorActor, (a, now) =>
            a.Archive("까닭", city.EditorActor, now) ?? a.Submit(city.EditorActor, now) ?? a.Recall(city.EditorActor, now));
        Assert.Equal(ArticleState.Draft, (await city.ReadAsync(wasOut)).State);

        foreach (long id in new[] { inReview, wasOut })
        {
            Assert.Equal(ArticleRefusal.NotAllowed, (await DeleteAsync(city, id, city.EditorActor)).Refusal);
            Assert.Equal(ArticleRefusal.NotAllowed, (await DeleteAsync(city, id, city.OfficialActor)).Refusal);
        }
    }

    [Fact]
    public async Task A_story_is_deleted_by_its_citizen_alone_and_whoever_took_it_up_hears_of_it()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long id = await city.WriteAsync("story", city.CitizenActor);
        Assert.Equal(EditingOutcome.NotFound, (await DeleteAsync(city, id, city.EditorActor)).Outcome);
        await city.DoAsync(id, city.CitizenActor, (a, now) => a.Consent(city.CitizenActor, now) ?? a.Submit(city.CitizenActor, now));
        await city.DoAsync(id, city.OfficialActor, (a, now) => a.TakeUp(city.OfficialActor, now));

        Assert.Equal(ArticleRefusal.NotAllowed, (await DeleteAsync(city, id, city.OfficialActor)).Refusal);
        Assert.Equal(EditingOutcome.Done, (await DeleteAsync(city, id, city.CitizenActor)).Outcome);

        await using CityDb read = city.Database.Open();
        Notice told = await read.Notices.SingleAsync(n => n.Kind == NoticeKind.ArticleDeleted);
        Assert.Equal(city.Official.Id, told.AccountId);
        Assert.Equal(city.Citizen.Id, (await read.AuditEntries.SingleAsync()).ActorId);
    }

    [Fact]
    public async Task A_draft_that_changed_since_the_page_was_opened_stays()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        long id = await city.WriteAsync("changed");
        Guid opened = (await city.ReadAsync(id)).Version;
        await city.DoAsync(id, city.EditorActor, (a, now) => a.Reword("봄", "", "새로 쓴 글", city.EditorActor, now));

        Assert.Equal(EditingOutcome.Conflict, (await DeleteAsync(city, id, city.OfficialActor, opened)).Outcome);
        Assert.Equal("새로 쓴 글", (await city.ReadAsync(id)).Text);
    }

    public void Dispose() => _uploads.Dispose();

    private static async Task<Edited> DeleteAsync(BlogCity city, long id, Actor actor, Guid? version = null)
    {
        Guid seen = version ?? (await city.ReadAsync(id)).Version;
        await using CityDb db = city.Database.Open();
        return await new ArticleDeletion(db, new AuditLog(db, city.Database.Time), city.Database.Time).DeleteAsync(id, seen, actor, null, default);
    }
}
