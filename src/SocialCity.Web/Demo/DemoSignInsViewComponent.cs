using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Web.Demo;

/// <summary>Whom one can sign in as; the password is the same for all.</summary>
public sealed record DemoSignIns(IReadOnlyList<(string Email, string Name)> People, string Password, string? ReturnUrl);

/// <summary>On the sign-in page of a demonstration city: its sign-ins. In Development only, and only where these people live.</summary>
public sealed class DemoSignInsViewComponent(CityDb db, IHostEnvironment environment) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string? returnUrl)
    {
        if (!environment.IsDevelopment())
        {
            return Content("");
        }

        IReadOnlyList<string> addresses = DemoPeople.SignIns;
        var people = await db.Users.AsNoTracking().Where(u => u.Email != null && addresses.Contains(u.Email)).OrderBy(u => u.Id)
            .Select(u => new { u.Email, u.DisplayName }).ToListAsync(HttpContext.RequestAborted);
        return people.Count == 0
            ? Content("")
            : View(new DemoSignIns([.. people.Select(p => (p.Email ?? "", p.DisplayName))], DemoCity.Password, returnUrl));
    }
}
