using System.ComponentModel.DataAnnotations;

namespace SocialCity.Web.Demo;

/// <summary>The section <c>Demo</c>.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Fills an empty database with the city of Nuri at the start. Only in Development; elsewhere it changes nothing.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many complaints get a photo. Drawing them takes most of the time.</summary>
    [Range(0, 400)]
    public int Photos { get; set; } = 90;
}
