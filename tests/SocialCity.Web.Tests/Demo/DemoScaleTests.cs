using Microsoft.EntityFrameworkCore;
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

        await app.Use((DemoScale scale) => scale.GrowAsync(Added, _ => { }, CancellationToken.None));

        await app.Use(async (CityDb db) =>
        {
            Assert.Equal(before + Added, await db.Complaints.CountAsync());
            Assert.Equal(0, await new TallyFolding(db).RebuildAsync(CancellationToken.None));

            List<long> listed = await db.Complaints.Listed().Select(c => c.Id).Order().ToListAsync();
            Assert.Equal(listed, await db.SearchEntries.Where(e => e.Kind == SearchKind.Complaint).Select(e => e.SubjectId).Order().ToListAsync());

            PetitionClock clock = await PetitionClock.LoadAsync(db, CancellationToken.None);
            List<Complaint> open = await db.Complaints.Include(c => c.Pauses).Where(c => c.DueAt != null).ToListAsync();
            Assert.DoesNotContain(open, c => c.Recount(clock));

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
    }
}
