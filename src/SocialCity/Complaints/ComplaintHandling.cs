using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Complaints;

public enum HandlingOutcome
{
    Done = 1,

    /// <summary>There is no such complaint for this person.</summary>
    NotFound = 2,

    /// <summary>The act was refused; <see cref="Handled.Refusal"/> says why.</summary>
    Refused = 3,

    /// <summary>Somebody else changed the complaint since the form was opened.</summary>
    Conflict = 4,
}

public sealed record Handled(HandlingOutcome Outcome, ComplaintRefusal? Refusal = null);

/// <summary>An act upon a loaded complaint, given the clock and the time.</summary>
public delegate ComplaintRefusal? ComplaintActing(Complaint complaint, PetitionClock clock, DateTime now);

/// <summary>
/// Does one act to one complaint: loads it through what the actor may see, lets the entity decide, writes the notices that follow
/// into the same transaction, and reports what came of it.
/// </summary>
public sealed class ComplaintHandling(CityDb db, ComplaintNotices notices, TimeProvider time)
{
    /// <param name="number">The complaint's number.</param>
    /// <param name="version">The version that the form was opened with; null when it does not matter.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The entity's method with its arguments.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<Handled> DoAsync(
        string number, Guid? version, Actor actor, ComplaintActing act, CancellationToken cancellationToken)
    {
        Complaint? complaint = await db.Complaints.VisibleTo(actor).WithNumber(number)
            .Include(c => c.Pauses)
            .SingleOrDefaultAsync(cancellationToken);
        return complaint is null
            ? new Handled(HandlingOutcome.NotFound)
            : await DoAsync(complaint, version, act, cancellationToken);
    }

    /// <summary>The same for a complaint that is already loaded, with its pauses, for change.</summary>
    public async Task<Handled> DoAsync(Complaint complaint, Guid? version, ComplaintActing act, CancellationToken cancellationToken)
    {
        PetitionClock clock = await PetitionClock.LoadAsync(db, cancellationToken);
        if (version is { } opened && opened != complaint.Version)
        {
            return new Handled(HandlingOutcome.Conflict);
        }

        DateTime now = time.GetUtcNow().UtcDateTime;
        int before = complaint.Events.Count;
        long? joinedBefore = complaint.DuplicateOfId;
        if (act(complaint, clock, now) is { } refusal)
        {
            return new Handled(HandlingOutcome.Refused, refusal);
        }

        if (complaint.DuplicateOfId is { } other && other != joinedBefore)
        {
            // Read for change, it may have ended since the act looked at a copy of it.
            Complaint survivor = await db.Complaints.SingleAsync(c => c.Id == other, cancellationToken);
            if (survivor.Join(complaint, Actor.System, clock, now) is { } ended)
            {
                db.ChangeTracker.Clear();
                return new Handled(HandlingOutcome.Refused, ended);
            }
        }

        foreach (ComplaintEvent fact in complaint.Events.Skip(before))
        {
            await notices.TellAsync(complaint, fact, cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new Handled(HandlingOutcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            // What was refused must not be saved with whatever comes next.
            db.ChangeTracker.Clear();
            return new Handled(HandlingOutcome.Conflict);
        }
    }
}
