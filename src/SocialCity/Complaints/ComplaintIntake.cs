using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Notices;
using SocialCity.Time;

namespace SocialCity.Complaints;

/// <summary>
/// Takes complaints in: stores what was filed, gives it its number, sends it to the department by the city's rules and starts the
/// statutory clock, all in one transaction with the notices that tell of it.
/// </summary>
public sealed class ComplaintIntake(
    CityDb db, IDatabaseProvider provider, ComplaintRouter router, ComplaintNotices notices, TimeProvider time)
{
    /// <summary>
    /// Files a complaint. An account's is received at once; a guest's waits for the link in the e-mail. The same key again gives the
    /// complaint of the first time: a double click files once.
    /// </summary>
    public async Task<Complaint> FileAsync(
        ComplaintFiling filing, Petitioner petitioner, Guid idempotencyKey, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(
                async ct => await FiledWithAsync(idempotencyKey, ct) ?? await StoreAsync(filing, petitioner, idempotencyKey, ct),
                cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            // The other half of a double click was quicker.
            db.ChangeTracker.Clear();
            return await FiledWithAsync(idempotencyKey, cancellationToken) ?? throw new InvalidOperationException("A complaint vanished while it was filed.", exception);
        }
    }

    /// <summary>What was filed with a form's key before, with its replies and photos; null for the first time.</summary>
    public Task<Complaint?> FiledWithAsync(Guid idempotencyKey, CancellationToken cancellationToken) =>
        db.Complaints.Include(c => c.Replies).Include(c => c.Photos).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.IdempotencyKey == idempotencyKey, cancellationToken);

    /// <summary>Receives a guest's complaint once the address is proven. Opening the link twice receives once. Null when there is none.</summary>
    public Task<Complaint?> ConfirmAsync(long complaintId, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async ct =>
            {
                Complaint? complaint = await db.Complaints.Include(c => c.Pauses).SingleOrDefaultAsync(c => c.Id == complaintId, ct);
                if (complaint is { State: ComplaintState.Unconfirmed })
                {
                    await ReceiveAsync(complaint, ct);
                }

                return complaint;
            },
            cancellationToken);

    private async Task<Complaint> StoreAsync(
        ComplaintFiling filing, Petitioner petitioner, Guid idempotencyKey, CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        long[] mediaIds = [.. filing.Photos.Select(p => p.Id)];
        Dictionary<long, MediaFile> media = await db.Set<MediaFile>()
            .Where(m => mediaIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
        // A photo that belongs to another complaint by now stays there: its readers may be others.
        List<MediaFile> photos =
            [.. filing.Photos.Where(p => media.ContainsKey(p.Id)).Select(p => media[p.Id]).Where(p => p.Attach(now) == MediaAttachment.Attached)];

        Complaint complaint = Complaint.File(filing with { Photos = photos }, petitioner, idempotencyKey, now);
        db.Add(complaint);
        await db.SaveChangesAsync(cancellationToken);

        if (!petitioner.IsToBeProven)
        {
            await ReceiveAsync(complaint, cancellationToken);
        }
        else
        {
            notices.AskToConfirm(complaint, now);
            await db.SaveChangesAsync(cancellationToken);
        }

        return complaint;
    }

    private async Task ReceiveAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        PetitionClock clock = await PetitionClock.LoadAsync(db, cancellationToken);
        DateTime local = TimeZoneInfo.ConvertTimeFromUtc(now, clock.Zone);
        Routing routing = await router.RouteAsync(
            new RoutingFacts(complaint.CategoryId, complaint.DistrictId, $"{complaint.Title}\n{complaint.Text}", local), cancellationToken);
        StatutoryPeriod period = await PeriodAsync(complaint.CategoryId, DateOnly.FromDateTime(local), cancellationToken);
        string number = await NextNumberAsync(local.Year, cancellationToken);

        if (complaint.Receive(number, routing, period, clock, Actor.System, now) is { } refusal)
        {
            throw new InvalidOperationException($"A filed complaint could not be received: {refusal}.");
        }

        db.AddSearchEntry(complaint);
        foreach (ComplaintEvent fact in complaint.Events)
        {
            await notices.TellAsync(complaint, fact, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<StatutoryPeriod> PeriodAsync(long categoryId, DateOnly today, CancellationToken cancellationToken)
    {
        ComplaintCategory category = await db.ComplaintCategories.AsNoTracking().SingleAsync(c => c.Id == categoryId, cancellationToken);
        if (category.OwnPeriod() is { } own)
        {
            return own;
        }

        PetitionPeriod period = await db.PetitionPeriods.AsNoTracking().InForce(category.Kind, today).FirstOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException($"The city has no period for petitions of the kind {category.Kind} on {today:yyyy-MM-dd}.");
        return period.Period();
    }

    /// <summary>One guarded update: the row is locked until the transaction ends, so no number is given twice or left out.</summary>
    private async Task<string> NextNumberAsync(int year, CancellationToken cancellationToken)
    {
        IQueryable<ComplaintCounter> counter = db.ComplaintCounters.Where(c => c.Year == year);
        if (await counter.ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, c => c.Last + 1), cancellationToken) == 0)
        {
            await BeginYearAsync(year, cancellationToken);
            await counter.ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, c => c.Last + 1), cancellationToken);
        }

        int serial = await counter.Select(c => c.Last).SingleAsync(cancellationToken);
        return ComplaintNumber.Of(year, serial);
    }

    private async Task BeginYearAsync(int year, CancellationToken cancellationToken)
    {
        ComplaintCounter first = new(year);
        db.Add(first);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            // Another node took in the year's first complaint at the same moment: its row serves both.
            db.Entry(first).State = EntityState.Detached;
        }
    }
}
