using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Blog;

public sealed class BlogCategoryMapping : IEntityTypeConfiguration<BlogCategory>
{
    public void Configure(EntityTypeBuilder<BlogCategory> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("BlogCategories");
        builder.ComplexProperty(c => c.Name).HasLength(BlogCategory.NameLength);
        builder.Property(c => c.Slug).HasMaxLength(BlogCategory.SlugLength);
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.HasOne<BlogCategory>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class BlogTagMapping : IEntityTypeConfiguration<BlogTag>
{
    public void Configure(EntityTypeBuilder<BlogTag> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("BlogTags");
        builder.Property(t => t.Name).HasMaxLength(BlogTag.NameLength);
        builder.Property(t => t.Slug).HasMaxLength(BlogTag.SlugLength);
        builder.HasIndex(t => t.Slug).IsUnique();
        builder.HasIndex(t => t.ArticleCount);
    }
}

public sealed class ArticleSeriesMapping : IEntityTypeConfiguration<ArticleSeries>
{
    public void Configure(EntityTypeBuilder<ArticleSeries> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ArticleSeries");
        builder.Property(s => s.Title).HasMaxLength(ArticleSeries.TitleLength);
        builder.Property(s => s.Slug).HasMaxLength(ArticleSeries.SlugLength);
        builder.Property(s => s.Summary).HasMaxLength(ArticleSeries.SummaryLength);
        builder.HasIndex(s => s.Slug).IsUnique();
    }
}

public sealed class BlogMonthMapping : IEntityTypeConfiguration<BlogMonth>
{
    public void Configure(EntityTypeBuilder<BlogMonth> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("BlogMonths");
        builder.HasKey(m => new { m.Year, m.Month });
    }
}

public sealed class BlogEditionMapping : IEntityTypeConfiguration<BlogEdition>
{
    public void Configure(EntityTypeBuilder<BlogEdition> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("BlogEditions");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasData(new BlogEdition());
    }
}

public sealed class FrontPlaceMapping : IEntityTypeConfiguration<FrontPlace>
{
    public void Configure(EntityTypeBuilder<FrontPlace> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("FrontPlaces");
        builder.HasKey(p => p.Place);
        builder.Property(p => p.Place).ValueGeneratedNever();
        builder.HasIndex(p => p.ArticleId).IsUnique();
        builder.HasOne<Article>().WithMany().HasForeignKey(p => p.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class BylineMapping : IEntityTypeConfiguration<Byline>
{
    public void Configure(EntityTypeBuilder<Byline> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("Bylines");
        builder.HasKey(b => b.AccountId);
        builder.Property(b => b.AccountId).ValueGeneratedNever();
        builder.Property(b => b.Handle).HasMaxLength(Byline.HandleLength);
        builder.Property(b => b.Introduction).HasMaxLength(Byline.IntroductionLength);
        builder.HasIndex(b => b.Handle).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(b => b.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class WorkNoteMapping : IEntityTypeConfiguration<WorkNote>
{
    public void Configure(EntityTypeBuilder<WorkNote> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("WorkNotes");
        builder.Property(n => n.Text).HasMaxLength(WorkNote.TextLength);
        builder.Property(n => n.Html).IsUnbounded();
        builder.HasIndex(n => new { n.AccountId, n.At, n.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ImportedItemMapping : IEntityTypeConfiguration<ImportedItem>
{
    public void Configure(EntityTypeBuilder<ImportedItem> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ImportedItems");
        builder.Property(i => i.Source).HasMaxLength(ImportedItem.SourceLength);
        builder.Property(i => i.Kind).HasMaxLength(CityDb.EnumLength);
        builder.Property(i => i.Key).HasMaxLength(ImportedItem.KeyLength);
        builder.HasIndex(i => new { i.Source, i.Kind, i.Key }).IsUnique();
    }
}
