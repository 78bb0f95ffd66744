using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Shared;

/// <summary>
/// The main menu. An entry points to an action; one whose feature is not part of this portal has no address and is left out.
/// </summary>
public sealed class SiteMenu(IStringLocalizer<SharedTexts> T)
{
    /// <summary>The entries in their order, with where each leads.</summary>
    public IEnumerable<MenuEntry> Entries(IUrlHelper url)
    {
        MenuEntry?[] entries =
        [
            Entry(T["신문고"], T["불편한 일을 알리고 처리 과정을 함께 봅니다"], "megaphone", url.Action("Index", "Complaints", new { area = "Complaints" })),
            Entry(T["도시의 고민"], T["지금 우리 도시에 무엇이 가장 문제인지 봅니다"], "trend", url.Action("Index", "Troubles", new { area = "Complaints" })),
        ];
        return entries.OfType<MenuEntry>();
    }

    private static MenuEntry? Entry(string name, string purpose, string icon, string? path) =>
        path is null ? null : new MenuEntry(name, purpose, icon, path);
}

/// <summary>An entry of the main menu: its name, a sentence on what it is for, its icon and its address.</summary>
public sealed record MenuEntry(string Name, string Purpose, string Icon, string Path)
{
    /// <summary>Whether a page at this path belongs to the entry.</summary>
    public bool Holds(PathString path) => path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
}
