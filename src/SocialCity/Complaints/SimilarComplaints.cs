using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Search;

namespace SocialCity.Complaints;

/// <summary>An open public complaint that may be about the same matter.</summary>
/// <param name="AuthorId">The account that filed it; null for a guest's.</param>
/// <param name="Language">The language in which its petitioner reads.</param>
/// <param name="Metres">How far away; null where one of the two has no point.</param>
public sealed record SimilarComplaint(
    string Number, string Title, ComplaintState State, DateTime ReceivedAt, int SupportCount, long? DistrictId, long? AuthorId,
    string Language, int? Metres)
{
    public bool IsBy(long? accountId) => accountId is not null && AuthorId == accountId;
}

/// <summary>Where a new complaint is.</summary>
/// <param name="Point">On the map; null where only the dong is known.</param>
/// <param name="DistrictId">The dong; null for a matter of the whole city.</param>
public sealed record FilingPlace(GeoPoint? Point, long? DistrictId)
{
    public static FilingPlace Nowhere { get; } = new(null, null);
}

/// <summary>
/// Finds what was filed already, so that a "me too" can take the place of a second complaint: two queries at most. What has a place is
/// compared with what is near: around the point where both have one, else in the same dong.
/// </summary>
public sealed class SimilarComplaints(CityDb db, IDatabaseProvider provider)
{
    public const int Most = 5;

    /// <summary>How many of a word's newest finds are looked at, and how many complaints of one square.</summary>
    private const int NewestLooked = 100;

    /// <summary>Endings that follow a noun and hide that two titles name the same thing.</summary>
    private static readonly string[] Endings =
        ["에서는", "에서", "에는", "으로", "까지", "부터", "이나", "이", "가", "은", "는", "을", "를", "의", "에", "도", "로", "와", "과", "만"];

    /// <param name="categoryId">For what lies around the point, whatever it is called; null leaves that out.</param>
    /// <param name="place">Where the new complaint is.</param>
    /// <param name="metres">How near is near, see <see cref="City.NearbyMetres"/>.</param>
    /// <param name="title">What the new complaint is called.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<IReadOnlyList<SimilarComplaint>> FindAsync(
        long? categoryId, FilingPlace place, int metres, string? title, CancellationToken cancellationToken)
    {
        List<SimilarComplaint> found = [];
        if (categoryId is { } category && place.Point is { } here)
        {
            found.AddRange(await NearbyAsync(category, here, metres, cancellationToken));
        }

        IReadOnlyList<string> words = WordsOf(title);
        if (words.Count > 0 && found.Count < Most)
        {
            found.AddRange(await AlikeAsync(words, place, metres, cancellationToken));
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
        List<Found> square = await db.Complaints.Around(categoryId, here, metres)
            .NewestFirst()
            .Take(NewestLooked)
            .Select(c => new Found(
                0, c.Number ?? "", c.Title, c.State, c.ReceivedAt, c.SupportCount, c.DistrictId, c.AuthorId, c.Language, c.Latitude, c.Longitude))
            .ToListAsync(cancellationToken);
        return square.Select(c => c.Measured(here)).Where(c => c.Metres <= metres).OrderBy(c => c.Metres);
    }

    /// <summary>Those near the place that hold at least half of the words, the most words first.</summary>
    private async Task<IEnumerable<SimilarComplaint>> AlikeAsync(
        IReadOnlyList<string> words, FilingPlace place, int metres, CancellationToken cancellationToken)
    {
        int enough = Math.Max(Math.Min(2, words.Count), (words.Count + 1) / 2);
        IQueryable<long> subjects = words.Select(Finds).Aggregate((one, other) => one.Concat(other));
        List<Found> alike = await subjects
            .GroupBy(id => id)
            .Where(group => group.Count() >= enough)
            .Select(group => new { Id = group.Key, Words = group.Count() })
            .Join(Near(place, metres), hit => hit.Id, c => c.Id, (hit, c) => new { hit.Words, Complaint = c })
            .OrderByDescending(hit => hit.Words).ThenByDescending(hit => hit.Complaint.Id)
            .Take(NewestLooked)
            .Select(hit => new Found(
                hit.Words, hit.Complaint.Number ?? "", hit.Complaint.Title, hit.Complaint.State, hit.Complaint.ReceivedAt,
                hit.Complaint.SupportCount, hit.Complaint.DistrictId, hit.Complaint.AuthorId, hit.Complaint.Language,
                hit.Complaint.Latitude, hit.Complaint.Longitude))
            .ToListAsync(cancellationToken);
        return alike.Select(c => c.Measured(place.Point)).Where(c => c.Metres is null || c.Metres <= metres);
    }

    private IQueryable<Complaint> Near(FilingPlace place, int metres)
    {
        IQueryable<Complaint> open = db.Complaints.Listed().Open();
        return place switch
        {
            { Point: { } here } => open.Near(here, place.DistrictId, metres),
            { DistrictId: { } district } => open.Where(c => c.DistrictId == district),
            _ => open,
        };
    }

    private IQueryable<long> Finds(string word) => provider.Matching(db, word, SearchKind.Complaint)
        .OrderByDescending(e => e.Id)
        .Take(NewestLooked)
        .Select(e => e.SubjectId);

    private sealed record Found(
        int Words, string Number, string Title, ComplaintState State, DateTime ReceivedAt, int SupportCount, long? DistrictId,
        long? AuthorId, string Language, double? Latitude, double? Longitude)
    {
        public SimilarComplaint Measured(GeoPoint? from) => new(
            Number, Title, State, ReceivedAt, SupportCount, DistrictId, AuthorId, Language,
            from is { } here && Latitude is { } latitude && Longitude is { } longitude
                ? (int)Math.Round(here.MetresTo(new GeoPoint(latitude, longitude)))
                : null);
    }
}
