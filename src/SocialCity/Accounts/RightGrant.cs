using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Accounts;

/// <summary>A right given to an account, and when and why it was taken away: the history of rights, kept for three years after the end.</summary>
public sealed class RightGrant
{
    public const int ReasonLength = 300;

    private RightGrant()
    {
    }

    public RightGrant(Account account, Right right, long? departmentId, long? grantedById, string reason, DateTime now)
    {
        if (right.NeedsDepartment() != departmentId is not null)
        {
            throw new ArgumentException($"{right} {(right.NeedsDepartment() ? "needs" : "has no")} department.", nameof(departmentId));
        }

        AccountId = account.Id;
        Right = right;
        DepartmentId = departmentId;
        GrantedById = grantedById;
        GrantReason = reason;
        GrantedAt = now;
        account.RightsChanged();
    }

    public long Id { get; private set; }

    public long AccountId { get; private set; }

    public Right Right { get; private set; }

    public long? DepartmentId { get; private set; }

    public DateTime GrantedAt { get; private set; }

    /// <summary>Null for an administrator whom the command on the portal's own machine appointed, as the first one of a city.</summary>
    public long? GrantedById { get; private set; }

    public string GrantReason { get; private set; } = "";

    public DateTime? RevokedAt { get; private set; }

    public long? RevokedById { get; private set; }

    public string? RevokeReason { get; private set; }

    public void Revoke(Account account, long? revokedById, string reason, DateTime now)
    {
        if (RevokedAt is null)
        {
            RevokedAt = now;
            RevokedById = revokedById;
            RevokeReason = reason;
            account.RightsChanged();
        }
    }
}

public sealed class RightGrantMapping : IEntityTypeConfiguration<RightGrant>
{
    public void Configure(EntityTypeBuilder<RightGrant> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(g => g.GrantReason).HasMaxLength(RightGrant.ReasonLength);
        builder.Property(g => g.RevokeReason).HasMaxLength(RightGrant.ReasonLength);
        builder.HasIndex(g => new { g.AccountId, g.RevokedAt });
        builder.HasIndex(g => new { g.DepartmentId, g.Right, g.RevokedAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Department>().WithMany().HasForeignKey(g => g.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
