using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Tests.Complaints;

public sealed class ComplaintIntakeTests
{
    [Fact]
    public async Task A_rule_names_department_officer_and_the_public_line()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();

        Assert.Equal("2026-000001", complaint.Number);
        Assert.Equal(city.Roads.Id, complaint.DepartmentId);
        Assert.Equal(city.Officer.Id, complaint.OfficerId);
        Assert.Equal("보도와 차도는 도로과가 맡습니다.", complaint.RouteReason.Ko);
        Assert.Equal(7, complaint.PeriodAmount);
    }

    [Fact]
    public async Task The_years_first_complaint_gets_its_number_also_when_another_node_began_the_year_meanwhile()
    {
        using TestCity city = await TestCity.CreateAsync();
        await using CityDb db = city.Database.Open(new QuickerNode());

        Complaint complaint = await city.Intake(db).FileAsync(city.Filing(), Petitioner.Of(city.Citizen), Guid.NewGuid(), default);

        Assert.Equal("2026-000002", complaint.Number);
    }

    [Fact]
    public async Task Without_a_rule_it_goes_to_triage()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync(city.Filing(city.Trees));

        Assert.Equal(city.Parks.Id, complaint.DepartmentId);
        Assert.Null(complaint.OfficerId);
        Assert.Equal(ComplaintState.Received, complaint.State);
        Assert.Equal(14, complaint.PeriodAmount);
        await using CityDb db = city.Database.Open();
        List<Notice> told = await db.Notices.Where(n => n.Kind == NoticeKind.ComplaintOnDesk).ToListAsync();
        Assert.All(told, n => Assert.NotEmpty(n.Facts()[NoticeFacts.Unsorted]));
        Assert.NotEmpty(told);
    }

    [Fact]
    public async Task A_vacant_duty_leaves_it_in_the_departments_queue()
    {
        using TestCity city = await TestCity.CreateAsync();
        await using (CityDb db = city.Database.Open())
        {
            await db.RightGrants.Where(g => g.AccountId == city.Officer.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(g => g.RevokedAt, city.Database.Time.Now));
        }

        Complaint complaint = await city.FileAsync();
        Assert.Equal(city.Roads.Id, complaint.DepartmentId);
        Assert.Null(complaint.OfficerId);
        await using CityDb after = city.Database.Open();
        Assert.All(
            await after.Notices.Where(n => n.Kind == NoticeKind.ComplaintOnDesk).ToListAsync(), n => Assert.Empty(n.Facts()[NoticeFacts.Unsorted]));
    }

    [Fact]
    public async Task The_same_key_files_once_also_when_posted_ten_times_at_once()
    {
        using TestCity city = await TestCity.CreateAsync();
        Guid key = Guid.NewGuid();

        Complaint[] filed = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => city.FileAsync(key: key))));

        Assert.Single(filed.Select(c => c.Id).Distinct());
        await using CityDb db = city.Database.Open();
        Assert.Equal(1, await db.Complaints.CountAsync());
        Assert.Equal(1, await db.Notices.CountAsync(n => n.Kind == NoticeKind.ComplaintReceived));
    }

    [Fact]
    public async Task Numbers_are_without_doubles_and_without_gaps_also_at_once()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint[] filed = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => Task.Run(() => city.FileAsync())));
        Assert.Equal(Enumerable.Range(1, 25).Select(i => $"2026-{i:000000}"), filed.Select(c => c.Number ?? "").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_year_of_the_number_is_the_citys()
    {
        using TestCity city = await TestCity.CreateAsync();
        city.Database.Time.Now = new DateTime(2026, 12, 31, 14, 59, 59, DateTimeKind.Utc);
        Assert.Equal("2026-000001", (await city.FileAsync()).Number);
        city.Database.Time.Now = new DateTime(2026, 12, 31, 15, 0, 0, DateTimeKind.Utc);
        Assert.Equal("2027-000001", (await city.FileAsync()).Number);
    }

    [Fact]
    public async Task A_guests_complaint_has_no_number_until_the_address_is_proven_and_then_one()
    {
        using TestCity city = await TestCity.CreateAsync();
        long id;
        await using (CityDb db = city.Database.Open())
        {
            Complaint filed = await city.Intake(db).FileAsync(
                city.Filing(), Petitioner.Guest("김손님", "guest@nuri.example", "ko"), Guid.NewGuid(), default);
            id = filed.Id;
            Assert.Null(filed.Number);
            Assert.Equal(0, await db.Complaints.Listed().CountAsync());
            Assert.Equal(0, await db.SearchEntries.CountAsync());
            Assert.Equal([NoticeKind.ConfirmComplaint], await db.Notices.Select(n => n.Kind).ToListAsync());
        }

        for (int opened = 0; opened < 2; opened++)
        {
            await using CityDb db = city.Database.Open();
            Complaint? confirmed = await city.Intake(db).ConfirmAsync(id, default);
            Assert.Equal("2026-000001", confirmed?.Number);
        }

        await using CityDb after = city.Database.Open();
        Assert.Equal(1, await after.SearchEntries.CountAsync());
    }

    [Fact]
    public async Task The_petitioner_and_the_officer_are_told()
    {
        using TestCity city = await TestCity.CreateAsync();
        await city.FileAsync();

        await using CityDb db = city.Database.Open();
        List<(long?, NoticeKind, DeliveryState)> told =
            [.. (await db.Notices.ToListAsync()).Select(n => (n.AccountId, n.Kind, n.Delivery)).OrderBy(n => n.Kind)];
        Assert.Equal(
            [
                (city.Citizen.Id, NoticeKind.ComplaintReceived, DeliveryState.Waiting),
                (city.Citizen.Id, NoticeKind.ComplaintAssigned, DeliveryState.None),
                (city.Officer.Id, NoticeKind.ComplaintOnDesk, DeliveryState.Waiting),
            ],
            told);
    }

    [Fact]
    public async Task A_private_complaint_leaves_no_trace_in_search_list_or_counts()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync(city.Filing(isPrivate: true));

        await using CityDb db = city.Database.Open();
        Assert.Equal(0, await db.Complaints.Listed().CountAsync());
        Assert.Equal(0, await db.SearchEntries.CountAsync());
        Assert.Equal(0, await db.ComplaintTallies.CountAsync());
        foreach (Account account in (Account[])[city.Neighbour, city.Gardener])
        {
            Assert.False(await db.Complaints.VisibleTo(await city.ActorAsync(account)).AnyAsync(c => c.Id == complaint.Id));
        }

        Assert.False(await db.Complaints.VisibleTo(Actor.Guest).AnyAsync());
        foreach (Account account in (Account[])[city.Citizen, city.Officer, city.Manager])
        {
            Assert.True(await db.Complaints.VisibleTo(await city.ActorAsync(account)).AnyAsync(c => c.Id == complaint.Id));
        }
    }

    [Fact]
    public async Task A_public_complaint_is_found_whatever_its_spacing()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        await using CityDb db = city.Database.Open();
        foreach (string words in (string[])["보도블록", "보도 블록", "깨졌", "초등학교 블록"])
        {
            Assert.Equal([complaint.Id], await db.FoundComplaints(city.Database.Provider, words).Select(c => c.Id).ToListAsync());
        }

        foreach (string words in (string[])["가로등", "", "\"", "* OR 보도", "NEAR("])
        {
            Assert.Empty(await city.Database.Provider.Matching(db, words).Where(e => e.Title == "x").ToListAsync());
        }

        Assert.Empty(await city.Database.Provider.Matching(db, "가로등").ToListAsync());
    }

    /// <summary>Gives out the year's first number just before this node begins the year.</summary>
    private sealed class QuickerNode : SaveChangesInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context is CityDb db && db.ChangeTracker.Entries<ComplaintCounter>().Any(e => e.State == EntityState.Added))
            {
                await db.Database.ExecuteSqlAsync($"INSERT INTO ComplaintCounters (Year, Last) VALUES (2026, 1)", cancellationToken);
            }

            return result;
        }
    }
}
