using System.Globalization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Text;

namespace SocialCity.Blog;

/// <summary>What an author writes: everything about an article but what becomes of it.</summary>
public sealed record ArticleContent
{
    public required string Title { get; init; }

    /// <summary>The last part of its address; see <see cref="Slug"/>.</summary>
    public required string Slug { get; init; }

    /// <summary>Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>One or two sentences for lists, feeds and mails; empty to take the first of the text.</summary>
    public string Summary { get; init; } = "";

    /// <summary>ISO 639-1.</summary>
    public string Language { get; init; } = "ko";

    public BlogCategory? Category { get; init; }

    public IReadOnlyList<long> TagIds { get; init; } = [];

    public long? SeriesId { get; init; }

    /// <summary>The place within the series, from 1.</summary>
    public int SeriesPlace { get; init; }

    /// <summary>The photo above it, a <see cref="Media.MediaFile"/>.</summary>
    public long? CoverId { get; init; }

    /// <summary>The photos that stand in the text; see <see cref="ArticlePhotos"/>.</summary>
    public IReadOnlyList<long> PhotoIds { get; init; } = [];

    /// <summary>Where it appeared first, when that was not here.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The line that says whose words these are, when they are not those of the authors' accounts.</summary>
    public string Credit { get; init; } = "";

    public bool TakesComments { get; init; } = true;

    /// <summary>A page that stands by itself (about, contact): in no list and no feed.</summary>
    public bool IsPage { get; init; }
}

/// <summary>
/// An article of the city blog, by officials or by a citizen whose story the editors took up. What can happen to it stands in
/// <see cref="ArticleTransitions"/>. For change it is loaded with its authors and tags (<see cref="ArticleQueries.ForChange"/>), which
/// carry its place in their lists, and its photos.
/// </summary>
public sealed class Article : IVersioned
{
    public const int TitleLength = 200;
    public const int SlugLength = 120;
    public const int SummaryLength = 300;
    public const int TextLength = MarkdownText.MaxLength;
    public const int UrlLength = 500;
    public const int CreditLength = 200;
    public const int MostTags = 15;
    public const int MostAuthors = 10;

    /// <summary>What is scheduled further ahead is a slip of the pen: nobody would remember it.</summary>
    public const int MostYearsAhead = 2;

    private const string PathBeginning = "/blog/";

    private readonly List<ArticleAuthor> _authors = [];
    private readonly List<ArticleTag> _tags = [];
    private readonly List<ArticlePhoto> _photos = [];
    private readonly List<ArticleEvent> _events = [];
    private readonly List<ArticleRevision> _revisions = [];
    private readonly List<ArticleAddress> _addresses = [];

    private Article()
    {
    }

    /// <summary>Begins a draft.</summary>
    /// <param name="content">The first words.</param>
    /// <param name="actor">Its first author; the portal itself when it comes from elsewhere.</param>
    /// <param name="departmentId">In whose name an official writes; null for a citizen's story.</param>
    /// <param name="now">UTC.</param>
    public Article(ArticleContent content, Actor actor, long? departmentId, DateTime now)
    {
        CreatedAt = now;
        State = ArticleState.Draft;
        DepartmentId = departmentId;
        IsStory = actor.AccountId is not null && !actor.IsStaff;
        if (actor.AccountId is { } author)
        {
            _authors.Add(new ArticleAuthor(author, 1));
        }

        Take(content, ArticleBody.Render(content.Text), actor.AccountId, now);
    }

    public long Id { get; private set; }

    public string Title { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>The text as it stands on the page: made when it is written, not when it is read.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The headings of the text, for the list of contents.</summary>
    public IReadOnlyList<ArticleHeading> Headings { get; private set; } = [];

    public int ReadingMinutes { get; private set; }

    public string Language { get; private set; } = "ko";

    public long? CategoryId { get; private set; }

    /// <summary>The category above its own, or its own where there is none above: a category shows those below it too.</summary>
    public long? TopCategoryId { get; private set; }

    public long? SeriesId { get; private set; }

    public int SeriesPlace { get; private set; }

    public long? CoverId { get; private set; }

    public string? CanonicalUrl { get; private set; }

    public string Credit { get; private set; } = "";

    public bool TakesComments { get; private set; }

    public bool IsPage { get; private set; }

    /// <summary>A citizen's story, taken up by the editors.</summary>
    public bool IsStory { get; private set; }

    /// <summary>When the citizen agreed that the city publishes the story with their name.</summary>
    public DateTime? ConsentedAt { get; private set; }

    public long? DepartmentId { get; private set; }

    public ArticleState State { get; private set; }

    /// <summary>The time for which it is, or was, scheduled. UTC.</summary>
    public DateTime? PublishAt { get; private set; }

    /// <summary>When it came out first: the intended time of a scheduled one, whenever the portal got round to it. UTC.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>Its place in lists and feeds: <see cref="PublishedAt"/> while it is published and no page; else null.</summary>
    public DateTime? ListedAt { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>When its words last changed, or came out: never before <see cref="PublishedAt"/>.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Visible comments, kept with them.</summary>
    public int CommentCount { get; private set; }

    /// <summary>Reactions, kept with them.</summary>
    public int ReactionCount { get; private set; }

    /// <summary>Pages elsewhere that are shown as speaking of it, kept with them.</summary>
    public int MentionCount { get; private set; }

    /// <summary>Grows with each change of what everybody sees below it (comments, reactions, mentions): a kept page is told apart by it.</summary>
    public int TalkVersion { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<ArticleAuthor> Authors => _authors;

    public IReadOnlyList<ArticleTag> Tags => _tags;

    public IReadOnlyList<ArticlePhoto> Photos => _photos;

    public IReadOnlyList<ArticleEvent> Events => _events;

    public IReadOnlyList<ArticleRevision> Revisions => _revisions;

    public IReadOnlyList<ArticleAddress> Addresses => _addresses;

    public bool IsPublished => State == ArticleState.Published;

    /// <summary>The path of its page within the portal.</summary>
    public string Path => PathOf(Slug);

    public static string PathOf(string slug) => PathBeginning + slug;

    /// <summary>The slug in the path of a page; null when it is the path of something else.</summary>
    public static string? SlugIn(string path) =>
        path.StartsWith(PathBeginning, StringComparison.Ordinal) && path[PathBeginning.Length..] is { Length: > 0 } slug && !slug.Contains('/', StringComparison.Ordinal)
            ? slug
            : null;

    /// <summary>The path of the page on which it is written.</summary>
    public static string EditorPathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"/blog/write/{id}");

    /// <summary>In which capacities somebody stands to it. A citizen's draft is no editor's business before it is handed in.</summary>
    public ArticleRoles RolesOf(Actor actor)
    {
        bool isAuthor = actor.AccountId is { } me && _authors.Exists(a => a.AccountId == me);
        bool isEditor = actor.Has(Right.Editor);
        return (actor.IsSystem ? ArticleRoles.System : ArticleRoles.None)
            | (isEditor && !(IsStory && State == ArticleState.Draft) ? ArticleRoles.Editor : ArticleRoles.None)
            | (isAuthor ? ArticleRoles.Author : ArticleRoles.None)
            | (isAuthor && IsStory && !actor.IsStaff ? ArticleRoles.Citizen : ArticleRoles.None)
            | (!isAuthor && IsStory && !isEditor && actor.Departments().Count > 0 ? ArticleRoles.Official : ArticleRoles.None);
    }

    /// <summary>
    /// Editors change the words at any time; authors while it is theirs, and officials also what is out: they correct what they said.
    /// </summary>
    public bool MayWrite(Actor actor)
    {
        ArticleRoles roles = RolesOf(actor);
        return roles.HasFlag(ArticleRoles.Editor) || actor.IsSystem
            || (roles.HasFlag(ArticleRoles.Author) && (State == ArticleState.Draft || (State == ArticleState.Published && actor.IsStaff)));
    }

    /// <summary>
    /// Whether this person may delete it for good: a draft that never came out, by whoever may write it. A citizen's story is the citizen's:
    /// whoever took it up does not delete it.
    /// </summary>
    public bool MayDelete(Actor actor) =>
        State == ArticleState.Draft && PublishedAt is null && MayWrite(actor)
        && (!IsStory || _authors.Count == 1 || RolesOf(actor).HasFlag(ArticleRoles.Citizen));

    /// <summary>Changes the words; what stood there stays as a revision, and an address once known leads on to the new one.</summary>
    public ArticleRefusal? Write(ArticleContent content, Actor actor, DateTime now)
    {
        if (!MayWrite(actor))
        {
            return ArticleRefusal.NotAllowed;
        }

        ArticleBody body = ArticleBody.Render(content.Text);
        if (State is not ArticleState.Draft
            && Missing(content.Title, content.Text, body.LacksAltText, content.Category is not null || content.IsPage) is { } missing)
        {
            return missing;
        }

        if (PublishedAt is not null && Slug != content.Slug)
        {
            // One that it takes back is no former one any more.
            _addresses.RemoveAll(a => a.Path == PathOf(content.Slug));
            if (!_addresses.Exists(a => a.Path == Path))
            {
                _addresses.Add(new ArticleAddress(Path));
            }
        }

        Take(content, body, actor.AccountId, now);
        return null;
    }

    /// <summary>Changes title, summary and text alone: an older wording is taken up again, personal data is hidden.</summary>
    public ArticleRefusal? Reword(string title, string summary, string text, Actor actor, DateTime now)
    {
        if (!MayWrite(actor))
        {
            return ArticleRefusal.NotAllowed;
        }

        ArticleBody body = ArticleBody.Render(text);
        if (State is not ArticleState.Draft && Missing(title, text, body.LacksAltText, CategoryId is not null || IsPage) is { } missing)
        {
            return missing;
        }

        TakeWords(title, summary, text, body, actor.AccountId, now);
        return null;
    }

    /// <summary>Writes the sizes of the photos into the text as it stands on the page; its words stay.</summary>
    internal void SizePhotos(Func<string, string> size) => Html = size(Html);

    /// <summary>Sets who stands as author, in this order. At least one remains while anybody did.</summary>
    public ArticleRefusal? Credited(IReadOnlyList<long> accountIds, Actor actor)
    {
        // Whoever takes a citizen's story up stands beside the citizen, not in the citizen's place.
        bool dropsCitizen = IsStory && !RolesOf(actor).HasFlag(ArticleRoles.Editor) && !actor.IsSystem
            && _authors.Exists(a => a.AccountId != actor.AccountId && !accountIds.Contains(a.AccountId));
        if (!MayWrite(actor) || dropsCitizen || accountIds.Count > MostAuthors || (accountIds.Count == 0 && _authors.Count > 0))
        {
            return ArticleRefusal.NotAllowed;
        }

        _authors.RemoveAll(a => !accountIds.Contains(a.AccountId));
        foreach (var (place, id) in accountIds.Distinct().Index())
        {
            if (_authors.Find(a => a.AccountId == id) is { } known)
            {
                known.Move(place + 1);
            }
            else
            {
                _authors.Add(new ArticleAuthor(id, place + 1));
            }
        }

        List();
        return null;
    }

    /// <summary>The citizen agrees that the city edits and publishes the story with their name.</summary>
    public ArticleRefusal? Consent(Actor actor, DateTime now)
    {
        if (!RolesOf(actor).HasFlag(ArticleRoles.Author))
        {
            return ArticleRefusal.NotAllowed;
        }

        ConsentedAt ??= now;
        return null;
    }

    public ArticleRefusal? Submit(Actor actor, DateTime now) => Do(ArticleAct.Submit, actor, "", now);

    public ArticleRefusal? Recall(Actor actor, DateTime now) => Do(ArticleAct.Recall, actor, "", now);

    /// <param name="text">What should be changed.</param>
    public ArticleRefusal? Return(string text, Actor actor, DateTime now) => Do(ArticleAct.Return, actor, text, now);

    /// <param name="at">UTC; not before <paramref name="now"/>, nor more than <see cref="MostYearsAhead"/> after it.</param>
    public ArticleRefusal? Schedule(DateTime at, Actor actor, DateTime now)
    {
        if (at < now)
        {
            return ArticleRefusal.InThePast;
        }

        if (at > now.AddYears(MostYearsAhead))
        {
            return ArticleRefusal.TooFarAhead;
        }

        if (Do(ArticleAct.Schedule, actor, "", now) is { } refusal)
        {
            return refusal;
        }

        PublishAt = at;
        return null;
    }

    /// <summary>Brings it out; a scheduled one that the portal brings out bears the time it was scheduled for.</summary>
    public ArticleRefusal? Publish(Actor actor, DateTime now)
    {
        if (actor.IsSystem && (PublishAt is not { } due || due > now))
        {
            return ArticleRefusal.NotAllowed;
        }

        if (Do(ArticleAct.Publish, actor, "", now) is { } refusal)
        {
            return refusal;
        }

        PublishedAt ??= actor.IsSystem && PublishAt is { } intended ? intended : now;
        ChangedAt = PublishedAt is { } at && at > ChangedAt ? at : ChangedAt;
        List();
        return null;
    }

    /// <param name="text">Why; the authors are told.</param>
    public ArticleRefusal? Archive(string text, Actor actor, DateTime now)
    {
        if (Do(ArticleAct.Archive, actor, text, now) is { } refusal)
        {
            return refusal;
        }

        List();
        return null;
    }

    /// <summary>The citizen wants the story taken down: it is, and comes out again with a new consent only.</summary>
    /// <param name="text">Why; may be empty.</param>
    public ArticleRefusal? Withdraw(string text, Actor actor, DateTime now)
    {
        if (Do(ArticleAct.Withdraw, actor, text, now) is { } refusal)
        {
            return refusal;
        }

        ConsentedAt = null;
        List();
        return null;
    }

    /// <summary>An official takes a citizen's story up: its draft is theirs too, and its names and credit stay.</summary>
    public ArticleRefusal? TakeUp(Actor actor, DateTime now)
    {
        if (actor.AccountId is not { } me || _authors.Count >= MostAuthors || Do(ArticleAct.TakeUp, actor, "", now) is not null)
        {
            return ArticleRefusal.NotAllowed;
        }

        _authors.Add(new ArticleAuthor(me, _authors.Count == 0 ? 1 : _authors.Max(a => a.Place) + 1));
        return null;
    }

    /// <summary>
    /// Takes over from another system what was public there, as it was: its times, and the addresses that lead to it.
    /// </summary>
    /// <param name="publishedAt">UTC; null for what is no news.</param>
    /// <param name="changedAt">When its words last changed there, UTC; null when nobody knows: then when it came out.</param>
    /// <param name="oldPaths">As <see cref="ArticleAddress.Path"/>.</param>
    /// <param name="now">UTC.</param>
    public void Import(DateTime? publishedAt, DateTime? changedAt, IEnumerable<string> oldPaths, DateTime now)
    {
        foreach (string path in oldPaths.Where(p => !_addresses.Exists(a => a.Path == p)))
        {
            _addresses.Add(new ArticleAddress(path));
        }

        if (publishedAt is { } at)
        {
            PublishedAt = at;
            ChangedAt = changedAt is { } changed && changed > at && changed <= now ? changed : at;
            State = ArticleState.Published;
            _events.Add(new ArticleEvent(ArticleAct.Publish, null, "", now));
        }

        List();
    }

    /// <summary>Takes the name of an account that is being closed away; the article stays.</summary>
    public void ForgetAuthor(long accountId)
    {
        _authors.RemoveAll(a => a.AccountId == accountId);
    }

    private ArticleRefusal? Do(ArticleAct act, Actor actor, string text, DateTime now)
    {
        if (ArticleTransitions.Find(State, act) is not { } row || (row.Who & RolesOf(actor)) == 0)
        {
            return ArticleRefusal.NotAllowed;
        }

        if (row.NeedsText && string.IsNullOrWhiteSpace(text))
        {
            return ArticleRefusal.NeedsText;
        }

        if (row.To is ArticleState.InReview or ArticleState.Scheduled or ArticleState.Published)
        {
            // Where it belongs the editors may say.
            bool isPlaced = CategoryId is not null || IsPage || row.To == ArticleState.InReview;
            if (Missing(Title, Text, ArticleBody.HasPictureWithoutText(Html), isPlaced) is { } missing)
            {
                return missing;
            }

            if (IsStory && ConsentedAt is null)
            {
                return ArticleRefusal.NeedsConsent;
            }
        }

        State = row.To;
        _events.Add(new ArticleEvent(act, actor.AccountId, text.Trim(), now));
        return null;
    }

    private static ArticleRefusal? Missing(string title, string text, bool lacksAltText, bool isPlaced) =>
        string.IsNullOrWhiteSpace(title) || string.IsNullOrWhiteSpace(text) || !isPlaced
            ? ArticleRefusal.Unfinished
            : lacksAltText ? ArticleRefusal.NeedsAltText : null;

    private void TakeWords(string title, string summary, string text, ArticleBody body, long? byId, DateTime now)
    {
        if (Title != title || Summary != summary || Text != text || Version == default)
        {
            Html = body.Html;
            Headings = body.Headings;
            ReadingMinutes = body.ReadingMinutes;
            ChangedAt = now;
            _revisions.Add(new ArticleRevision(byId, title, summary, text, now));
        }

        Title = title;
        Summary = summary;
        Text = text;
    }

    private void Take(ArticleContent content, ArticleBody body, long? byId, DateTime now)
    {
        TakeWords(content.Title, content.Summary, content.Text, body, byId, now);
        Slug = content.Slug;
        Language = content.Language;
        CategoryId = content.Category?.Id;
        TopCategoryId = content.Category?.ParentId ?? content.Category?.Id;
        SeriesId = content.SeriesId;
        SeriesPlace = content.SeriesPlace;
        CoverId = content.CoverId;
        CanonicalUrl = content.CanonicalUrl;
        Credit = content.Credit;
        TakesComments = content.TakesComments;
        IsPage = content.IsPage;
        _tags.RemoveAll(t => !content.TagIds.Contains(t.TagId));
        _tags.AddRange(content.TagIds.Distinct().Where(id => !_tags.Exists(t => t.TagId == id)).Take(MostTags).Select(id => new ArticleTag(id)).ToList());

        // One that an older wording shows stays: it can be restored.
        _photos.AddRange(content.PhotoIds.Distinct().Where(id => !_photos.Exists(p => p.MediaId == id)).Select(id => new ArticlePhoto(id)).ToList());
        List();
    }

    /// <summary>Puts it into the lists, or out of them: its own place and that among its tags' and authors' articles.</summary>
    private void List()
    {
        ListedAt = State == ArticleState.Published && !IsPage ? PublishedAt : null;
        _tags.ForEach(t => t.List(ListedAt));
        _authors.ForEach(a => a.List(ListedAt));
    }
}
