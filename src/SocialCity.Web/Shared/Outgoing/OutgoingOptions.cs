using System.ComponentModel.DataAnnotations;

namespace SocialCity.Web.Shared.Outgoing;

/// <summary>The section <c>Outgoing</c>: what holds for each request that the portal makes to an address that somebody else named.</summary>
public sealed class OutgoingOptions : IValidatableObject
{
    public const string Section = "Outgoing";

    /// <summary>Ports that may be asked.</summary>
    [MinLength(1)]
    public int[] Ports { get; set; } = [80, 443];

    /// <summary>How long one request may take with all its redirects and its body, in seconds.</summary>
    [Range(1, 60)]
    public int Seconds { get; set; } = 10;

    /// <summary>How much of an answer is read, unpacked, in bytes; the rest is left alone.</summary>
    [Range(1_024, 10_485_760)]
    public int MostBytes { get; set; } = 1_048_576;

    [Range(0, 10)]
    public int MostRedirects { get; set; } = 5;

    /// <summary>Whether this machine itself may be asked, at any port: for tests and for trying out. Production does not start with it.</summary>
    public bool AllowThisMachine { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Ports.Where(port => port is < 1 or > 65_535)
        .Select(port => new ValidationResult($"{port} is no port; ports go from 1 to 65535.", [nameof(Ports)]));
}
