using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Office;

/// <summary>
/// Goes between the subjects of the audit log ("complaint:17") and what people know: the number of a complaint, the address and the name of
/// a person. A complaint is named by its number alone: who filed it stands on a page of its own, where each look is written down.
/// </summary>
public sealed class AuditSubjects(CityDb db)
{
    private const string Account = "account:";
    private const string Complaint = "complaint:";
    private const string Question = "question:";
    private const int Most = 500;

    /// <summary>
    /// The subjects that somebody means, with their names, empty for those that have none: a subject as it stands in the log, the number of a
    /// complaint, or the address or the whole name of an account, which also means the complaints that it filed (the newest, when they are
    /// very many). Names are compared as the database does; what was filed without an account is found by its number.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> MeantByAsync(string typed, CancellationToken cancellationToken)
    {
        string text = typed.Trim();
        Dictionary<string, string> meant = new() { [text] = "" };
        if (text.Contains(':', StringComparison.Ordinal))
        {
            await AddNamesAsync(meant, [text], cancellationToken);
            return meant;
        }

        string address = text.ToUpperInvariant();
        var accounts = await db.Users.Where(a => a.NormalizedEmail == address || a.DisplayName == text)
            .OrderBy(a => a.Id).Take(Most).Select(a => new { a.Id, a.DisplayName }).ToListAsync(cancellationToken);
        List<long> authors = [.. accounts.Select(a => a.Id)];
        var complaints = await db.Complaints.Where(c => c.Number == text || (c.AuthorId != null && authors.Contains(c.AuthorId.Value)))
            .OrderByDescending(c => c.Id).Take(Most).Select(c => new { c.Id, c.Number }).ToListAsync(cancellationToken);
        accounts.ForEach(a => meant[Subject(Account, a.Id)] = a.DisplayName);
        complaints.ForEach(c => meant[Subject(Complaint, c.Id)] = c.Number ?? "");
        return meant;
    }

    /// <summary>The names of the subjects; those that are gone, and those that have no name, are missing.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> subjects, CancellationToken cancellationToken)
    {
        Dictionary<string, string> names = [];
        await AddNamesAsync(names, [.. subjects.Distinct()], cancellationToken);
        return names;
    }

    /// <summary>Whether a subject is a person.</summary>
    public static bool IsPerson(string subject) => subject.StartsWith(Account, StringComparison.Ordinal);

    private async Task AddNamesAsync(Dictionary<string, string> names, IReadOnlyList<string> subjects, CancellationToken cancellationToken)
    {
        await AddAsync(Account, db.Users.Select(a => new Named { Id = a.Id, Name = a.DisplayName }));
        await AddAsync(Complaint, db.Complaints.Select(c => new Named { Id = c.Id, Name = c.Number ?? "" }));
        await AddAsync("rule:", db.RoutingRules.Select(r => new Named { Id = r.Id, Name = r.Name }));
        await AddAsync("template:", db.AnswerTemplates.Select(t => new Named { Id = t.Id, Name = t.Title }));
        await AddAsync("series:", db.ArticleSeries.Select(s => new Named { Id = s.Id, Name = s.Title }));
        await AddLocalAsync("department:", db.Departments.Select(d => new LocalNamed { Id = d.Id, Name = d.Name }));
        await AddLocalAsync("duty:", db.Duties.Select(d => new LocalNamed { Id = d.Id, Name = d.Name }));
        await AddLocalAsync("category:", db.ComplaintCategories.Select(c => new LocalNamed { Id = c.Id, Name = c.Name }));
        await AddLocalAsync("district:", db.Districts.Select(d => new LocalNamed { Id = d.Id, Name = d.Name }));
        await AddLocalAsync("blog-category:", db.BlogCategories.Select(c => new LocalNamed { Id = c.Id, Name = c.Name }));
        await AddQuestionsAsync(names, subjects, cancellationToken);

        async Task AddAsync(string kind, IQueryable<Named> all)
        {
            if (Ids(subjects, kind) is { Count: > 0 } ids)
            {
                await foreach (Named one in all.Where(n => ids.Contains(n.Id)).AsAsyncEnumerable().WithCancellation(cancellationToken))
                {
                    names[Subject(kind, one.Id)] = one.Name;
                }
            }
        }

        async Task AddLocalAsync(string kind, IQueryable<LocalNamed> all)
        {
            if (Ids(subjects, kind) is { Count: > 0 } ids)
            {
                await foreach (LocalNamed one in all.Where(n => ids.Contains(n.Id)).AsAsyncEnumerable().WithCancellation(cancellationToken))
                {
                    names[Subject(kind, one.Id)] = one.Name.ToString();
                }
            }
        }
    }

    /// <summary>Questions are named by the code that they have within their category: "question:2/lane".</summary>
    private async Task AddQuestionsAsync(Dictionary<string, string> names, IReadOnlyList<string> subjects, CancellationToken cancellationToken)
    {
        string[] codes = [.. subjects.Where(s => s.StartsWith(Question, StringComparison.Ordinal)).Select(s => s.Split('/')[^1])];
        if (codes.Length > 0)
        {
            foreach (var one in await db.Set<CategoryQuestion>().Where(q => codes.Contains(q.Code)).Select(q => new { q.CategoryId, q.Code, q.Label }).ToListAsync(cancellationToken))
            {
                names[$"{Subject(Question, one.CategoryId)}/{one.Code}"] = one.Label.ToString();
            }
        }
    }

    private static string Subject(string kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{kind}{id}");

    private static List<long> Ids(IEnumerable<string> subjects, string kind) =>
    [
        .. subjects.Where(s => s.StartsWith(kind, StringComparison.Ordinal))
            .Select(s => long.TryParse(s.AsSpan(kind.Length), CultureInfo.InvariantCulture, out long id) ? id : 0)
            .Where(id => id > 0),
    ];

    // With properties, not a constructor: a query can only narrow by what it knows to be a column.
    private sealed record Named
    {
        public required long Id { get; init; }

        public required string Name { get; init; }
    }

    private sealed record LocalNamed
    {
        public required long Id { get; init; }

        public required LocalText Name { get; init; }
    }
}
