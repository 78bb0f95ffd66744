namespace SocialCity.Web.Shared;

/// <summary>The section <c>Mentions</c>: talking with other sites about what links where (W3C Webmention).</summary>
public sealed class MentionOptions
{
    public const string Section = "Mentions";

    /// <summary>Where pages elsewhere are announced.</summary>
    public const string Path = "/webmention";

    /// <summary>Whether pages elsewhere that link to an article can be announced here, to be shown below it after review.</summary>
    public bool Receive { get; set; } = true;

    /// <summary>Whether sites that an article links to are told so.</summary>
    public bool Send { get; set; } = true;
}
