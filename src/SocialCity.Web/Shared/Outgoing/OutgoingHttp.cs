using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Shared.Outgoing;

/// <summary>Finds the addresses of a host.</summary>
public delegate Task<IPAddress[]> HostLookup(string host, CancellationToken cancellationToken);

/// <summary>
/// Asks addresses that somebody else named (docs/security.md): public ones only, looked up here and checked as they are connected to, so that
/// a name cannot mean one thing when it is checked and another when it is used; each redirect anew; no cookies, proxies or passwords;
/// with limits on size and time. All requests of the portal to foreign addresses go through it.
/// </summary>
public sealed class OutgoingHttp : IDisposable
{
    private const int HeaderKilobytes = 32;
    private static readonly TimeSpan KeptOpen = TimeSpan.FromMinutes(1);

    private readonly OutgoingOptions _options;
    private readonly HostLookup _lookup;
    private readonly SiteAddress _site;
    private readonly HttpMessageInvoker _invoker;

    public OutgoingHttp(IOptions<OutgoingOptions> options, HostLookup lookup, SiteAddress site)
    {
        _options = options.Value;
        _lookup = lookup;
        _site = site;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(_options.Seconds),
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = HeaderKilobytes,
            PooledConnectionLifetime = KeptOpen,
            // No header tells others which request of ours led to theirs.
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        });
    }

    /// <summary>Reads a page.</summary>
    /// <param name="address">Where.</param>
    /// <param name="types">Content types whose body is read, as text/html; the body of others is left alone.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OutgoingRefusedException">It is not asked at all, or does not end in a place that is.</exception>
    /// <exception cref="HttpRequestException">The other side cannot be reached, or speaks no proper HTTP.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public Task<OutgoingAnswer> GetAsync(Uri address, IReadOnlyCollection<string> types, CancellationToken cancellationToken) =>
        InTimeAsync(ct => FollowAsync(HttpMethod.Get, address, null, types, ct), cancellationToken);

    /// <summary>Posts a form. Only a redirect that asks for the same form again (307, 308) is followed.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<OutgoingAnswer> PostFormAsync(
        Uri address, IReadOnlyCollection<KeyValuePair<string, string>> form, CancellationToken cancellationToken) =>
        InTimeAsync(ct => FollowAsync(HttpMethod.Post, address, form, [], ct), cancellationToken);

    public void Dispose() => _invoker.Dispose();

    private async Task<OutgoingAnswer> InTimeAsync(
        Func<CancellationToken, Task<OutgoingAnswer>> ask, CancellationToken cancellationToken)
    {
        using CancellationTokenSource time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(TimeSpan.FromSeconds(_options.Seconds));
        try
        {
            return await ask(time.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {_options.Seconds} seconds.", e);
        }
        catch (HttpRequestException e) when (e.InnerException is OutgoingRefusedException refused)
        {
            throw new OutgoingRefusedException(refused.Refusal, refused.Message);
        }
        catch (IOException e)
        {
            // The connection broke, or what was packed cannot be unpacked, while the body was read.
            throw new HttpRequestException(e.Message, e);
        }
        catch (InvalidDataException e)
        {
            throw new HttpRequestException(e.Message, e);
        }
    }

    private async Task<OutgoingAnswer> FollowAsync(
        HttpMethod method,
        Uri address,
        IReadOnlyCollection<KeyValuePair<string, string>>? form,
        IReadOnlyCollection<string> types,
        CancellationToken cancellationToken)
    {
        Uri at = address;
        for (int redirects = 0; ; redirects++)
        {
            Check(at);
            using HttpRequestMessage request = RequestFor(method, at, form, types);
            using HttpResponseMessage response = await _invoker.SendAsync(request, cancellationToken);
            if (NextOf(method, at, response) is not { } next)
            {
                return await ReadAsync(at, response, types, cancellationToken);
            }

            if (redirects == _options.MostRedirects)
            {
                throw new OutgoingRefusedException(OutgoingRefusal.TooManyRedirects, $"More than {_options.MostRedirects} redirects.");
            }

            at = next;
        }
    }

    private void Check(Uri address)
    {
        bool isWeb = address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        if (!isWeb || address.UserInfo.Length > 0 || address.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic
            || !(_options.AllowThisMachine || _options.Ports.Contains(address.Port)))
        {
            throw new OutgoingRefusedException(OutgoingRefusal.Address, "Addresses like this one are not asked.");
        }
    }

    private HttpRequestMessage RequestFor(
        HttpMethod method, Uri address, IReadOnlyCollection<KeyValuePair<string, string>>? form, IReadOnlyCollection<string> types)
    {
        HttpRequestMessage request = new(method, address) { Version = HttpVersion.Version11 };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("SocialCity", "1"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue($"(+{_site.Root})"));
        foreach (string type in types)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        }

        request.Content = form is null ? null : new FormUrlEncodedContent(form);
        return request;
    }

    /// <summary>Where a redirect leads; null when this is the answer.</summary>
    private static Uri? NextOf(HttpMethod method, Uri at, HttpResponseMessage response)
    {
        bool isFollowed = response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            || (method == HttpMethod.Get
                && response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther);
        if (!isFollowed || response.Headers.Location is not { } location)
        {
            return null;
        }

        Uri next = location.IsAbsoluteUri ? location : new Uri(at, location);
        return at.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp
            ? throw new OutgoingRefusedException(OutgoingRefusal.Downgrade, "A redirect leads from https to http.")
            : next;
    }

    private async Task<OutgoingAnswer> ReadAsync(
        Uri at, HttpResponseMessage response, IReadOnlyCollection<string> types, CancellationToken cancellationToken)
    {
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        string name = type?.MediaType?.ToLowerInvariant() ?? "";
        IReadOnlyList<string> links = response.Headers.TryGetValues("Link", out IEnumerable<string>? values) ? [.. values] : [];
        byte[] body = types.Contains(name) ? await ReadAsync(response.Content, cancellationToken) : [];
        return new OutgoingAnswer(at, response.StatusCode, links, name, type?.CharSet?.Trim('"'), body);
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
        using MemoryStream read = new();
        byte[] part = ArrayPool<byte>.Shared.Rent(16_384);
        try
        {
            while (read.Length < _options.MostBytes)
            {
                int most = (int)Math.Min(part.Length, _options.MostBytes - read.Length);
                int count = await stream.ReadAsync(part.AsMemory(0, most), cancellationToken);
                if (count == 0)
                {
                    break;
                }

                read.Write(part, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(part);
        }

        return read.ToArray();
    }

    /// <summary>Connects to an address that was checked: the one that the socket is given, whatever the name means a moment later.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        string host = context.DnsEndPoint.Host;
        IPAddress[] found = IPAddress.TryParse(host, out IPAddress? literal) ? [literal] : await _lookup(host, cancellationToken);
        IPAddress[] allowed = [.. found.Where(a => PublicAddresses.IsPublic(a) || (_options.AllowThisMachine && IPAddress.IsLoopback(a)))];
        if (allowed.Length == 0)
        {
            throw found.Length == 0
                ? new HttpRequestException("The host has no address.")
                : new OutgoingRefusedException(OutgoingRefusal.NotPublic, "The host has no public address.");
        }

        SocketException? failed = null;
        foreach (IPAddress address in allowed)
        {
            Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                failed = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw new HttpRequestException("The host cannot be reached.", failed);
    }
}
