using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Search;
using SocialCity.Text;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>A complaint as a row of the list.</summary>
/// <param name="Text">The beginning of the text as it was typed.</param>
public sealed record ComplaintRow(
    long Id, string Number, string Title, string Text, ComplaintState State, long CategoryId, long? DistrictId, long? DepartmentId,
    DateTime ReceivedAt, int SupportCount, int PhotoCount, string Language);

public sealed record BoardOption(long Id, string Name, string Group = "");

/// <summary>How many complaints stand in which state in which dong.</summary>
public sealed record BoardCount(ComplaintState State, long? DistrictId, int Count);

/// <summary>What a search within the list found.</summary>
/// <param name="Count">How many, counted up to <see cref="BoardPages.CountedMost"/>.</param>
/// <param name="IsCut">Whether more complaints hold the words than were looked at, see <see cref="ComplaintSearch.FoundMost"/>.</param>
public sealed record BoardFinds(int Count, bool IsCut);

/// <summary>The list of complaints.</summary>
/// <param name="Found">With words: what was found; null without.</param>
public sealed record BoardPage(
    BoardQuery Query,
    Page<ComplaintRow> Rows,
    IReadOnlyList<BoardCount> Counts,
    BoardFinds? Found,
    IReadOnlyList<BoardOption> Categories,
    IReadOnlyList<BoardOption> Departments,
    IReadOnlyList<MapDistrict> Districts)
{
    private readonly Dictionary<long, string> _categories = Categories.ToDictionary(c => c.Id, c => c.Name);
    private readonly Dictionary<long, string> _departments = Departments.ToDictionary(d => d.Id, d => d.Name);
    private readonly Dictionary<long, string> _districts = Districts.ToDictionary(d => d.Id, d => d.Name);

    public int Total => Counts.Sum(c => c.Count);

    public int OpenTotal => Counts.Where(c => c.State.IsOpen()).Sum(c => c.Count);

    public int DoneTotal => Total - OpenTotal;

    /// <summary>How many the list itself has, by its state as well; not known with words.</summary>
    public int Shown => Counts.Where(Counted).Sum(c => c.Count);

    public string CategoryOf(ComplaintRow row) => _categories.GetValueOrDefault(row.CategoryId, "");

    public string? DepartmentOf(ComplaintRow row) => row.DepartmentId is { } id ? _departments.GetValueOrDefault(id) : null;

    public string? DistrictOf(ComplaintRow row) => row.DistrictId is { } id ? _districts.GetValueOrDefault(id) : null;

    public string? CategoryNamed(long? id) => id is { } known ? _categories.GetValueOrDefault(known) : null;

    public string? DepartmentNamed(long? id) => id is { } known ? _departments.GetValueOrDefault(known) : null;

    public string? DistrictNamed(long? id) => id is { } known ? _districts.GetValueOrDefault(known) : null;

    /// <summary>The dongs that can be chosen: one that was hidden stands beside its complaints alone, unless it is chosen already.</summary>
    public IReadOnlyList<MapDistrict> Offered => [.. Districts.Where(d => d.IsActive || d.Id == Query.Filter.DistrictId)];

    public CityMap? Map => CityMap.Of(Offered);

    /// <summary>How many complaints each dong has in what is shown.</summary>
    public IReadOnlyDictionary<long, int> ByDistrict => Counts.Where(Counted).Where(c => c.DistrictId is not null)
        .GroupBy(c => c.DistrictId ?? 0).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));

    /// <summary>How many of what is shown have none of the dongs that can be chosen.</summary>
    public int Elsewhere => Shown - Offered.Join(ByDistrict, d => d.Id, c => c.Key, (_, c) => c.Value).Sum();

    private bool Counted(BoardCount count) =>
        (Query.Filter.State is not { } state || count.State == state) && (Query.Filter.IsOpen is not { } open || count.State.IsOpen() == open);
}

public sealed class BoardPages(CityDb db, IDatabaseProvider provider)
{
    public const int Size = 20;
    public const int CountedMost = 500;
    private const int TextShown = 160;

    /// <summary>More is read than shown: what marks headings and links is left out.</summary>
    private const int TextRead = 2 * TextShown;

    /// <summary>The list: five queries, the counts from the kept tallies.</summary>
    public async Task<BoardPage> FindAsync(BoardQuery query, CancellationToken cancellationToken)
    {
        ComplaintFilter filter = query.Filter;
        IQueryable<Complaint> listed = Listed(query);
        List<ComplaintRow> rows = query.IsMap
            ? []
            : await listed.PageAt(query.Cursor, Size)
                .Select(c => new ComplaintRow(
                    c.Id, c.Number ?? "", c.Title, c.Text.Substring(0, TextRead), c.State, c.CategoryId, c.DistrictId, c.DepartmentId,
                    c.ReceivedAt, c.SupportCount, c.Photos.Count, c.Language))
                .ToListAsync(cancellationToken);
        rows = rows.ConvertAll(r => r with { Text = MarkdownText.ToPlainText(r.Text, TextShown) });

        // The states are tabs above the list, the dongs are places of the map: their counts are those of all other filters. With words no
        // count is kept; what was found is counted.
        List<BoardCount> counts = query.Words.Length > 0 && !query.IsMap ? [] : await db.ComplaintTallies
            .Narrowed(filter with { State = null, IsOpen = null, DistrictId = query.IsMap ? null : filter.DistrictId })
            .GroupBy(t => new { t.State, t.DistrictId })
            .Select(g => new BoardCount(g.Key.State, g.Key.DistrictId, g.Sum(t => t.Count)))
            .ToListAsync(cancellationToken);
        BoardFinds? found = query.Words.Length > 0 ? await CountedAsync(listed, query.Words, cancellationToken) : null;

        var (categories, departments) = await OptionsAsync(cancellationToken);
        return new BoardPage(
            query,
            Page<ComplaintRow>.From(rows, Size, query.Cursor, r => (r.ReceivedAt, r.Id)),
            counts,
            found,
            categories,
            departments,
            await DistrictsAsync(cancellationToken));
    }

    private IQueryable<Complaint> Listed(BoardQuery query) =>
        (query.Words.Length > 0 ? db.FoundComplaints(provider, query.Words) : db.Complaints).AsNoTracking().Listed().Narrowed(query.Filter);

    /// <summary>How many are shown, and how many were looked at: both in one command.</summary>
    private async Task<BoardFinds> CountedAsync(IQueryable<Complaint> listed, string words, CancellationToken cancellationToken)
    {
        const int shown = 0;
        const int looked = 1;
        Dictionary<int, int> counts = await listed.Take(CountedMost + 1).Select(_ => new { Of = shown })
            .Concat(provider.Matching(db, words, SearchKind.Complaint).NewestFinds().Select(_ => new { Of = looked }))
            .GroupBy(row => row.Of)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new BoardFinds(counts.GetValueOrDefault(shown), counts.GetValueOrDefault(looked) == ComplaintSearch.FoundMost);
    }

    /// <summary>The newest of what the list shows that have a place, for the map's script.</summary>
    public async Task<IReadOnlyList<MapPin>> PinsAsync(BoardQuery query, CancellationToken cancellationToken)
    {
        IQueryable<Complaint> listed = Listed(query);
        return await listed.Where(c => c.Latitude != null && c.Longitude != null)
            .NewestFirst()
            .Take(MapPin.Most)
            .Select(c => new MapPin(c.Number ?? "", c.Title, c.IsOpen, c.Latitude ?? 0, c.Longitude ?? 0))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The names that the filters offer, of categories and departments in one query.</summary>
    private async Task<(IReadOnlyList<BoardOption> Categories, IReadOnlyList<BoardOption> Departments)> OptionsAsync(CancellationToken cancellationToken)
    {
        const int category = 0;
        const int department = 1;
        var names = await db.ComplaintCategories
            .Select(c => new { Of = category, c.Order, c.Id, c.Name.Ko, c.Name.En, c.Name.Ja, GroupKo = c.Group.Ko, GroupEn = c.Group.En, GroupJa = c.Group.Ja })
            .Concat(db.Departments.Select(d => new
            {
                Of = department,
                d.Order,
                d.Id,
                d.Name.Ko,
                d.Name.En,
                d.Name.Ja,
                GroupKo = "",
                GroupEn = (string?)null,
                GroupJa = (string?)null,
            }))
            .OrderBy(n => n.Order).ThenBy(n => n.Id)
            .ToListAsync(cancellationToken);
        var options = names.ToLookup(
            n => n.Of,
            n => new BoardOption(n.Id, new LocalText(n.Ko, n.En, n.Ja).ToString(), new LocalText(n.GroupKo, n.GroupEn, n.GroupJa).ToString()));
        return ([.. options[category]], [.. options[department]]);
    }

    private async Task<IReadOnlyList<MapDistrict>> DistrictsAsync(CancellationToken cancellationToken) =>
        [.. (await db.Districts.AsNoTracking().OrderBy(d => d.Order).ThenBy(d => d.Id).ToListAsync(cancellationToken))
            .Select(d => new MapDistrict(d.Id, d.Name.ToString(), d.Boundary(), d.IsActive))];
}

/// <summary>A complaint as a point of the map.</summary>
public sealed record MapPin(string Number, string Title, bool IsOpen, double Latitude, double Longitude)
{
    public const int Most = 300;
}
