using System.Globalization;
using SocialCity.Data;
using SocialCity.Text;

namespace SocialCity.Blog;

/// <summary>A category of the blog, of two levels at most. Its counts are kept with what is published.</summary>
public sealed class BlogCategory : IVersioned
{
    public const int NameLength = 60;
    public const int SlugLength = 60;

    private BlogCategory()
    {
    }

    /// <param name="parent">Of the first level, or null.</param>
    /// <exception cref="ArgumentException">The parent is itself below another.</exception>
    public BlogCategory(LocalText name, string slug, BlogCategory? parent, int order)
    {
        if (parent?.ParentId is not null)
        {
            throw new ArgumentException("Categories have two levels.", nameof(parent));
        }

        Name = name;
        Slug = slug;
        ParentId = parent?.Id;
        Order = order;
    }

    public long Id { get; private set; }

    public long? ParentId { get; private set; }

    public LocalText Name { get; private set; } = new("");

    public string Slug { get; private set; } = "";

    public int Order { get; private set; }

    /// <summary>Listed articles of it and of those below it.</summary>
    public int ArticleCount { get; private set; }

    public Guid Version { get; private set; }

    public void Change(LocalText name, string slug, int order)
    {
        Name = name;
        Slug = slug;
        Order = order;
    }
}

/// <summary>A tag, made when somebody first writes it.</summary>
public sealed class BlogTag
{
    public const int NameLength = 40;
    public const int SlugLength = 60;

    private BlogTag()
    {
    }

    public BlogTag(string name, string slug)
    {
        Name = name;
        Slug = slug;
    }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Slug { get; private set; } = "";

    /// <summary>Listed articles that bear it.</summary>
    public int ArticleCount { get; private set; }

    /// <summary>The part of its address, by which two names are the same tag. What tells C from C++ and C#, and signs alone, are said in words and numbers.</summary>
    public static string SlugOf(string name)
    {
        string line = CleanText.Line(name);
        string word = line.TrimEnd('+', '#');
        string signs = line[word.Length..].Replace("+", "plus", StringComparison.Ordinal).Replace("#", "sharp", StringComparison.Ordinal);
        return Text.Slug.From(
            word.Length > 0 ? word + signs : line,
            "tag-" + string.Join('-', line.EnumerateRunes().Select(r => r.Value.ToString("x", CultureInfo.InvariantCulture))),
            SlugLength);
    }
}

/// <summary>연재: articles that are read one after the other.</summary>
public sealed class ArticleSeries : IVersioned
{
    public const int TitleLength = 120;
    public const int SlugLength = 80;
    public const int SummaryLength = 500;

    private ArticleSeries()
    {
    }

    public ArticleSeries(string title, string slug, string summary)
    {
        Title = title;
        Slug = slug;
        Summary = summary;
    }

    public long Id { get; private set; }

    public string Title { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public Guid Version { get; private set; }

    public void Change(string title, string slug, string summary)
    {
        Title = title;
        Slug = slug;
        Summary = summary;
    }
}

/// <summary>How many articles came out in a month of the city's time; the archive is made of these.</summary>
public sealed class BlogMonth
{
    private BlogMonth()
    {
    }

    public BlogMonth(int year, int month)
    {
        Year = year;
        Month = month;
    }

    public int Year { get; private set; }

    /// <summary>From 1.</summary>
    public int Month { get; private set; }

    public int ArticleCount { get; private set; }

    internal void Count(int articles) => ArticleCount = articles;
}

/// <summary>
/// How often what the lists show has changed. A page kept for many readers is kept under this number, so that a change shows at once, on
/// whichever node it was made.
/// </summary>
public sealed class BlogEdition
{
    public const int TheId = 1;

    public int Id { get; private set; } = TheId;

    public int Number { get; private set; }

    /// <summary>How often the counts of comments and reactions beside the titles have changed.</summary>
    public int TalkNumber { get; private set; }
}

/// <summary>A place of the blog's front page that an editor filled by hand.</summary>
public sealed class FrontPlace
{
    /// <summary>One large and four beside it.</summary>
    public const int Most = 5;

    private FrontPlace()
    {
    }

    public FrontPlace(int place, long articleId)
    {
        Place = place;
        ArticleId = articleId;
    }

    /// <summary>From 1, the large one.</summary>
    public int Place { get; private set; }

    public long ArticleId { get; private set; }
}

/// <summary>The name under which a person writes in public: a part of addresses, since display names need not be unique.</summary>
public sealed class Byline
{
    public const int HandleLength = 60;
    public const int IntroductionLength = 1_000;

    private Byline()
    {
    }

    public Byline(long accountId, string handle)
    {
        AccountId = accountId;
        Handle = handle;
    }

    public long AccountId { get; private set; }

    public string Handle { get; private set; } = "";

    /// <summary>What the person does, Markdown.</summary>
    public string Introduction { get; private set; } = "";

    /// <summary>Listed articles.</summary>
    public int ArticleCount { get; private set; }

    public void Introduce(string text) => Introduction = text;
}

/// <summary>One thing that an official is working on, in a few sentences, on their own page.</summary>
public sealed class WorkNote
{
    public const int TextLength = 1_000;

    private WorkNote()
    {
    }

    public WorkNote(long accountId, string text, string html, DateTime at)
    {
        AccountId = accountId;
        Text = text;
        Html = html;
        At = at;
    }

    public long Id { get; private set; }

    public long AccountId { get; private set; }

    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    public DateTime At { get; private set; }
}

/// <summary>
/// What something here was called elsewhere: in another system, so that bringing it again changes instead of doubling; or here before, see
/// <see cref="FormerAddresses"/>.
/// </summary>
public sealed class ImportedItem
{
    /// <summary>The source of what had another name here: no site.</summary>
    public const string Here = "";

    public const int SourceLength = 200;
    public const int KeyLength = 300;

    private ImportedItem()
    {
    }

    public ImportedItem(string source, string kind, string key, long targetId, DateTime at)
    {
        Source = source;
        Kind = kind;
        Key = key;
        TargetId = targetId;
        At = at;
    }

    public long Id { get; private set; }

    /// <summary>The site that it came from, its address; or <see cref="Here"/>.</summary>
    public string Source { get; private set; } = "";

    /// <summary>article, comment, photo, and so on.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>How the other system called it.</summary>
    public string Key { get; private set; } = "";

    public long TargetId { get; private set; }

    public DateTime At { get; private set; }
}
