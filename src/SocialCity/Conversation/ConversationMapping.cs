using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Conversation;

public sealed class CommentMapping : IEntityTypeConfiguration<Comment>
{
    private static readonly ValueComparer<IReadOnlyList<SpamSign>> Signs = new(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)), list => list.Count, list => list);

    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("Comments");
        builder.Property(c => c.AuthorName).HasMaxLength(Comment.AuthorNameLength);
        builder.Property(c => c.Text).IsUnbounded();
        builder.Property(c => c.Html).IsUnbounded();
        builder.Property(c => c.TextMark).HasMaxLength(Comment.MarkLength);
        builder.Property(c => c.SpamSigns)
            .HasConversion(
                signs => JsonSerializer.Serialize(signs, JsonSerializerOptions.Web),
                json => JsonSerializer.Deserialize<List<SpamSign>>(json, JsonSerializerOptions.Web) ?? new List<SpamSign>(),
                Signs)
            .HasMaxLength(-1);

        builder.HasIndex(c => c.IdempotencyKey).IsUnique();

        // The page: its threads and their replies; what somebody wrote; what was said before in the same words.
        builder.HasIndex(c => new { c.Subject, c.SubjectId, c.ParentId, c.CreatedAt, c.Id });
        builder.HasIndex(c => new { c.ParentId, c.CreatedAt, c.Id });
        builder.HasIndex(c => new { c.AuthorId, c.CreatedAt, c.Id });
        builder.HasIndex(c => new { c.TextMark, c.CreatedAt });

        builder.HasOne<Comment>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.SharedWithId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(c => c.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(c => c.IsCounted);
    }
}

public sealed class ReactionMapping : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("Reactions");
        builder.HasIndex(r => new { r.Subject, r.SubjectId, r.AccountId }).IsUnique();

        // Counts by kind, and which is mine, come from the index alone.
        builder.HasIndex(r => new { r.Subject, r.SubjectId, r.Kind, r.AccountId });
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class SpamWordMapping : IEntityTypeConfiguration<SpamWord>
{
    public void Configure(EntityTypeBuilder<SpamWord> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("SpamWords");
        builder.HasKey(w => w.Text);
        builder.Property(w => w.Text).HasMaxLength(SpamWord.TextLength);
    }
}

public sealed class ModerationCaseMapping : IEntityTypeConfiguration<ModerationCase>
{
    public void Configure(EntityTypeBuilder<ModerationCase> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ModerationCases");
        builder.Property(c => c.Text).HasMaxLength(ModerationCase.TextLength);
        builder.HasIndex(c => new { c.Target, c.TargetId }).IsUnique();

        // The queue: all, and of one cause.
        builder.HasIndex(c => new { c.IsWaiting, c.OpenedAt, c.Id });
        builder.HasIndex(c => new { c.IsWaiting, c.Cause, c.OpenedAt, c.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.WriterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.DecidedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Facts).WithOne().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(c => c.Appeal).WithOne().HasForeignKey<Appeal>(a => a.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ModerationFactMapping : IEntityTypeConfiguration<ModerationFact>
{
    public void Configure(EntityTypeBuilder<ModerationFact> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ModerationFacts");
        builder.Property(f => f.Text).HasMaxLength(ModerationCase.TextLength);
        builder.HasIndex(f => new { f.At, f.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(f => f.ActorId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class AbuseReportMapping : IEntityTypeConfiguration<AbuseReport>
{
    public void Configure(EntityTypeBuilder<AbuseReport> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("AbuseReports");
        builder.Property(r => r.Text).HasMaxLength(AbuseReport.TextLength);
        builder.HasIndex(r => new { r.Target, r.TargetId, r.AccountId }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("Appeals");
        builder.Property(a => a.Text).HasMaxLength(Appeal.TextLength);
        builder.Property(a => a.Answer).HasMaxLength(ModerationCase.TextLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(a => a.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }
}
