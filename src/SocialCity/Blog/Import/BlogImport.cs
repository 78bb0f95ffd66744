using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Text;

namespace SocialCity.Blog.Import;

/// <summary>
/// Brings a blog over from another system. It can be run again: what was brought is known by the ledger, what changed there is changed
/// here, and nothing that somebody here has changed since is touched. A dry run does the same and writes nothing.
/// </summary>
public sealed class BlogImport(CityDb db, Naming naming, BlogCounts counts, PhotoIntake intake, TimeProvider time)
{
    private const int BatchSize = 25;

    private const string NoTitle = "제목 없음";

    /// <param name="blog">Opened and therefore read once already.</param>
    /// <param name="isDry">Whether only to say what would be done.</param>
    /// <param name="progress">Told how many articles are done.</param>
    /// <param name="cancellationToken">Ends the work after the batch that is done.</param>
    public async Task<ImportReport> RunAsync(IForeignBlog blog, bool isDry, Action<int> progress, CancellationToken cancellationToken)
    {
        ImportReport report = new();
        foreach (ForeignLoss loss in blog.Losses)
        {
            report.Skip(loss);
        }

        ImportLedger ledger = new(db, blog.Site.Source);
        ImportedCategories categories = new(db, ledger, isDry);
        ImportedPhotos photos = new(db, intake, blog, ledger, isDry);
        Bringing bringing = new(ledger, categories, photos, new ImportedComments(db, ledger, photos, isDry), LanguageOf(blog.Site), isDry);
        report.Add(await InBatchAsync(
            isDry,
            async (part, ct) => await categories.TakeAsync(blog, part, Now(), ct),
            cancellationToken));

        int done = 0;
        foreach (ForeignArticle[] batch in blog.Articles().Chunk(BatchSize))
        {
            report.Add(await InBatchAsync(
                isDry,
                async (part, ct) =>
                {
                    photos.Begin();
                    foreach (ForeignArticle article in batch)
                    {
                        await BringAsync(article, bringing, part, ct);
                    }
                },
                cancellationToken));
            photos.Done();
            blog.Forget();
            progress(done += batch.Length);
        }

        photos.Begin();
        photos.LoseUnshown(blog.Library, report);
        db.ChangeTracker.Clear();
        if (!isDry)
        {
            await counts.RebuildAsync(cancellationToken);
        }

        return report;
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;

    private static string LanguageOf(ForeignSite site) => site.Language is "ko" or "en" or "ja" ? site.Language : "ko";

    private async Task<ImportReport> InBatchAsync(bool isDry, Func<ImportReport, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (isDry)
        {
            db.ChangeTracker.Clear();
            ImportReport dry = new();
            await work(dry, cancellationToken);
            return dry;
        }

        return await db.InTransactionAsync(
            async ct =>
            {
                // Its own, since the work may be done twice.
                ImportReport part = new();
                await work(part, ct);
                await db.SaveChangesAsync(ct);
                return part;
            },
            cancellationToken);
    }

    private async Task BringAsync(ForeignArticle foreign, Bringing bringing, ImportReport report, CancellationToken cancellationToken)
    {
        string kind = foreign.IsPage ? "page" : "article";
        Dictionary<string, long> known = await bringing.Ledger.KnownAsync(ImportLedger.Article, [foreign.Key], cancellationToken);
        Article? article = known.TryGetValue(foreign.Key, out long id)
            ? await db.Articles.ForChange().SingleOrDefaultAsync(a => a.Id == id, cancellationToken)
            : null;
        if (known.Count > 0 && article is null)
        {
            report.Skip(new ForeignLoss(kind, TitleOf(foreign, ""), "it was brought before and deleted here: it stays away"));
            return;
        }

        Plan plan = await PlanAsync(foreign, bringing, report, cancellationToken);
        if (plan.Content.Text.Length > Article.TextLength)
        {
            report.Skip(new ForeignLoss(
                kind, plan.Content.Title, string.Create(CultureInfo.InvariantCulture, $"its text is longer than {Article.TextLength:N0} letters")));
            return;
        }

        if (article is not null)
        {
            await ChangeAsync(article, plan, bringing, report, cancellationToken);
        }
        else
        {
            report.Count(kind, ImportOutcome.Brought);
            article = bringing.IsDry ? null : await AddAsync(plan, bringing, cancellationToken);
        }

        await bringing.Comments.TakeAsync(foreign, article, plan.Content.Title, report, Now(), cancellationToken);
        if (!bringing.IsDry)
        {
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<Plan> PlanAsync(ForeignArticle foreign, Bringing bringing, ImportReport report, CancellationToken cancellationToken)
    {
        HtmlToMarkdown text = HtmlToMarkdown.Read(foreign.Html, foreign.KeepsLines);
        Dictionary<string, KnownPicture> pictures = [];
        List<long> photoIds = [];
        foreach (ForeignPicture picture in text.Pictures)
        {
            if (await bringing.Photos.TakeAsync(
                foreign, picture.Source, picture.Caption, "its description in its place", report, Now(), cancellationToken) is { } photo)
            {
                pictures[picture.Source] = new KnownPicture(photo.Address, photo.AltText);
                photoIds.Add(photo.Id);
            }
        }

        ImportedPhoto? cover = foreign.Cover is { } source
            ? await bringing.Photos.TakeAsync(foreign, source, "", "no picture above it", report, Now(), cancellationToken)
            : null;
        string markdown = text.Write(pictures);
        string title = TitleOf(foreign, markdown);
        string summary = SummaryOf(foreign, title, bringing.Photos, pictures, report);
        foreach (string number in foreign.MissingPictures)
        {
            bringing.Photos.Lose("#" + number, "number " + number, $"the export does not tell of it; “{title}” is without it", report);
        }

        bringing.Photos.LoseUnshown(foreign.Files, report);
        foreach (string remark in Remarks(foreign, text))
        {
            report.Note(foreign.IsPage ? "page" : "article", title, remark);
        }

        bool isPublic = IsPublic(foreign, markdown, title, report);
        (BlogCategory? category, List<string> tags) = Sorted(foreign, bringing.Categories, report, title);
        if (isPublic && !foreign.IsPage)
        {
            category ??= bringing.Categories.None;
        }

        return new Plan(
            foreign,
            new ArticleContent
            {
                Title = title,
                Slug = "",
                Text = markdown,
                Summary = summary,
                Language = bringing.Language,
                Category = category,
                CoverId = cover?.Id,
                PhotoIds = [.. photoIds.Distinct()],
                Credit = CleanText.Shorten(CleanText.Line(foreign.AuthorName), Article.CreditLength),
                TakesComments = foreign.TakesComments,
                IsPage = foreign.IsPage,
            },
            tags,
            isPublic ? foreign.PublishedAt : null);
    }

    private static IEnumerable<string> Remarks(ForeignArticle foreign, HtmlToMarkdown text)
    {
        if (CleanText.Line(foreign.Title).Length > Article.TitleLength)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"its title was cut at {Article.TitleLength:N0} letters");
        }

        if (text.LostMarks)
        {
            yield return "it was nested or marked in a way that cannot be said here: its words came as plain paragraphs";
        }

        if (text.LostTables > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{text.LostTables:N0} of its tables came as paragraphs, a cell each: of one row or column, or with lists and frames in its cells");
        }

        if (text.OffLine > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{text.OffLine:N0} of its letters stood above or below the line and came into it, as 2 in m²");
        }

        foreach (string address in text.Linked)
        {
            yield return $"a frame or film that the portal shows none of came as a link: {address}";
        }

        foreach (string remark in foreign.Remarks)
        {
            yield return remark;
        }
    }

    private static string SummaryOf(
        ForeignArticle foreign, string title, ImportedPhotos photos, Dictionary<string, KnownPicture> pictures, ImportReport report)
    {
        if (foreign.Summary.Length == 0)
        {
            return "";
        }

        HtmlToMarkdown read = HtmlToMarkdown.Read(foreign.Summary);
        foreach (ForeignPicture picture in read.Pictures.Where(p => !pictures.ContainsKey(p.Source)))
        {
            photos.LoseAt(foreign, picture.Source, $"it stood in the summary of “{title}”, which is text alone", report);
        }

        string markdown = read.Write(new Dictionary<string, KnownPicture>());
        string summary = MarkdownText.ToPlainText(markdown, Article.SummaryLength);
        if (summary.Length < MarkdownText.ToPlainText(markdown, int.MaxValue).Length)
        {
            report.Note(
                foreign.IsPage ? "page" : "article", title, string.Create(CultureInfo.InvariantCulture, $"its summary was cut at {Article.SummaryLength:N0} letters"));
        }

        return summary;
    }

    /// <summary>What only some could read there, nobody reads here until an editor publishes it.</summary>
    private bool IsPublic(ForeignArticle foreign, string markdown, string title, ImportReport report)
    {
        string? reason = foreign.State switch
        {
            ForeignState.Published when string.IsNullOrWhiteSpace(markdown) => "it has no text",
            ForeignState.Published when foreign.PublishedAt is null => "it has no date",
            ForeignState.Published when foreign.PublishedAt > Now() => "its time has not come",
            ForeignState.Published or ForeignState.Draft => null,
            ForeignState.Scheduled => "it was to come out later" + (foreign.PublishedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $", at {at:yyyy-MM-dd HH:mm} UTC") : ""),
            ForeignState.Protected => "it was for those who knew its password",
            ForeignState.Unknown => "the portal does not know the state that it was in",
            _ => "it was private",
        };
        if (reason is not null)
        {
            report.Note(foreign.IsPage ? "page" : "article", title, $"{reason}: it is a draft here");
        }

        return foreign.State == ForeignState.Published && reason is null;
    }

    /// <summary>An article stands in one category here: the first that says something; the others become tags.</summary>
    private static (BlogCategory? Category, List<string> Tags) Sorted(
        ForeignArticle foreign, ImportedCategories categories, ImportReport report, string title)
    {
        List<BlogCategory> found = [.. foreign.CategoryKeys.Select(categories.Of).OfType<BlogCategory>().Distinct()];
        BlogCategory? category = found.Find(c => c.Slug is not ("uncategorized" or "미분류")) ?? found.FirstOrDefault();
        IEnumerable<string> names = foreign.Tags.Select(t => System.Net.WebUtility.HtmlDecode(t))
            .Concat(found.Where(c => c != category).Select(c => c.Name.Ko));
        List<string> tags = [];
        foreach (string name in names.Select(n => CleanText.Line(n)).Where(n => n.Length > 0))
        {
            string slug = BlogTag.SlugOf(name);
            if (name.Length > BlogTag.NameLength || tags.Count >= Article.MostTags)
            {
                string most = Article.MostTags.ToString(CultureInfo.InvariantCulture);
                report.Skip(new ForeignLoss("other", name, $"a tag of “{title}” that is too long, or one too many (at most {most})"));
            }
            else if (!tags.Exists(t => BlogTag.SlugOf(t) == slug))
            {
                tags.Add(name);
            }
        }

        return (category, tags);
    }

    private async Task<Article> AddAsync(Plan plan, Bringing bringing, CancellationToken cancellationToken)
    {
        ArticleContent content = plan.Content with
        {
            Slug = await naming.FreeSlugAsync(plan.Foreign.Slug.Length > 0 ? plan.Foreign.Slug : plan.Content.Title, null, cancellationToken),
            TagIds = await TagIdsAsync(plan, cancellationToken),
        };
        DateTime now = Now();
        Article article = new(content, Actor.System, null, now);
        article.Import(plan.PublishedAt, plan.Foreign.ChangedAt, plan.Foreign.OldPaths, now);
        db.Add(article);
        await db.SaveChangesAsync(cancellationToken);
        bringing.Ledger.Note(ImportLedger.Article, plan.Foreign.Key, article.Id, now);
        bringing.Ledger.NoteContent(plan.Foreign.Key, plan.Mark(), article.Id, null, now);
        await db.SizePhotosAsync(article, cancellationToken);
        await db.MakeFindableAsync(article, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return article;
    }

    private async Task ChangeAsync(Article article, Plan plan, Bringing bringing, ImportReport report, CancellationToken cancellationToken)
    {
        string kind = plan.Content.IsPage ? "page" : "article";
        string mark = plan.Mark();
        if (await bringing.Ledger.ContentAsync(plan.Foreign.Key, mark, cancellationToken) is not null)
        {
            report.Count(kind, ImportOutcome.Unchanged);
            return;
        }

        string here = await MarkOfAsync(article, cancellationToken);
        if (await bringing.Ledger.ContentAsync(plan.Foreign.Key, here, cancellationToken) is not { } last)
        {
            report.Skip(new ForeignLoss(kind, article.Title, "it changed there, and was changed here since it was brought: it stays as it is here"));
            return;
        }

        if (article.IsPublished && plan.PublishedAt is null)
        {
            report.Skip(new ForeignLoss(kind, article.Title, "it is no longer public there, and is here: decide in the office whether to archive it"));
            return;
        }

        report.Count(kind, ImportOutcome.Changed);
        if (!bringing.IsDry)
        {
            await WriteAsync(article, plan, bringing.Ledger, last, mark, cancellationToken);
        }
    }

    private async Task WriteAsync(
        Article article, Plan plan, ImportLedger ledger, ImportedItem last, string mark, CancellationToken cancellationToken)
    {
        ArticleContent content = plan.Content with
        {
            Slug = article.Slug,
            SeriesId = article.SeriesId,
            SeriesPlace = article.SeriesPlace,
            CanonicalUrl = article.CanonicalUrl,
            TagIds = await TagIdsAsync(plan, cancellationToken),
        };
        DateTime now = Now();
        if (article.Write(content, Actor.System, now) is { } refusal)
        {
            throw new InvalidOperationException($"The article “{article.Title}” refused what was planned for it: {refusal}.");
        }

        bool comesOut = plan.PublishedAt is not null && (!article.IsPublished || article.PublishedAt != plan.PublishedAt);
        article.Import(comesOut ? plan.PublishedAt : null, plan.Foreign.ChangedAt, plan.Foreign.OldPaths, now);
        ledger.NoteContent(plan.Foreign.Key, mark, article.Id, last, now);
        await db.SizePhotosAsync(article, cancellationToken);
        await db.MakeFindableAsync(article, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<long>> TagIdsAsync(Plan plan, CancellationToken cancellationToken) =>
        plan.Tags.Count == 0 ? [] : [.. (await naming.TagsAsync(plan.Tags, cancellationToken)).Select(t => t.Id)];

    private async Task<string> MarkOfAsync(Article article, CancellationToken cancellationToken)
    {
        long[] ids = [.. article.Tags.Select(t => t.TagId)];
        List<string> tags = await db.BlogTags.Where(t => ids.Contains(t.Id)).Select(t => t.Slug).ToListAsync(cancellationToken);
        return MarkOf(
            article.Title, article.Summary, article.Text, article.CategoryId, tags, article.CoverId, article.Credit,
            article.TakesComments, article.IsPage, article.IsPublished ? article.PublishedAt : null);
    }

    /// <summary>The same for what reads the same, so that a change on either side is seen.</summary>
    private static string MarkOf(
        string title, string summary, string text, long? categoryId, IEnumerable<string> tags, long? coverId, string credit,
        bool takesComments, bool isPage, DateTime? publishedAt)
    {
        object?[] facts =
        [
            title, summary, text, categoryId, string.Join(' ', tags.Order(StringComparer.Ordinal)), coverId, credit, takesComments, isPage,
            publishedAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeSeconds() : null,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(facts))))[..32];
    }

    private static string TitleOf(ForeignArticle foreign, string markdown)
    {
        string title = CleanText.Line(foreign.Title);
        title = title.Length > 0 ? title : MarkdownText.ToPlainText(markdown, 60);
        return title.Length > 0 ? CleanText.Shorten(title, Article.TitleLength) : NoTitle;
    }

    /// <summary>What one run works with.</summary>
    private sealed record Bringing(
        ImportLedger Ledger, ImportedCategories Categories, ImportedPhotos Photos, ImportedComments Comments, string Language, bool IsDry);

    /// <summary>What an article shall be here.</summary>
    /// <param name="PublishedAt">UTC; null for a draft.</param>
    private sealed record Plan(ForeignArticle Foreign, ArticleContent Content, IReadOnlyList<string> Tags, DateTime? PublishedAt)
    {
        public string Mark() => MarkOf(
            Content.Title, Content.Summary, Content.Text, Content.Category?.Id, Tags.Select(t => BlogTag.SlugOf(t)),
            Content.CoverId, Content.Credit, Content.TakesComments, Content.IsPage, PublishedAt);
    }
}
