using System.ComponentModel.DataAnnotations;
using SocialCity.Blog;

namespace SocialCity.Web.Areas.Office;

/// <summary>A series of the blog as it is edited.</summary>
public sealed class SeriesForm : VersionedForm
{
    [Display(Name = "연재 제목")]
    [Required]
    [StringLength(ArticleSeries.TitleLength)]
    public string? Title { get; set; }

    [Display(Name = "웹 주소")]
    [StringLength(ArticleSeries.SlugLength)]
    public string? Slug { get; set; }

    [Display(Name = "소개")]
    [DataType(DataType.MultilineText)]
    [StringLength(ArticleSeries.SummaryLength)]
    public string? Summary { get; set; }

    public static SeriesForm Of(ArticleSeries series) => new() { Title = series.Title, Slug = series.Slug, Summary = series.Summary, Version = series.Version };

    /// <summary>The address: what was typed, or made of the title.</summary>
    public string Address() => Text.Slug.From(string.IsNullOrWhiteSpace(Slug) ? Title : Slug, "series", ArticleSeries.SlugLength);
}

public sealed record SeriesRow(long Id, string Title, string Slug, int Articles);

public sealed record SeriesList(IReadOnlyList<SeriesRow> Series);

/// <param name="Series">Null for a new one.</param>
/// <param name="Articles">The articles in it, in their reading order.</param>
public sealed record SeriesPage(ArticleSeries? Series, SeriesForm Form, IReadOnlyList<(long Id, string Title, int Place)> Articles);
