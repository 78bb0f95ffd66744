using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Search;
using SocialCity.Text;

namespace SocialCity.Web.Areas.Search;

/// <summary>A find, with the words that were searched for marked.</summary>
public sealed record SearchHit(
    long Id, SearchKind Kind, string Path, DateTime At, IReadOnlyList<HighlightSegment> Title, IReadOnlyList<HighlightSegment> Excerpt)
{
    /// <summary>In which language the title is written.</summary>
    public string TitleLanguage => LanguageOf(Title);

    /// <summary>In which language the excerpt is written.</summary>
    public string ExcerptLanguage => LanguageOf(Excerpt);

    private static string LanguageOf(IEnumerable<HighlightSegment> parts) => WrittenLanguage.Of(string.Concat(parts.Select(p => p.Text)), "ko");
}

/// <summary>A department of that name, with the complaints that it has.</summary>
public sealed record FoundDepartment(long Id, string Name)
{
    public string Path => $"/complaints?department={Id.ToString(CultureInfo.InvariantCulture)}";
}

/// <param name="Query">What was asked for.</param>
/// <param name="IsSearched">Whether it held anything to search for.</param>
/// <param name="Kinds">The kinds that the portal has pages for.</param>
public sealed record SearchPage(SearchQuery Query, bool IsSearched, IReadOnlyList<SearchKind> Kinds, Page<SearchHit> Hits)
{
    /// <summary>The departments whose name holds what was typed.</summary>
    public IReadOnlyList<FoundDepartment> Departments { get; init; } = [];

    /// <summary>The tags and authors of the blog that are called what was typed.</summary>
    public IReadOnlyList<NamedList> Lists { get; init; } = [];

    /// <summary>Whether something is called what was typed, whatever texts hold it.</summary>
    public bool HasNamesakes => Departments.Count > 0 || Lists.Count > 0;

    /// <summary>How many finds there are on all pages; beyond <see cref="SearchPages.CountedMost"/> nobody counts. Null but on the first page.</summary>
    public int? Count { get; init; }

    public string? Address(Cursor? at) => at is null ? null : Query.Address(Query.OnlyKind, Query.OnlySince, at.ToString());
}

public sealed class SearchPages(CityDb db, IDatabaseProvider provider, TimeProvider time)
{
    public const int Size = 20;

    /// <summary>More finds than anybody reads are not counted one by one.</summary>
    public const int CountedMost = 1_000;

    private const int ExcerptLetters = 160;
    private const int DepartmentsMost = 5;

    /// <summary>One page of finds, the newest first, how many there are, and what is called so (departments, tags, authors): four queries.</summary>
    public async Task<SearchPage> FindAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> words = KoreanTerms.Words(query.Words);
        Cursor? cursor = query.Cursor;
        SearchPage page = new(query, words.Count > 0, [SearchKind.Article, SearchKind.Complaint], Page<SearchHit>.Empty);
        if (words.Count == 0)
        {
            return page;
        }

        IQueryable<SearchEntry> entries = provider
            .Matching(db, query.Words, query.OnlyKind, query.PeriodAt(time.GetUtcNow().UtcDateTime))
            .AsNoTracking();
        var rows = await After(entries, cursor)
            .Take(Size + 1)
            .Select(e => new { e.Id, e.Kind, e.Path, e.At, e.Title, e.Body })
            .ToListAsync(cancellationToken);
        int? count = cursor is not null ? null
            : rows.Count <= Size ? rows.Count
            : await entries.OrderByDescending(e => e.Id).Take(CountedMost + 1).CountAsync(cancellationToken);
        return page with
        {
            Count = count,
            Departments = await DepartmentsAsync(words, cancellationToken),
            Lists = query.OnlyKind is null or SearchKind.Article ? await db.ListsNamed(query.Words).ToListAsync(cancellationToken) : [],
            Hits = Page<SearchHit>.From(
                [
                    .. rows.Select(r => new SearchHit(
                        r.Id, r.Kind, r.Path, r.At, Highlighter.Mark(r.Title, words), Highlighter.Excerpt(r.Body, words, ExcerptLetters))),
                ],
                Size,
                cursor,
                h => (h.At, h.Id)),
        };
    }

    /// <summary>A city has dozens of departments, not thousands: they are compared here, by the words of the search.</summary>
    private async Task<IReadOnlyList<FoundDepartment>> DepartmentsAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        List<Department> departments = await db.Departments.AsNoTracking().Where(d => d.DissolvedAt == null).OrderBy(d => d.Order).ToListAsync(cancellationToken);
        string wanted = string.Concat(words);
        // A single letter is in most names.
        return wanted.Length < 2 ? [] :
        [
            .. departments
                .Where(d => string.Concat(KoreanTerms.Words(d.Name.ToString())).Contains(wanted, StringComparison.Ordinal)
                    || string.Concat(KoreanTerms.Words(d.Name.Ko)).Contains(wanted, StringComparison.Ordinal))
                .Take(DepartmentsMost)
                .Select(d => new FoundDepartment(d.Id, d.Name.ToString())),
        ];
    }

    /// <summary>By id alone: it grows with time, and full text finds rows by it.</summary>
    private static IQueryable<SearchEntry> After(IQueryable<SearchEntry> entries, Cursor? cursor) => cursor switch
    {
        null => entries.OrderByDescending(e => e.Id),
        { Backwards: true, Id: var id } => entries.Where(e => e.Id > id).OrderBy(e => e.Id),
        { Id: var id } => entries.Where(e => e.Id < id).OrderByDescending(e => e.Id),
    };
}
