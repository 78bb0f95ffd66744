using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Shared;

/// <summary>
/// The menus of every page. An entry points to an action; one whose feature is not part of this portal has no address and is left out.
/// </summary>
public sealed class SiteMenu(IAuthorizationService authorization, IStringLocalizer<SharedTexts> T)
{
    /// <summary>What everybody finds, in the main menu and at the foot of the page.</summary>
    public IReadOnlyList<MenuEntry> ForAll(IUrlHelper url) => Present(
    [
        new(T["신문고"], T["불편한 일을 알리고 처리 과정을 함께 봅니다"], "megaphone", url.Action("Index", "Complaints", new { area = "Complaints" })),
        new(T["도시 블로그"], T["도시의 소식과 시민의 이야기를 함께 읽습니다"], "document", url.Action("Index", "Blog", new { area = "Blog" })),
        new(T["도시의 고민"], T["지금 우리 도시에 무엇이 가장 문제인지 봅니다"], "trend", url.Action("Index", "Troubles", new { area = "Complaints" })),
    ]);

    /// <summary>The main menu: what everybody finds, and the places where officials work.</summary>
    public async Task<IReadOnlyList<MenuEntry>> MainAsync(IUrlHelper url) => [.. ForAll(url), .. await WorkAsync(url)];

    /// <summary>What a signed-in person finds under their name.</summary>
    public async Task<IReadOnlyList<MenuEntry>> PersonalAsync(IUrlHelper url)
    {
        bool isStaff = (await authorization.AuthorizeAsync(url.ActionContext.HttpContext.User, Policies.Staff)).Succeeded;
        return
        [
            .. Present(
            [
                new(T["내 민원"], "", "inbox", url.Action("Index", "Mine", new { area = "Complaints" })),
                new(T["글쓰기"], "", "pencil", url.Action("Index", "Writing", new { area = "Blog" })),
                new(T["내 페이지"], "", "user", isStaff ? url.Action("Own", "Notes", new { area = "Blog" }) : null),
                new(T["내 계정"], "", "user", url.Action("Index", "Account", new { area = "Accounts" })),
            ]),
            .. await WorkAsync(url),
        ];
    }

    /// <summary>The entry that a page belongs to: the one under which its breadcrumb begins, else the one whose address is the longest beginning of its own.</summary>
    public static MenuEntry? Current(IEnumerable<MenuEntry> entries, PageFrame frame, PathString path)
    {
        PathString beginning = frame.Crumbs is [{ Path: ['/', ..] first }, ..] ? new PathString(first) : default;
        return Nearest(beginning) ?? Nearest(path);

        MenuEntry? Nearest(PathString place) =>
            entries.Where(entry => place.StartsWithSegments(entry.Path, StringComparison.OrdinalIgnoreCase)).MaxBy(entry => entry.Path?.Length);
    }

    private async Task<IReadOnlyList<MenuEntry>> WorkAsync(IUrlHelper url)
    {
        List<MenuEntry> entries = [];
        var user = url.ActionContext.HttpContext.User;
        if ((await authorization.AuthorizeAsync(user, Policies.Desk)).Succeeded)
        {
            entries.Add(new(T["내 책상"], "", "list", url.Action("Index", "Desk", new { area = "Desk" })));
        }

        if ((await authorization.AuthorizeAsync(user, Policies.Vouch)).Succeeded)
        {
            entries.Add(new(T["창구"], "", "shield", url.Action("New", "Counter", new { area = "Accounts" })));
        }

        if ((await authorization.AuthorizeAsync(user, Policies.Moderate)).Succeeded)
        {
            entries.Add(new(T["검토"], "", "flag", url.Action("Index", "Moderation", new { area = "Conversation" })));
        }

        if ((await authorization.AuthorizeAsync(user, Policies.Administer)).Succeeded)
        {
            entries.Add(new(T["관리"], "", "settings", url.Action("Index", "Dashboard", new { area = "Office" })));
        }

        return Present(entries);
    }

    private static List<MenuEntry> Present(IEnumerable<MenuEntry> entries) => [.. entries.Where(entry => entry.Path is not null)];
}

/// <summary>An entry of a menu: its name, a sentence on what it is for, its icon and its address.</summary>
public sealed record MenuEntry(string Name, string Purpose, string Icon, string? Path);
