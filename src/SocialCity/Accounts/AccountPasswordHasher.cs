using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SocialCity.Accounts;

/// <summary>
/// Identity's hasher over the normalised passphrase (NIST SP 800-63B, 3.1.1.2): the same Hangul typed on another system, or in the
/// full width of a Japanese keyboard, is the same passphrase.
/// </summary>
public sealed class AccountPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    /// <summary>Rounds of PBKDF2 with SHA-512. A hash of fewer is replaced when its owner signs in.</summary>
    public const int Rounds = 600_000;

    public override string HashPassword(Account user, string password) => base.HashPassword(user, Normalise(password));

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, Normalise(providedPassword));

    /// <summary>The form in which a passphrase is judged and hashed. A half of a surrogate pair, which no form sends, becomes its replacement.</summary>
    public static string Normalise(string password) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(password)).Normalize(NormalizationForm.FormKC);
}
