using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <param name="Name">Empty when the account was closed.</param>
/// <param name="Email">Null when there is none any more.</param>
/// <param name="Level">How well the portal knows the person.</param>
public sealed record PetitionerContact(string Name, string? Email, string Language, IdentityLevel Level, bool IsGuest);

/// <summary>
/// Shows the petitioner of a complaint to the officials in charge, and writes down who saw it, as also who read a private complaint (kept two
/// years). The same official looking at the same complaint again within an hour is one look.
/// </summary>
public sealed class PetitionerAccess(CityDb db, AuditLog audit, CurrentAccount account, TimeProvider time)
{
    public const string Action = AuditActions.PetitionerSeen;

    public const string ReadAction = "complaint.read";

    private static readonly TimeSpan OneLook = TimeSpan.FromHours(1);

    /// <summary>The petitioner; null for whom is not in charge.</summary>
    public async Task<PetitionerContact?> LookAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        if ((complaint.RolesOf(account.Actor) & (ComplaintRoles.Officer | ComplaintRoles.Manager)) == 0)
        {
            return null;
        }

        PetitionerContact? contact = complaint.AuthorId is { } author
            ? await db.Users.AsNoTracking().Where(a => a.Id == author).SingleAsync(cancellationToken) is var person && person.ClosedAt is null
                ? new PetitionerContact(person.DisplayName, person.Email, person.Language, person.Level, IsGuest: false)
                : new PetitionerContact("", null, complaint.Language, IdentityLevel.Guest, IsGuest: false)
            : new PetitionerContact(complaint.GuestName ?? "", complaint.GuestEmail, complaint.Language, IdentityLevel.Guest, IsGuest: true);

        // Shown only once it is written down.
        await NoteAsync(Action, complaint.Id, cancellationToken);
        return contact;
    }

    /// <summary>Writes down that an official reads what a petitioner told the city alone.</summary>
    public Task ReadAsync(ComplaintPage page, CancellationToken cancellationToken) =>
        page is { IsPrivate: true, IsOffice: true } ? NoteAsync(ReadAction, page.Id, cancellationToken) : Task.CompletedTask;

    private async Task NoteAsync(string action, long complaintId, CancellationToken cancellationToken)
    {
        string subject = string.Create(CultureInfo.InvariantCulture, $"complaint:{complaintId}");
        DateTime since = time.GetUtcNow().UtcDateTime - OneLook;
        long? me = account.Id;
        if (!await db.AuditEntries.AnyAsync(
            e => e.Subject == subject && e.At > since && e.ActorId == me && e.Action == action, cancellationToken))
        {
            audit.Add(AuditKind.Access, action, subject, me, account.Address);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
