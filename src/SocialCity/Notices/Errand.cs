namespace SocialCity.Notices;

public enum DeliveryState
{
    /// <summary>Nothing leaves the portal: a notice shown on the site only.</summary>
    None = 0,
    Waiting = 1,

    /// <summary>It went out, or was done.</summary>
    Sent = 2,

    /// <summary>Given up after the last attempt; shown in the office.</summary>
    Failed = 3,
}

/// <summary>
/// What waits in the outbox: something to be done outside of the portal (a mail, a message to another site), written in the transaction of
/// what it follows from and done afterwards, at least once. Attempts that fail are repeated ever later, and given up at last.
/// </summary>
public abstract class Errand
{
    public const int ErrorLength = 400;
    public const int MaxAttempts = 8;

    public long Id { get; private set; }

    public DeliveryState Delivery { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When the next attempt is due, or until when the attempt under way holds it.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    public DateTime? SentAt { get; private set; }

    public string? LastError { get; private set; }

    public virtual void Sent(DateTime now)
    {
        Delivery = DeliveryState.Sent;
        SentAt = now;
        NextAttemptAt = null;
        LastError = null;
    }

    /// <summary>Ends it undone: what it tells of is no more.</summary>
    public virtual void Drop()
    {
        Delivery = DeliveryState.None;
        NextAttemptAt = null;
        LastError = null;
    }

    /// <summary>Notes a failed attempt; the waits double from a minute on, and after <see cref="MaxAttempts"/> it is given up.</summary>
    public void AttemptFailed(string error, DateTime now)
    {
        LastError = error.Length > ErrorLength ? error[..ErrorLength] : error;
        if (Attempts >= MaxAttempts)
        {
            Delivery = DeliveryState.Failed;
            NextAttemptAt = null;
        }
        else
        {
            NextAttemptAt = now + TimeSpan.FromMinutes(Math.Pow(2, Math.Max(0, Attempts - 1)));
        }
    }

    /// <summary>Puts what was given up back into the queue.</summary>
    public void TryAgain(DateTime now)
    {
        if (Delivery == DeliveryState.Failed)
        {
            Wait(now);
        }
    }

    protected void Wait(DateTime now)
    {
        Delivery = DeliveryState.Waiting;
        Attempts = 0;
        NextAttemptAt = now;
    }
}

public static class ErrandQueries
{
    public static IQueryable<T> DueAt<T>(this IQueryable<T> errands, DateTime now)
        where T : Errand =>
        errands.Where(e => e.Delivery == DeliveryState.Waiting && e.NextAttemptAt <= now);
}
