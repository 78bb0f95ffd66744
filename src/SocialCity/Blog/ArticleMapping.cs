using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Media;

namespace SocialCity.Blog;

public sealed class ArticleMapping : IEntityTypeConfiguration<Article>
{
    private static readonly ValueComparer<IReadOnlyList<ArticleHeading>> Headings = new(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)), list => list.Count, list => list);

    public void Configure(EntityTypeBuilder<Article> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("Articles");
        builder.Property(a => a.Title).HasMaxLength(Article.TitleLength);
        builder.Property(a => a.Slug).HasMaxLength(Article.SlugLength);
        builder.Property(a => a.Summary).HasMaxLength(Article.SummaryLength);
        builder.Property(a => a.Text).IsUnbounded();
        builder.Property(a => a.Html).IsUnbounded();
        builder.Property(a => a.Headings)
            .HasConversion(
                headings => JsonSerializer.Serialize(headings, JsonSerializerOptions.Web),
                json => JsonSerializer.Deserialize<List<ArticleHeading>>(json, JsonSerializerOptions.Web) ?? new List<ArticleHeading>(),
                Headings)
            .HasMaxLength(-1);
        builder.Property(a => a.Language).HasMaxLength(5);
        builder.Property(a => a.CanonicalUrl).HasMaxLength(Article.UrlLength);
        builder.Property(a => a.Credit).HasMaxLength(Article.CreditLength);

        builder.HasIndex(a => a.Slug).IsUnique();

        // The lists: all, of a category, of a month; the queue of the editors; what is due.
        builder.HasIndex(a => new { a.ListedAt, a.Id });
        builder.HasIndex(a => new { a.CategoryId, a.ListedAt, a.Id });
        builder.HasIndex(a => new { a.TopCategoryId, a.ListedAt, a.Id });
        builder.HasIndex(a => new { a.SeriesId, a.SeriesPlace, a.ListedAt, a.Id });
        builder.HasIndex(a => new { a.State, a.ChangedAt, a.Id });
        builder.HasIndex(a => new { a.State, a.PublishAt });

        builder.HasOne<BlogCategory>().WithMany().HasForeignKey(a => a.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BlogCategory>().WithMany().HasForeignKey(a => a.TopCategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ArticleSeries>().WithMany().HasForeignKey(a => a.SeriesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MediaFile>().WithMany().HasForeignKey(a => a.CoverId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(a => a.DepartmentId).OnDelete(DeleteBehavior.Restrict);

        builder.HasMany(a => a.Authors).WithOne().HasForeignKey(a => a.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Tags).WithOne().HasForeignKey(t => t.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Photos).WithOne().HasForeignKey(p => p.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Events).WithOne().HasForeignKey(e => e.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Revisions).WithOne().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Addresses).WithOne().HasForeignKey(a => a.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(a => a.IsPublished);
        builder.Ignore(a => a.Path);
    }
}

public sealed class ArticleAuthorMapping : IEntityTypeConfiguration<ArticleAuthor>
{
    public void Configure(EntityTypeBuilder<ArticleAuthor> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ArticleAuthors");
        builder.HasKey(a => new { a.ArticleId, a.AccountId });
        builder.HasIndex(a => new { a.AccountId, a.ListedAt, a.ArticleId });
        builder.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ArticleTagMapping : IEntityTypeConfiguration<ArticleTag>
{
    public void Configure(EntityTypeBuilder<ArticleTag> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ArticleTags");
        builder.HasKey(t => new { t.ArticleId, t.TagId });
        builder.HasIndex(t => new { t.TagId, t.ListedAt, t.ArticleId });
        builder.HasOne<BlogTag>().WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ArticlePhotoMapping : IEntityTypeConfiguration<ArticlePhoto>
{
    public void Configure(EntityTypeBuilder<ArticlePhoto> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ArticlePhotos");
        builder.HasKey(p => new { p.ArticleId, p.MediaId });
        builder.HasOne<MediaFile>().WithMany().HasForeignKey(p => p.MediaId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ArticleEventMapping : IEntityTypeConfiguration<ArticleEvent>
{
    public void Configure(EntityTypeBuilder<ArticleEvent> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ArticleEvents");
        builder.Property(e => e.Text).HasMaxLength(ArticleEvent.TextLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.ActorId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ArticleRevisionMapping : IEntityTypeConfiguration<ArticleRevision>
{
    public void Configure(EntityTypeBuilder<ArticleRevision> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ArticleRevisions");
        builder.Property(r => r.Title).HasMaxLength(Article.TitleLength);
        builder.Property(r => r.Summary).HasMaxLength(Article.SummaryLength);
        builder.Property(r => r.Text).IsUnbounded();
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ArticleAddressMapping : IEntityTypeConfiguration<ArticleAddress>
{
    public void Configure(EntityTypeBuilder<ArticleAddress> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ArticleAddresses");
        builder.Property(a => a.Path).HasMaxLength(ArticleAddress.PathLength);
        builder.HasIndex(a => new { a.Path, a.ArticleId }).IsUnique();
    }
}

public sealed class ArticleDraftMapping : IEntityTypeConfiguration<ArticleDraft>
{
    public void Configure(EntityTypeBuilder<ArticleDraft> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ArticleDrafts");
        builder.HasKey(d => new { d.ArticleId, d.AccountId });
        builder.Property(d => d.Title).HasMaxLength(Article.TitleLength);
        builder.Property(d => d.Summary).HasMaxLength(Article.SummaryLength);
        builder.Property(d => d.Text).IsUnbounded();
        builder.Property(d => d.Number).IsConcurrencyToken();
        builder.HasOne<Article>().WithMany().HasForeignKey(d => d.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ArticlePresenceMapping : IEntityTypeConfiguration<ArticlePresence>
{
    public void Configure(EntityTypeBuilder<ArticlePresence> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ArticlePresences");
        builder.HasKey(p => new { p.ArticleId, p.AccountId });
        builder.HasOne<Article>().WithMany().HasForeignKey(p => p.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
