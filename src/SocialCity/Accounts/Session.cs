using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Accounts;

/// <summary>
/// A signed-in browser. The cookie names it; a session that was ended, or whose account was disabled or changed its credentials,
/// is refused with the next request.
/// </summary>
public sealed class Session
{
    public const int DeviceLength = 120;
    public const int AddressLength = 45;

    /// <summary>How far apart two notes of "last seen" lie, so that reading pages does not write each time.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private Session()
    {
    }

    public Session(Account account, string device, string? address, bool isPersistent, DateTime now, TimeSpan longest)
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now));
        AccountId = account.Id;
        SecurityStamp = account.SecurityStamp ?? "";
        Device = device;
        Address = address;
        IsPersistent = isPersistent;
        StartedAt = now;
        SeenAt = now;
        ExpiresAt = now + longest;
    }

    public Guid Id { get; private set; }

    public long AccountId { get; private set; }

    /// <summary>The account's stamp when the session began: a new password ends the sessions of the old one.</summary>
    public string SecurityStamp { get; private set; } = "";

    /// <summary>Browser and system in words, e.g. "Chrome, Android".</summary>
    public string Device { get; private set; } = "";

    public string? Address { get; private set; }

    public bool IsPersistent { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime SeenAt { get; private set; }

    /// <summary>The absolute end, however active the session is.</summary>
    public DateTime ExpiresAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public void End(DateTime now) => EndedAt ??= now;

    /// <summary>Takes over the new stamp when the person changed their own credentials in this very session.</summary>
    public void Renew(Account account) => SecurityStamp = account.SecurityStamp ?? "";
}

public sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.SecurityStamp).HasMaxLength(64);
        builder.Property(s => s.Device).HasMaxLength(Session.DeviceLength);
        builder.Property(s => s.Address).HasMaxLength(Session.AddressLength);
        builder.HasIndex(s => new { s.AccountId, s.SeenAt });
        builder.HasIndex(s => s.ExpiresAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
