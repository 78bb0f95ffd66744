using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Accounts;

/// <summary>Why a passphrase is not taken.</summary>
public enum PasswordProblem
{
    TooShort = 1,
    TooLong = 2,

    /// <summary>Nothing is left when common words, rows of keys, repetitions, the city's names and the person's own are taken out.</summary>
    TooCommon = 3,
}

/// <summary>
/// The rules for passphrases: long, and not what everybody tries first. No mixture of kinds of letters is asked for (NIST SP 800-63B,
/// 3.1.1.2; ASVS 6.2).
/// </summary>
public static class PasswordRules
{
    /// <summary>Letters as a person counts them; a Hangul syllable is one.</summary>
    public const int Shortest = 12;

    /// <summary>UTF-16 units.</summary>
    public const int Longest = 256;

    /// <summary>So many letters must be left that no common part explains. A Hangul syllable counts twice.</summary>
    private const int UnexplainedLeast = 6;

    /// <param name="password">The passphrase as typed.</param>
    /// <param name="known">Words that belong to the person or the city: names, parts of the e-mail address.</param>
    /// <returns>What is wrong with it; null when it may be used.</returns>
    public static PasswordProblem? Check(string password, IEnumerable<string> known)
    {
        if (password.Length > Longest)
        {
            return PasswordProblem.TooLong;
        }

        string normalised = AccountPasswordHasher.Normalise(password);
        if (new StringInfo(normalised).LengthInTextElements < Shortest)
        {
            return PasswordProblem.TooShort;
        }

        HashSet<string> own = [.. known.SelectMany(Words)];
        return Readings(normalised).Any(reading => Unexplained(reading, own) < UnexplainedLeast) ? PasswordProblem.TooCommon : null;
    }

    /// <summary>The ways to read it: as it is, and with digits and signs taken for the letters they resemble.</summary>
    private static IEnumerable<string> Readings(string password)
    {
        string lower = password.ToLowerInvariant();
        yield return Compact(lower);
        yield return Compact(string.Concat(lower.Select(Unmask)));
    }

    private static char Unmask(char letter) => letter switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        '8' => 'b',
        _ => letter,
    };

    /// <summary>Letters and digits alone, the same one no more than twice in a row, and a repeated whole once.</summary>
    private static string Compact(string text)
    {
        StringBuilder letters = new();
        foreach (char letter in text.Where(char.IsLetterOrDigit))
        {
            if (letters.Length < 2 || letters[^1] != letter || letters[^2] != letter)
            {
                letters.Append(letter);
            }
        }

        string whole = letters.ToString();
        for (int length = 1; length <= whole.Length / 2; length++)
        {
            if (whole.Length % length == 0 && string.Concat(Enumerable.Repeat(whole[..length], whole.Length / length)) == whole)
            {
                return whole[..length];
            }
        }

        return whole;
    }

    /// <summary>How many letters are left when the longest common part at each place is taken out.</summary>
    private static int Unexplained(string text, HashSet<string> own)
    {
        int left = 0;
        for (int at = 0; at < text.Length;)
        {
            int common = CommonPasswordParts.LongestAt(text, at, own);
            if (common > 0)
            {
                at += common;
                continue;
            }

            left += text[at] is >= '가' and <= '힣' ? 2 : char.IsDigit(text[at]) ? 0 : 1;
            at++;
        }

        // Digits nobody could foresee count too, but a bare telephone number or a date does not make a passphrase.
        return left > 0 ? left + (Math.Min(6, text.Count(char.IsDigit)) / 2) : left;
    }

    private static IEnumerable<string> Words(string text)
    {
        string lower = AccountPasswordHasher.Normalise(text).ToLowerInvariant();
        foreach (string word in lower.Split([' ', '.', '-', '_', '@', '+', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length >= 3 || (word.Length == 2 && word[0] >= '가'))
            {
                yield return word;
                yield return HangulKeys.Typed(word);
            }
        }
    }
}

/// <summary>Puts the rules before Identity, for every way in which a passphrase is set.</summary>
public sealed class PasswordRulesValidator(CityDb db) : IPasswordValidator<Account>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var city = await db.Cities.AsNoTracking().SingleOrDefaultAsync();
        string[] known = [user.DisplayName, user.Email ?? "", city?.Name.Ko ?? "", city?.Name.En ?? "", city?.Name.Ja ?? ""];
        return PasswordRules.Check(password ?? "", known) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = problem.ToString(), Description = problem.ToString() })
            : IdentityResult.Success;
    }
}
