using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Search;
using SocialCity.Time;

namespace SocialCity.Web.Demo;

/// <summary>
/// Makes the demonstration city as large as one likes, for measuring: complaints of four years that lived by the entity's own methods, with
/// numbers, events, search entries and counts as if they had come in one by one.
/// </summary>
public sealed class DemoScale(CityDb db, IHostEnvironment environment, TimeProvider time)
{
    public const int Most = 1_000_000;

    private const int AtOnce = 10_000;
    private const int Years = 4;

    /// <summary>So many complaints come from one person.</summary>
    private const int OfOne = 50;

    private static readonly Type[] Written = [typeof(Complaint), typeof(ComplaintEvent), typeof(ComplaintPause), typeof(QuestionReply)];

    private readonly Dictionary<(ComplaintState State, long CategoryId, long? DistrictId, long? DepartmentId), int> counts = [];

    /// <summary>Adds complaints to the city, which must be there.</summary>
    /// <param name="count">How many; at most <see cref="Most"/>.</param>
    /// <param name="progress">Told after each part.</param>
    /// <param name="cancellationToken">Ends the work; what was written stays and is counted.</param>
    /// <exception cref="InvalidOperationException">This is no development environment.</exception>
    public async Task GrowAsync(int count, Action<int> progress, CancellationToken cancellationToken)
    {
        DemoCity.Refuse(environment);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);

        await db.Database.OpenConnectionAsync(cancellationToken);
        bool isMost = await db.Complaints.CountAsync(cancellationToken) <= count;
        DemoIndexes indexes = await DemoIndexes.SetAsideAsync(db, isMost, Written, cancellationToken);

        List<Account> people = await SettleAsync(Math.Max(100, count / OfOne), cancellationToken);
        DemoWorld world = await DemoWorld.LoadAsync(db, cancellationToken);
        Calendar calendar = new(time.GetUtcNow().UtcDateTime, count, world.Clock.Zone, await db.ComplaintCounters.AsNoTracking().ToDictionaryAsync(c => c.Year, c => c.Last, cancellationToken));
        long lastId = await db.Complaints.MaxAsync(c => (long?)c.Id, cancellationToken) ?? 0;

        try
        {
            await WriteAsync(world, people, calendar, lastId, count, progress, cancellationToken);
        }
        finally
        {
            await indexes.RestoreAsync();
            await CountAsync(calendar, CancellationToken.None);
        }
    }

    private async Task WriteAsync(
        DemoWorld world, List<Account> people, Calendar calendar, long lastId, int count, Action<int> progress, CancellationToken cancellationToken)
    {
        await using DemoBulk<Complaint> complaints = new(db, withKey: true);
        await using DemoBulk<ComplaintEvent> events = new(db, withKey: false);
        await using DemoBulk<ComplaintPause> pauses = new(db, withKey: false);
        await using DemoBulk<QuestionReply> replies = new(db, withKey: false);
        await using DemoBulk<SearchEntry> entries = new(db, withKey: false);

        await foreach ((int start, List<Complaint> made) in DemoParts.MakeAsync(count, AtOnce, (first, size) => Make(world, people, calendar, first, size), cancellationToken))
        {
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            for (int i = 0; i < made.Count; i++)
            {
                Complaint complaint = made[i];
                long id = lastId + start + i + 1;
                complaints.Insert(complaint, transaction, (nameof(Complaint.Id), id), (nameof(Complaint.Version), Guid.NewGuid()));
                foreach (ComplaintEvent fact in complaint.Events)
                {
                    events.Insert(fact, transaction, (nameof(ComplaintEvent.ComplaintId), id));
                }

                foreach (ComplaintPause pause in complaint.Pauses)
                {
                    pauses.Insert(pause, transaction, (nameof(ComplaintPause.ComplaintId), id));
                }

                foreach (QuestionReply reply in complaint.Replies)
                {
                    replies.Insert(reply, transaction, (nameof(QuestionReply.ComplaintId), id));
                }

                if (complaint.IsListed)
                {
                    entries.Insert(complaint.ToSearchEntry(id), transaction);
                    var kind = (complaint.State, complaint.CategoryId, complaint.DistrictId, complaint.DepartmentId);
                    counts[kind] = counts.GetValueOrDefault(kind) + 1;
                }
            }

            await transaction.CommitAsync(cancellationToken);
            calendar.Written = start + made.Count;
            progress(calendar.Written);
        }
    }

    /// <summary>A part of the complaints, made beside the writing of another.</summary>
    private static async Task<List<Complaint>> Make(DemoWorld world, List<Account> people, Calendar calendar, int first, int size)
    {
        Random random = new(first);
        DemoWriter writer = new(world, people, random);
        DemoLife life = new(world, random, calendar.Now, (_, _) => Task.CompletedTask);
        List<Complaint> made = new(size);
        for (int i = first; i < first + size; i++)
        {
            DateTime at = calendar.At(i);
            DemoPlan plan = writer.Plan(at) with { ReceivedAt = at };
            Complaint complaint = Complaint.File(writer.Write(plan, []), plan.Petitioner, Guid.CreateVersion7(new DateTimeOffset(at, TimeSpan.Zero)), at);
            await life.LiveAsync(plan, complaint, calendar.Number(i));
            made.Add(complaint);
        }

        return made;
    }

    private async Task<List<Account>> SettleAsync(int count, CancellationToken cancellationToken)
    {
        await using DemoBulk<Account> accounts = new(db, withKey: true);
        long lastId = await db.Users.MaxAsync(a => a.Id, cancellationToken);
        DateTime since = time.GetUtcNow().UtcDateTime.AddYears(-Years);
        await using (IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            for (long id = lastId + 1; id <= lastId + count; id++)
            {
                string email = $"resident{id}@nuri.example";
                Account account = new(email, $"시민 {id}", "ko", since)
                {
                    NormalizedEmail = email.ToUpperInvariant(),
                    NormalizedUserName = email.ToUpperInvariant(),
                    EmailConfirmed = true,
                    SecurityStamp = Guid.NewGuid().ToString("N"),
                };
                accounts.Insert(account, transaction, (nameof(Account.Id), id));
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return await db.Users.AsNoTracking().Where(a => a.Id > lastId).ToListAsync(cancellationToken);
    }

    private async Task CountAsync(Calendar calendar, CancellationToken cancellationToken)
    {
        db.AddRange(counts.Select(c => new ComplaintTally(c.Key.State, c.Key.CategoryId, c.Key.DistrictId, c.Key.DepartmentId, c.Value)));
        await db.SaveChangesAsync(cancellationToken);
        foreach ((int year, int last) in calendar.Last())
        {
            if (!await db.ComplaintCounters.AnyAsync(c => c.Year == year, cancellationToken))
            {
                db.Add(new ComplaintCounter(year));
                await db.SaveChangesAsync(cancellationToken);
            }

            await db.ComplaintCounters.Where(c => c.Year == year)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, last), cancellationToken);
        }
    }

    /// <summary>Spreads the complaints evenly over the years, so that each one's moment and number follow from its place.</summary>
    private sealed class Calendar(DateTime now, int count, TimeZoneInfo zone, Dictionary<int, int> counters)
    {
        private readonly DateTime start = now.AddYears(-Years);
        private readonly Dictionary<int, int> firstOfYear = [];

        public DateTime Now { get; } = now;

        public int Written { get; set; }

        public DateTime At(int place) => start + ((Now - start) * ((double)place / count));

        public string Number(int place)
        {
            int year = YearOf(place);
            return ComplaintNumber.Of(year, Serial(year, place));
        }

        /// <summary>The last number given out in each year.</summary>
        public IEnumerable<(int Year, int Last)> Last() => Written == 0
            ? []
            : Enumerable.Range(YearOf(0), YearOf(Written - 1) - YearOf(0) + 1)
                .Select(year => (year, Serial(year, year == YearOf(Written - 1) ? Written - 1 : FirstOf(year + 1) - 1)));

        private int Serial(int year, int place) => counters.GetValueOrDefault(year) + place - FirstOf(year) + 1;

        private int YearOf(int place) => zone.ToLocal(At(place)).Year;

        private int FirstOf(int year)
        {
            lock (firstOfYear)
            {
                if (!firstOfYear.TryGetValue(year, out int first))
                {
                    int low = 0;
                    int high = count;
                    while (low < high)
                    {
                        int middle = low + ((high - low) / 2);
                        (low, high) = YearOf(middle) < year ? (middle + 1, high) : (low, middle);
                    }

                    first = firstOfYear[year] = low;
                }

                return first;
            }
        }
    }
}
