using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Municipality;

namespace SocialCity.Complaints;

public sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(c => c.Number).HasMaxLength(Complaint.NumberLength);
        builder.Property(c => c.GuestName).HasMaxLength(Complaint.GuestNameLength);
        builder.Property(c => c.GuestEmail).HasMaxLength(Account.EmailLength);
        builder.Property(c => c.Language).HasMaxLength(5);
        builder.Property(c => c.Title).HasMaxLength(Complaint.TitleLength);
        builder.Property(c => c.Text).HasMaxLength(-1);
        builder.Property(c => c.Html).HasMaxLength(-1);
        builder.Property(c => c.Address).HasMaxLength(Complaint.AddressLength);
        builder.Property(c => c.OwnerElsewhere).HasMaxLength(Complaint.OwnerLength);
        builder.ComplexProperty(c => c.RouteReason).HasLength(RoutingRule.ReasonLength);
        builder.Ignore(c => c.Place);
        builder.Ignore(c => c.Period);

        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.IdempotencyKey).IsUnique();

        // The list: everything listed, and each filter, newest first. What follows the id lets a walk pass by what other filters leave
        // out without reading it (docs/performance.md).
        builder.HasIndex(c => new { c.IsListed, c.ReceivedAt, c.Id });
        builder.HasIndex(c => new { c.IsListed, c.State, c.ReceivedAt, c.Id, c.CategoryId, c.DistrictId, c.DepartmentId, c.IsOpen });
        builder.HasIndex(c => new { c.IsListed, c.IsOpen, c.ReceivedAt, c.Id, c.CategoryId, c.DistrictId, c.DepartmentId, c.State });
        builder.HasIndex(c => new { c.IsListed, c.DepartmentId, c.ReceivedAt, c.Id, c.State, c.IsOpen, c.CategoryId, c.DistrictId });
        builder.HasIndex(c => new { c.IsListed, c.DistrictId, c.ReceivedAt, c.Id, c.State, c.IsOpen, c.DepartmentId });
        builder.HasIndex(c => new { c.IsListed, c.CategoryId, c.ReceivedAt, c.Id, c.State, c.IsOpen, c.DepartmentId });
        builder.HasIndex(c => new { c.IsListed, c.CategoryId, c.DistrictId, c.ReceivedAt, c.Id });
        builder.HasIndex(c => new { c.IsListed, c.State, c.AnsweredAt });

        // One's own, the desk (its counts are read from the index alone), and open ones nearby.
        builder.HasIndex(c => new { c.AuthorId, c.FiledAt, c.Id });
        builder.HasIndex(c => new { c.OfficerId, c.IsOpen, c.DueAt });
        builder.HasIndex(c => new { c.DepartmentId, c.IsOpen, c.DueAt, c.Id, c.State, c.OfficerId, c.ForManager, c.DutyId, c.VeryLateAt });
        builder.HasIndex(c => new { c.DepartmentId, c.IsOpen, c.ChangedAt, c.Id, c.OfficerId });
        builder.HasIndex(c => new { c.CategoryId, c.IsOpen, c.Latitude });

        // The jobs: periods that run out, silence after an answer, filings never confirmed.
        builder.HasIndex(c => new { c.IsOpen, c.DueSoonAt });
        builder.HasIndex(c => new { c.State, c.AnsweredAt });

        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.OfficerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ComplaintCategory>().WithMany().HasForeignKey(c => c.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(c => c.DistrictId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(c => c.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Duty>().WithMany().HasForeignKey(c => c.DutyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Complaint>().WithMany().HasForeignKey(c => c.DuplicateOfId).OnDelete(DeleteBehavior.Restrict);

        builder.HasMany(c => c.Events).WithOne().HasForeignKey(e => e.ComplaintId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Pauses).WithOne().HasForeignKey(p => p.ComplaintId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Photos).WithOne().HasForeignKey(p => p.ComplaintId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Replies).WithOne().HasForeignKey(r => r.ComplaintId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ComplaintEventMapping : IEntityTypeConfiguration<ComplaintEvent>
{
    public void Configure(EntityTypeBuilder<ComplaintEvent> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(e => e.Text).HasMaxLength(-1);
        builder.Property(e => e.Html).HasMaxLength(-1);
        builder.HasIndex(e => new { e.ComplaintId, e.At, e.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.ActorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(e => e.ByDepartmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(e => e.ToDepartmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.ToOfficerId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ComplaintPauseMapping : IEntityTypeConfiguration<ComplaintPause>
{
    public void Configure(EntityTypeBuilder<ComplaintPause> builder) => builder.ToTable("ComplaintPauses");
}

public sealed class ComplaintPhotoMapping : IEntityTypeConfiguration<ComplaintPhoto>
{
    public void Configure(EntityTypeBuilder<ComplaintPhoto> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ComplaintPhotos");
        builder.HasOne(p => p.Media).WithMany().HasForeignKey(p => p.MediaId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class QuestionReplyMapping : IEntityTypeConfiguration<QuestionReply>
{
    public void Configure(EntityTypeBuilder<QuestionReply> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("QuestionReplies");
        builder.Property(r => r.Value).HasMaxLength(CategoryQuestion.ReplyLength);
        builder.HasIndex(r => new { r.ComplaintId, r.QuestionId }).IsUnique();
        builder.HasOne<CategoryQuestion>().WithMany().HasForeignKey(r => r.QuestionId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ComplaintSupportMapping : IEntityTypeConfiguration<ComplaintSupport>
{
    public void Configure(EntityTypeBuilder<ComplaintSupport> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasKey(s => new { s.ComplaintId, s.AccountId });
        builder.HasIndex(s => new { s.AccountId, s.At });
        builder.HasOne<Complaint>().WithMany().HasForeignKey(s => s.ComplaintId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ComplaintCounterMapping : IEntityTypeConfiguration<ComplaintCounter>
{
    public void Configure(EntityTypeBuilder<ComplaintCounter> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasKey(c => c.Year);
        builder.Property(c => c.Year).ValueGeneratedNever();
    }
}

public sealed class ComplaintTallyMapping : IEntityTypeConfiguration<ComplaintTally>
{
    public void Configure(EntityTypeBuilder<ComplaintTally> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // In the order in which the list groups, and with the count: a sum reads the index alone.
        builder.HasIndex(t => new { t.State, t.DistrictId, t.CategoryId, t.DepartmentId, t.Count });
    }
}
