using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Time;

namespace SocialCity.Tests.Complaints;

/// <summary>What time does to complaints: warnings, silent closing, and due dates that are counted again.</summary>
public sealed class ComplaintDeadlinesTests
{
    private const NoticeKind Soon = NoticeKind.ComplaintDueSoon;
    private const NoticeKind Late = NoticeKind.ComplaintOverdue;

    [Fact]
    public async Task Each_warning_comes_once_to_the_officer_and_from_the_due_date_on_to_the_manager_too()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        Assert.Equal(0, await WarnAsync(city));

        city.Database.Time.Now = complaint.DueSoonAt ?? default;
        Assert.Equal(1, await WarnAsync(city));
        Assert.Equal([(Soon, city.Officer.Id)], await WarnedAsync(city));

        city.Database.Time.Now = (complaint.DueAt ?? default).AddMinutes(1);
        Assert.Equal(1, await WarnAsync(city));
        Assert.Equal([(Soon, city.Officer.Id), (Late, city.Officer.Id), (Late, city.Manager.Id)], await WarnedAsync(city));

        city.Database.Time.Now = (complaint.VeryLateAt ?? default).AddMinutes(1);
        Assert.Equal(1, await WarnAsync(city));
        Assert.Equal(5, (await WarnedAsync(city)).Count);
        Assert.Equal(0, await WarnAsync(city));
        Assert.Equal(5, (await WarnedAsync(city)).Count);
    }

    [Fact]
    public async Task Where_the_officer_has_left_the_manager_is_warned_from_the_first_on()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        await using (CityDb db = city.Database.Open())
        {
            await db.Users.Where(a => a.Id == city.Officer.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, Cases.Now));
        }

        city.Database.Time.Now = complaint.DueSoonAt ?? default;
        Assert.Equal(1, await WarnAsync(city));

        Assert.Equal([(Soon, city.Manager.Id)], await WarnedAsync(city));
    }

    [Fact]
    public async Task What_lies_with_somebody_who_left_goes_back_to_the_department_and_the_manager_hears_of_it()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint assigned = await city.FileAsync();
        Complaint asked = await city.FileAsync();
        Actor officer = await city.ActorAsync(city.Officer);
        DateOnly reply = Cases.Clock.UsualReplyDay(city.Database.Time.Now);
        await city.DoAsync(asked, city.Officer, (c, clock, now) => c.Ask("어디인가요?", reply, officer, clock, now));
        Assert.Equal(0, await ReclaimAsync(city));

        await using (CityDb db = city.Database.Open())
        {
            await db.RightGrants.Where(g => g.AccountId == city.Officer.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.RevokedAt, Cases.Now));
        }

        Assert.Equal(2, await ReclaimAsync(city));
        Assert.Equal(0, await ReclaimAsync(city));

        await using CityDb after = city.Database.Open();
        List<Complaint> released = await after.Complaints.Include(c => c.Events).OrderBy(c => c.Id).ToListAsync();
        Assert.All(released, c => Assert.Null(c.OfficerId));
        Assert.Equal([ComplaintState.Received, ComplaintState.Waiting], released.Select(c => c.State));
        Assert.All(released, c => Assert.Equal((ComplaintAct.Release, ComplaintRoles.System), (c.Events[^1].Act, c.Events[^1].Role)));
        List<Notice> told = await after.Notices.Where(n => n.Kind == NoticeKind.ComplaintOnDesk && n.AccountId == city.Manager.Id).ToListAsync();
        Assert.Equal(2, told.Count);
        Assert.All(told, n => Assert.Equal(DeliveryState.None, n.Delivery));
    }

    [Fact]
    public async Task What_came_in_while_no_department_sorted_goes_to_the_first_that_does()
    {
        using TestCity city = await TestCity.CreateAsync();
        await SortAsync(city, null);
        Complaint complaint = await city.FileAsync(city.Filing(city.Trees));
        Assert.Null(complaint.DepartmentId);
        Assert.Equal(0, await ReclaimAsync(city));

        await SortAsync(city, city.Parks.Id);
        Assert.Equal(1, await ReclaimAsync(city));

        await using CityDb after = city.Database.Open();
        Assert.Equal(city.Parks.Id, await after.Complaints.Where(c => c.Id == complaint.Id).Select(c => c.DepartmentId).SingleAsync());
        Assert.True(await after.Notices.AnyAsync(n => n.Kind == NoticeKind.ComplaintOnDesk && n.AccountId == city.Gardener.Id));
    }

    private static async Task SortAsync(TestCity city, long? department)
    {
        await using CityDb db = city.Database.Open();
        (await db.Cities.SingleAsync()).RunComplaints(department, 300, 14, IdentityLevel.EmailConfirmed);
        await db.SaveChangesAsync();
    }

    private static async Task<int> ReclaimAsync(TestCity city)
    {
        await using CityDb db = city.Database.Open();
        return await Deadlines(city, db).ReclaimAsync(default);
    }

    [Fact]
    public async Task Who_acts_while_the_warnings_are_written_wins_and_leaves_no_warning_behind()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint first = await city.FileAsync();
        await city.FileAsync(city.Filing(title: "다른 민원"));
        Actor officer = await city.ActorAsync(city.Officer);
        city.Database.Time.Now = first.DueSoonAt ?? default;

        int warned = await WarnAsync(city, new Meanwhile(() => city.DoAsync(
            first, city.Officer, (c, clock, now) => c.Start(officer, clock, now))));

        Assert.Equal(1, warned);
        Assert.Single(await WarnedAsync(city));
        Assert.Equal(1, await WarnAsync(city));
        Assert.Equal(2, (await WarnedAsync(city)).Count);
    }

    [Fact]
    public async Task Who_acts_while_due_dates_are_counted_again_wins_and_the_next_run_moves_the_date()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint first = await city.FileAsync();
        await city.FileAsync(city.Filing(title: "다른 민원"));
        Actor officer = await city.ActorAsync(city.Officer);
        await using (CityDb db = city.Database.Open())
        {
            db.Add(Holiday.Enter(DateOnly.FromDateTime(Cases.Now).AddDays(1), "임시공휴일", HolidayKind.Temporary));
            await db.SaveChangesAsync();
        }

        int moved = await RecountAsync(city, new Meanwhile(() => city.DoAsync(
            first, city.Officer, (c, clock, now) => c.Start(officer, clock, now))));

        Assert.Equal(1, moved);
        Assert.Equal((1, 1), await ToldAsync(city));
        Assert.Equal(1, await RecountAsync(city));
        Assert.Equal((2, 2), await ToldAsync(city));
    }

    [Fact]
    public async Task An_answer_that_nobody_objects_to_closes_after_the_days_of_the_city()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await AnsweredAsync(city);
        city.Database.Time.Now = Cases.Now.AddDays(14);
        Assert.Equal(0, await CloseSilentAsync(city));

        city.Database.Time.Now = Cases.Now.AddDays(14).AddMinutes(1);
        Assert.Equal(1, await CloseSilentAsync(city));

        await using CityDb after = city.Database.Open();
        Complaint closed = await after.Complaints.Include(c => c.Events).SingleAsync(c => c.Id == complaint.Id);
        Assert.Equal((ComplaintState.Closed, ComplaintOutcome.Solved), (closed.State, closed.Outcome));
        Assert.Equal(ComplaintRoles.System, closed.Events.OrderBy(e => e.Id).Last().Role);
        Assert.Equal(city.Citizen.Id, (await after.Notices.SingleAsync(n => n.Kind == NoticeKind.ComplaintClosed)).AccountId);
    }

    [Fact]
    public async Task Who_reopens_at_the_last_moment_is_heard()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await AnsweredAsync(city);
        Actor citizen = await city.ActorAsync(city.Citizen);
        city.Database.Time.Now = Cases.Now.AddDays(15);

        await using CityDb db = city.Database.Open(new Meanwhile(() => city.DoAsync(
            complaint, city.Citizen, (c, clock, now) => c.Reopen("그대로예요", 1, citizen, clock, now))));
        Assert.Equal(0, await Deadlines(city, db).CloseSilentAsync(default));

        await using CityDb after = city.Database.Open();
        Assert.Equal(ComplaintState.Reopened, (await after.Complaints.SingleAsync()).State);
        Assert.False(await after.Notices.AnyAsync(n => n.Kind == NoticeKind.ComplaintClosed));
    }

    private static ComplaintDeadlines Deadlines(TestCity city, CityDb db) =>
        new(db, new ComplaintNotices(db, city.Database.Time), city.Handling(db), city.Database.Time);

    private static async Task<int> WarnAsync(TestCity city, params IInterceptor[] interceptors)
    {
        await using CityDb db = city.Database.Open(interceptors);
        return await Deadlines(city, db).WarnAsync(default);
    }

    private static async Task<int> RecountAsync(TestCity city, params IInterceptor[] interceptors)
    {
        await using CityDb db = city.Database.Open(interceptors);
        return await Deadlines(city, db).RecountAsync(default);
    }

    private static async Task<int> CloseSilentAsync(TestCity city)
    {
        await using CityDb db = city.Database.Open();
        return await Deadlines(city, db).CloseSilentAsync(default);
    }

    private static async Task<IReadOnlyList<(NoticeKind Kind, long To)>> WarnedAsync(TestCity city)
    {
        await using CityDb db = city.Database.Open();
        List<Notice> notices = await db.Notices.Where(n => n.Kind == Soon || n.Kind == Late).OrderBy(n => n.Id).ToListAsync();
        return [.. notices.Select(n => (n.Kind, n.AccountId ?? 0))];
    }

    /// <summary>How many timelines say that the date moved, and how many petitioners were told.</summary>
    private static async Task<(int Facts, int Notices)> ToldAsync(TestCity city)
    {
        await using CityDb db = city.Database.Open();
        return (
            await db.ComplaintEvents.CountAsync(e => e.Act == ComplaintAct.Recount),
            await db.Notices.CountAsync(n => n.Kind == NoticeKind.ComplaintDueMoved));
    }

    private static async Task<Complaint> AnsweredAsync(TestCity city)
    {
        Complaint complaint = await city.FileAsync();
        Actor officer = await city.ActorAsync(city.Officer);
        await city.DoAsync(complaint, city.Officer, (c, clock, now) => c.Answer(
            "고쳤습니다", ComplaintOutcome.Solved, null, false, officer, clock, now));
        return complaint;
    }

    /// <summary>Somebody who acts between the reading and the first save.</summary>
    private sealed class Meanwhile(Func<Task<Handled>> act) : SaveChangesInterceptor
    {
        private bool _hasActed;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!_hasActed)
            {
                _hasActed = true;
                Assert.Equal(HandlingOutcome.Done, (await act()).Outcome);
            }

            return result;
        }
    }
}
