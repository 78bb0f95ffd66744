using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SocialCity.Municipality;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>
/// <c>&lt;div city-map="map"&gt;</c> with the drawing inside: tells the script what to load, and the words of the map. Where the map's library was not built in, nothing names it and the drawing stays.
/// </summary>
[HtmlTargetElement("div", Attributes = "city-map")]
public sealed class CityMapTagHelper(IWebHostEnvironment environment, CitySettings settings, IStringLocalizer<ComplaintTexts> T) : TagHelper
{
    private const string Library = "lib/leaflet/leaflet.js";
    private const string Style = "css/map.css";

    /// <summary>The drawing.</summary>
    public CityMap? CityMap { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (CityMap is null || !environment.WebRootFileProvider.GetFileInfo(Library).Exists)
        {
            return;
        }

        City city = settings.City;
        Set("library", $"/{Library}");
        Set("map-style", $"/{Style}");
        if (city.MapTiles is { Length: > 0 } tiles)
        {
            Set("tiles", tiles);
            Set("attribution", city.MapAttribution ?? "");
        }

        Set("zoom-in", T["지도 키우기"]);
        Set("zoom-out", T["지도 줄이기"]);
        Set("close", T["닫기"]);

        void Set(string name, string value) => output.Attributes.SetAttribute($"data-{name}", value);
    }
}
