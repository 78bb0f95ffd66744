using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Data;

namespace SocialCity.Accounts;

/// <summary>A person's account: citizen, merchant or official. Credentials are ASP.NET Core Identity's; what the city adds stands here.</summary>
public sealed class Account : IdentityUser<long>
{
    public const int DisplayNameLength = 40;
    public const int EmailLength = 254;
    public const int AboutLength = 300;

    private Account()
    {
    }

    public Account(string email, string displayName, string language, DateTime now)
    {
        Email = email;
        UserName = email;
        DisplayName = displayName;
        Language = language;
        CreatedAt = now;
    }

    /// <summary>The name that others see. Need not be unique.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>The language of the portal and of mail to this person, ISO 639-1.</summary>
    public string Language { get; private set; } = "ko";

    /// <summary>A line that the person wrote about themself.</summary>
    public string About { get; private set; } = "";

    /// <summary>The home district that the person chose, if any.</summary>
    public long? DistrictId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>External account or verified person; <see cref="Level"/> also takes the confirmed e-mail address into account.</summary>
    public IdentityLevel ProvenLevel { get; private set; }

    /// <summary>Grows with each change of rights, so that open sessions learn of it with their next request.</summary>
    public int RightsVersion { get; private set; }

    public DateTime? DisabledAt { get; private set; }

    public string? DisabledReason { get; private set; }

    /// <summary>Closed by its owner: the name and the address are gone, what must stay by law has lost its author.</summary>
    public DateTime? ClosedAt { get; private set; }

    public bool IsActive => DisabledAt is null && ClosedAt is null;

    public IdentityLevel Level => ProvenLevel > IdentityLevel.EmailConfirmed
        ? ProvenLevel
        : EmailConfirmed ? IdentityLevel.EmailConfirmed : IdentityLevel.Guest;

    public void Present(string displayName, string about, long? districtId)
    {
        DisplayName = displayName;
        About = about;
        DistrictId = districtId;
    }

    public void Speak(string language) => Language = language;

    /// <summary>Raises the proven level; it is never lowered by a weaker proof.</summary>
    public void Prove(IdentityLevel level)
    {
        if (level > ProvenLevel)
        {
            ProvenLevel = level;
            RightsVersion++;
        }
    }

    /// <summary>Takes back a level that rested on an external account which is no longer linked.</summary>
    public void LoseExternalAccount()
    {
        if (ProvenLevel == IdentityLevel.External)
        {
            ProvenLevel = IdentityLevel.Guest;
            RightsVersion++;
        }
    }

    /// <summary>The address is theirs: they opened the link in the mail sent to it.</summary>
    public void ConfirmEmail()
    {
        EmailConfirmed = true;
        RightsVersion++;
    }

    /// <summary>
    /// Takes another hash. The new stamp ends every session and each link sent by mail before; who changes it knows the account, so a
    /// lock after wrong guesses is lifted.
    /// </summary>
    public void ChangePassword(string hash)
    {
        PasswordHash = hash;
        AccessFailedCount = 0;
        LockoutEnd = null;
        Restamp();
    }

    /// <summary>Takes another address, which was proved by the link in a mail to it.</summary>
    public void ChangeEmail(string email, string normalised)
    {
        Email = email;
        NormalizedEmail = normalised;
        UserName = email;
        NormalizedUserName = normalised;
        EmailConfirmed = true;
        Restamp();
    }

    /// <summary>Gives the account a new stamp: sessions of the old one are refused with their next request.</summary>
    public void Restamp()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }

    public void RightsChanged() => RightsVersion++;

    public void Disable(string reason, DateTime now)
    {
        DisabledAt = now;
        DisabledReason = reason;
    }

    public void Enable()
    {
        DisabledAt = null;
        DisabledReason = null;
    }

    /// <summary>Removes everything that names the person. The row stays as the nameless author of what must stay.</summary>
    public void Close(DateTime now)
    {
        ClosedAt = now;
        DisplayName = "";
        About = "";
        DistrictId = null;
        ProvenLevel = IdentityLevel.Guest;
        string gone = $"closed-{Id}@account.invalid";
        Email = gone;
        NormalizedEmail = gone.ToUpperInvariant();
        UserName = gone;
        NormalizedUserName = gone.ToUpperInvariant();
        EmailConfirmed = false;
        PhoneNumber = null;
        PasswordHash = null;
        TwoFactorEnabled = false;
        DisabledReason = null;
        Restamp();
        RightsVersion++;
    }
}

public sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("Accounts");
        builder.Property(a => a.DisplayName).HasMaxLength(Account.DisplayNameLength);
        builder.Property(a => a.Language).HasMaxLength(5);
        builder.Property(a => a.About).HasMaxLength(Account.AboutLength);
        builder.Property(a => a.DisabledReason).HasMaxLength(Account.AboutLength);
        builder.Property(a => a.PasswordHash).HasMaxLength(300);
        builder.Property(a => a.SecurityStamp).HasMaxLength(64);
        builder.Property(a => a.ConcurrencyStamp).HasMaxLength(64);
        builder.Property(a => a.PhoneNumber).HasMaxLength(30);
        builder.HasIndex(a => a.NormalizedEmail).IsUnique().HasDatabaseName("EmailIndex");
        builder.HasOne<Municipality.District>().WithMany().HasForeignKey(a => a.DistrictId).OnDelete(DeleteBehavior.SetNull);
    }
}

public sealed class IdentityTableNames :
    IEntityTypeConfiguration<IdentityUserClaim<long>>,
    IEntityTypeConfiguration<IdentityUserLogin<long>>,
    IEntityTypeConfiguration<IdentityUserToken<long>>,
    IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("AccountClaims");
        builder.Property(c => c.ClaimType).HasMaxLength(200);
        builder.Property(c => c.ClaimValue).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("AccountLogins");
        builder.Property(l => l.ProviderDisplayName).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("AccountTokens");
        builder.Property(t => t.Value).IsUnboundedOrNull();
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("AccountPasskeys");
    }
}
