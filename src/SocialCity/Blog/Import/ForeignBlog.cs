namespace SocialCity.Blog.Import;

/// <summary>A blog kept by another system, as its export tells of it.</summary>
/// <param name="Source">What tells it apart from other blogs: its address, or its name where the export has no address.</param>
/// <param name="Language">ISO 639-1.</param>
public sealed record ForeignSite(string Source, string Title, string Language);

/// <param name="Key">How the export calls it.</param>
/// <param name="ParentKey">The category above, of any depth; null at the top.</param>
/// <param name="Slug">The last part of its address there, decoded; empty to take its name.</param>
public sealed record ForeignCategory(string Key, string Name, string? ParentKey, string Slug = "");

/// <summary>Where an article stood in the other system.</summary>
public enum ForeignState
{
    Published = 1,

    /// <summary>A draft, or waiting for somebody's review.</summary>
    Draft = 2,

    /// <summary>To come out later.</summary>
    Scheduled = 3,

    /// <summary>For its own writers only.</summary>
    Private = 4,

    /// <summary>For those who know its password.</summary>
    Protected = 5,

    /// <summary>In a way that only the other system knows.</summary>
    Unknown = 6,
}

public sealed record ForeignArticle
{
    /// <summary>How the export calls it.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>The last part of its address there, decoded; empty when it had none.</summary>
    public string Slug { get; init; } = "";

    public required string Html { get; init; }

    /// <summary>Whether line ends in the text mean what they look like.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>HTML or plain; empty when it has none.</summary>
    public string Summary { get; init; } = "";

    public ForeignState State { get; init; } = ForeignState.Published;

    public bool IsPage { get; init; }

    /// <summary>UTC; null when the export does not say.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>When its words last changed, UTC; null when the export does not say.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>The first is its own; a blog of the portal has one category for each article.</summary>
    public IReadOnlyList<string> CategoryKeys { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string AuthorName { get; init; } = "";

    public bool TakesComments { get; init; } = true;

    /// <summary>The source of the picture above the text; null for none.</summary>
    public string? Cover { get; init; }

    /// <summary>Paths, with a query where it matters, under which it was known; decoded.</summary>
    public IReadOnlyList<string> OldPaths { get; init; } = [];

    public IReadOnlyList<ForeignComment> Comments { get; init; } = [];

    /// <summary>The files that the export brings for it.</summary>
    public IReadOnlyList<ForeignFile> Files { get; init; } = [];

    /// <summary>The numbers of pictures that it shows and the export does not tell of.</summary>
    public IReadOnlyList<string> MissingPictures { get; init; } = [];

    /// <summary>What is not as it was there, for the report: a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

public enum ForeignCommentState
{
    Visible = 1,

    /// <summary>Waited for somebody to look at it.</summary>
    Waiting = 2,

    /// <summary>Held for spam, or thrown away.</summary>
    Refused = 3,

    /// <summary>A pingback or trackback of another site, not somebody's words.</summary>
    Mention = 4,

    /// <summary>Of a kind that is none of the readers': a note among the writers, an entry of a plugin.</summary>
    Other = 5,
}

/// <param name="Key">How the export calls it, over all articles.</param>
/// <param name="ParentKey">The comment that it replies to, of any depth.</param>
/// <param name="Html">Its words.</param>
/// <param name="IsSecret">비밀댓글.</param>
/// <param name="At">UTC.</param>
public sealed record ForeignComment(
    string Key, string? ParentKey, string Name, string Html, bool IsSecret, DateTime? At, ForeignCommentState State);

/// <summary>A picture of the other system that was found.</summary>
/// <param name="Key">What tells it apart within its blog.</param>
/// <param name="Name">As its owner called it.</param>
/// <param name="AltText">What is said of it there; empty for nothing.</param>
/// <param name="Path">The file on this machine; null when it is known but was not found.</param>
public sealed record ForeignFile(string Key, string Name, string AltText, string? Path);

/// <summary>What could not be brought, and why.</summary>
public sealed record ForeignLoss(string Kind, string Item, string Reason);

/// <summary>An export that is read twice: once as a whole, so that nothing is begun with a broken file, then article by article.</summary>
public interface IForeignBlog
{
    ForeignSite Site { get; }

    /// <summary>Those above come before those below.</summary>
    IReadOnlyList<ForeignCategory> Categories { get; }

    int ArticleCount { get; }

    /// <summary>Whether an article that was published there stands in none of the categories.</summary>
    bool HasUnsorted { get; }

    /// <summary>What the export holds and the portal has no place for.</summary>
    IReadOnlyList<ForeignLoss> Losses { get; }

    /// <summary>The files that it kept for all articles, by the keys that <see cref="Find"/> gives them; a photo that it cannot find, by its source.</summary>
    IEnumerable<ForeignFile> Library { get; }

    /// <summary>Reads one after the other. Files that lie within the export are put aside as they come, until <see cref="Forget"/>.</summary>
    /// <exception cref="UnreadableExportException">The file has changed since it was opened.</exception>
    IEnumerable<ForeignArticle> Articles();

    /// <summary>The file of a picture; null when the export and its folder know nothing of it.</summary>
    /// <param name="article">In whose text it stands.</param>
    /// <param name="source">As the text has it.</param>
    ForeignFile? Find(ForeignArticle article, string source);

    /// <summary>The files of the articles so far are needed no more.</summary>
    void Forget();
}

/// <summary>The file is not what it should be. The message is one sentence for who called the command.</summary>
public sealed class UnreadableExportException(string message, Exception? inner = null) : Exception(message, inner);
