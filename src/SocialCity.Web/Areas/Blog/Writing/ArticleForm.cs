using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using SocialCity.Blog;
using SocialCity.Media;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>What the editor posts.</summary>
public sealed class ArticleForm
{
    /// <summary>Where it stands in the posted data.</summary>
    public const string Prefix = "Form";

    private const int TagsLength = Article.MostTags * (BlogTag.NameLength + 2);
    private const int NamesLength = 500;
    private const int LastPlace = 999;

    [Display(Name = "제목")]
    [Required]
    [StringLength(Article.TitleLength)]
    public string? Title { get; set; }

    [Display(Name = "본문")]
    [DataType(DataType.MultilineText)]
    [StringLength(Article.TextLength)]
    public string? Text { get; set; }

    [Display(Name = "요약")]
    [DataType(DataType.MultilineText)]
    [StringLength(Article.SummaryLength)]
    public string? Summary { get; set; }

    [Display(Name = "주소")]
    [StringLength(Article.SlugLength)]
    public string? Slug { get; set; }

    [Display(Name = "분류")]
    public long? CategoryId { get; set; }

    [Display(Name = "태그")]
    [StringLength(TagsLength)]
    public string? Tags { get; set; }

    [Display(Name = "연재")]
    public long? SeriesId { get; set; }

    [Display(Name = "연재에서 몇 번째")]
    [Range(1, LastPlace)]
    public int? SeriesPlace { get; set; }

    [Display(Name = "글쓴이")]
    public List<long> AuthorIds { get; set; } = [];

    [Display(Name = "더할 글쓴이")]
    [StringLength(NamesLength)]
    public string? AddAuthors { get; set; }

    [Display(Name = "표지 사진")]
    public IFormFile? Cover { get; set; }

    /// <summary>A cover that was taken in with an earlier post of this form.</summary>
    public string? CoverToken { get; set; }

    [Display(Name = "표지 사진 설명")]
    [StringLength(MediaFile.MaxAltTextLength)]
    public string? CoverAlt { get; set; }

    [Display(Name = "표지 사진 빼기")]
    public bool RemoveCover { get; set; }

    [Display(Name = "처음 실린 곳의 주소")]
    [Url]
    [StringLength(Article.UrlLength)]
    public string? CanonicalUrl { get; set; }

    [Display(Name = "출처와 글쓴이 표시")]
    [StringLength(Article.CreditLength)]
    public string? Credit { get; set; }

    [Display(Name = "글의 언어")]
    public string Language { get; set; } = "ko";

    [Display(Name = "댓글 받기")]
    public bool TakesComments { get; set; } = true;

    [Display(Name = "목록에 넣지 않는 안내 페이지")]
    public bool IsPage { get; set; }

    [Display(Name = "본문에 넣을 사진")]
    public IFormFile? Photo { get; set; }

    [Display(Name = "넣을 사진 설명")]
    [StringLength(MediaFile.MaxAltTextLength)]
    public string? PhotoAlt { get; set; }

    public PersonalDataChoice? PersonalData { get; set; }

    /// <summary>The article's version when the form was opened; empty for a new one.</summary>
    public Guid Version { get; set; }

    /// <summary>The revision that the text was begun from; 0 when nobody knows.</summary>
    public long Revision { get; set; }

    /// <summary>The small fields as they were when the form was opened (<see cref="ArticleFields"/>): who changed what is told by it.</summary>
    public string? Opened { get; set; }

    /// <summary>The number of what the portal last kept of this window's typing; see <see cref="ArticleDraft.Number"/>.</summary>
    public int DraftNumber { get; set; }

    public static string Name(string property) => $"{Prefix}.{property}";

    /// <summary>The form of a stored article.</summary>
    /// <param name="article">With its authors.</param>
    /// <param name="tags">Their names.</param>
    /// <param name="revision">The newest.</param>
    /// <param name="coverAlt">Of its cover.</param>
    public static ArticleForm Of(Article article, IEnumerable<string> tags, long revision, string? coverAlt)
    {
        ArticleForm form = new()
        {
            Title = article.Title,
            Text = article.Text,
            Summary = article.Summary,
            Slug = article.Slug,
            CategoryId = article.CategoryId,
            Tags = string.Join(", ", tags),
            SeriesId = article.SeriesId,
            SeriesPlace = article.SeriesId is null ? null : article.SeriesPlace,
            AuthorIds = [.. article.Authors.OrderBy(a => a.Place).Select(a => a.AccountId)],
            CoverAlt = coverAlt,
            CanonicalUrl = article.CanonicalUrl,
            Credit = article.Credit,
            Language = article.Language,
            TakesComments = article.TakesComments,
            IsPage = article.IsPage,
            Version = article.Version,
            Revision = revision,
        };
        form.Opened = ArticleFields.Of(form).ToString();
        return form;
    }
}

/// <summary>The small fields of a form as words, to find out who changed which of them.</summary>
public sealed class ArticleFields
{
    private const int LongestText = 8_000;

    private readonly Dictionary<string, string> _values;

    private ArticleFields(Dictionary<string, string> values) => _values = values;

    public IReadOnlyDictionary<string, string> Values => _values;

    public static ArticleFields Of(ArticleForm form) => new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(ArticleForm.Title)] = Clean(form.Title),
        [nameof(ArticleForm.Summary)] = Clean(form.Summary),
        [nameof(ArticleForm.Slug)] = Clean(form.Slug),
        [nameof(ArticleForm.CategoryId)] = Number(form.CategoryId),
        [nameof(ArticleForm.Tags)] = Clean(form.Tags),
        [nameof(ArticleForm.SeriesId)] = Number(form.SeriesId),
        [nameof(ArticleForm.SeriesPlace)] = Number(form.SeriesPlace),
        [nameof(ArticleForm.AuthorIds)] = string.Join(',', form.AuthorIds),
        [nameof(ArticleForm.CoverAlt)] = Clean(form.CoverAlt),
        [nameof(ArticleForm.CanonicalUrl)] = Clean(form.CanonicalUrl),
        [nameof(ArticleForm.Credit)] = Clean(form.Credit),
        [nameof(ArticleForm.Language)] = form.Language,
        [nameof(ArticleForm.TakesComments)] = form.TakesComments ? "yes" : "no",
        [nameof(ArticleForm.IsPage)] = form.IsPage ? "yes" : "no",
    });

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static ArticleFields? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > LongestText)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(text) is { } values ? new ArticleFields(values) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Of(string name) => _values.GetValueOrDefault(name, "");

    public void Set(string name, string value) => _values[name] = value;

    /// <summary>Writes the values back into a form.</summary>
    public void ApplyTo(ArticleForm form)
    {
        form.Title = Of(nameof(ArticleForm.Title));
        form.Summary = Of(nameof(ArticleForm.Summary));
        form.Slug = Of(nameof(ArticleForm.Slug));
        form.CategoryId = Id(Of(nameof(ArticleForm.CategoryId)));
        form.Tags = Of(nameof(ArticleForm.Tags));
        form.SeriesId = Id(Of(nameof(ArticleForm.SeriesId)));
        form.SeriesPlace = (int?)Id(Of(nameof(ArticleForm.SeriesPlace)));
        form.AuthorIds = [.. Of(nameof(ArticleForm.AuthorIds)).Split(',').Select(Id).OfType<long>()];
        form.CoverAlt = Of(nameof(ArticleForm.CoverAlt));
        form.CanonicalUrl = Of(nameof(ArticleForm.CanonicalUrl)) is { Length: > 0 } url ? url : null;
        form.Credit = Of(nameof(ArticleForm.Credit));
        form.Language = Of(nameof(ArticleForm.Language));
        form.TakesComments = Of(nameof(ArticleForm.TakesComments)) == "yes";
        form.IsPage = Of(nameof(ArticleForm.IsPage)) == "yes";
    }

    public override string ToString() => JsonSerializer.Serialize(_values);

    private static string Clean(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n");

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static long? Id(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : null;
}
