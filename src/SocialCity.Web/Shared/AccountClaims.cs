using System.Globalization;
using System.Security.Claims;
using SocialCity.Accounts;

namespace SocialCity.Web.Shared;

/// <summary>The claims of a signed-in session, and how they become an <see cref="Actor"/>.</summary>
public static class AccountClaims
{
    public const string Id = ClaimTypes.NameIdentifier;
    public const string Name = "name";
    public const string Level = "level";

    /// <summary>One a right: "Administrator", or "Official:3" for the department 3.</summary>
    public const string Right = "right";

    /// <summary>The session's id, see <see cref="SocialCity.Accounts.Session"/>.</summary>
    public const string Session = "session";

    /// <summary>The account's <see cref="Account.RightsVersion"/> when the claims were made.</summary>
    public const string RightsVersion = "rights-version";

    /// <summary>When this person last proved to be themself in this session, in seconds of the Unix epoch.</summary>
    public const string Proved = "proved";

    /// <summary>One a complaint that a guest proved by the link in the e-mail; these stand in an identity of their own.</summary>
    public const string GuestComplaint = "guest-complaint";

    public static Claim Of(HeldRight right) => new(
        Right, right.DepartmentId is { } department ? string.Create(CultureInfo.InvariantCulture, $"{right.Right}:{department}") : right.Right.ToString());

    public static Actor ToActor(this ClaimsPrincipal principal)
    {
        long[] proven = [.. principal.FindAll(GuestComplaint).Select(c => long.Parse(c.Value, CultureInfo.InvariantCulture))];
        if (!long.TryParse(principal.FindFirstValue(Id), CultureInfo.InvariantCulture, out long id))
        {
            return Actor.Guest with { GuestComplaintIds = proven };
        }

        IdentityLevel level = Enum.TryParse(principal.FindFirstValue(Level), out IdentityLevel known) ? known : IdentityLevel.Guest;
        return new Actor(id, level, [.. principal.FindAll(Right).Select(c => Parse(c.Value))]) { GuestComplaintIds = proven };
    }

    private static HeldRight Parse(string value)
    {
        string[] parts = value.Split(':');
        return new HeldRight(
            Enum.Parse<Right>(parts[0]), parts.Length > 1 ? long.Parse(parts[1], CultureInfo.InvariantCulture) : null);
    }
}
