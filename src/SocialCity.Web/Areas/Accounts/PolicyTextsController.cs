using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>The terms of use and the statement on personal data, each in the language of the request.</summary>
[Area("Accounts")]
[AllowAnonymous]
public sealed class PolicyTextsController(CityDb db) : Controller
{
    [HttpGet("/terms")]
    public Task<IActionResult> Terms(CancellationToken cancellationToken) => ShowAsync(nameof(Terms), ConsentTexts.Terms, cancellationToken);

    [HttpGet("/privacy")]
    public Task<IActionResult> Privacy(CancellationToken cancellationToken) => ShowAsync(nameof(Privacy), ConsentTexts.Privacy, cancellationToken);

    private async Task<IActionResult> ShowAsync(string text, string version, CancellationToken cancellationToken)
    {
        City city = await db.Cities.AsNoTracking().SingleAsync(cancellationToken);
        return View($"{text}.{Languages.Current}", new PolicyText(city.Name.ToString(), city.Address.ToString(), city.Phone, city.Email, version));
    }
}

/// <summary>What the texts say of the city that runs the portal.</summary>
public sealed record PolicyText(string City, string Address, string Phone, string Email, string Version)
{
    /// <summary>How the city is reached, as far as it said.</summary>
    public string Contact => string.Join(" · ", new[] { Address, Phone, Email }.Where(part => part.Length > 0));
}
