using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Shared;

/// <summary>The bell in the header: how many notices a signed-in person has not read, among the newest hundred.</summary>
public sealed class UnreadNoticesViewComponent(CityDb db, NoticeWordings wordings, CurrentAccount account) : ViewComponent
{
    /// <summary>Older ones that were never read stop mattering; the index gives the newest without counting all.</summary>
    private const int Newest = 100;

    public async Task<IViewComponentResult> InvokeAsync() => account.Id is { } me
        ? View(await db.Notices.OnSiteFor(me).NewestFirst().Take(Newest).CountAsync(
            n => n.ReadAt == null && wordings.Kinds.Contains(n.Kind), HttpContext.RequestAborted))
        : Content("");
}
