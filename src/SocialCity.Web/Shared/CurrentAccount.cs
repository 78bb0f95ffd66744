using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using SocialCity.Accounts;

namespace SocialCity.Web.Shared;

/// <summary>Who is asking: what controllers and views know of the signed-in person without reading the database.</summary>
public sealed class CurrentAccount(IHttpContextAccessor accessor)
{
    private Actor? _actor;

    public Actor Actor => _actor ??= User.ToActor();

    public long? Id => Actor.AccountId;

    public bool IsSignedIn => Actor.IsSignedIn;

    /// <summary>The display name; empty for a guest.</summary>
    public string Name => User.FindFirstValue(AccountClaims.Name) ?? "";

    public Guid? SessionId => Guid.TryParse(User.FindFirstValue(AccountClaims.Session), out Guid id) ? id : null;

    /// <summary>
    /// Tells the people who use one browser apart, for what is kept on the device: the same with each sign-in, and without a meaning of
    /// its own. Guests are one.
    /// </summary>
    public string Mark => Id is { } id
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"kept on this device {id}"))))[..16]
        : "guest";

    /// <summary>The network address of the request, for the audit log.</summary>
    public string? Address => accessor.HttpContext?.Connection.RemoteIpAddress?.ToString();

    /// <summary>The id where an earlier check made sure that somebody is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the endpoint lacks its authorization.</exception>
    public long RequiredId => Id ?? throw new InvalidOperationException("The endpoint admits guests, yet needs an account.");

    private ClaimsPrincipal User => accessor.HttpContext?.User ?? new ClaimsPrincipal();
}
