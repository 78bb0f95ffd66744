using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Complaints;

/// <summary>접수 번호: the year of receipt and a number that begins with 1 each year, as 2026-000123.</summary>
public static partial class ComplaintNumber
{
    public static string Of(int year, int serial) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{serial:000000}");

    /// <summary>
    /// The number that somebody typed where words are sought, whole or as the last year's without the year (000347); null when it is none, or
    /// none that they may see.
    /// </summary>
    /// <param name="db">Where to look.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<string?> FindNumberAsync(this CityDb db, string? typed, Actor actor, CancellationToken cancellationToken)
    {
        string number = (typed ?? "").Trim();
        if (WithoutYear().IsMatch(number))
        {
            int? year = await db.ComplaintCounters.Select(c => (int?)c.Year).MaxAsync(cancellationToken);
            number = string.Create(CultureInfo.InvariantCulture, $"{year ?? 0:0000}-{number}");
        }

        return Whole().IsMatch(number) && await db.Complaints.VisibleTo(actor).WithNumber(number).AnyAsync(cancellationToken) ? number : null;
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{6,9}$", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    // With its zeros: 119 is a word to look for.
    [GeneratedRegex("^[0-9]{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex WithoutYear();
}
