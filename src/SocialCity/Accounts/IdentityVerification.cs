using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Accounts;

public enum VerificationMethod
{
    /// <summary>An external sign-in provider.</summary>
    ExternalProvider = 1,

    /// <summary>At the counter: an official saw the document. Neither its number nor a copy is kept.</summary>
    Counter = 2,

    /// <summary>An identity provider that the city has a contract with.</summary>
    IdentityProvider = 3,
}

/// <summary>How an account reached its identity level, and who vouched for it.</summary>
public sealed class IdentityVerification
{
    public const int NoteLength = 200;

    private IdentityVerification()
    {
    }

    public IdentityVerification(Account account, IdentityLevel level, VerificationMethod method, long? byId, string note, DateTime now)
    {
        AccountId = account.Id;
        Level = level;
        Method = method;
        ById = byId;
        Note = note;
        At = now;
        account.Prove(level);
    }

    public long Id { get; private set; }

    public long AccountId { get; private set; }

    public IdentityLevel Level { get; private set; }

    public VerificationMethod Method { get; private set; }

    public long? ById { get; private set; }

    /// <summary>The kind of document or the provider's name; never a number from it.</summary>
    public string Note { get; private set; } = "";

    public DateTime At { get; private set; }
}

public sealed class IdentityVerificationMapping : IEntityTypeConfiguration<IdentityVerification>
{
    public void Configure(EntityTypeBuilder<IdentityVerification> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(v => v.Note).HasMaxLength(IdentityVerification.NoteLength);
        builder.HasIndex(v => v.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
