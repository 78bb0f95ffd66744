using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Tests.Complaints;

/// <summary>The kept counts stay what counting gives, whatever goes wrong and whoever works at the same time.</summary>
public sealed class TallyTests
{
    [Fact]
    public async Task A_change_whose_first_save_failed_is_counted_once()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint filed = await city.FileAsync();
        Actor officer = await city.ActorAsync(city.Officer);
        await using CityDb db = city.Database.Open();
        PetitionClock clock = await PetitionClock.LoadAsync(db, default);
        Complaint complaint = await db.Complaints.Include(c => c.Pauses).SingleAsync(c => c.Id == filed.Id);
        Assert.Null(complaint.Start(officer, clock, city.Database.Time.Now));
        ComplaintCategory taken = new("pavement", new LocalText("또 보도"), new LocalText(""), "road", PetitionKind.Other, 3);
        db.Add(taken);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        db.Entry(taken).State = EntityState.Detached;
        await db.SaveChangesAsync();

        await AssertRightAsync(city, listed: 1);
    }

    [Fact]
    public async Task A_change_given_up_after_a_conflict_is_not_counted()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint filed = await city.FileAsync();
        Actor officer = await city.ActorAsync(city.Officer);
        Actor citizen = await city.ActorAsync(city.Citizen);
        await using CityDb db = city.Database.Open();
        PetitionClock clock = await PetitionClock.LoadAsync(db, default);
        Complaint complaint = await db.Complaints.Include(c => c.Pauses).SingleAsync(c => c.Id == filed.Id);
        Assert.Null(complaint.Start(officer, clock, city.Database.Time.Now));
        await city.DoAsync(filed, city.Citizen, (c, ticking, now) => c.Withdraw(null, citizen, ticking, now));

        var conflict = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        foreach (var entry in conflict.Entries)
        {
            await entry.ReloadAsync();
        }

        db.ChangeTracker.Entries<ComplaintEvent>().ToList().ForEach(e => e.State = EntityState.Detached);
        await db.SaveChangesAsync();

        await AssertRightAsync(city, listed: 1);
    }

    [Fact]
    public async Task Two_nodes_that_fold_the_same_rows_count_them_once()
    {
        using TestCity city = await TestCity.CreateAsync();
        for (int i = 0; i < 4; i++)
        {
            await city.FileAsync();
        }

        // Both have read before either writes.
        using Barrier read = new(2);
        int[] fewer = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            await using CityDb db = city.Database.Open(new Meeting(read));
            return await new TallyFolding(db).FoldAsync(default);
        })));

        Assert.Equal([0, 3], fewer.Order());
        await AssertRightAsync(city, listed: 4);
    }

    [Fact]
    public async Task What_is_filed_while_nodes_fold_is_neither_lost_nor_doubled()
    {
        using TestCity city = await TestCity.CreateAsync();
        using CancellationTokenSource filed = new();
        Task[] nodes = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!filed.IsCancellationRequested)
            {
                await using CityDb db = city.Database.Open();
                await new TallyFolding(db).FoldAsync(default);
            }
        }))];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < 6; i++)
            {
                await city.FileAsync();
            }
        })));
        await filed.CancelAsync();
        await Task.WhenAll(nodes);

        await AssertRightAsync(city, listed: 24);
    }

    [Fact]
    public async Task Kinds_that_no_longer_occur_leave_no_row()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        Actor citizen = await city.ActorAsync(city.Citizen);
        await city.DoAsync(complaint, city.Citizen, (c, clock, now) => c.Withdraw(null, citizen, clock, now));
        await using CityDb db = city.Database.Open();

        Assert.Equal(2, await new TallyFolding(db).FoldAsync(default));

        ComplaintTally left = await db.ComplaintTallies.SingleAsync();
        Assert.Equal(1, left.Count);
        Assert.Equal(0, await new TallyFolding(db).FoldAsync(default));
        Assert.Equal(left.Id, (await db.ComplaintTallies.AsNoTracking().SingleAsync()).Id);
    }

    private static async Task AssertRightAsync(TestCity city, int listed)
    {
        await using CityDb db = city.Database.Open();
        Assert.Equal(listed, await db.ComplaintTallies.SumAsync(t => t.Count));
        Assert.Equal(0, await new TallyFolding(db).RebuildAsync(default));
    }

    /// <summary>Waits before saving until all others are there too.</summary>
    private sealed class Meeting(Barrier all) : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Assert.True(all.SignalAndWait(TimeSpan.FromSeconds(30), cancellationToken));
            return ValueTask.FromResult(result);
        }
    }
}
