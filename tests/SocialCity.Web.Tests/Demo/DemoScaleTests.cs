using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Search;
using SocialCity.Web.Demo;

namespace SocialCity.Web.Tests.Demo;

public sealed class DemoScaleTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const int Added = 2_500;

    [Fact]
    public async Task A_large_city_is_as_consistent_as_a_small_one()
    {
        int before = await app.Use((CityDb db) => db.Complaints.CountAsync());
        List<string> indexes = await IndexesAsync();

        await app.Use((DemoScale scale) => scale.GrowAsync(Added, _ => { }, CancellationToken.None));

        await app.Use(async (CityDb db) =>
        {
            Assert.Equal(before + Added, await db.Complaints.CountAsync());
            Assert.Equal(0, await new TallyFolding(db).RebuildAsync(CancellationToken.None));

            List<long> listed = await db.Complaints.Listed().Select(c => c.Id).Order().ToListAsync();
            Assert.Equal(listed, await db.SearchEntries.Where(e => e.Kind == SearchKind.Complaint).Select(e => e.SubjectId).Order().ToListAsync());

            PetitionClock clock = await PetitionClock.LoadAsync(db, CancellationToken.None);
            List<Complaint> open = await db.Complaints.Include(c => c.Pauses).Where(c => c.DueAt != null).ToListAsync();
            Assert.DoesNotContain(open, c => c.Recount(Actor.System, clock, app.Clock.UtcNow) is null);

            foreach (ComplaintCounter counter in await db.ComplaintCounters.ToListAsync())
            {
                string year = $"{counter.Year}-";
                List<string> numbers = await db.Complaints.Where(c => c.Number != null && c.Number.StartsWith(year)).Select(c => c.Number ?? "").Order().ToListAsync();
                Assert.Equal(Enumerable.Range(1, counter.Last).Select(n => $"{year}{n:000000}"), numbers);
            }
        });
        await app.IndexedAsync();
        await app.Use(async (IDatabaseProvider provider) => await app.Use(async (CityDb db) =>
            Assert.True(await provider.Matching(db, "보도블록").CountAsync() > 20)));
        Assert.Equal(indexes, await IndexesAsync());
        await A_word_that_is_everywhere_is_sought_among_the_newest();
    }

    [Fact]
    public async Task A_large_blog_is_as_consistent_as_a_small_one()
    {
        const int added = 120;
        int before = await app.Use((CityDb db) => db.Articles.CountAsync());
        List<string> indexes = await IndexesAsync();

        await app.Use((DemoBlogScale scale) => scale.GrowAsync(added, _ => { }, CancellationToken.None));

        await app.Use(async (CityDb db) =>
        {
            Assert.Equal(before + added, await db.Articles.CountAsync());
            Assert.Equal(0, await new ArticleConversation(db).RecountAsync(CancellationToken.None));

            List<long> readable = await db.Articles.Readable().Select(a => a.Id).Order().ToListAsync();
            Assert.Equal(readable, await db.SearchEntries.Where(e => e.Kind == SearchKind.Article).Select(e => e.SubjectId).Order().ToListAsync());

            int months = await db.Set<BlogMonth>().SumAsync(m => m.ArticleCount);
            Assert.Equal(await db.Articles.Listed().CountAsync(), months);
            Assert.False(await db.Comments.AnyAsync(c => c.CreatedAt > app.Clock.UtcNow));
            Assert.False(await db.Comments.AnyAsync(c => c.ParentId != null && !db.Comments.Any(p => p.Id == c.ParentId && p.SubjectId == c.SubjectId && p.ParentId == null)));
            Assert.True(await db.Articles.AnyAsync(a => a.CommentCount > 400));
        });
        Assert.Equal(indexes, await IndexesAsync());
    }

    private async Task A_word_that_is_everywhere_is_sought_among_the_newest()
    {
        Visitor visitor = app.Visitor();
        long category = await app.Use((CityDb db) => db.ComplaintCategories.Where(c => c.Code == "sidewalk").Select(c => c.Id).SingleAsync());

        Page everywhere = await visitor.Get("/complaints?q=니다");
        Page narrowed = await visitor.Get(FormattableString.Invariant($"/complaints?q=니다&category={category}"));
        Page seldom = await visitor.Get("/complaints?q=점자블록");

        Assert.StartsWith("500건 넘게 찾았습니다. 이 말이 든 민원이 많아 가장 최근 1,000건 안에서", everywhere.TextOf(".board-total"), StringComparison.Ordinal);
        Assert.Contains("가장 최근 1,000건 안에서", narrowed.TextOf(".board-total"), StringComparison.Ordinal);
        Assert.NotEmpty(narrowed.TextsOf(".row-title"));
        Assert.DoesNotContain("가장 최근", seldom.TextOf(".board-total"), StringComparison.Ordinal);
        Assert.NotEmpty(seldom.TextsOf(".row-title"));
    }

    /// <summary>SQLite's indexes of what was written, each table's in the order in which they were made; elsewhere none is touched.</summary>
    private Task<List<string>> IndexesAsync() => app.Use(async (CityDb db) => db.Database.IsSqlite()
        ? await db.Database
            .SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE sql LIKE 'CREATE INDEX %' AND tbl_name IN ('Complaints', 'ComplaintEvents', 'Articles', 'Comments') ORDER BY tbl_name, rowid")
            .ToListAsync()
        : []);
}
