using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace SocialCity.Web.Shared.Mailing;

/// <summary>The section <c>Site</c>.</summary>
public sealed class SiteOptions : IValidatableObject
{
    public const string Section = "Site";

    /// <summary>
    /// Under which address people reach the portal, as https://www.example.go.kr; links in mails begin with it. Only Development may go without:
    /// there it is the address that the server listens on.
    /// </summary>
    public string? Address { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        bool isAddress = Uri.TryCreate(Address, UriKind.Absolute, out Uri? uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
        if (Address is not null && !isAddress)
        {
            yield return new ValidationResult($"'{Address}' is no address such as https://www.example.go.kr.", [nameof(Address)]);
        }
    }
}

/// <summary>Makes addresses that work outside of the portal: in mails and feeds.</summary>
public sealed partial class SiteAddress(IOptions<SiteOptions> options, IServer server)
{
    /// <summary>The address of the portal, without a slash at its end.</summary>
    public string Root => (options.Value.Address ?? Listening() ?? "http://localhost").TrimEnd('/');

    public string Host => new Uri(Root).IdnHost;

    /// <param name="path">
    /// A path within the portal, beginning with a slash. Letters beyond ASCII in it are escaped: programs for mail end a link at them.
    /// </param>
    public string Of(string path) => path.StartsWith('/')
        ? Root + BeyondAscii().Replace(path, letters => Uri.EscapeDataString(letters.Value))
        : throw new ArgumentException("A path of the portal begins with a slash.", nameof(path));

    /// <summary>The address of a page whose path is written in letters, as /blog/새-글, with these escaped.</summary>
    public string OfPage(string path) => Of(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));

    [GeneratedRegex(@"[^\x00-\x7F]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BeyondAscii();

    // A server that listens everywhere says so with a host that is no name.
    private string? Listening() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?
        .Replace("[::]", "localhost", StringComparison.Ordinal)
        .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal)
        .Replace("//*", "//localhost", StringComparison.Ordinal);
}
