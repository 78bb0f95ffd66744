using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Tests.Complaints;

public sealed class ComplaintHandlingTests
{
    [Fact]
    public async Task What_one_may_not_see_does_not_exist()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync(city.Filing(isPrivate: true));
        ComplaintActing withdraw = (c, clock, now) => c.Withdraw(null, Cases.SomebodyElse, clock, now);
        Assert.Equal(HandlingOutcome.NotFound, (await city.DoAsync(complaint, city.Neighbour, withdraw)).Outcome);
        Assert.Equal(HandlingOutcome.NotFound, (await city.DoAsync(complaint, city.Gardener, withdraw)).Outcome);
    }

    [Fact]
    public async Task A_form_opened_before_somebody_elses_change_is_a_conflict()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        Actor officer = await city.ActorAsync(city.Officer);
        ComplaintActing start = (c, clock, now) => c.Start(officer, clock, now);

        Assert.Equal(HandlingOutcome.Done, (await city.DoAsync(complaint, city.Officer, start, complaint.Version)).Outcome);
        Handled late = await city.DoAsync(
            complaint, city.Officer, (c, clock, now) => c.Answer("고쳤습니다", ComplaintOutcome.Solved, null, false, officer, clock, now), complaint.Version);
        Assert.Equal(HandlingOutcome.Conflict, late.Outcome);
    }

    [Fact]
    public async Task Two_answers_at_once_give_one()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        Actor officer = await city.ActorAsync(city.Officer);
        Handled[] results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => city.DoAsync(
            complaint,
            city.Officer,
            (c, clock, now) => c.Answer($"답변 {i}", ComplaintOutcome.Solved, null, false, officer, clock, now)))));

        Assert.Single(results, r => r.Outcome == HandlingOutcome.Done);
        await using CityDb db = city.Database.Open();
        Assert.Equal(1, await db.ComplaintEvents.CountAsync(e => e.Act == ComplaintAct.Answer));
        Assert.Equal(1, await db.Notices.CountAsync(n => n.Kind == NoticeKind.ComplaintAnswered));
    }

    [Fact]
    public async Task A_refused_act_saves_nothing()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        Actor neighbour = await city.ActorAsync(city.Neighbour);
        Handled handled = await city.DoAsync(complaint, city.Neighbour, (c, clock, now) => c.Withdraw(null, neighbour, clock, now));
        Assert.Equal(new Handled(HandlingOutcome.Refused, ComplaintRefusal.NotYours), handled);
        await using CityDb db = city.Database.Open();
        Assert.False(await db.ComplaintEvents.AnyAsync(e => e.Act == ComplaintAct.Withdraw));
    }

    [Fact]
    public async Task The_answer_reaches_the_petitioner_and_everybody_who_said_me_too()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        await using (CityDb db = city.Database.Open())
        {
            ComplaintSupporting supporting = new(db, city.Database.Provider, city.Database.Time);
            Assert.Null(await supporting.SupportAsync(complaint.Number ?? "", city.Neighbour.Id, default));
            Assert.Equal(SupportRefusal.OwnComplaint, await supporting.SupportAsync(complaint.Number ?? "", city.Citizen.Id, default));
            Assert.Equal(1, await db.ComplaintSupports.CountAsync());
        }

        Actor officer = await city.ActorAsync(city.Officer);
        await city.DoAsync(
            complaint, city.Officer, (c, clock, now) => c.Answer("고쳤습니다", ComplaintOutcome.Solved, null, false, officer, clock, now));

        await using CityDb after = city.Database.Open();
        List<Notice> answered = await after.Notices.Where(n => n.Kind == NoticeKind.ComplaintAnswered).ToListAsync();
        Assert.Equal(new[] { city.Citizen.Id, city.Neighbour.Id }.Order(), answered.Select(n => n.AccountId ?? 0).Order());
        Assert.All(answered, n => Assert.Equal("도로과", n.Facts()[NoticeFacts.Department]));
        Assert.Equal("02-123-4567", answered[0].Facts()[NoticeFacts.Phone]);
    }

    [Fact]
    public async Task Me_too_counts_each_person_once_and_taking_it_back_takes_away_the_own_alone()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        string number = complaint.Number ?? "";
        await using CityDb db = city.Database.Open();
        ComplaintSupporting supporting = new(db, city.Database.Provider, city.Database.Time);

        Assert.Null(await supporting.SupportAsync(number, city.Neighbour.Id, default));
        Assert.Null(await supporting.SupportAsync(number, city.Neighbour.Id, default));
        Assert.Null(await supporting.SupportAsync(number, city.Gardener.Id, default));
        Assert.Equal((2, 2), await CountsAsync());

        for (int time = 0; time < 2; time++)
        {
            Assert.True(await supporting.WithdrawAsync(number, city.Neighbour.Id, default));
            Assert.Equal((1, 1), await CountsAsync());
        }

        Assert.Equal(city.Gardener.Id, (await db.ComplaintSupports.SingleAsync()).AccountId);
        Assert.False(await supporting.WithdrawAsync("2026-999999", city.Neighbour.Id, default));
        Assert.Equal(SupportRefusal.NotFound, await supporting.SupportAsync("2026-999999", city.Neighbour.Id, default));

        async Task<(int Kept, int Counted)> CountsAsync()
        {
            await using CityDb read = city.Database.Open();
            return (await read.Complaints.Where(c => c.Id == complaint.Id).Select(c => c.SupportCount).SingleAsync(), await read.ComplaintSupports.CountAsync());
        }
    }

    [Fact]
    public async Task A_result_reaches_the_petitioners_of_joined_complaints_and_all_who_said_me_too_there_once_each()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint survivor = await city.FileAsync();
        Complaint duplicate = await city.FileAsync(by: city.Neighbour);
        Complaint guests;
        await using (CityDb db = city.Database.Open())
        {
            ComplaintIntake intake = city.Intake(db);
            Complaint filed = await intake.FileAsync(city.Filing(), Petitioner.Guest("김손님", "guest@nuri.example", "ko"), Guid.NewGuid(), default);
            guests = await intake.ConfirmAsync(filed.Id, default) ?? filed;
        }

        await using (CityDb db = city.Database.Open())
        {
            ComplaintSupporting supporting = new(db, city.Database.Provider, city.Database.Time);
            Assert.Null(await supporting.SupportAsync(duplicate.Number ?? "", city.Gardener.Id, default));
            Assert.Null(await supporting.SupportAsync(survivor.Number ?? "", city.Gardener.Id, default));
        }

        Actor officer = await city.ActorAsync(city.Officer);
        foreach (Complaint same in (Complaint[])[duplicate, guests])
        {
            Handled joined = await city.DoAsync(same, city.Officer, (c, clock, now) => c.Close(
                new(ComplaintOutcome.Duplicate, "같은 민원") { DuplicateOf = survivor }, officer, clock, now));
            Assert.Equal(HandlingOutcome.Done, joined.Outcome);
        }

        await city.DoAsync(
            survivor, city.Officer, (c, clock, now) => c.Answer("고쳤습니다", ComplaintOutcome.Solved, null, false, officer, clock, now));

        await using CityDb after = city.Database.Open();
        List<Notice> told = await after.Notices.Where(n => n.Kind == NoticeKind.ComplaintAnswered).ToListAsync();
        Assert.Equal(
            [
                (city.Citizen.Id, NoticeFacts.ToPetitioner),
                (city.Neighbour.Id, NoticeFacts.ToJoined),
                (city.Gardener.Id, NoticeFacts.ToSupporter),
            ],
            told.Where(n => n.AccountId is not null).Select(n => (n.AccountId ?? 0, n.Facts()[NoticeFacts.Receiver])).OrderBy(n => n.Item1));
        Notice guest = Assert.Single(told, n => n.AccountId is null);
        Assert.Equal("guest@nuri.example", guest.Address);
        Assert.Equal(survivor.Number, guest.Facts()[NoticeFacts.Number]);
        // Their own link: the other complaint's would prove them to be its petitioner.
        Assert.Equal(guests.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), guest.Facts()[NoticeFacts.ComplaintId]);
        Assert.DoesNotContain(NoticeFacts.Text, guest.Facts().Keys);
    }

    [Fact]
    public async Task Of_a_private_answer_who_said_me_too_hears_that_it_was_given_and_no_more()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        await using (CityDb db = city.Database.Open())
        {
            await new ComplaintSupporting(db, city.Database.Provider, city.Database.Time).SupportAsync(complaint.Number ?? "", city.Neighbour.Id, default);
        }

        Actor officer = await city.ActorAsync(city.Officer);
        await city.DoAsync(
            complaint, city.Officer, (c, clock, now) => c.Answer("따로 씁니다", ComplaintOutcome.NotOurs, "한국전력공사", true, officer, clock, now));

        await using CityDb after = city.Database.Open();
        Notice told = await after.Notices.SingleAsync(n => n.Kind == NoticeKind.ComplaintAnswered && n.AccountId == city.Neighbour.Id);
        Assert.DoesNotContain(NoticeFacts.Text, told.Facts().Keys);
        Assert.Equal("", told.Facts()[NoticeFacts.Owner]);
    }

    [Fact]
    public async Task A_new_complaint_is_given_to_nobody_whose_account_is_disabled()
    {
        using TestCity city = await TestCity.CreateAsync();
        await DisableAsync(city, city.Officer);

        Complaint complaint = await city.FileAsync();

        Assert.Equal(city.Roads.Id, complaint.DepartmentId);
        Assert.Null(complaint.OfficerId);
    }

    [Fact]
    public async Task A_transfer_reaches_the_person_of_the_duty_once_with_the_reason_and_no_department_without_people()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        Duty trees = new(city.Parks.Id, new LocalText("가로수"), "", city.Gardener.Id);
        await using (CityDb db = city.Database.Open())
        {
            db.Add(trees);
            await db.SaveChangesAsync();
        }

        Routing? to = await ToAsync(city, city.Parks.Id, trees.Id);
        Actor officer = await city.ActorAsync(city.Officer);
        await city.DoAsync(complaint, city.Officer, (c, clock, now) => c.Transfer(to ?? Cases.ToParks, "나무입니다.", officer, clock, now));
        await DisableAsync(city, city.Gardener);

        await using CityDb after = city.Database.Open();
        Assert.Equal(city.Gardener.Id, await after.Complaints.Where(c => c.Id == complaint.Id).Select(c => c.OfficerId).SingleAsync());
        Notice told = await after.Notices.SingleAsync(n => n.Kind == NoticeKind.ComplaintOnDesk && n.AccountId == city.Gardener.Id);
        Assert.Equal("나무입니다.", told.Facts()[NoticeFacts.Text]);
        Assert.Null(await ToAsync(city, city.Parks.Id, trees.Id));
        Assert.Null(await ToAsync(city, city.Parks.Id, null));
    }

    private static async Task<Routing?> ToAsync(TestCity city, long department, long? duty)
    {
        await using CityDb db = city.Database.Open();
        return await new ComplaintRouter(db).ToAsync(department, duty, default);
    }

    private static async Task DisableAsync(TestCity city, Account account)
    {
        await using CityDb db = city.Database.Open();
        await db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, Cases.Now));
    }

    [Fact]
    public async Task A_result_names_who_answered_with_the_telephone_that_reaches_them()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        Assert.Equal(city.Officer.Id, complaint.OfficerId);
        Actor manager = await city.ActorAsync(city.Manager);
        await city.DoAsync(
            complaint, city.Manager, (c, clock, now) => c.Answer("고쳤습니다", ComplaintOutcome.Solved, null, false, manager, clock, now));

        await using CityDb after = city.Database.Open();
        Notice told = await after.Notices.SingleAsync(n => n.Kind == NoticeKind.ComplaintAnswered);
        Assert.Equal(city.Manager.DisplayName, told.Facts()[NoticeFacts.Officer]);
        // The manager has no duty: the department's telephone, not that of the duty of somebody else.
        Assert.Equal("02-123-0000", told.Facts()[NoticeFacts.Phone]);
    }

    [Fact]
    public async Task A_duplicate_leaves_a_fact_where_its_matter_is_carried_on_and_its_petitioner_hears_the_number()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint survivor = await city.FileAsync(by: city.Neighbour);
        foreach (bool isPrivate in (bool[])[false, true])
        {
            Complaint duplicate = await city.FileAsync(city.Filing(isPrivate: isPrivate));
            Actor officer = await city.ActorAsync(city.Officer);
            await city.DoAsync(duplicate, city.Officer, (c, clock, now) => c.Close(
                new(ComplaintOutcome.Duplicate, "같은 민원") { DuplicateOf = survivor }, officer, clock, now));

            await using CityDb after = city.Database.Open();
            ComplaintEvent joined = await after.ComplaintEvents
                .OrderByDescending(e => e.Id).FirstAsync(e => e.ComplaintId == survivor.Id && e.Act == ComplaintAct.Join);
            Assert.Equal(isPrivate ? null : duplicate.Number, joined.Text);
            Notice told = await after.Notices.OrderByDescending(n => n.Id).FirstAsync(n => n.Kind == NoticeKind.ComplaintClosed);
            Assert.Equal(survivor.Number, told.Facts()[NoticeFacts.JoinedTo]);
        }
    }

    [Fact]
    public async Task A_duplicate_is_not_joined_to_what_ended_since_its_form_was_checked()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint survivor = await city.FileAsync(by: city.Neighbour);
        Complaint duplicate = await city.FileAsync();
        Actor neighbour = await city.ActorAsync(city.Neighbour);
        Assert.Equal(
            HandlingOutcome.Done,
            (await city.DoAsync(survivor, city.Neighbour, (c, clock, now) => c.Withdraw(null, neighbour, clock, now))).Outcome);

        Actor officer = await city.ActorAsync(city.Officer);
        Handled handled = await city.DoAsync(duplicate, city.Officer, (c, clock, now) => c.Close(
            new(ComplaintOutcome.Duplicate, "같은 민원") { DuplicateOf = survivor }, officer, clock, now));

        Assert.Equal(new Handled(HandlingOutcome.Refused, ComplaintRefusal.DuplicateEnded), handled);
        await using CityDb after = city.Database.Open();
        Assert.True((await after.Complaints.SingleAsync(c => c.Id == duplicate.Id)).IsOpen);
        Assert.False(await after.ComplaintEvents.AnyAsync(e => e.Act == ComplaintAct.Join));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_officer_who_left_the_department_hears_nothing_more_of_its_complaints(bool isDisabled)
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync(city.Filing(isPrivate: true));
        await LeaveAsync(city, city.Officer, isDisabled);
        Actor citizen = await city.ActorAsync(city.Citizen);
        await city.DoAsync(complaint, city.Citizen, (c, clock, now) => c.Withdraw("제 사정입니다.", citizen, clock, now));

        await using CityDb after = city.Database.Open();
        List<long?> told = await after.Notices.Where(n => n.Kind == NoticeKind.ComplaintWithdrawn).Select(n => n.AccountId).ToListAsync();
        Assert.Equal([city.Manager.Id], told);
    }

    [Fact]
    public async Task A_manager_who_left_hears_nothing_either_and_the_officials_share_the_queue()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        await LeaveAsync(city, city.Manager, isDisabled: true);
        Actor officer = await city.ActorAsync(city.Officer);
        Actor citizen = await city.ActorAsync(city.Citizen);
        await city.DoAsync(complaint, city.Officer, (c, clock, now) => c.Answer(
            "고쳤습니다", ComplaintOutcome.Solved, null, false, officer, clock, now));
        await city.DoAsync(complaint, city.Citizen, (c, clock, now) => c.Reopen("그대로예요", 1, citizen, clock, now));

        await using CityDb after = city.Database.Open();
        List<long?> told = await after.Notices.Where(n => n.Kind == NoticeKind.ComplaintReopened).Select(n => n.AccountId).ToListAsync();
        Assert.Equal([city.Officer.Id], told);
    }

    [Fact]
    public async Task However_many_are_told_as_much_is_read()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        Actor manager = await city.ActorAsync(city.Manager);
        await city.DoAsync(complaint, city.Manager, (c, clock, now) => c.Answer(
            "고쳤습니다", ComplaintOutcome.Solved, null, false, manager, clock, now));
        List<int> read = [];
        foreach (Account supporter in (Account[])[city.Neighbour, city.Gardener, city.Officer])
        {
            await using (CityDb db = city.Database.Open())
            {
                await new ComplaintSupporting(db, city.Database.Provider, city.Database.Time)
                    .SupportAsync(complaint.Number ?? "", supporter.Id, default);
            }

            CountedReads reads = new();
            await using CityDb counted = city.Database.Open(reads);
            Complaint answered = await counted.Complaints.Include(c => c.Events).SingleAsync();
            int before = reads.Count;
            await new ComplaintNotices(counted, city.Database.Time).TellAsync(
                answered, answered.Events.Single(e => e.Act == ComplaintAct.Answer), default);
            Assert.Equal(read.Count + 2, counted.Notices.Local.Count);
            read.Add(reads.Count - before);
        }

        Assert.All(read, reads => Assert.Equal(read[0], reads));
    }

    [Fact]
    public async Task The_text_of_a_private_answer_reaches_the_petitioner_alone_and_a_note_nobody()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        await using (CityDb db = city.Database.Open())
        {
            await new ComplaintSupporting(db, city.Database.Provider, city.Database.Time)
                .SupportAsync(complaint.Number ?? "", city.Neighbour.Id, default);
        }

        Actor officer = await city.ActorAsync(city.Officer);
        await city.DoAsync(complaint, city.Officer, (c, clock, now) => c.Note("내부 메모", officer, clock, now));
        await city.DoAsync(
            complaint, city.Officer, (c, clock, now) => c.Answer("개인적인 답", ComplaintOutcome.Solved, null, true, officer, clock, now));

        await using CityDb after = city.Database.Open();
        List<Notice> all = await after.Notices.ToListAsync();
        Assert.Equal([city.Citizen.Id], all.Where(n => n.Facts().Values.Contains("개인적인 답")).Select(n => n.AccountId ?? 0));
        Assert.DoesNotContain(all, n => n.Facts().Values.Contains("내부 메모"));
    }

    [Fact]
    public async Task Me_too_counts_each_person_once_also_at_once_and_can_be_taken_back()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await city.FileAsync();
        string number = complaint.Number ?? "";
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            await using CityDb db = city.Database.Open();
            await new ComplaintSupporting(db, city.Database.Provider, city.Database.Time)
                .SupportAsync(number, i % 2 == 0 ? city.Neighbour.Id : city.Manager.Id, default);
        })));

        Assert.Equal(2, await CountAsync());
        for (int i = 0; i < 2; i++)
        {
            await using CityDb db = city.Database.Open();
            await new ComplaintSupporting(db, city.Database.Provider, city.Database.Time).WithdrawAsync(number, city.Neighbour.Id, default);
        }

        Assert.Equal(1, await CountAsync());
        await using (CityDb db = city.Database.Open())
        {
            ComplaintSupporting supporting = new(db, city.Database.Provider, city.Database.Time);
            Assert.Equal(0, await supporting.RecountAsync(default));
            await db.Complaints.ExecuteUpdateAsync(set => set.SetProperty(c => c.SupportCount, 5));
            Assert.Equal(1, await supporting.RecountAsync(default));
        }

        Assert.Equal(1, await CountAsync());

        async Task<int> CountAsync()
        {
            await using CityDb db = city.Database.Open();
            return await db.Complaints.Select(c => c.SupportCount).SingleAsync();
        }
    }

    [Fact]
    public async Task The_kept_counts_follow_every_change_and_survive_folding_and_rebuilding()
    {
        using TestCity city = await TestCity.CreateAsync();
        Actor officer = await city.ActorAsync(city.Officer);
        Actor citizen = await city.ActorAsync(city.Citizen);
        Random random = new(7);
        for (int i = 0; i < 30; i++)
        {
            Complaint complaint = await city.FileAsync(city.Filing(random.Next(2) == 0 ? city.Pavement : city.Trees, random.Next(4) == 0));
            for (int step = random.Next(4); step > 0; step--)
            {
                ComplaintActing act = random.Next(3) switch
                {
                    0 => (c, clock, now) => c.Start(officer, clock, now),
                    1 => (c, clock, now) => c.Transfer(new Routing(city.Parks.Id, null, null, Routing.NoReason), "공원", officer, clock, now),
                    _ => (c, clock, now) => c.Withdraw(null, citizen, clock, now),
                };
                await city.DoAsync(complaint, random.Next(2) == 0 ? city.Officer : city.Citizen, act);
            }
        }

        await using CityDb db = city.Database.Open();
        await AssertCountsAsync(db);
        TallyFolding folding = new(db);
        Assert.True(await folding.FoldAsync(default) > 0);
        await AssertCountsAsync(db);
        Assert.Equal(0, await folding.RebuildAsync(default));

        // A broken count is found and mended.
        await db.ComplaintTallies.Take(1).ExecuteDeleteAsync();
        Assert.Equal(1, await folding.RebuildAsync(default));
        await AssertCountsAsync(db);

        static async Task AssertCountsAsync(CityDb db)
        {
            var counted = await db.Complaints.Listed().GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync();
            var kept = await db.ComplaintTallies.GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Sum(t => t.Count) })
                .Where(g => g.Count != 0).OrderBy(g => g.Key).ToListAsync();
            Assert.Equal(counted, kept);
        }
    }

    /// <summary>Takes the right in the department away, or disables the account.</summary>
    private static async Task LeaveAsync(TestCity city, Account account, bool isDisabled)
    {
        await using CityDb db = city.Database.Open();
        DateTime now = city.Database.Time.Now;
        _ = isDisabled
            ? await db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, now))
            : await db.RightGrants.Where(g => g.AccountId == account.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.RevokedAt, now));
    }

    private sealed class CountedReads : DbCommandInterceptor
    {
        public int Count { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return ValueTask.FromResult(result);
        }
    }
}
