using System.ComponentModel.DataAnnotations;
using SocialCity.Blog;
using SocialCity.Text;

namespace SocialCity.Web.Areas.Office;

/// <summary>A category of the blog as it is edited.</summary>
public sealed class BlogCategoryForm : VersionedForm
{
    [Display(Name = "분류 이름")]
    [LocalLength(BlogCategory.NameLength)]
    public LocalTextForm Name { get; set; } = new();

    [Display(Name = "웹 주소")]
    [StringLength(BlogCategory.SlugLength)]
    public string? Slug { get; set; }

    [Display(Name = "위 분류")]
    public long? ParentId { get; set; }

    public static BlogCategoryForm Of(BlogCategory category) => new()
    {
        Name = LocalTextForm.Of(category.Name),
        Slug = category.Slug,
        ParentId = category.ParentId,
        Version = category.Version,
    };

    /// <summary>The address: what was typed, or made of the name.</summary>
    public string Address() => Text.Slug.From(string.IsNullOrWhiteSpace(Slug) ? Name.Ko : Slug, "category", BlogCategory.SlugLength);
}

public sealed record BlogCategoryRow(long Id, long? ParentId, string Name, string Slug, int ArticleCount, bool IsFirst, bool IsLast);

public sealed record BlogCategoryList(IReadOnlyList<BlogCategoryRow> Categories);

/// <param name="Parents">The categories of the first level.</param>
/// <param name="Category">Null for a new one.</param>
public sealed record BlogCategoryPage(BlogCategory? Category, BlogCategoryForm Form, IReadOnlyList<BlogCategory> Parents);
