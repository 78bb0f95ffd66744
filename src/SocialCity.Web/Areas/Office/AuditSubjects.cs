using System.Globalization;
using Microsoft.EntityFrameworkCore;
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
    private const string Department = "department:";
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

    /// <summary>The names of the people, complaints and departments among the subjects; the others have none here.</summary>
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
        List<long> accounts = Ids(subjects, Account);
        List<long> complaints = Ids(subjects, Complaint);
        if (accounts.Count > 0)
        {
            foreach (var one in await db.Users.Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName }).ToListAsync(cancellationToken))
            {
                names[Subject(Account, one.Id)] = one.DisplayName;
            }
        }

        if (complaints.Count > 0)
        {
            foreach (var one in await db.Complaints.Where(c => complaints.Contains(c.Id)).Select(c => new { c.Id, c.Number }).ToListAsync(cancellationToken))
            {
                names[Subject(Complaint, one.Id)] = one.Number ?? "";
            }
        }

        List<long> departments = Ids(subjects, Department);
        if (departments.Count > 0)
        {
            foreach (var one in await db.Departments.Where(d => departments.Contains(d.Id)).Select(d => new { d.Id, d.Name }).ToListAsync(cancellationToken))
            {
                names[Subject(Department, one.Id)] = one.Name.ToString();
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
}
