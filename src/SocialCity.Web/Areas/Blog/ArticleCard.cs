using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Text;

namespace SocialCity.Web.Areas.Blog;

/// <summary>A name above an article and the part of the address that leads to what else they wrote.</summary>
public sealed record Writer(string Name, string? Handle);

/// <summary>A photo above an article.</summary>
public sealed record Cover(string Key, string? AltText, int Width, int Height)
{
    public string Path => $"/media/{Key}";
}

/// <summary>An article in a list.</summary>
/// <param name="Summary">What the author wrote for lists, or the beginning of the text.</param>
/// <param name="Department">In whose name it speaks.</param>
/// <param name="Writer">The first of its authors.</param>
/// <param name="Credit">Whose words it is, when that is nobody here.</param>
public sealed record ArticleCard(
    long Id, string Slug, string Title, string Summary, string Language, DateTime At, LocalText? Category, string? CategorySlug, LocalText? Department,
    Writer? Writer, string Credit, bool IsStory, Cover? Cover, int ReadingMinutes, int CommentCount, int ReactionCount)
{
    private const int SummaryLength = 160;

    /// <summary>More is read than shown: what marks headings and links is left out.</summary>
    private const int TextRead = 4 * SummaryLength;

    public string Path => Article.PathOf(Slug);

    /// <summary>Articles as cards, in one command.</summary>
    public static IQueryable<ArticleCard> From(CityDb db, IQueryable<Article> articles) =>
        from a in articles.AsNoTracking()
        join c in db.BlogCategories on a.CategoryId equals c.Id into categories
        from category in categories.DefaultIfEmpty()
        join m in db.Set<MediaFile>() on a.CoverId equals m.Id into covers
        from cover in covers.DefaultIfEmpty()
        join d in db.Departments on a.DepartmentId equals d.Id into departments
        from department in departments.DefaultIfEmpty()
        let author = a.Authors.OrderBy(w => w.Place).Select(w => (long?)w.AccountId).FirstOrDefault()
        join w in db.Users on author equals w.Id into writers
        from writer in writers.DefaultIfEmpty()
        join b in db.Bylines on author equals b.AccountId into bylines
        from byline in bylines.DefaultIfEmpty()
        select new ArticleCard(
            a.Id,
            a.Slug,
            a.Title,
            a.Summary == "" ? a.Text.Substring(0, TextRead) : a.Summary,
            a.Language,
            a.ListedAt ?? a.PublishedAt ?? a.ChangedAt,
            category == null ? null : category.Name,
            category == null ? null : category.Slug,
            department == null ? null : department.Name,
            writer == null ? null : new Writer(writer.DisplayName, byline == null ? null : byline.Handle),
            a.Credit,
            a.IsStory,
            cover == null ? null : new Cover(cover.Key, cover.AltText, cover.Width, cover.Height),
            a.ReadingMinutes,
            a.CommentCount,
            a.ReactionCount);

    /// <summary>The words of the summary alone, whatever it was taken from.</summary>
    public ArticleCard Shown() => this with { Summary = MarkdownText.ToPlainText(ArticleEmbeds.LeaveOut(Summary), SummaryLength) };
}
