using System.Globalization;

namespace SocialCity.Blog.Import;

/// <summary>WordPress's export (WXR 1.0 to 1.2). Its files lie beside it as they lay on the server, below wp-content/uploads.</summary>
public sealed class WordPressExport : IForeignBlog
{
    private const string Uploads = "/wp-content/uploads/";

    private static readonly HashSet<string> Unknown = new(StringComparer.Ordinal)
    {
        // What WordPress keeps beside what people wrote.
        "revision", "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block", "wp_template",
        "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face",
    };

    /// <summary>Where people put the files beside the export: as on the server, or the folder of the files alone.</summary>
    private static readonly string[] Roots = ["wp-content/uploads/", "uploads/", ""];

    private readonly string _path;
    private readonly FileFolder _folder;
    private readonly Dictionary<string, WordPressFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordPressFile> _filesByPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _authors = new(StringComparer.Ordinal);
    private readonly List<ForeignCategory> _categories = [];
    private readonly List<ForeignLoss> _losses = [];
    private readonly Dictionary<(string Kind, string Reason), int> _others = [];
    private string _address = "";

    private WordPressExport(string path)
    {
        _path = path;
        _folder = new FileFolder(path);
    }

    public ForeignSite Site { get; private set; } = new("", "", "ko");

    public IReadOnlyList<ForeignCategory> Categories => _categories;

    public int ArticleCount { get; private set; }

    public bool HasUnsorted { get; private set; }

    public IReadOnlyList<ForeignLoss> Losses => _losses;

    public IEnumerable<ForeignFile> Library => _files.Values.Select(f => new ForeignFile(
        KeyOf(f.Address) is { } key ? FileWords.WithoutSize(key) : f.Address.Length > 0 ? f.Address : f.Id, Path.GetFileName(KeyOf(f.Address) ?? f.Address), "", null));

    /// <summary>Reads the file once from front to end.</summary>
    /// <exception cref="UnreadableExportException">It is not what it should be.</exception>
    public static WordPressExport Open(string path)
    {
        WordPressExport export = new(path);
        export.Survey();
        return export;
    }

    public IEnumerable<ForeignArticle> Articles()
    {
        using ExportXml xml = ExportXml.Open(_path, "rss", "a WordPress export");
        foreach (Item item in Items(xml))
        {
            if (item.Type is "post" or "page" && item.Status is not ("trash" or "auto-draft" or "inherit") && item.Id.Length > 0)
            {
                yield return Article(item);
            }
        }
    }

    public ForeignFile? Find(ForeignArticle article, string source)
    {
        if (KeyOf(source) is not { } shown)
        {
            return null;
        }

        string whole = FileWords.WithoutSize(shown);
        WordPressFile? known = _filesByPath.GetValueOrDefault(shown) ?? _filesByPath.GetValueOrDefault(whole);
        string? path = _folder.Find(
            from name in new[] { whole, shown }
            from root in Roots
            select root + name);
        string said = known is null ? "" : known.AltText.Length > 0 ? known.AltText : known.Caption;
        return new ForeignFile(whole, Path.GetFileName(whole), said, path);
    }

    /// <summary>The path below the folder of the files; null for what lies elsewhere.</summary>
    private static string? KeyOf(string address)
    {
        int at = address.IndexOf(Uploads, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : Uri.UnescapeDataString(address[(at + Uploads.Length)..].Split('?', '#')[0]);
    }

    /// <summary>All its files lie beside it.</summary>
    public void Forget()
    {
    }

    private void Survey()
    {
        using ExportXml xml = ExportXml.Open(_path, "rss", "a WordPress export");
        List<ForeignCategory> named = [];
        foreach (Item item in Items(xml))
        {
            if (item.Type == "attachment")
            {
                Remember(item);
                Count("comments below files", "comments stand below articles here", item.Comments.Count);
            }
            else if (item.Type is not ("post" or "page"))
            {
                Count(
                    item.Type,
                    Unknown.Contains(item.Type) ? "WordPress keeps it beside what people write" : "they are neither posts nor pages nor files (contents of a plugin)");
            }
            else if (item.Status is "trash" or "auto-draft" or "inherit")
            {
                _losses.Add(new ForeignLoss("article", item.Title, item.Status == "trash" ? "it lay in the bin" : "it was never written"));
            }
            else if (item.Id.Length == 0)
            {
                _losses.Add(new ForeignLoss("article", item.Title, "it has no number (wp:post_id), by which it could be known again"));
            }
            else
            {
                ArticleCount++;
                HasUnsorted |= item.Type == "post" && StateOf(item) == ForeignState.Published && item.Categories.Count == 0;
                named.AddRange(item.Categories);
                CountWhatHasNoPlace(item);
            }
        }

        // An export of the posts alone declares no categories: they are known by the posts.
        _categories.AddRange(named);
        Sort();
        _losses.AddRange(_others.Select(o => new ForeignLoss(
            "other", string.Create(CultureInfo.InvariantCulture, $"{o.Value} × {o.Key.Kind}"), o.Key.Reason)));
        if (Site.Source.Length == 0)
        {
            throw xml.Fault("it does not say which site it comes from (link or wp:base_blog_url)");
        }
    }

    private void CountWhatHasNoPlace(Item item)
    {
        foreach (string list in item.OtherLists)
        {
            Count(list, "the portal has no list of this kind (post_format, a taxonomy of a plugin)");
        }

        // What begins with a line below is none of what people wrote.
        foreach (string field in item.Meta.Keys.Where(k => k.Length > 0 && k[0] != '_'))
        {
            Count($"custom field “{field}”", "articles have no fields of one's own here");
        }
    }

    private void Count(string kind, string reason, int times = 1)
    {
        if (times > 0)
        {
            _others[(kind, reason)] = _others.GetValueOrDefault((kind, reason)) + times;
        }
    }

    private void Remember(Item item)
    {
        string alt = item.Meta.GetValueOrDefault("_wp_attachment_image_alt", "").Trim();
        WordPressFile file = new(item.Id, item.FileAddress, item.Title, alt, item.Excerpt.Trim(), item.ParentId);
        _files[item.Id] = file;
        if (KeyOf(item.FileAddress) is { } path)
        {
            _filesByPath[FileWords.WithoutSize(path)] = file;
        }
    }

    private IEnumerable<Item> Items(ExportXml xml)
    {
        bool isFirst = _address.Length == 0;
        string title = "";
        string link = "";
        string language = "";
        foreach (string outer in xml.Children())
        {
            if (outer != "channel")
            {
                continue;
            }

            foreach (string name in xml.Children())
            {
                switch (name)
                {
                    case "title" when xml.Namespace.Length == 0:
                        title = xml.Text();
                        break;
                    case "link" when xml.Namespace.Length == 0:
                        link = xml.Text();
                        break;
                    case "language":
                        language = xml.Text();
                        break;
                    case "base_blog_url":
                        _address = xml.Text().Trim();
                        break;
                    case "author" when isFirst:
                        Author(xml);
                        break;
                    case "category" when isFirst && IsWordPress(xml):
                        Category(xml);
                        break;
                    case "item":
                        yield return Item.Read(xml);
                        break;
                    default:
                        break;
                }
            }
        }

        _address = (_address.Length > 0 ? _address : link.Trim()).TrimEnd('/');
        Site = new ForeignSite(_address, title.Trim(), language.Length >= 2 ? language[..2].ToLowerInvariant() : "ko");
    }

    private static bool IsWordPress(ExportXml xml) => xml.Namespace.StartsWith("http://wordpress.org/export/", StringComparison.Ordinal);

    private void Author(ExportXml xml)
    {
        Dictionary<string, string> fields = Fields(xml);
        _authors[fields.GetValueOrDefault("author_login", "")] = fields.GetValueOrDefault("author_display_name", "").Trim();
    }

    private void Category(ExportXml xml)
    {
        Dictionary<string, string> fields = Fields(xml);
        string parent = fields.GetValueOrDefault("category_parent", "").Trim();
        if (CategoryOf(fields.GetValueOrDefault("category_nicename", ""), fields.GetValueOrDefault("cat_name", "")) is { } category)
        {
            _categories.Add(category with { ParentKey = parent.Length > 0 ? parent : null });
        }
    }

    /// <summary>At the top. Null when it has neither a name nor a key.</summary>
    private static ForeignCategory? CategoryOf(string niceName, string name)
    {
        string key = niceName.Trim().Length > 0 ? niceName.Trim() : name.Trim();
        return key.Length == 0
            ? null
            : new ForeignCategory(key, string.IsNullOrWhiteSpace(name) ? Uri.UnescapeDataString(key) : name, null, Uri.UnescapeDataString(niceName.Trim()));
    }

    private static Dictionary<string, string> Fields(ExportXml xml)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (string name in xml.Children())
        {
            fields[name] = xml.Text();
        }

        return fields;
    }

    // WordPress lists them by name; a parent that is missing, or in a circle, counts as none.
    private void Sort()
    {
        List<ForeignCategory> sorted = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        List<ForeignCategory> left = [.. _categories.DistinctBy(c => c.Key)];
        while (left.Count > 0)
        {
            List<ForeignCategory> next = left.FindAll(c => c.ParentKey is null || known.Contains(c.ParentKey));
            next = next.Count > 0 ? next : [.. left.Select(c => c with { ParentKey = null })];
            sorted.AddRange(next);
            known.UnionWith(next.Select(c => c.Key));
            left.RemoveAll(c => known.Contains(c.Key));
        }

        _categories.Clear();
        _categories.AddRange(sorted);
    }

    private ForeignArticle Article(Item item)
    {
        // Its blocks write their own markup; before them line ends were paragraphs.
        bool hasBlocks = item.Content.Contains("<!-- wp:", StringComparison.Ordinal);
        string coverId = item.Meta.GetValueOrDefault("_thumbnail_id", "").Trim();
        string? cover = _files.GetValueOrDefault(coverId)?.Address;
        List<string> missing = coverId is "" or "0" or "-1" || cover is not null ? [] : [coverId];
        string html = WordPressMarkup.ToHtml(item.Content, item.Id, _files, missing);
        return new ForeignArticle
        {
            Key = item.Id,
            Title = item.Title,
            Slug = Uri.UnescapeDataString(item.Slug),
            Html = html,
            KeepsLines = !hasBlocks,
            Summary = item.Excerpt,
            State = StateOf(item),
            IsPage = item.Type == "page",
            PublishedAt = item.PublishedAt,
            ChangedAt = item.ChangedAt,
            CategoryKeys = [.. item.Categories.Select(c => c.Key)],
            Tags = [.. item.Tags],
            AuthorName = _authors.GetValueOrDefault(item.Author) is { Length: > 0 } name ? name : item.Author,
            TakesComments = item.TakesComments,
            Cover = cover,
            OldPaths = [.. Paths(item).OfType<string>().Distinct()],
            Comments = [.. item.Comments.Select(c => c.ToComment())],
            MissingPictures = missing,
            Remarks = [.. Remarks(item, html)],
        };
    }

    private static IEnumerable<string> Remarks(Item item, string html)
    {
        if (item.IsSticky)
        {
            yield return "it was kept at the top there: the front page is arranged in the office here";
        }

        if (item.Type == "page" && item.ParentId is not ("" or "0"))
        {
            yield return "it stood below another page there: pages stand by themselves here";
        }

        string[] blocks = [.. WordPressMarkup.BlocksWithoutText(item.Content)];
        if (blocks.Length > 0)
        {
            yield return $"it had blocks that WordPress fills when they are shown, and that are not in its text: {string.Join(", ", blocks)}";
        }

        string[] shortcodes = [.. WordPressMarkup.UnknownShortcodes(html)];
        if (shortcodes.Length > 0)
        {
            yield return $"it had words between brackets that plugins fill when they are shown, and that stay as they were typed: {string.Join(", ", shortcodes)}";
        }
    }

    private static ForeignState StateOf(Item item) =>
        item.Password.Length > 0
            ? ForeignState.Protected
            : item.Status switch
            {
                "publish" => ForeignState.Published,
                "future" => ForeignState.Scheduled,
                "private" => ForeignState.Private,
                "draft" or "pending" or "" => ForeignState.Draft,
                _ => ForeignState.Unknown,
            };

    private IEnumerable<string?> Paths(Item item)
    {
        string root = Uri.TryCreate(_address, UriKind.Absolute, out Uri? site) ? Uri.UnescapeDataString(site.AbsolutePath) : "/";
        yield return OldPath.OfAddress(item.Link);
        yield return OldPath.Of(root, "p=" + item.Id);
        if (item.Type == "page")
        {
            yield return OldPath.Of(root, "page_id=" + item.Id);
        }
    }

    /// <summary>An item of the feed as it stands in the file.</summary>
    private sealed class Item
    {
        public string Id { get; private set; } = "";

        public string Type { get; private set; } = "";

        public string Title { get; private set; } = "";

        public string Link { get; private set; } = "";

        public string Author { get; private set; } = "";

        public string Content { get; private set; } = "";

        public string Excerpt { get; private set; } = "";

        public string Slug { get; private set; } = "";

        public string Status { get; private set; } = "";

        public string Password { get; private set; } = "";

        public string ParentId { get; private set; } = "";

        public string FileAddress { get; private set; } = "";

        public bool TakesComments { get; private set; } = true;

        public bool IsSticky { get; private set; }

        public DateTime? PublishedAt { get; private set; }

        public DateTime? ChangedAt { get; private set; }

        public List<ForeignCategory> Categories { get; } = [];

        public List<string> Tags { get; } = [];

        /// <summary>The kinds of further lists in which it stands.</summary>
        public List<string> OtherLists { get; } = [];

        public List<ItemComment> Comments { get; } = [];

        public Dictionary<string, string> Meta { get; } = new(StringComparer.Ordinal);

        public static Item Read(ExportXml xml)
        {
            Item item = new();
            DateTime? inFeed = null;
            foreach (string name in xml.Children())
            {
                switch (name)
                {
                    case "title":
                        item.Title = HtmlToMarkdown.WordsOf(xml.Text()).Trim();
                        break;
                    case "link":
                        item.Link = xml.Text().Trim();
                        break;
                    case "creator":
                        item.Author = xml.Text().Trim();
                        break;
                    case "pubDate":
                        inFeed = DateTimeOffset.TryParse(xml.Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var said)
                            ? said.UtcDateTime
                            : null;
                        break;
                    case "encoded" when xml.Namespace.Contains("excerpt", StringComparison.Ordinal):
                        item.Excerpt = xml.Text();
                        break;
                    case "encoded":
                        item.Content = xml.Text();
                        break;
                    case "category":
                        item.Sort(xml.Attribute("domain"), xml.Attribute("nicename"), xml.Text());
                        break;
                    case "post_id":
                        item.Id = xml.Text().Trim();
                        break;
                    case "post_type":
                        item.Type = xml.Text().Trim();
                        break;
                    case "post_name":
                        item.Slug = xml.Text().Trim();
                        break;
                    case "status":
                        item.Status = xml.Text().Trim();
                        break;
                    case "post_password":
                        item.Password = xml.Text();
                        break;
                    case "post_parent":
                        item.ParentId = xml.Text().Trim();
                        break;
                    case "post_date_gmt":
                        item.PublishedAt = Utc(xml.Text());
                        break;
                    case "post_modified_gmt":
                        item.ChangedAt = Utc(xml.Text());
                        break;
                    case "comment_status":
                        item.TakesComments = xml.Text().Trim() == "open";
                        break;
                    case "is_sticky":
                        item.IsSticky = xml.Text().Trim() == "1";
                        break;
                    case "attachment_url":
                        item.FileAddress = xml.Text().Trim();
                        break;
                    case "postmeta":
                        Dictionary<string, string> meta = Fields(xml);
                        item.Meta[meta.GetValueOrDefault("meta_key", "")] = meta.GetValueOrDefault("meta_value", "");
                        break;
                    case "comment":
                        item.Comments.Add(new ItemComment(Fields(xml)));
                        break;
                    default:
                        break;
                }
            }

            // Drafts of a site have a date of nothing but zeros.
            item.PublishedAt ??= inFeed > DateTime.UnixEpoch ? inFeed : null;
            return item;
        }

        private void Sort(string domain, string key, string name)
        {
            if (domain == "category" && CategoryOf(key, name) is { } category)
            {
                Categories.Add(category);
            }
            else if (domain is "post_tag" or "tag")
            {
                Tags.Add(string.IsNullOrWhiteSpace(name) ? Uri.UnescapeDataString(key) : name);
            }
            else if (domain is not ("" or "category"))
            {
                OtherLists.Add(domain);
            }
        }
    }

    private sealed record ItemComment(Dictionary<string, string> Fields)
    {
        public ForeignComment ToComment() => new(
            Of("comment_id"),
            Of("comment_parent") is "" or "0" ? null : Of("comment_parent"),
            System.Net.WebUtility.HtmlDecode(Of("comment_author")),
            Of("comment_content"),
            IsSecret: false,
            Utc(Of("comment_date_gmt")),
            (Of("comment_type"), Of("comment_approved")) switch
            {
                ("pingback" or "trackback", _) => ForeignCommentState.Mention,
                (not ("" or "comment"), _) => ForeignCommentState.Other,
                (_, "1") => ForeignCommentState.Visible,
                (_, "0") => ForeignCommentState.Waiting,
                _ => ForeignCommentState.Refused,
            });

        private string Of(string name) => Fields.GetValueOrDefault(name, "").Trim();
    }

    private static DateTime? Utc(string text) =>
        DateTime.TryParseExact(
            text.Trim(),
            "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTime at)
            ? at
            : null;
}
