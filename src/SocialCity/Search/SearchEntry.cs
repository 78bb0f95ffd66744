using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Data;

namespace SocialCity.Search;

public enum SearchKind
{
    Complaint = 1,
    Article = 2,
}

/// <summary>
/// Each kind has a term of its own: a letter for private use (Unicode 23.5), which no text and no query keeps, but a full text takes for a
/// word. So what is of one kind is found as what holds one word more, however much of another kind holds the others.
/// </summary>
public static class SearchKinds
{
    private const int FirstPrivateLetter = 0xE000;

    /// <summary>One letter: U+E001 for <see cref="SearchKind.Complaint"/>, and so on by its number.</summary>
    public static char Mark(SearchKind kind) => (char)(FirstPrivateLetter + (int)kind);
}

/// <summary>
/// A public text as the search sees it. Only what everybody may read has an entry; what is hidden or private has none, so it cannot
/// leak. Each database indexes <see cref="Terms"/> with its own full text.
/// </summary>
public sealed class SearchEntry
{
    public const int TitleLength = 200;
    public const int BodyLength = 4000;
    public const int PathLength = 300;

    private SearchEntry()
    {
    }

    public SearchEntry(SearchKind kind, long subjectId, string path, DateTime at, string title, string body)
    {
        Kind = kind;
        SubjectId = subjectId;
        Path = path;
        At = at;
        Rewrite(title, body);
    }

    /// <summary>Grows with time, so the newest finds come first by it.</summary>
    public long Id { get; private set; }

    public SearchKind Kind { get; private set; }

    public long SubjectId { get; private set; }

    /// <summary>The address of the page within the portal.</summary>
    public string Path { get; private set; } = "";

    public DateTime At { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The plain text, cut at <see cref="BodyLength"/>.</summary>
    public string Body { get; private set; } = "";

    /// <summary>
    /// Title and body as terms, see <see cref="KoreanTerms"/>, and last the marks of its kind and of its month, see <see cref="SearchKinds"/>
    /// and <see cref="SearchPeriod"/>.
    /// </summary>
    public string Terms { get; private set; } = "";

    /// <summary>The page has a new address.</summary>
    public void Move(string path) => Path = path;

    public void Rewrite(string title, string body)
    {
        Title = title.Length > TitleLength ? title[..TitleLength] : title;
        Body = body.Length > BodyLength ? body[..BodyLength] : body;
        Terms = $"{KoreanTerms.ForIndex(Title + "\n" + Body)} {SearchKinds.Mark(Kind)} {SearchPeriod.Mark(At)}";
    }
}

public sealed class SearchEntryMapping : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(e => e.Path).HasMaxLength(SearchEntry.PathLength);
        builder.Property(e => e.Title).HasMaxLength(SearchEntry.TitleLength);
        builder.Property(e => e.Body).HasMaxLength(SearchEntry.BodyLength);
        builder.Property(e => e.Terms).IsUnbounded();
        builder.HasIndex(e => new { e.Kind, e.SubjectId }).IsUnique();
    }
}
