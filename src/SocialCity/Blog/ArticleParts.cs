namespace SocialCity.Blog;

/// <summary>Somebody's name above an article. It carries the article's place in lists, so that an author's list walks one index.</summary>
public sealed class ArticleAuthor
{
    private ArticleAuthor()
    {
    }

    public ArticleAuthor(long accountId, int place)
    {
        AccountId = accountId;
        Place = place;
    }

    public long ArticleId { get; private set; }

    public long AccountId { get; private set; }

    /// <summary>From 1, in the order of the names.</summary>
    public int Place { get; private set; }

    /// <inheritdoc cref="Article.ListedAt"/>
    public DateTime? ListedAt { get; private set; }

    internal void Move(int place) => Place = place;

    internal void List(DateTime? at) => ListedAt = at;
}

/// <summary>A tag on an article, with the article's place in lists.</summary>
public sealed class ArticleTag
{
    private ArticleTag()
    {
    }

    public ArticleTag(long tagId) => TagId = tagId;

    public long ArticleId { get; private set; }

    public long TagId { get; private set; }

    /// <inheritdoc cref="Article.ListedAt"/>
    public DateTime? ListedAt { get; private set; }

    internal void List(DateTime? at) => ListedAt = at;
}

/// <summary>A photo that stands in the text of an article: it is shown to whom the article is.</summary>
public sealed class ArticlePhoto
{
    private ArticlePhoto()
    {
    }

    public ArticlePhoto(long mediaId) => MediaId = mediaId;

    public long ArticleId { get; private set; }

    public long MediaId { get; private set; }
}

/// <summary>What happened to an article: who, when, why.</summary>
public sealed class ArticleEvent
{
    public const int TextLength = 1_000;

    private ArticleEvent()
    {
    }

    public ArticleEvent(ArticleAct act, long? actorId, string text, DateTime at)
    {
        Act = act;
        ActorId = actorId;
        Text = text.Length > TextLength ? text[..TextLength] : text;
        At = at;
    }

    public long Id { get; private set; }

    public long ArticleId { get; private set; }

    public ArticleAct Act { get; private set; }

    public long? ActorId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }
}

/// <summary>The words of an article as they stood after one change.</summary>
public sealed class ArticleRevision
{
    private ArticleRevision()
    {
    }

    public ArticleRevision(long? accountId, string title, string summary, string text, DateTime at)
    {
        AccountId = accountId;
        Title = title;
        Summary = summary;
        Text = text;
        At = at;
    }

    public long Id { get; private set; }

    public long ArticleId { get; private set; }

    public long? AccountId { get; private set; }

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }
}

/// <summary>An address under which an article was known: here before, or in the system it came from. It leads on for good.</summary>
public sealed class ArticleAddress
{
    public const int PathLength = 400;

    private ArticleAddress()
    {
    }

    public ArticleAddress(string path) => Path = path;

    public long Id { get; private set; }

    public long ArticleId { get; private set; }

    /// <summary>Path and query within the portal, decoded, as /entry/제목 or /?p=12.</summary>
    public string Path { get; private set; } = "";
}

/// <summary>
/// What somebody typed and did not save yet, kept by the portal while they write. It never touches the article: it is offered when the
/// same person opens the editor again.
/// </summary>
public sealed class ArticleDraft
{
    private ArticleDraft()
    {
    }

    public ArticleDraft(long articleId, long accountId)
    {
        ArticleId = articleId;
        AccountId = accountId;
    }

    public long ArticleId { get; private set; }

    public long AccountId { get; private set; }

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>The version of the article that it was begun from.</summary>
    public Guid BasedOn { get; private set; }

    /// <summary>Grows with each keeping: two windows of one person do not write over each other.</summary>
    public int Number { get; private set; }

    public DateTime KeptAt { get; private set; }

    /// <summary>Keeps what was typed, unless something newer was kept in the meantime.</summary>
    /// <param name="number">The number that the window last saw; 0 before the first.</param>
    /// <returns>Whether it was kept.</returns>
    public bool Keep(string title, string summary, string text, Guid basedOn, int number, DateTime now)
    {
        if (number != Number)
        {
            return false;
        }

        Title = title;
        Summary = summary;
        Text = text;
        BasedOn = basedOn;
        Number++;
        KeptAt = now;
        return true;
    }
}

/// <summary>That somebody has the editor of an article open: the other one sees it.</summary>
public sealed class ArticlePresence
{
    /// <summary>Without a sign of life for so long, the window is taken to be closed.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(90);

    private ArticlePresence()
    {
    }

    public ArticlePresence(long articleId, long accountId, DateTime seenAt)
    {
        ArticleId = articleId;
        AccountId = accountId;
        SeenAt = seenAt;
    }

    public long ArticleId { get; private set; }

    public long AccountId { get; private set; }

    public DateTime SeenAt { get; private set; }
}
