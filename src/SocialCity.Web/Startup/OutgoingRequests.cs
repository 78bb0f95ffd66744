using System.Net;
using System.Text;
using SocialCity.Web.Shared.Outgoing;

namespace SocialCity.Web.Startup;

/// <summary>Requests that the portal makes to addresses which somebody else named.</summary>
public static class OutgoingRequests
{
    public static void AddOutgoingRequests(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<OutgoingOptions>(OutgoingOptions.Section);
        if (options.AllowThisMachine && builder.Environment.IsProduction())
        {
            throw new StartupException(
                $"The setting {OutgoingOptions.Section}:{nameof(OutgoingOptions.AllowThisMachine)} lets strangers reach what runs beside the portal: it is for trying out, not for Production.");
        }

        // Older Korean pages are written in EUC-KR.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        builder.Services.AddSingleton<HostLookup>(Dns.GetHostAddressesAsync);
        builder.Services.AddSingleton<OutgoingHttp>();
    }
}
