using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Office;

/// <summary>
/// Goes between the subjects of the audit log ("complaint:17") and what people know: the number of a complaint, the address and the name of
/// a person.
/// </summary>
public sealed class AuditSubjects(CityDb db)
{
    private const string Account = "account:";
    private const string Complaint = "complaint:";
    private const int Most = 500;

    /// <summary>
    /// The subjects that somebody means: a subject as it stands in the log, the number of a complaint, or the address or the exact name of a
    /// person, which also means the complaints that they filed (the newest, when they are very many).
    /// </summary>
    public async Task<IReadOnlyList<string>> MeantByAsync(string typed, CancellationToken cancellationToken)
    {
        string text = typed.Trim();
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return [text];
        }

        string address = text.ToUpperInvariant();
        List<long> accounts = await db.Users.Where(a => a.NormalizedEmail == address || a.DisplayName == text)
            .OrderBy(a => a.Id).Take(Most).Select(a => a.Id).ToListAsync(cancellationToken);
        List<long> complaints = await db.Complaints.Where(c => c.Number == text || (c.AuthorId != null && accounts.Contains(c.AuthorId.Value)))
            .OrderByDescending(c => c.Id).Take(Most).Select(c => c.Id).ToListAsync(cancellationToken);
        return [text, .. accounts.Select(id => Subject(Account, id)), .. complaints.Select(id => Subject(Complaint, id))];
    }

    /// <summary>The names of the people and complaints among the subjects; the others have none here.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> subjects, CancellationToken cancellationToken)
    {
        string[] all = [.. subjects.Distinct()];
        List<long> accounts = Ids(all, Account);
        List<long> complaints = Ids(all, Complaint);
        Dictionary<string, string> names = [];
        if (accounts.Count > 0)
        {
            foreach (var one in await db.Users.Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName, a.Email }).ToListAsync(cancellationToken))
            {
                names[Subject(Account, one.Id)] = Joined(one.DisplayName, one.Email);
            }
        }

        if (complaints.Count > 0)
        {
            var filed = await db.Complaints.Where(c => complaints.Contains(c.Id))
                .Select(c => new { c.Id, c.Number, c.GuestName, Author = db.Users.Where(a => a.Id == c.AuthorId).Select(a => a.DisplayName).FirstOrDefault() })
                .ToListAsync(cancellationToken);
            foreach (var one in filed)
            {
                names[Subject(Complaint, one.Id)] = Joined(one.Number, one.Author ?? one.GuestName);
            }
        }

        return names;
    }

    private static string Joined(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string Subject(string kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{kind}{id}");

    private static List<long> Ids(IEnumerable<string> subjects, string kind) =>
    [
        .. subjects.Where(s => s.StartsWith(kind, StringComparison.Ordinal))
            .Select(s => long.TryParse(s.AsSpan(kind.Length), CultureInfo.InvariantCulture, out long id) ? id : 0)
            .Where(id => id > 0),
    ];
}
