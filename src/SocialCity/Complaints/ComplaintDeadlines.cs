using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Time;

namespace SocialCity.Complaints;

/// <summary>
/// What happens to complaints without anybody acting on them: warnings before and after the due date, silent closing, guests who never
/// confirmed, due dates counted again, and what lies with somebody who left or with no department.
/// </summary>
public sealed class ComplaintDeadlines(CityDb db, ComplaintNotices notices, ComplaintHandling handling, TimeProvider time)
{
    /// <summary>How long a guest may take to open the link.</summary>
    public static readonly TimeSpan ConfirmWithin = TimeSpan.FromDays(3);

    private const int AtOnce = 200;

    /// <summary>Warns the officer when due soon, and the manager too when overdue and when very late. Each warning once.</summary>
    public async Task<int> WarnAsync(CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return await EachAsync(
            db.Complaints.DueForWarning(now),
            async complaint =>
            {
                DueWarning state = complaint.WarningAt(now);
                complaint.Warn(state);
                await notices.WarnAsync(
                    complaint,
                    state == DueWarning.DueSoon ? NoticeKind.ComplaintDueSoon : NoticeKind.ComplaintOverdue,
                    alsoManagers: state != DueWarning.DueSoon,
                    cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Closes answered complaints whose petitioners stayed silent for the city's number of days.</summary>
    public async Task<int> CloseSilentAsync(CancellationToken cancellationToken)
    {
        City city = await db.Cities.AsNoTracking().SingleAsync(cancellationToken);
        DateTime before = time.GetUtcNow().UtcDateTime.AddDays(-city.SilentCloseDays);
        List<long> silent = await db.Complaints.AsNoTracking()
            .Where(c => c.State == ComplaintState.Answered && c.AnsweredAt < before)
            .OrderBy(c => c.AnsweredAt)
            .Take(AtOnce)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        int closed = 0;
        foreach (long id in silent)
        {
            // Each in a save of its own: somebody acting on one at this very moment keeps no other open.
            db.ChangeTracker.Clear();
            Complaint complaint = await db.Complaints.Include(c => c.Pauses).SingleAsync(c => c.Id == id, cancellationToken);
            Handled handled = await handling.DoAsync(complaint, null, (c, clock, now) => c.CloseSilently(clock, now), cancellationToken);
            closed += handled.Outcome == HandlingOutcome.Done ? 1 : 0;
        }

        return closed;
    }

    /// <summary>
    /// Deletes what guests filed and never confirmed, with everything they typed and their photos; the photos' files go with the next
    /// sweep of what no record names. Returns how many complaints that were.
    /// </summary>
    public Task<int> SweepUnconfirmedAsync(CancellationToken cancellationToken)
    {
        DateTime before = time.GetUtcNow().UtcDateTime - ConfirmWithin;
        return db.InTransactionAsync(
            async ct =>
            {
                IQueryable<Complaint> forgotten = db.Complaints.Where(c => c.State == ComplaintState.Unconfirmed && c.FiledAt < before);
                List<long> ids = await forgotten.OrderBy(c => c.FiledAt).Take(AtOnce).Select(c => c.Id).ToListAsync(ct);
                List<long> photos = await db.Set<ComplaintPhoto>().Where(p => ids.Contains(p.ComplaintId)).Select(p => p.MediaId).ToListAsync(ct);
                int deleted = await forgotten.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(ct);
                // A guest who confirms at this very moment keeps the complaint, and with it the photos.
                await db.Set<MediaFile>()
                    .Where(m => photos.Contains(m.Id) && !db.Set<ComplaintPhoto>().Any(p => p.MediaId == m.Id))
                    .ExecuteDeleteAsync(ct);
                return deleted;
            },
            cancellationToken);
    }

    /// <summary>
    /// Counts the open due dates again after the holidays or the office hours changed, and tells those whose date moved. Returns how many moved.
    /// </summary>
    public Task<int> RecountAsync(CancellationToken cancellationToken) =>
        RecountAsync(db.Complaints.Where(c => c.DueAt != null), (complaint, clock, now) => complaint.Recount(Actor.System, clock, now), cancellationToken);

    /// <summary>
    /// Counts what came in since a new period is in force by that period, and tells those whose date moved; earlier receipts keep the period
    /// that was in force on their day, and categories with a period of their own keep theirs. Returns how many moved.
    /// </summary>
    public async Task<int> ApplyAsync(PetitionPeriod period, CancellationToken cancellationToken) => await RecountAsync(
        await CountedSinceAsync(period.Kind, period.EffectiveFrom, cancellationToken),
        (complaint, clock, now) => complaint.CountBy(period.Period(), Actor.System, clock, now),
        cancellationToken);

    /// <summary>How many open complaints a period of this kind would count that is in force from a day on.</summary>
    public async Task<int> CountAsync(PetitionKind kind, DateOnly effectiveFrom, CancellationToken cancellationToken) =>
        await (await CountedSinceAsync(kind, effectiveFrom, cancellationToken)).CountAsync(c => c.IsOpen, cancellationToken);

    private async Task<IQueryable<Complaint>> CountedSinceAsync(PetitionKind kind, DateOnly effectiveFrom, CancellationToken cancellationToken)
    {
        string zone = await db.Cities.Select(c => c.TimeZone).SingleAsync(cancellationToken);
        DateTime from = TimeZoneInfo.FindSystemTimeZoneById(zone).ToUtc(effectiveFrom.ToDateTime(TimeOnly.MinValue));
        return db.Complaints.Where(c => c.ReceivedAt >= from
            && db.ComplaintCategories.Any(k => k.Id == c.CategoryId && k.Kind == kind && k.OwnPeriodAmount == null));
    }

    /// <summary>
    /// Brings back to people who work what nobody would see: complaints in the name of somebody who left the department go into its queue, those
    /// without a department to the one that sorts. Returns how many that were.
    /// </summary>
    public async Task<int> ReclaimAsync(CancellationToken cancellationToken)
    {
        int reclaimed = await ActAsync(db.Abandoned(), (complaint, clock, now) => complaint.Release(Actor.System, clock, now), cancellationToken);
        return await db.Cities.Select(c => c.TriageDepartmentId).SingleAsync(cancellationToken) is { } triage
            ? reclaimed + await ActAsync(
                db.Complaints.WithoutDepartment(), (complaint, clock, now) => complaint.Adopt(triage, Actor.System, clock, now), cancellationToken)
            : reclaimed;
    }

    private Task<int> RecountAsync(IQueryable<Complaint> complaints, ComplaintActing recount, CancellationToken cancellationToken) =>
        ActAsync(complaints.Include(c => c.Pauses).Where(c => c.IsOpen), recount, cancellationToken);

    private async Task<int> ActAsync(
        IQueryable<Complaint> complaints, ComplaintActing act, CancellationToken cancellationToken)
    {
        PetitionClock clock = await PetitionClock.LoadAsync(db, cancellationToken);
        return await EachAsync(
            complaints,
            async complaint =>
            {
                if (act(complaint, clock, time.GetUtcNow().UtcDateTime) is not null)
                {
                    return false;
                }

                await notices.TellAsync(complaint, complaint.Events[^1], cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>
    /// Does something to each complaint, with its notices in a save of its own: somebody acting on one at this very moment wins, and the
    /// next run sees that one again. Returns how many of those that answered with true were saved.
    /// </summary>
    private async Task<int> EachAsync(IQueryable<Complaint> complaints, Func<Complaint, Task<bool>> act, CancellationToken cancellationToken)
    {
        int done = 0;
        long last = 0;
        while (true)
        {
            db.ChangeTracker.Clear();
            List<Complaint> batch = await complaints.Where(c => c.Id > last).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(cancellationToken);
            if (batch.Count == 0)
            {
                return done;
            }

            foreach (Complaint complaint in batch)
            {
                last = complaint.Id;
                bool counts = await act(complaint);
                try
                {
                    await db.SaveChangesAsync(cancellationToken);
                }
                catch (DbUpdateConcurrencyException)
                {
                    // With this one go its facts and notices, which nothing must save later. The rest of the batch is read anew.
                    break;
                }

                done += counts ? 1 : 0;
            }
        }
    }
}
