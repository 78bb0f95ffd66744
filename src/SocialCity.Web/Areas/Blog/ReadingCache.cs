using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog;

/// <summary>
/// Keeps pages of the blog for readers who are nobody in particular (docs/decisions/0031-reading-cache.md). A page is kept under the
/// number of its edition, which the database tells: a publication or a comment shows at once, on every node, and nothing has to be
/// thrown away. Whoever is signed in, or is told something by the page, gets one of their own, which is not kept.
/// </summary>
public sealed class ReadingCache(KeptPage kind) : IOutputCachePolicy
{
    public const string Lists = "blog-lists";
    public const string Article = "blog-article";
    public const string Feeds = "blog-feeds";

    /// <summary>Short enough for "3 minutes ago" below an article to stay nearly true.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private static readonly string Build = typeof(ReadingCache).Module.ModuleVersionId.ToString("N");

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        HttpContext http = context.HttpContext;
        bool isForAll = RevalidatedAttribute.IsForAll(http);
        context.EnableOutputCaching = isForAll;
        context.AllowCacheLookup = isForAll;
        context.AllowCacheStorage = isForAll;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        if (!isForAll)
        {
            return;
        }

        string edition = await EditionAsync(http, cancellation);
        string theme = Themes.Of(http.Request);
        string city = http.RequestServices.GetRequiredService<CitySettings>().City.Version.ToString("N");
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["edition"] = edition;
        context.CacheVaryByRules.VaryByValues["language"] = Languages.Current;
        context.CacheVaryByRules.VaryByValues["theme"] = theme;
        context.CacheVaryByRules.VaryByValues["city"] = city;

        byte[] mark = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', Build, edition, Languages.Current, theme, city, http.Request.Path, http.Request.QueryString)));
        http.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(mark)[..32]}\"";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Cookie, Accept-Language";
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        HttpResponse response = context.HttpContext.Response;
        bool setsCookie = !StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && !setsCookie && response.Headers.CacheControl != "no-store";
        if (!context.AllowCacheStorage && response.StatusCode != StatusCodes.Status200OK && !response.HasStarted)
        {
            response.Headers.Remove(HeaderNames.ETag);
        }

        return ValueTask.CompletedTask;
    }

    private async Task<string> EditionAsync(HttpContext http, CancellationToken cancellationToken)
    {
        CityDb db = http.RequestServices.GetRequiredService<CityDb>();
        if (kind is KeptPage.Article && http.Request.RouteValues["slug"] is string slug)
        {
            var article = await db.Articles.AsNoTracking().Readable().WithSlug(slug)
                .Select(a => new { a.Version, a.TalkVersion, Edition = db.Set<BlogEdition>().Select(e => e.Number).FirstOrDefault() })
                .SingleOrDefaultAsync(cancellationToken);
            return article is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{article.Version:N}-{article.TalkVersion}-{article.Edition}");
        }

        BlogEdition edition = await db.Set<BlogEdition>().AsNoTracking().SingleAsync(cancellationToken);
        return kind is KeptPage.List
            ? string.Create(CultureInfo.InvariantCulture, $"{edition.Number}-{edition.TalkNumber}")
            : edition.Number.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>What a kept page shows, and so what makes it old.</summary>
public enum KeptPage
{
    /// <summary>Articles with the counts of what was said about each.</summary>
    List,

    /// <summary>One article with all that was said, and others beside it without counts.</summary>
    Article,

    /// <summary>Articles alone.</summary>
    Feed,
}
