using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Time;
using SocialCity.Web.Demo.Pictures;

namespace SocialCity.Web.Demo;

/// <summary>
/// 누리시, a city to look at and to develop with: its settings, people and a year of complaints. Fills an empty database in Development
/// and refuses anywhere else. The same each time, but for moments, which are told from now.
/// </summary>
public sealed class DemoCity(
    CityDb db, IHostEnvironment environment, TimeProvider time, IPasswordHasher<Account> hasher, PhotoIntake photos, AuditLog audit, TallyFolding tallies, DemoBlog blog,
    IOptions<DemoOptions> options)
{
    /// <summary>The password of every account of the city.</summary>
    public const string Password = "nuri-social-city-demo";

    private const int Seed = 20_260_918;
    private const int Days = 365;
    private const int Complaints = 420;

    /// <summary>How many complaints of a burst come in one dong within days, so that something is rising.</summary>
    private const int Burst = 9;

    private const int OftenWeight = 7;
    private const int SavedAtOnce = 60;
    private const string ConsentVersion = "2026-11";

    private readonly Random random = new(Seed);

    /// <summary>Fills the database. False when somebody is at home already.</summary>
    /// <exception cref="InvalidOperationException">This is no development environment.</exception>
    public async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        Refuse(environment);
        bool filled = await db.InTransactionAsync(
            async ct =>
            {
                if (await db.Departments.AnyAsync(ct) || await db.Users.AnyAsync(ct))
                {
                    return false;
                }

                DateTime now = time.GetUtcNow().UtcDateTime;
                await SettleAsync(now.AddDays(-Days - 30), ct);
                await FileAsync(now, ct);
                // What was filed is stored; tracked on, each save of an article would look through all of it.
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
                await blog.FillAsync(now, ct);
                await FinishAsync(now, ct);
                return true;
            },
            cancellationToken);
        if (filled)
        {
            await tallies.FoldAsync(cancellationToken);
        }

        return filled;
    }

    /// <exception cref="InvalidOperationException">This is no development environment.</exception>
    internal static void Refuse(IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException($"The demonstration city is for Development, not for {environment.EnvironmentName}.");
        }
    }

    private async Task SettleAsync(DateTime opened, CancellationToken cancellationToken)
    {
        var departments = DemoDepartments.Make();
        var districts = DemoDistricts.Make();
        var categories = DemoCategories.Make();
        List<Account> people = DemoPeople.Make(hasher, opened);
        db.AddRange(departments.Values);
        db.AddRange(districts.Values);
        db.AddRange(categories.Values);
        db.AddRange(people);
        await db.SaveChangesAsync(cancellationToken);

        db.AddRange(people.SelectMany(p => new[] { ConsentPurpose.Terms, ConsentPurpose.Privacy, ConsentPurpose.Age }
            .Select(purpose => new Consent(p, purpose, ConsentVersion, opened))));
        Dictionary<string, Duty> duties = Appoint(departments, people, opened);
        await db.SaveChangesAsync(cancellationToken);

        db.AddRange(DemoRules.Make(categories, districts, duties));
        db.AddRange(DemoTemplates.Make(departments));
        Present(await db.Cities.SingleAsync(cancellationToken), departments[DemoDepartments.Triage].Id);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Present(City city, long triageDepartmentId)
    {
        city.Rename(
            new("누리시", "Nuri City", "ヌリ市"),
            new("말하면 바뀌는 도시", "A city that listens and changes", "声が届いて、変わるまち"));
        city.Present(isOfficial: true, ["ko", "en", "ja"], "#d9641c");
        city.Reach(
            new("경기도 누리시 시청로 20 (중앙동)", "20 Sicheong-ro, Jungang-dong, Nuri, Gyeonggi-do", "京畿道ヌリ市シチョン路20（チュンアン洞）"),
            "02-2680-2114", "help@nuri.example", "02-2680, 1577-2680");
        city.Locate(37.48, 126.86, null, null);
        city.RunComplaints(triageDepartmentId, 500, 14, IdentityLevel.EmailConfirmed);
    }

    /// <summary>Gives each duty its officer, each department its manager, and the people named in the guide their rights.</summary>
    private Dictionary<string, Duty> Appoint(Dictionary<string, Department> departments, List<Account> people, DateTime opened)
    {
        Account Of(string email) => people.Find(p => p.Email == email) ?? throw new InvalidOperationException($"{email} is missing.");
        Queue<Account> officers = new(people.Where(DemoPeople.IsOfficer));
        Account admin = Of(DemoPeople.Admin);
        Grant(admin, Right.Administrator, null, "처음 시스템 관리자");

        Dictionary<string, Duty> duties = [];
        foreach (DemoDepartment plan in DemoDepartments.All)
        {
            long department = departments[plan.Code].Id;
            Grant(plan.Code == DemoDepartments.Roads ? Of(DemoPeople.Manager) : officers.Dequeue(), Right.Manager, department, "부서장 발령");
            foreach (DemoDuty duty in plan.Duties)
            {
                Account officer = duty.Code switch
                {
                    "road-east" => Of(DemoPeople.Official),
                    "park" => Of(DemoPeople.Official2),
                    _ => officers.Dequeue(),
                };
                Grant(officer, Right.Official, department, "인사 발령");
                duties[duty.Code] = new Duty(department, duty.Name, $"02-{duty.Phone}", officer.Id);
            }
        }

        Grant(Of(DemoPeople.Merchant), Right.Merchant, null, "소셜상점 승인");
        Grant(Of(DemoPeople.Editor), Right.Official, departments["culture"].Id, "인사 발령");
        Grant(Of(DemoPeople.Editor), Right.Editor, null, "블로그 편집 담당");
        Grant(Of(DemoPeople.Moderator), Right.Official, departments[DemoDepartments.Triage].Id, "인사 발령");
        Grant(Of(DemoPeople.Moderator), Right.Moderator, null, "게시판 운영 담당");

        // An appeal is decided by somebody else than the decision was.
        Grant(Of(DemoPeople.Official2), Right.Moderator, null, "게시판 운영 교대");
        db.AddRange(duties.Values);
        return duties;

        void Grant(Account account, Right right, long? department, string reason)
        {
            db.Add(new RightGrant(account, right, department, account == admin ? null : admin.Id, reason, opened));
            audit.Add(AuditKind.Rights, SignInActions.RightGranted, $"account:{account.Id}", null, null, department is null ? $"{right}" : $"{right}:{department}");
        }
    }

    private async Task FileAsync(DateTime now, CancellationToken cancellationToken)
    {
        DemoWorld world = await DemoWorld.LoadAsync(db, cancellationToken);
        List<Account> citizens = [.. (await db.Users.OrderBy(u => u.Id).ToListAsync(cancellationToken)).Where(DemoPeople.IsCitizen)];
        DemoWriter writer = new(world, citizens, random);
        List<DemoPlan> plans = [.. Plans(writer, world, now).OrderBy(p => p.ReceivedAt)];

        List<(DemoPlan Plan, Complaint Complaint)> filed = [];
        Queue<int> withPhotos = new(Enumerable.Range(0, plans.Count).Where(i => plans[i].Story.Scene is not null).OrderBy(_ => random.Next()).Take(options.Value.Photos).Order());
        ConcurrentDictionary<(DemoScene Scene, int Seed), byte[]> drawings = Draw(withPhotos.Select(i => Picture(plans[i], i)));
        for (int i = 0; i < plans.Count; i++)
        {
            DemoPlan plan = plans[i];
            List<MediaFile> pictures = withPhotos.TryPeek(out int next) && next == i
                ? [await PhotographAsync(plan, drawings[Picture(plan, withPhotos.Dequeue())], cancellationToken)]
                : [];
            Complaint complaint = Complaint.File(writer.Write(plan, pictures), plan.Petitioner, Guid.NewGuid(), plan.At);
            filed.Add((plan, complaint));
        }

        // In the order of their ids, as they would have come in.
        foreach (var batch in filed.Chunk(SavedAtOnce))
        {
            db.AddRange(batch.Select(f => f.Complaint));
            await db.SaveChangesAsync(cancellationToken);
        }

        await SupportAsync(filed, citizens, now, cancellationToken);
        await LiveAsync(world, filed, now, cancellationToken);
    }

    private IEnumerable<DemoPlan> Plans(DemoWriter writer, DemoWorld world, DateTime now)
    {
        for (int i = 0; i < Complaints; i++)
        {
            DateTime day = now.AddDays(-Days * Math.Pow(random.NextDouble(), 1.4));
            DateTime at = writer.HourOf(day);
            yield return writer.Plan(at < now.AddMinutes(-90) ? at : day.AddDays(-1));
        }

        for (int i = 0; i < Burst; i++)
        {
            yield return writer.Plan(now.AddHours(-random.Next(3, 150)), category: "streetlight", district: "1016");
        }

        // Due today (on a day off: on the next working day), overdue, very late, and a visitor who has not opened the link yet.
        for (int i = 0; i < 4; i++)
        {
            yield return writer.Plan(ReceivedFor(world, now, 0).AddMinutes(random.Next(90)), DemoFate.Stuck, i < 3 ? "pothole" : "park");
            yield return writer.Plan(ReceivedFor(world, now, 1 + i).AddMinutes(random.Next(90)), DemoFate.Stuck, i % 2 == 0 ? "sidewalk" : null);
        }

        yield return writer.Plan(ReceivedFor(world, now, 12), DemoFate.Stuck, "pothole");
        yield return writer.Plan(ReceivedFor(world, now, 10), DemoFate.Stuck, "noise");
        yield return writer.Plan(ReceivedFor(world, now, -2), DemoFate.Waiting, "streetlight");
        yield return writer.Plan(ReceivedFor(world, now, 2), DemoFate.BroughtBack, "pothole");
        yield return writer.Plan(ReceivedFor(world, now, 3), DemoFate.BroughtBack, "noise");
        yield return writer.Plan(now.AddHours(-2), DemoFate.Queued, "park");
        yield return writer.Plan(now.AddHours(-5), DemoFate.Unconfirmed);
        yield return writer.Plan(now.AddHours(-30), DemoFate.Unconfirmed);
    }

    /// <summary>The morning at which a petition of seven working days came in that fell due so many working days ago.</summary>
    private static DateTime ReceivedFor(DemoWorld world, DateTime now, int daysAgo)
    {
        DateTime local = world.Clock.Zone.ToLocal(now);
        DateOnly day = world.Clock.Calendar.WorkingDayFrom(DateOnly.FromDateTime(local));
        for (int i = 0; i < daysAgo + 6; i++)
        {
            day = world.Clock.Calendar.PreviousWorkingDay(day);
        }

        return world.Clock.Zone.ToUtc(day.ToDateTime(new TimeOnly(9, 20)));
    }

    /// <summary>Which drawing stands for a photo: of what happens often there are two.</summary>
    private static (DemoScene Scene, int Seed) Picture(DemoPlan plan, int place) =>
        (plan.Story.Scene ?? throw new InvalidOperationException("The story has no scene."), plan.Story.Weight >= OftenWeight ? place % 2 : 0);

    /// <summary>Drawing takes a third of a second each: all at once, on every processor.</summary>
    private static ConcurrentDictionary<(DemoScene Scene, int Seed), byte[]> Draw(IEnumerable<(DemoScene Scene, int Seed)> pictures)
    {
        ConcurrentDictionary<(DemoScene Scene, int Seed), byte[]> drawings = [];
        Parallel.ForEach(pictures.Distinct(), picture => drawings[picture] = DemoPictures.Draw(picture.Scene, picture.Seed));
        return drawings;
    }

    private async Task<MediaFile> PhotographAsync(DemoPlan plan, byte[] drawing, CancellationToken cancellationToken)
    {
        using MemoryStream picture = new(drawing, writable: false);
        string name = string.Create(CultureInfo.InvariantCulture, $"IMG_{plan.At:yyyyMMdd_HHmmss}.png");
        PhotoStaging staging = await photos.StageAsync(picture, name, plan.Petitioner.AccountId, plan.At.AddMinutes(-2), cancellationToken);
        MediaFile file = staging.File ?? throw new InvalidOperationException($"A drawing was refused as a photo: {staging.Refusal}.");
        file.Describe(plan.Story.SceneText);
        file.Attach(plan.At);
        db.Add(file);
        return file;
    }

    private async Task SupportAsync(
        List<(DemoPlan Plan, Complaint Complaint)> filed, List<Account> citizens, DateTime now, CancellationToken cancellationToken)
    {
        foreach ((DemoPlan plan, Complaint complaint) in filed.Where(f => !f.Plan.IsPrivate && f.Plan.Fate != DemoFate.Unconfirmed))
        {
            // Most have none or a few, and now and then half the neighbourhood joins in.
            int many = (int)(Math.Pow(random.NextDouble(), 4) * citizens.Count * 0.6);
            foreach (Account supporter in citizens.Where(c => c.Id != complaint.AuthorId).OrderBy(_ => random.Next()).Take(many))
            {
                DateTime at = plan.ReceivedAt.AddMinutes(random.Next(10, 60 * 24 * 4));
                if (at < now)
                {
                    db.Add(new ComplaintSupport(complaint.Id, supporter.Id, at));
                }
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.Complaints.ExecuteUpdateAsync(
            set => set.SetProperty(c => c.SupportCount, c => db.ComplaintSupports.Count(s => s.ComplaintId == c.Id)), cancellationToken);
    }

    private async Task LiveAsync(
        DemoWorld world, List<(DemoPlan Plan, Complaint Complaint)> filed, DateTime now, CancellationToken cancellationToken)
    {
        PastTime past = new();
        ComplaintNotices notices = new(db, past);
        Dictionary<Complaint, int> told = [];
        Dictionary<int, int> serials = [];
        List<Complaint> received = [];
        DemoLife life = new(world, random, now, async (complaint, at) =>
        {
            past.Now = at;
            foreach (ComplaintEvent fact in complaint.Events.Skip(told.GetValueOrDefault(complaint)))
            {
                await notices.TellAsync(complaint, fact, cancellationToken);
            }

            told[complaint] = complaint.Events.Count;
        })
        {
            FindEarlier = c => received.FindLast(r => r.CategoryId == c.CategoryId && r.DistrictId == c.DistrictId && r.IsListed && r.CarriesOn && r != c),
        };

        foreach (var batch in filed.Where(f => f.Plan.Fate != DemoFate.Unconfirmed).Chunk(SavedAtOnce))
        {
            foreach ((DemoPlan plan, Complaint complaint) in batch)
            {
                int year = world.Clock.Zone.ToLocal(plan.ReceivedAt).Year;
                int serial = serials[year] = serials.GetValueOrDefault(year) + 1;
                await life.LiveAsync(plan, complaint, string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{serial:000000}"));
                received.Add(complaint);
                db.AddSearchEntry(complaint);
                await WarnAsync(complaint, notices, past, now, cancellationToken);
            }

            Deliver(now);
            await db.SaveChangesAsync(cancellationToken);
        }

        foreach ((int year, int last) in serials)
        {
            db.Add(new ComplaintCounter(year));
            await db.SaveChangesAsync(cancellationToken);
            await db.ComplaintCounters.Where(c => c.Year == year)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, last), cancellationToken);
        }
    }

    /// <summary>What the jobs would have told by now.</summary>
    private static async Task WarnAsync(
        Complaint complaint, ComplaintNotices notices, PastTime past, DateTime now, CancellationToken cancellationToken)
    {
        DueWarning warning = complaint.WarningAt(now);
        if (warning == DueWarning.None)
        {
            return;
        }

        complaint.Warn(warning);
        past.Now = (warning == DueWarning.DueSoon ? complaint.DueSoonAt : complaint.DueAt) ?? now;
        await notices.WarnAsync(
            complaint,
            warning == DueWarning.DueSoon ? NoticeKind.ComplaintDueSoon : NoticeKind.ComplaintOverdue,
            alsoManagers: warning != DueWarning.DueSoon,
            cancellationToken);
    }

    /// <summary>All mail of the past has gone out, and people have read what is older than a few days.</summary>
    private void Deliver(DateTime now)
    {
        foreach (Notice notice in db.ChangeTracker.Entries<Notice>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList())
        {
            if (notice.Delivery == DeliveryState.Waiting)
            {
                notice.Sent(notice.CreatedAt.AddSeconds(40));
            }

            if (notice.CreatedAt < now.AddDays(-4))
            {
                notice.Read(notice.CreatedAt.AddHours(6));
            }
        }
    }

    private async Task FinishAsync(DateTime now, CancellationToken cancellationToken)
    {
        audit.Add(AuditKind.Change, AuditActions.DemoFilled, "city:1", null, null, now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Notices carry the time of what they tell.</summary>
    private sealed class PastTime : TimeProvider
    {
        public DateTime Now { get; set; }

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
