using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Accounts;

/// <summary>What a person agreed to, each by itself (PIPA art. 15 and 22).</summary>
public enum ConsentPurpose
{
    /// <summary>이용약관: needed to join.</summary>
    Terms = 1,

    /// <summary>개인정보 수집·이용: needed to join.</summary>
    Privacy = 2,

    /// <summary>만 14세 이상: needed to join (PIPA art. 22-2).</summary>
    Age = 3,

    /// <summary>소식 받기: optional, withdrawn at any time.</summary>
    News = 4,
}

/// <summary>The record of a consent: which text, when, and when it was withdrawn.</summary>
public sealed class Consent
{
    public const int TextVersionLength = 20;

    private Consent()
    {
    }

    public Consent(Account account, ConsentPurpose purpose, string textVersion, DateTime now)
    {
        AccountId = account.Id;
        Purpose = purpose;
        TextVersion = textVersion;
        GivenAt = now;
    }

    public long Id { get; private set; }

    public long AccountId { get; private set; }

    public ConsentPurpose Purpose { get; private set; }

    /// <summary>The version of the text that was agreed to, e.g. "2026-11".</summary>
    public string TextVersion { get; private set; } = "";

    public DateTime GivenAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public void Withdraw(DateTime now) => WithdrawnAt ??= now;
}

public sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(c => c.TextVersion).HasMaxLength(Consent.TextVersionLength);
        builder.HasIndex(c => new { c.AccountId, c.Purpose });
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
