using System.Net;
using System.Net.Sockets;

namespace SocialCity.Web.Shared.Outgoing;

/// <summary>
/// Which addresses belong to the public internet. Whatever else an address means (this machine, its neighbours, the cloud that it runs
/// in, examples in books) is refused; so is one that hides such an address in an IPv6 form.
/// </summary>
public static class PublicAddresses
{
    /// <summary>From the registries of special-purpose addresses (RFC 6890 and its successors).</summary>
    private static readonly IPNetwork[] NotPublic =
    [
        // this network, private use, shared by a provider's customers, this machine
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),

        // link-local, where clouds answer with their secrets
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),

        // protocol assignments, documentation, relays of 6to4, private use, benchmarks
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.31.196.0/24"),
        IPNetwork.Parse("192.52.193.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("192.175.48.0/24"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),

        // multicast, reserved, broadcast
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),

        // the address of a cloud's own services, though it looks public
        IPNetwork.Parse("168.63.129.16/32"),

        // of the part of IPv6 that is handed out: protocol assignments with Teredo and benchmarks, documentation, 6to4
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("2620:4f:8000::/48"),
        IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>Everything that is handed out in IPv6. What lies outside is local, multicast, translated, mapped or of no meaning yet.</summary>
    private static readonly IPNetwork HandedOut = IPNetwork.Parse("2000::/3");

    /// <summary>Names that mean this machine or its own network wherever they are looked up (RFC 6761, RFC 6762, and what ICANN set aside).</summary>
    private static readonly string[] LocalNames = ["localhost", "local", "internal"];

    /// <summary>Whether a host is an address or a name that is not public by itself: what other names mean is known when they are looked up.</summary>
    public static bool IsPlainlyLocal(Uri url)
    {
        if (IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address))
        {
            return !IsPublic(address);
        }

        string host = url.IdnHost.TrimEnd('.');
        return LocalNames.Contains(host[(host.LastIndexOf('.') + 1)..], StringComparer.OrdinalIgnoreCase);
    }

    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(NotPublic, n => n.Contains(address)),
        AddressFamily.InterNetworkV6 when address.ScopeId == 0 => HandedOut.Contains(address) && !Array.Exists(NotPublic, n => n.Contains(address)),
        _ => false,
    };
}
