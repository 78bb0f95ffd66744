using System.Net;

namespace SocialCity.Web.Shared.Outgoing;

/// <summary>What another site answered.</summary>
/// <param name="Address">Where the answer came from, after all redirects.</param>
/// <param name="Status">The last one.</param>
/// <param name="Links">The values of its Link headers.</param>
/// <param name="ContentType">As text/html, in small letters; empty when it says none.</param>
/// <param name="Charset">As the header names it; null when it does not.</param>
/// <param name="Body">Unpacked, as much as is read at most; empty when nobody asked for this type.</param>
public sealed record OutgoingAnswer(
    Uri Address, HttpStatusCode Status, IReadOnlyList<string> Links, string ContentType, string? Charset, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Whether the same request may do better later.</summary>
    public bool IsPassingFault => Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)Status >= 500;
}

public enum OutgoingRefusal
{
    /// <summary>No http or https, a port that is not asked, a name and password in it.</summary>
    Address = 1,

    /// <summary>The host has no public address.</summary>
    NotPublic = 2,

    TooManyRedirects = 3,

    /// <summary>From https on to http.</summary>
    Downgrade = 4,
}

/// <summary>The portal does not make this request, today or later.</summary>
public sealed class OutgoingRefusedException(OutgoingRefusal refusal, string message) : Exception(message)
{
    public OutgoingRefusal Refusal { get; } = refusal;
}
