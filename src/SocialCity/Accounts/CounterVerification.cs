using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialCity.Audit;
using SocialCity.Data;

namespace SocialCity.Accounts;

/// <summary>
/// Codes of six digits, good for some minutes, that a person shows at the counter. They follow from the account's stamp and the time, so
/// nothing is stored; with their address they let an official find this one person, and nobody browse people.
/// </summary>
public sealed class CounterCodes : TotpSecurityStampBasedTokenProvider<Account>
{
    public const string Name = "Counter";
    public const string Purpose = "counter";

    public override Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(false);
}

/// <summary>What an official saw at the counter. Neither its number nor a copy is kept.</summary>
public enum IdentityDocument
{
    /// <summary>주민등록증.</summary>
    ResidentCard = 1,

    /// <summary>운전면허증.</summary>
    DrivingLicence = 2,

    /// <summary>여권.</summary>
    Passport = 3,

    /// <summary>외국인등록증, 영주증, 국내거소신고증.</summary>
    ForeignerCard = 4,

    /// <summary>모바일 신분증.</summary>
    MobileCard = 5,
}

/// <summary>Why an official could not vouch for somebody.</summary>
public enum VouchRefusal
{
    /// <summary>The address and the code do not belong together, or the code is too old.</summary>
    CodeWrong = 1,

    /// <summary>Nobody vouches for themself.</summary>
    OwnAccount = 2,

    /// <summary>The person is verified already.</summary>
    AlreadyVerified = 3,
}

/// <summary>The counter procedure: an official sees a person and a document and vouches for the account, which becomes "verified person".</summary>
public sealed class CounterVerification(UserManager<Account> accounts, CityDb db, AuditLog audit, TimeProvider time)
{
    /// <summary>The code that the person shows; a new one every few minutes.</summary>
    public Task<string> CodeFor(Account account) => accounts.GenerateUserTokenAsync(account, CounterCodes.Name, CounterCodes.Purpose);

    /// <param name="email">The address that the person names.</param>
    /// <param name="code">The code that the person shows.</param>
    /// <param name="document">What the official saw.</param>
    /// <param name="officialId">The official.</param>
    /// <param name="address">The official's network address, for the audit log.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    /// <returns>The account that is verified now, or why it is not.</returns>
    public async Task<(Account? Account, VouchRefusal? Refusal)> VouchAsync(
        string email, string code, IdentityDocument document, long officialId, string? address, CancellationToken cancellationToken)
    {
        Account? account = await accounts.FindByEmailAsync(email);
        VouchRefusal? refusal =
            account is not { IsActive: true, EmailConfirmed: true }
            || !await accounts.VerifyUserTokenAsync(account, CounterCodes.Name, CounterCodes.Purpose, code) ? VouchRefusal.CodeWrong
            : account.Id == officialId ? VouchRefusal.OwnAccount
            : account.Level == IdentityLevel.Verified ? VouchRefusal.AlreadyVerified
            : null;
        // The official learns nothing from a wrong code; the log, which administrators read, says whose account was tried.
        string subject = account is null ? "account:unknown" : $"account:{account.Id}";
        audit.Add(
            AuditKind.Access, refusal is null ? SignInActions.Vouched : SignInActions.VouchRefused, subject, officialId, address,
            refusal?.ToString() ?? document.ToString());
        if (refusal is null && account is not null)
        {
            db.Add(new IdentityVerification(
                account, IdentityLevel.Verified, VerificationMethod.Counter, officialId, document.ToString(), time.GetUtcNow().UtcDateTime));
        }

        await db.SaveChangesAsync(cancellationToken);
        return (refusal is null ? account : null, refusal);
    }

    /// <summary>How an account reached its level, newest first.</summary>
    public static IQueryable<IdentityVerification> HistoryOf(CityDb db, long accountId) =>
        db.IdentityVerifications.AsNoTracking().Where(v => v.AccountId == accountId).OrderByDescending(v => v.At);
}
