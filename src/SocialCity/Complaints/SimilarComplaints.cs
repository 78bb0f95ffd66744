using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Search;

namespace SocialCity.Complaints;

/// <summary>An open public complaint that may be about the same matter.</summary>
/// <param name="Metres">How far away; null when it was found by its words alone.</param>
public sealed record SimilarComplaint(
    string Number, string Title, ComplaintState State, DateTime ReceivedAt, int SupportCount, long? DistrictId, int? Metres);

/// <summary>Finds what was filed already, so that a "me too" can take the place of a second complaint: two queries at most.</summary>
public sealed class SimilarComplaints(CityDb db, IDatabaseProvider provider)
{
    public const int Most = 5;

    /// <summary>How many of a word's newest finds are looked at, and how many complaints of one square.</summary>
    private const int NewestLooked = 100;

    /// <summary>Endings that follow a noun and hide that two titles name the same thing.</summary>
    private static readonly string[] Endings =
        ["에서는", "에서", "에는", "으로", "까지", "부터", "이나", "이", "가", "은", "는", "을", "를", "의", "에", "도", "로", "와", "과", "만"];

    /// <param name="categoryId">For what lies nearby; null leaves the place aside.</param>
    /// <param name="place">Where the new complaint is.</param>
    /// <param name="metres">How near is near, see <see cref="City.NearbyMetres"/>.</param>
    /// <param name="title">What the new complaint is called.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<IReadOnlyList<SimilarComplaint>> FindAsync(
        long? categoryId, GeoPoint? place, int metres, string? title, CancellationToken cancellationToken)
    {
        List<SimilarComplaint> found = [];
        if (categoryId is { } category && place is { } here)
        {
            found.AddRange(await NearbyAsync(category, here, metres, cancellationToken));
        }

        IReadOnlyList<string> words = WordsOf(title);
        if (words.Count > 0 && found.Count < Most)
        {
            found.AddRange(await AlikeAsync(words, cancellationToken));
        }

        return [.. found.DistinctBy(c => c.Number).Take(Most)];
    }

    /// <summary>The words that tell what a title is about, without their endings, the longest first.</summary>
    public static IReadOnlyList<string> WordsOf(string? title) =>
    [
        .. KoreanTerms.Words(title)
            .Select(WithoutEnding)
            .Where(word => word.Length >= 2)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(word => word.Length)
            .Take(4),
    ];

    private static string WithoutEnding(string word)
    {
        string? ending = Array.Find(Endings, e => word.Length >= e.Length + 2 && word.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? word : word[..^ending.Length];
    }

    private async Task<IEnumerable<SimilarComplaint>> NearbyAsync(long categoryId, GeoPoint here, int metres, CancellationToken cancellationToken)
    {
        var square = await db.Complaints.Around(categoryId, here, metres)
            .NewestFirst()
            .Take(NewestLooked)
            .Select(c => new { c.Number, c.Title, c.State, c.ReceivedAt, c.SupportCount, c.DistrictId, c.Latitude, c.Longitude })
            .ToListAsync(cancellationToken);
        return square
            .Select(c => (Row: c, Metres: here.MetresTo(new GeoPoint(c.Latitude ?? 0, c.Longitude ?? 0))))
            .Where(c => c.Metres <= metres)
            .OrderBy(c => c.Metres)
            .Select(c => new SimilarComplaint(
                c.Row.Number ?? "", c.Row.Title, c.Row.State, c.Row.ReceivedAt, c.Row.SupportCount, c.Row.DistrictId, (int)Math.Round(c.Metres)));
    }

    /// <summary>Those that hold at least half of the words, the most words first.</summary>
    private async Task<IEnumerable<SimilarComplaint>> AlikeAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        int enough = Math.Max(Math.Min(2, words.Count), (words.Count + 1) / 2);
        IQueryable<long> subjects = words.Select(Finds).Aggregate((one, other) => one.Concat(other));
        return await subjects
            .GroupBy(id => id)
            .Where(group => group.Count() >= enough)
            .Select(group => new { Id = group.Key, Words = group.Count() })
            .Join(db.Complaints.Listed().Open(), hit => hit.Id, c => c.Id, (hit, c) => new { hit.Words, Complaint = c })
            .OrderByDescending(hit => hit.Words).ThenByDescending(hit => hit.Complaint.Id)
            .Take(Most)
            .Select(hit => new SimilarComplaint(
                hit.Complaint.Number ?? "", hit.Complaint.Title, hit.Complaint.State, hit.Complaint.ReceivedAt,
                hit.Complaint.SupportCount, hit.Complaint.DistrictId, null))
            .ToListAsync(cancellationToken);
    }

    private IQueryable<long> Finds(string word) => provider.Matching(db, word)
        .Where(e => e.Kind == SearchKind.Complaint)
        .OrderByDescending(e => e.Id)
        .Take(NewestLooked)
        .Select(e => e.SubjectId);
}
