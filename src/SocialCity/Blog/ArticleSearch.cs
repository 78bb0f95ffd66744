using SocialCity.Search;
using SocialCity.Text;

namespace SocialCity.Blog;

public static class ArticleSearch
{
    /// <summary>What the search knows of an article that everybody may read.</summary>
    public static SearchEntry ToSearchEntry(this Article article) => new(
        SearchKind.Article,
        article.Id,
        article.Path,
        article.PublishedAt ?? article.ChangedAt,
        article.Title,
        MarkdownText.ToPlainText(article.Text, SearchEntry.BodyLength));
}
