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
        accounts.ForEach(a => meant[Subject(NamedThings.Account, a.Id)] = a.DisplayName);
        complaints.ForEach(c => meant[Subject(NamedThings.Complaint, c.Id)] = c.Number ?? "");
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
    public static bool IsPerson(string subject) => subject.StartsWith($"{NamedThings.Account}:", StringComparison.Ordinal);

    private async Task AddNamesAsync(Dictionary<string, string> names, IReadOnlyList<string> subjects, CancellationToken cancellationToken)
    {
        List<(string Kind, long Id, string Code)> wanted = [.. subjects.Select(Parts).OfType<(string, long, string)>()];
        if (wanted.Count == 0)
        {
            return;
        }

        IQueryable<NamedThing> things = db.NamesOf(wanted.ToLookup(w => w.Kind, w => w.Id), [.. wanted.Select(w => w.Code).Where(c => c.Length > 0).Distinct()]);
        await foreach (NamedThing one in things.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            names[one.Code.Length > 0 ? $"{Subject(one.Kind, one.Id)}/{one.Code}" : Subject(one.Kind, one.Id)] = one.Name;
        }
    }

    /// <summary>"complaint:17", and of a question, which has a code within its category, "question:2/lane".</summary>
    private static (string Kind, long Id, string Code)? Parts(string subject)
    {
        string[] parts = subject.Split(':', '/');
        return parts.Length is 2 or 3 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > 0
            ? (parts[0], id, parts.ElementAtOrDefault(2) ?? "")
            : null;
    }

    private static string Subject(string kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{id}");
}
