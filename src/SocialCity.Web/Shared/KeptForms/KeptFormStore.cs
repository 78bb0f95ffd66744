using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Shared.KeptForms;

/// <summary>
/// Holds forms while their writers sign in again. Each lies encrypted in a file of its own, for two hours, and opens only for the
/// browser that posted it: its cookie is part of the key. Why so: docs/decisions/0005-kept-forms.md.
/// </summary>
public sealed class KeptFormStore(
    StorageFolders folders, IDataProtectionProvider protection, IOptions<SecurityOptions> security, TimeProvider time)
    : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    /// <summary>How many forms are held for everybody together. Beyond that nothing more is stored until some have gone.</summary>
    private const int Capacity = 500;

    private const int OwnerBytes = 32;

    private readonly CookieBuilder cookie = CookieOf(security.Value);

    // Anybody can post to an address that needs signing in: one network may fill a small part of the room only.
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(
            RateLimits.Network(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 30, Window = Lifetime }));

    /// <summary>Stores a form for this browser; null when there is no room.</summary>
    public async Task<Guid?> KeepAsync(HttpContext context, KeptForm form, CancellationToken cancellationToken)
    {
        using RateLimitLease lease = limiter.AttemptAcquire(context);
        if (!lease.IsAcquired || Directory.EnumerateFiles(folders.KeptForms).Take(Capacity).Count() == Capacity)
        {
            return null;
        }

        string owner = Owner(context) ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(OwnerBytes));
        context.Response.Cookies.Append(cookie.Name!, owner, cookie.Build(context, time.GetUtcNow()));

        Guid id = Guid.NewGuid();
        byte[] content = ProtectorOf(owner, id).Protect(JsonSerializer.SerializeToUtf8Bytes(form));
        string file = FileOf(id);
        await File.WriteAllBytesAsync(file, content, cancellationToken);
        File.SetLastWriteTimeUtc(file, time.GetUtcNow().UtcDateTime);
        return id;
    }

    /// <summary>The form that this browser posted; null when it is somebody else's, or too old, or not there.</summary>
    public async Task<KeptForm?> FindAsync(HttpContext context, Guid id, CancellationToken cancellationToken)
    {
        if (Owner(context) is not { } owner || IsOver(FileOf(id)))
        {
            return null;
        }

        try
        {
            byte[] content = await File.ReadAllBytesAsync(FileOf(id), cancellationToken);
            KeptForm? form = JsonSerializer.Deserialize<KeptForm>(ProtectorOf(owner, id).Unprotect(content));
            return form?.WriterId is { } writer && IsSomebodyElse(context.User, writer) ? null : form;
        }
        catch (Exception e) when (e is FileNotFoundException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Removes what nobody came back for.</summary>
    public void Sweep()
    {
        foreach (string file in Directory.EnumerateFiles(folders.KeptForms).Where(IsOver))
        {
            File.Delete(file);
        }
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>Whether another account than the writer's is signed in: people share browsers.</summary>
    private static bool IsSomebodyElse(ClaimsPrincipal reader, long writer) =>
        long.TryParse(reader.FindFirstValue(AccountClaims.Id), CultureInfo.InvariantCulture, out long id) && id != writer;

    private bool IsOver(string file) => time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(file) > Lifetime;

    private string FileOf(Guid id) => Path.Combine(folders.KeptForms, id.ToString("N"));

    private IDataProtector ProtectorOf(string owner, Guid id) => protection.CreateProtector("KeptForms", owner, id.ToString("N"));

    private string? Owner(HttpContext context) =>
        context.Request.Cookies[cookie.Name!] is { } owner && owner.Length <= 64 && Base64Url.IsValid(owner, out int length) && length == OwnerBytes
            ? owner
            : null;

    private static CookieBuilder CookieOf(SecurityOptions options)
    {
        CookieBuilder made = new() { SameSite = SameSiteMode.Lax, MaxAge = Lifetime, IsEssential = true };
        made.Protect("kept-forms", options);
        return made;
    }
}
