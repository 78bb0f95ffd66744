using SocialCity.Data;
using SocialCity.Search;
using SocialCity.Text;

namespace SocialCity.Complaints;

public static class ComplaintSearch
{
    /// <summary>How many of a query's newest finds a list looks at: a word that stands in every second complaint costs no more than another.</summary>
    public const int FoundMost = 1_000;

    /// <summary>Makes a listed complaint findable; a private one gets no entry.</summary>
    public static void AddSearchEntry(this CityDb db, Complaint complaint)
    {
        if (complaint.IsListed)
        {
            db.Add(complaint.ToSearchEntry(complaint.Id));
        }
    }

    /// <summary>What the search knows of a complaint that everybody may see.</summary>
    /// <param name="complaint">A listed complaint.</param>
    /// <param name="id">Its id, which it may not know yet itself.</param>
    public static SearchEntry ToSearchEntry(this Complaint complaint, long id) => new(
        SearchKind.Complaint,
        id,
        $"/complaints/{complaint.Number}",
        complaint.ReceivedAt,
        complaint.Title,
        MarkdownText.ToPlainText(complaint.Text, SearchEntry.BodyLength));

    /// <summary>The complaints among the newest finds of a query, to be narrowed and paged like any list.</summary>
    public static IQueryable<Complaint> FoundComplaints(this CityDb db, IDatabaseProvider provider, string query) =>
        provider.Found<Complaint>(db, SearchKind.Complaint, query, FoundMost);

    /// <summary>The finds that <see cref="FoundComplaints"/> looks at.</summary>
    public static IQueryable<SearchEntry> NewestFinds(this IQueryable<SearchEntry> matches) => matches.OrderByDescending(e => e.Id).Take(FoundMost);
}
