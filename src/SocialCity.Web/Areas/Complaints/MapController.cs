using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>What the map's script draws over the tiles. Without script the page has the drawing of the dongs.</summary>
[Area("Complaints")]
[AllowAnonymous]
public sealed class MapController(BoardPages board) : Controller
{
    [HttpGet("complaints/pins")]
    public async Task<IActionResult> Pins(BoardQuery query, CancellationToken cancellationToken) =>
        Json(await board.PinsAsync(query, cancellationToken));
}
