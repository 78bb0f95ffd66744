using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SocialCity.Data;

namespace SocialCity.Notices;

/// <summary>Does errands of one kind.</summary>
public interface ICarrier<in T>
    where T : Errand
{
    /// <summary>
    /// Does one, which is not tracked. Whatever it throws is noted on the errand, which is tried again later. False when there is nothing
    /// to do any more: what it tells of is gone.
    /// </summary>
    Task<bool> CarryAsync(T errand, CancellationToken cancellationToken);
}

/// <summary>
/// Has done what waits in the outbox, whatever it is. Several nodes may run it at once: an errand is held by a guarded update before it is
/// begun, and comes free again when the holder dies. So each is done at least once; a mail bears the same message id each time.
/// </summary>
public sealed class Outbox(CityDb db, TimeProvider time, ILogger<Outbox> logger)
{
    private const int AtOnce = 100;

    /// <summary>How long one attempt may take before another node may try.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    /// <summary>Does the errands of one kind that are due, oldest first. Returns how many are done; one that fails never stops the others.</summary>
    public async Task<int> DispatchAsync<T>(ICarrier<T> carrier, CancellationToken cancellationToken)
        where T : Errand
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        List<long> due = await db.Set<T>().AsNoTracking().DueAt(now).OrderBy(e => e.NextAttemptAt).Take(AtOnce).Select(e => e.Id)
            .ToListAsync(cancellationToken);
        int done = 0;
        foreach (long id in due)
        {
            if (await HoldAsync<T>(id, now, cancellationToken) && await DoAsync(carrier, id, cancellationToken))
            {
                done++;
            }

            db.ChangeTracker.Clear();
        }

        return done;
    }

    private async Task<bool> HoldAsync<T>(long id, DateTime now, CancellationToken cancellationToken)
        where T : Errand =>
        await db.Set<T>().DueAt(now).Where(e => e.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.NextAttemptAt, now + Hold).SetProperty(e => e.Attempts, e => e.Attempts + 1),
            cancellationToken) == 1;

    private async Task<bool> DoAsync<T>(ICarrier<T> carrier, long id, CancellationToken cancellationToken)
        where T : Errand
    {
        T errand = await db.Set<T>().AsNoTracking().SingleAsync(e => e.Id == id, cancellationToken);
        try
        {
            bool isDone = await carrier.CarryAsync(errand, cancellationToken);
            return await NoteAsync(errand, e => End(e, isDone), cancellationToken) && isDone;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever went wrong with one (its wording, its address, the server) is noted on it and shown in the office.
            logger.LogWarning(
                WithoutAddress(exception), "Errand {ErrandKind} {ErrandId} could not be done: {Failure}", typeof(T).Name, id, Kind(exception));
            string error = exception.GetType().Name + ": " + exception.Message;
            await NoteAsync(errand, e => e.AttemptFailed(error, time.GetUtcNow().UtcDateTime), cancellationToken);
            return false;
        }
    }

    private static string Kind(Exception exception) =>
        exception is SmtpException refusal ? $"{exception.GetType().Name} {refusal.StatusCode}" : exception.GetType().Name;

    // What a mail server answers names the address that it refuses, and the logs hold none. What the connection met stands within.
    private static Exception? WithoutAddress(Exception? exception) =>
        exception is SmtpException refusal ? WithoutAddress(refusal.InnerException) : exception;

    private void End(Errand errand, bool isDone)
    {
        if (isDone)
        {
            errand.Sent(time.GetUtcNow().UtcDateTime);
        }
        else
        {
            errand.Drop();
        }
    }

    /// <summary>
    /// Writes down how an attempt went; false when the errand was put back, or taken away, while it was under way: then what it is now is
    /// done in its own turn.
    /// </summary>
    private async Task<bool> NoteAsync<T>(T attempt, Action<T> note, CancellationToken cancellationToken)
        where T : Errand
    {
        // What the carrier tracked is no part of it.
        db.ChangeTracker.Clear();
        T? errand = await db.Set<T>().SingleOrDefaultAsync(e => e.Id == attempt.Id && e.Attempts == attempt.Attempts, cancellationToken);
        if (errand is null)
        {
            return false;
        }

        note(errand);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
