using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Accounts;

/// <summary>
/// Checks what somebody signs in with. Whether an address is known shows neither in the answer nor in the time it takes: the same
/// hash is computed either way. Guesses are counted by one guarded update, so that parallel ones are counted too.
/// </summary>
public sealed class SignInCheck(
    UserManager<Account> accounts, IPasswordHasher<Account> hasher, DecoyPassword decoy, CityDb db, AuditLog audit, TimeProvider time)
{
    /// <summary>After so many wrong attempts in a row nothing but a passkey is accepted for <see cref="LockedFor"/>.</summary>
    public const int MostFailures = 10;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>The account whose address and passphrase these are; null for every other case.</summary>
    /// <param name="email">The address, as typed.</param>
    /// <param name="password">The passphrase, as typed.</param>
    /// <param name="device">What it comes from, for the notice of a lock.</param>
    /// <param name="address">The network address, for the audit log.</param>
    /// <param name="cancellationToken">Stops before the attempt is noted.</param>
    public async Task<Account?> PasswordAsync(
        string email, string password, string device, string? address, CancellationToken cancellationToken)
    {
        Account? account = await accounts.FindByEmailAsync(email);
        if (account is not { PasswordHash: { } hash })
        {
            decoy.Verify(hasher, password);
            audit.Add(AuditKind.SignIn, SignInActions.Failed, "account:unknown", null, address);
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }

        PasswordVerificationResult result = hasher.VerifyHashedPassword(account, hash, password);
        bool right = result != PasswordVerificationResult.Failed;
        if (IsLocked(account) || !account.IsActive || (right && !account.EmailConfirmed))
        {
            audit.Add(AuditKind.SignIn, SignInActions.Refused, Subject(account), null, address);
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }

        if (!right)
        {
            await FailedAsync(account, device, address, cancellationToken);
            return null;
        }

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = hasher.HashPassword(account, password);
            await db.SaveChangesAsync(cancellationToken);
        }

        return account;
    }

    /// <summary>Whether the passphrase is that of a person who is signed in already. Wrong ones count as when signing in.</summary>
    public async Task<bool> ConfirmAsync(
        Account account, string password, string device, string? address, CancellationToken cancellationToken)
    {
        bool right = account.PasswordHash is { } hash
            && hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;
        if (IsLocked(account))
        {
            return false;
        }

        if (!right)
        {
            await FailedAsync(account, device, address, cancellationToken);
        }

        return right;
    }

    /// <summary>Whether too many attempts failed a short while ago.</summary>
    public bool IsLocked(Account account) => account.LockoutEnd is { } end && time.GetUtcNow() < end;

    /// <summary>Notes a wrong passphrase or code; at the last one allowed the account is locked and its owner told.</summary>
    public async Task FailedAsync(Account account, string device, string? address, CancellationToken cancellationToken)
    {
        DateTimeOffset until = time.GetUtcNow() + LockedFor;
        IQueryable<Account> row = db.Users.Where(a => a.Id == account.Id);
        await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), cancellationToken);
        bool locks = await row.Where(a => a.AccessFailedCount >= MostFailures).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, until), cancellationToken) == 1;
        audit.Add(AuditKind.SignIn, locks ? SignInActions.Locked : SignInActions.Failed, Subject(account), null, address);
        if (locks)
        {
            Dictionary<string, string> facts = new() { [NoticeFacts.Device] = device };
            db.Add(Notice.To(account, NoticeKind.SignInLocked, facts, time.GetUtcNow().UtcDateTime));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Forgets the failures before, once everything that was asked for was right.</summary>
    public Task SucceededAsync(Account account, CancellationToken cancellationToken) =>
        db.Users.Where(a => a.Id == account.Id && a.AccessFailedCount > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0), cancellationToken);

    private static string Subject(Account account) => $"account:{account.Id}";
}

/// <summary>A hash that belongs to nobody, made once, to be compared where there is no account.</summary>
public sealed class DecoyPassword
{
    private readonly Account _nobody = new("nobody@account.invalid", "", "ko", DateTime.UnixEpoch);
    private readonly Lock _lock = new();
    private string? _hash;

    public void Verify(IPasswordHasher<Account> hasher, string password) => hasher.VerifyHashedPassword(_nobody, Hash(hasher), password);

    private string Hash(IPasswordHasher<Account> hasher)
    {
        lock (_lock)
        {
            return _hash ??= hasher.HashPassword(_nobody, Guid.NewGuid().ToString());
        }
    }
}
