using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace SocialCity.Web.Tests.Shared;

/// <summary>Fails as asked, in tests only, to see what the portal makes of it.</summary>
[AllowAnonymous]
[Route("failures")]
public sealed class FailuresController : Controller
{
    [HttpGet("{status:int}")]
    public IActionResult Answer(int status) => StatusCode(status);

    [HttpGet("thrown")]
    public IActionResult Throw() => throw new InvalidOperationException("a secret of the house");

    [HttpGet("too-large")]
    public IActionResult TooLarge() => throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);

    [HttpPost("posted")]
    public IActionResult Posted() => NoContent();
}
