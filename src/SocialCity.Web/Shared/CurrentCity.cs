namespace SocialCity.Web.Shared;

/// <summary>What pages say about the city they belong to, in the language of the request.</summary>
public sealed class CurrentCity
{
    /// <summary>The name of the city, as in a heading: 누리시, Nuri City, ヌリ市.</summary>
    public string Name => Languages.Current switch
    {
        "en" => "Nuri City",
        "ja" => "ヌリ市",
        _ => "누리시",
    };

    /// <summary>Whether the portal is run by a public body and says so above the header.</summary>
    public bool IsOfficial => true;

    /// <summary>The city's colour as #rrggbb, from which the look derives its shades.</summary>
    public string Colour => "#d9641c";

    /// <summary>The zone that dates on pages are told in.</summary>
    public TimeZoneInfo TimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
}
