using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace SocialCity.Web.Shared;

/// <summary>
/// The one value of the look that the city sets: its colour. A style sheet of its own, since a page may hold no inline style; its
/// address carries the colour, so that it is kept until the colour changes.
/// </summary>
[AllowAnonymous]
[DisableRateLimiting]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class CityStyleController(CurrentCity city) : Controller
{
    [HttpGet("/city.css")]
    public ContentResult Show([FromQuery(Name = "v")] string? colour)
    {
        Response.GetTypedHeaders().CacheControl = new()
        {
            Public = true,
            MaxAge = colour == city.Colour ? TimeSpan.FromDays(365) : TimeSpan.Zero,
        };
        return Content($"@layer tokens {{ :root {{ --city: {city.Colour}; }} }}\n", "text/css; charset=utf-8");
    }
}
