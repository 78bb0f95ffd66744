using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Home;

/// <summary>The front page of the city.</summary>
[AllowAnonymous]
[Area("Home")]
[Revalidated]
public sealed class HomeController(SiteMenu menu, IEnumerable<HomeSection> sections) : Controller
{
    [HttpGet("/")]
    public IActionResult Index() => View(new HomePage(
        Search: Url.Action("Index", "Search", new { area = "Search" }),
        NewComplaint: Url.Action("New", "Filings", new { area = "Complaints" }),
        Features: menu.ForAll(Url),
        Sections: [.. sections.OrderBy(section => section.Order).Select(section => section.Component)]));
}

/// <summary>A view component that a feature adds to the front page.</summary>
public sealed record HomeSection(int Order, Type Component);

/// <summary>What the front page shows; an address is null while its feature is not part of the portal.</summary>
public sealed record HomePage(string? Search, string? NewComplaint, IReadOnlyList<MenuEntry> Features, IReadOnlyList<Type> Sections);
