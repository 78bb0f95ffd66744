using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SocialCity.Blog.Import;

/// <summary>
/// The backup of Textcube, Tattertools and Tistory (TTXML 1.0 and 1.1). Its files lie within it, or beside it in the folder attach.
/// Tistory's backup knows no address of the blog; the paths by which it named its articles are known all the same.
/// </summary>
public sealed class TextcubeExport : IForeignBlog, IDisposable
{
    private const int DeepestCategory = 20;

    private readonly string _path;
    private readonly FileFolder _folder;
    private readonly string? _address;
    private readonly List<ForeignCategory> _categories = [];
    private readonly List<ForeignLoss> _losses = [];
    private readonly string _within = Directory.CreateTempSubdirectory("socialcity-import-").FullName;
    private string? _root;

    private TextcubeExport(string path, string? address)
    {
        _path = path;
        _folder = new FileFolder(path);
        _address = address;
    }

    public ForeignSite Site { get; private set; } = new("", "", "ko");

    public IReadOnlyList<ForeignCategory> Categories => _categories;

    public int ArticleCount { get; private set; }

    public bool HasUnsorted { get; private set; }

    public IReadOnlyList<ForeignLoss> Losses => _losses;

    /// <summary>Each file belongs to its article.</summary>
    public IEnumerable<ForeignFile> Library => [];

    /// <summary>Reads the file once from front to end.</summary>
    /// <param name="address">Where the blog was, when that is known; tells it apart from others.</param>
    /// <exception cref="UnreadableExportException">It is not what it should be.</exception>
    public static TextcubeExport Open(string path, string? address = null)
    {
        TextcubeExport export = new(path, address);
        try
        {
            export.Survey();
            return export;
        }
        catch
        {
            export.Dispose();
            throw;
        }
    }

    public IEnumerable<ForeignArticle> Articles()
    {
        using ExportXml xml = ExportXml.Open(_path, "blog", "a Textcube backup");
        foreach (string name in xml.Children())
        {
            if (name is "post" or "page" or "notice")
            {
                if (Article(xml, name, takesFiles: true) is { } article)
                {
                    yield return article;
                }
            }
        }
    }

    public ForeignFile? Find(ForeignArticle article, string source)
    {
        string name = source.StartsWith(TextcubeMarkup.Scheme, StringComparison.Ordinal) ? source[TextcubeMarkup.Scheme.Length..] : source;
        string last = Uri.UnescapeDataString(name.Split('?', '#')[0].Split('/')[^1]);
        ForeignFile? file = article.Files.FirstOrDefault(f => f.Key == last) ?? article.Files.FirstOrDefault(f => f.Name == last);
        bool isOfBlog = file is not null || source.StartsWith(TextcubeMarkup.Scheme, StringComparison.Ordinal)
            || source.Contains("/attach/", StringComparison.Ordinal);
        if (!isOfBlog || last.Length == 0)
        {
            return null;
        }

        file ??= new ForeignFile(last, last, "", null);
        return file.Path is not null
            ? file
            : file with { Path = _folder.Find($"attach/{file.Key}", $"attach/1/{file.Key}", file.Key, $"attach/{file.Name}", file.Name) };
    }

    public void Forget()
    {
        foreach (string file in Directory.EnumerateFiles(_within))
        {
            System.IO.File.Delete(file);
        }
    }

    public void Dispose() => Directory.Delete(_within, recursive: true);

    private void Survey()
    {
        using ExportXml xml = ExportXml.Open(_path, "blog", "a Textcube backup");
        Dictionary<string, int> others = new(StringComparer.Ordinal);
        List<string> labels = [];
        foreach (string name in xml.Children())
        {
            switch (name)
            {
                case "setting":
                    Setting(xml);
                    break;
                case "category":
                    Category(xml, null, 1);
                    break;
                case "post" or "page" or "notice":
                    Count(Article(xml, name, takesFiles: false), labels);
                    break;
                default:
                    others[name] = others.GetValueOrDefault(name) + 1;
                    break;
            }
        }

        foreach (string label in labels.Distinct())
        {
            CategoryOf(label);
        }

        _losses.AddRange(others.Select(o => new ForeignLoss(
            "other", string.Create(CultureInfo.InvariantCulture, $"{o.Value} × <{o.Key}>"), "the portal has nothing of this kind (guestbook, links, keywords)")));
        if (Site.Source.Length == 0)
        {
            throw xml.Fault("it names no blog; say where it was with --address");
        }
    }

    private void Count(ForeignArticle? article, List<string> labels)
    {
        if (article is not null)
        {
            ArticleCount++;
            HasUnsorted |= article is { IsPage: false, State: ForeignState.Published, CategoryKeys: [] };
            labels.AddRange(article.CategoryKeys);
        }
    }

    /// <summary>An article may name a category that the list has not: it and those above it, as its label says them.</summary>
    private void CategoryOf(string label)
    {
        if (_categories.Exists(c => c.Key == label))
        {
            return;
        }

        string? above = null;
        foreach (string name in label.Split('/', DeepestCategory))
        {
            string key = above is null ? name : $"{above}/{name}";
            if (!_categories.Exists(c => c.Key == key))
            {
                _categories.Add(new ForeignCategory(key, string.IsNullOrWhiteSpace(name) ? label : name.Trim(), above));
            }

            above = key;
        }
    }

    private void Setting(ExportXml xml)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (string name in xml.Children())
        {
            if (name is "name" or "title" or "secondaryDomain" or "language")
            {
                fields[name] = xml.Text().Trim();
            }
        }

        string title = fields.GetValueOrDefault("title", "");
        string domain = fields.GetValueOrDefault("secondaryDomain", "");
        string known = fields.GetValueOrDefault("name", "") is { Length: > 0 } own ? own : title;
        string source = _address ?? (domain.Length > 0 ? "http://" + domain : known.Length > 0 ? "textcube:" + known : "");
        string language = fields.GetValueOrDefault("language", "");
        Site = new ForeignSite(source.TrimEnd('/'), title, language.Length >= 2 ? language[..2].ToLowerInvariant() : "ko");
    }

    private void Category(ExportXml xml, string? parent, int depth)
    {
        string? key = null;
        bool isList = false;
        int before = _categories.Count;
        foreach (string name in xml.Children())
        {
            if (name == "root")
            {
                isList = xml.Text().Trim() == "1";
            }
            else if (name == "name")
            {
                string own = xml.Text().Trim();
                key = parent is null ? own : $"{parent}/{own}";
                _categories.Add(new ForeignCategory(key, own, parent));
            }
            else if (name == "category" && depth < DeepestCategory)
            {
                Category(xml, key, depth + 1);
            }
        }

        // The root is the list of everything: no article is sorted there.
        if (isList && _categories.Count == before + 1)
        {
            _root = key;
            _categories.RemoveAt(before);
        }
    }

    private ForeignArticle? Article(ExportXml xml, string kind, bool takesFiles)
    {
        string slogan = xml.Attribute("slogan").Trim();
        string content = "";
        string formatter = "";
        List<string> tags = [];
        List<ForeignFile> files = [];
        List<ForeignComment> comments = [];
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (string name in xml.Children())
        {
            switch (name)
            {
                case "content":
                    formatter = xml.Attribute("formatter");
                    content = xml.Text();
                    break;
                case "tag":
                    tags.Add(xml.Text());
                    break;
                case "attachment":
                    files.Add(File(xml, takesFiles));
                    break;
                case "comment":
                    Comment(xml, null, comments, 1);
                    break;
                case "trackback":
                    comments.Add(new ForeignComment("", null, SiteOf(xml), "", false, null, ForeignCommentState.Mention));
                    break;
                case "logs":
                    break;
                default:
                    fields[name] = xml.Text().Trim();
                    break;
            }
        }

        string id = fields.GetValueOrDefault("id", "");
        string title = fields.GetValueOrDefault("title", "");
        if (id.Length == 0)
        {
            if (!takesFiles)
            {
                _losses.Add(new ForeignLoss(kind == "post" ? "article" : "page", title, "it has no number (id), by which it could be known again"));
            }

            return null;
        }

        string html = TextcubeMarkup.ToHtml(content, formatter);
        string label = fields.GetValueOrDefault("category", "");
        return new ForeignArticle
        {
            Key = $"{kind}/{id}",
            Title = title,
            Slug = slogan,
            Html = html,
            KeepsLines = TextcubeMarkup.KeepsLines(html),
            State = StateOf(fields),
            IsPage = kind != "post",
            PublishedAt = Utc(fields.GetValueOrDefault("published", "")) ?? Utc(fields.GetValueOrDefault("created", "")),
            ChangedAt = Utc(fields.GetValueOrDefault("modified", "")),
            CategoryKeys = label.Length > 0 && label != _root ? [label] : [],
            Tags = tags,
            TakesComments = kind == "post" && fields.GetValueOrDefault("acceptComment", "1") != "0",
            OldPaths = [.. Paths(kind, id, slogan).OfType<string>().Distinct()],
            Comments = comments,
            Files = files,
            Remarks = fields.GetValueOrDefault("location", "").Trim('/', ' ') is { Length: > 0 } place ? [$"its place there ({place}) is not kept"] : [],
        };
    }

    private static ForeignState StateOf(Dictionary<string, string> fields) =>
        fields.GetValueOrDefault("appointed", "") == "true"
            ? ForeignState.Scheduled
            : fields.GetValueOrDefault("visibility", "") switch
            {
                "public" or "syndicated" => ForeignState.Published,
                "protected" => ForeignState.Protected,
                "appointed" => ForeignState.Scheduled,
                _ => ForeignState.Private,
            };

    // Phones were sent to addresses of their own, which people passed on.
    private IEnumerable<string?> Paths(string kind, string id, string slogan)
    {
        string root = Uri.TryCreate(_address, UriKind.Absolute, out Uri? site) ? Uri.UnescapeDataString(site.AbsolutePath).TrimEnd('/') : "";
        string[] paths = kind == "post" ? [$"/{id}", $"/entry/{slogan}", $"/m/{id}", $"/m/entry/{slogan}"] : [$"/{kind}/{id}", $"/{kind}/{slogan}"];
        return paths.Where(p => !p.EndsWith('/')).Select(p => OldPath.Of(root + p));
    }

    private static string SiteOf(ExportXml trackback)
    {
        string site = "";
        foreach (string name in trackback.Children())
        {
            site = name == "site" ? trackback.Text().Trim() : site;
        }

        return site;
    }

    private ForeignFile File(ExportXml xml, bool takesFiles)
    {
        string key = "";
        string label = "";
        string? path = null;
        foreach (string name in xml.Children())
        {
            if (name == "name")
            {
                key = Path.GetFileName(xml.Text().Trim());
            }
            else if (name == "label")
            {
                label = xml.Text().Trim();
            }
            else if (name == "content" && takesFiles)
            {
                string file = Path.Combine(_within, Guid.NewGuid().ToString("N"));
                using FileStream to = new(file, FileMode.Create, FileAccess.Write, FileShare.None);

                // One byte more than a photo may have: the intake then says that it is too large.
                path = xml.Bytes(to, Media.PhotoLimits.MaxBytes + 1) || to.Length > 0 ? file : null;
            }
        }

        return new ForeignFile(key, label.Length > 0 ? label : key, "", path);
    }

    private static void Comment(ExportXml xml, string? parent, List<ForeignComment> comments, int depth)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        int place = comments.Count;
        List<ForeignComment> replies = [];
        string author = "";
        foreach (string name in xml.Children())
        {
            if (name == "commenter")
            {
                foreach (string part in xml.Children())
                {
                    author = part == "name" ? xml.Text().Trim() : author;
                }
            }
            else if (name == "comment" && depth < DeepestCategory)
            {
                Comment(xml, "", replies, depth + 1);
            }
            else
            {
                fields[name] = xml.Text();
            }
        }

        DateTime? at = Utc(fields.GetValueOrDefault("written", ""));
        string html = WebUtility.HtmlEncode(fields.GetValueOrDefault("content", ""));
        string key = fields.GetValueOrDefault("id", "").Trim();
        key = key.Length > 0 ? key : Mark($"{author}\n{at:O}\n{html}");
        comments.Insert(place, new ForeignComment(
            key,
            parent,
            author,
            html,
            fields.GetValueOrDefault("secret", "").Trim() == "1",
            at,
            fields.GetValueOrDefault("isFiltered", "0").Trim() is "0" or "" ? ForeignCommentState.Visible : ForeignCommentState.Refused));
        comments.AddRange(replies.Select(r => r.ParentKey is { Length: 0 } ? r with { ParentKey = key } : r));
    }

    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];

    private static DateTime? Utc(string seconds) =>
        long.TryParse(seconds.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long at) && at is > 0 and < 253_402_300_799
            ? DateTime.UnixEpoch.AddSeconds(at)
            : null;
}
