using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Audit;

public enum AuditKind
{
    /// <summary>A change of the city's settings, departments, categories, rules or holidays.</summary>
    Change = 1,

    /// <summary>A right given or taken (kept three years).</summary>
    Rights = 2,

    /// <summary>Somebody saw the personal data of somebody else (kept two years).</summary>
    Access = 3,

    /// <summary>Signing in, failing to, changing credentials.</summary>
    SignIn = 4,
}

/// <summary>
/// Who did what to what, when and from where. Entries are only ever added; a job seals them in order, each seal taking in the one
/// before, so that a removed or altered entry shows.
/// </summary>
public sealed class AuditEntry
{
    public const int ActionLength = 60;
    public const int SubjectLength = 60;
    public const int DetailsLength = 4000;
    public const int AddressLength = 45;
    public const int SealLength = 64;

    private AuditEntry()
    {
    }

    /// <param name="kind">What kind of entry this is.</param>
    /// <param name="action">A stable name such as "category.changed".</param>
    /// <param name="subject">What it was done to, as "kind:id", e.g. "complaint:17".</param>
    /// <param name="actorId">The account that acted; null for the portal itself or somebody not signed in.</param>
    /// <param name="address">The network address it came from, if any.</param>
    /// <param name="details">
    /// What changed, in words or as JSON; cut at its length. Personal data only as far as an administrator wrote it: into the reason for
    /// disabling an account, or into the settings (the contact of a department).
    /// </param>
    /// <param name="now">The time, UTC.</param>
    public AuditEntry(AuditKind kind, string action, string subject, long? actorId, string? address, string details, DateTime now)
    {
        Kind = kind;
        Action = action;
        Subject = subject;
        ActorId = actorId;
        Address = address;
        Details = details.Length > DetailsLength ? details[..DetailsLength] : details;
        At = now;
    }

    public long Id { get; private set; }

    public AuditKind Kind { get; private set; }

    public string Action { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public long? ActorId { get; private set; }

    public string? Address { get; private set; }

    public string Details { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>Hex SHA-256 over the previous entry's seal and this entry; null until sealed.</summary>
    public string? Seal { get; private set; }

    public void SealAfter(string previousSeal) => Seal = SealFor(previousSeal);

    /// <summary>Whether the entry is as it was when sealed after an entry with that seal.</summary>
    public bool IsIntactAfter(string previousSeal) => Seal == SealFor(previousSeal);

    private string SealFor(string previousSeal) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        previousSeal,
        Id.ToString(CultureInfo.InvariantCulture),
        Kind.ToString(),
        Action,
        Subject,
        ActorId?.ToString(CultureInfo.InvariantCulture),
        Address,
        At.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
        Details))));
}

public sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(e => e.Action).HasMaxLength(AuditEntry.ActionLength);
        builder.Property(e => e.Subject).HasMaxLength(AuditEntry.SubjectLength);
        builder.Property(e => e.Details).HasMaxLength(AuditEntry.DetailsLength);
        builder.Property(e => e.Address).HasMaxLength(AuditEntry.AddressLength);
        builder.Property(e => e.Seal).HasMaxLength(AuditEntry.SealLength);
        builder.HasIndex(e => new { e.Kind, e.At });
        builder.HasIndex(e => new { e.Subject, e.At });
        builder.HasIndex(e => new { e.ActorId, e.At });
    }
}

public static class AuditQueries
{
    public static IQueryable<AuditEntry> NewestFirst(this IQueryable<AuditEntry> entries) =>
        entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);

    public static IQueryable<AuditEntry> OfKind(this IQueryable<AuditEntry> entries, AuditKind? kind) =>
        kind is null ? entries : entries.Where(e => e.Kind == kind);
}
