using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Text;

namespace SocialCity.Blog.Import;

/// <summary>
/// The whole blog in a zip: a folder for each article, drafts too, with index.md (Markdown below YAML front matter), its photos and
/// comments.json. What was said in confidence, or is hidden, is not in it.
/// </summary>
public sealed partial class BlogExport(CityDb db, MediaStore store)
{
    private const int BatchSize = 50;

    /// <summary>File systems end a name at 255 bytes, and Hangul takes three a letter.</summary>
    private const int MostFolderBytes = 200;

    // Hangul as itself.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <param name="zip">Where to write; can seek.</param>
    /// <param name="progress">Told how many articles are done.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>How many articles.</returns>
    public async Task<int> WriteAsync(Stream zip, Action<int> progress, CancellationToken cancellationToken)
    {
        await using ZipArchive archive = new(zip, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Dictionary<long, List<string>> categories = await CategoriesAsync(cancellationToken);
        Dictionary<long, string> series = await db.ArticleSeries.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Title, cancellationToken);
        HashSet<string> folders = new(StringComparer.OrdinalIgnoreCase);
        long last = 0;
        int done = 0;
        while (true)
        {
            List<Article> articles = await db.Articles.AsNoTracking().Where(a => a.Id > last).OrderBy(a => a.Id).Take(BatchSize)
                .Include(a => a.Authors).Include(a => a.Tags).Include(a => a.Addresses).AsSplitQuery().ToListAsync(cancellationToken);
            if (articles.Count == 0)
            {
                return done;
            }

            foreach (Article article in articles)
            {
                await WriteAsync(archive, FolderOf(article, folders), article, categories, series, cancellationToken);
            }

            last = articles[^1].Id;
            progress(done += articles.Count);
        }
    }

    /// <summary>Each with those above it, from the top.</summary>
    private async Task<Dictionary<long, List<string>>> CategoriesAsync(CancellationToken cancellationToken)
    {
        Dictionary<long, BlogCategory> all = await db.BlogCategories.AsNoTracking().ToDictionaryAsync(c => c.Id, cancellationToken);
        return all.Values.ToDictionary(
            c => c.Id,
            c => (List<string>)(c.ParentId is { } parentId && all.TryGetValue(parentId, out BlogCategory? parent) ? [parent.Name.Ko, c.Name.Ko] : [c.Name.Ko]));
    }

    private async Task WriteAsync(
        ZipArchive archive, string folder, Article article, Dictionary<long, List<string>> categories, Dictionary<long, string> series,
        CancellationToken cancellationToken)
    {
        Dictionary<string, string> names = await WritePhotosAsync(archive, folder, article, cancellationToken);
        string text = PhotoAddress().Replace(article.Text, m => names.GetValueOrDefault(m.Groups["key"].Value, m.Value));
        string? cover = article.CoverId is { } coverId
            ? await db.Set<MediaFile>().Where(m => m.Id == coverId).Select(m => m.Key).SingleOrDefaultAsync(cancellationToken)
            : null;
        long[] authorIds = [.. article.Authors.OrderBy(a => a.Place).Select(a => a.AccountId)];
        Dictionary<long, string> authors = await db.Users.Where(u => authorIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        long[] tagIds = [.. article.Tags.Select(t => t.TagId)];
        List<string> tags = await db.BlogTags.Where(t => tagIds.Contains(t.Id)).OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(cancellationToken);

        FrontMatter matter = new();
        matter.Add("title", article.Title);
        matter.Add("slug", article.Slug);
        matter.Add("state", article.State.ToString().ToLowerInvariant());
        matter.Add("page", article.IsPage);
        matter.Add("language", article.Language);
        matter.Add("date", article.PublishedAt);
        matter.Add("scheduled", article.PublishAt);
        matter.Add("created", article.CreatedAt);
        matter.Add("changed", article.ChangedAt);
        matter.Add("summary", article.Summary);
        List<string> path = article.CategoryId is { } categoryId ? categories.GetValueOrDefault(categoryId, []) : [];
        matter.Add("category", path.LastOrDefault());
        matter.Add("categories", path);
        matter.Add("tags", tags);
        matter.Add("series", article.SeriesId is { } seriesId ? series.GetValueOrDefault(seriesId) : null);
        matter.Add("series_position", article.SeriesId is null || article.SeriesPlace < 1 ? null : article.SeriesPlace);
        matter.Add("authors", [.. authorIds.Where(authors.ContainsKey).Select(id => authors[id])]);
        matter.Add("credit", article.Credit);
        matter.Add("canonical", article.CanonicalUrl);
        matter.Add("cover", cover is null ? null : names.GetValueOrDefault(cover));
        matter.Add("comments", article.TakesComments);
        matter.Add("aliases", [.. article.Addresses.Select(a => a.Path)]);
        await WriteTextAsync(archive, folder + "index.md", $"{matter}\n{text}\n", cancellationToken);
        await WriteCommentsAsync(archive, folder, article.Id, cancellationToken);
    }

    /// <summary>A folder that every file system takes, and no other article has.</summary>
    private static string FolderOf(Article article, HashSet<string> taken)
    {
        string slug = Slug.From(article.Slug, "article", Article.SlugLength);
        string name = slug;
        while (Encoding.UTF8.GetByteCount(name) > MostFolderBytes)
        {
            name = Slug.From(name, "article", name.Length - 1);
        }

        if (name != slug || !taken.Add(name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{name}-{article.Id}");
            taken.Add(name);
        }

        return $"articles/{name}/";
    }

    private async Task<Dictionary<string, string>> WritePhotosAsync(
        ZipArchive archive, string folder, Article article, CancellationToken cancellationToken)
    {
        string[] keys = [.. PhotoAddress().Matches(article.Text).Select(m => m.Groups["key"].Value).Distinct()];
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (MediaFile photo in await db.Set<MediaFile>().AsNoTracking()
            .Where(m => keys.Contains(m.Key) || m.Id == article.CoverId).ToListAsync(cancellationToken))
        {
            await using FileStream? content = store.OpenRead(photo.Key);
            if (content is not null)
            {
                string name = $"{photo.Key}.{photo.ContentType[(photo.ContentType.IndexOf('/', StringComparison.Ordinal) + 1)..]}";
                await using Stream to = await archive.CreateEntry(folder + name, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
                await content.CopyToAsync(to, cancellationToken);
                names[photo.Key] = name;
            }
        }

        return names;
    }

    private async Task WriteCommentsAsync(ZipArchive archive, string folder, long articleId, CancellationToken cancellationToken)
    {
        List<ExportedComment> comments = await db.Comments.AsNoTracking().Of(ConversationSubject.Article, articleId).Public()
            .Where(c => c.ParentId == null || db.Comments.Public().Any(p => p.Id == c.ParentId))
            .OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)
            .Select(c => new ExportedComment(
                c.Id,
                c.ParentId,
                c.AuthorName ?? db.Users.Where(u => u.Id == c.AuthorId).Select(u => u.DisplayName).FirstOrDefault(),
                c.CreatedAt,
                c.Text)).ToListAsync(cancellationToken);
        if (comments.Count > 0)
        {
            await WriteTextAsync(archive, folder + "comments.json", JsonSerializer.Serialize(comments, Json) + "\n", cancellationToken);
        }
    }

    private static async Task WriteTextAsync(ZipArchive archive, string name, string text, CancellationToken cancellationToken)
    {
        await using Stream to = await archive.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await to.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    [GeneratedRegex("/media/(?<key>[a-z2-7]{26})(?![a-z2-7])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PhotoAddress();

    /// <param name="Author">The name; null for an account that was closed.</param>
    /// <param name="At">UTC.</param>
    private sealed record ExportedComment(long Id, long? ParentId, string? Author, DateTime At, string Text);

    /// <summary>The lines above an article, in YAML: names, and values with texts in double quotes (YAML 1.2, 7.3.1).</summary>
    private sealed class FrontMatter
    {
        private readonly StringBuilder _lines = new();

        public void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                Write(name, Quoted(value));
            }
        }

        public void Add(string name, bool value) => Write(name, value ? "true" : "false");

        public void Add(string name, int? number)
        {
            if (number is { } value)
            {
                Write(name, value.ToString(CultureInfo.InvariantCulture));
            }
        }

        public void Add(string name, DateTime? utc)
        {
            if (utc is { } at)
            {
                Write(name, at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            }
        }

        public void Add(string name, List<string> values)
        {
            if (values.Count > 0)
            {
                Write(name, $"[{string.Join(", ", values.Select(Quoted))}]");
            }
        }

        public override string ToString() => $"---\n{_lines}---\n";

        private void Write(string name, string value) => _lines.Append(name).Append(": ").Append(value).Append('\n');

        // Letter by letter, since YAML knows no halves of one: an emoji stands as itself, what cannot be printed as its number.
        private static string Quoted(string text)
        {
            StringBuilder result = new("\"");
            foreach (Rune letter in text.EnumerateRunes())
            {
                _ = letter.Value switch
                {
                    '"' or '\\' => result.Append('\\').Append(letter.ToString()),
                    '\n' => result.Append("\\n"),
                    < 0x20 or (>= 0x7F and <= 0x9F) or 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF =>
                        result.Append(CultureInfo.InvariantCulture, $"\\u{letter.Value:x4}"),
                    _ => result.Append(letter.ToString()),
                };
            }

            return result.Append('"').ToString();
        }
    }
}
