using Microsoft.AspNetCore.Mvc;

namespace SocialCity.Web.Shared;

/// <summary>How many notices the person of this request has not read; found together with the session.</summary>
public sealed record UnreadNotices(int Count)
{
    /// <summary>Among how many: older ones that were never read stop mattering; the index gives the newest without counting all.</summary>
    public const int Newest = 100;
}

/// <summary>The bell in the header of a signed-in person.</summary>
public sealed class UnreadNoticesViewComponent : ViewComponent
{
    public IViewComponentResult Invoke() => HttpContext.Features.Get<UnreadNotices>() is { } unread ? View(unread.Count) : Content("");
}
