using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Search;
using SocialCity.Text;

namespace SocialCity.Blog;

public static class ArticleSearch
{
    /// <summary>What the search knows of an article that everybody may read.</summary>
    public static SearchEntry ToSearchEntry(this Article article) => article.ToSearchEntry(article.Id);

    /// <summary>The same for one that has no id yet.</summary>
    public static SearchEntry ToSearchEntry(this Article article, long id) => new(
        SearchKind.Article,
        id,
        article.Path,
        article.PublishedAt ?? article.ChangedAt,
        article.Title,
        WordsOf(article));

    /// <summary>The text, and before it the summary, which cards show and the text need not hold.</summary>
    private static string WordsOf(Article article) => CleanText.Shorten(
        $"{article.Summary} {MarkdownText.ToPlainText(ArticleEmbeds.LeaveOut(article.Text), SearchEntry.BodyLength)}".Trim(), SearchEntry.BodyLength);

    /// <summary>Everybody's search knows what everybody may read, and nothing else. Saved with the article.</summary>
    public static async Task MakeFindableAsync(this CityDb db, Article article, CancellationToken cancellationToken)
    {
        SearchEntry? entry = await db.SearchEntries
            .SingleOrDefaultAsync(e => e.Kind == SearchKind.Article && e.SubjectId == article.Id, cancellationToken);
        if (!article.IsPublished)
        {
            if (entry is not null)
            {
                db.Remove(entry);
            }
        }
        else if (entry is null)
        {
            db.Add(article.ToSearchEntry());
        }
        else
        {
            entry.Rewrite(article.Title, WordsOf(article));
            entry.Move(article.Path);
        }
    }
}
