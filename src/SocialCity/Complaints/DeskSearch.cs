using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace SocialCity.Complaints;

/// <summary>Looks for words on the desk. The search of the city knows what is public alone; here the officials look among their own work.</summary>
public static partial class DeskSearch
{
    /// <summary>How many of what was finished last is looked at; what is open is never so much.</summary>
    public const int FinishedMost = 1_000;

    /// <summary>The complaint of this number, and those whose title or text holds the words.</summary>
    public static IQueryable<Complaint> Holding(this IQueryable<Complaint> complaints, string words)
    {
        string pattern = $"%{Wildcards().Replace(words, @"\$0")}%";
        return complaints.Where(c =>
            c.Number == words || EF.Functions.Like(c.Title, pattern, @"\") || EF.Functions.Like(c.Text, pattern, @"\"));
    }

    /// <summary>What was finished last, to be looked through.</summary>
    public static IQueryable<Complaint> FinishedLast(this IQueryable<Complaint> complaints) =>
        complaints.OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id).Take(FinishedMost);

    [GeneratedRegex(@"[\\%_\[]", RegexOptions.None, 1000)]
    private static partial Regex Wildcards();
}
