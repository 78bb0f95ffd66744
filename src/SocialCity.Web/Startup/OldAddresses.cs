using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Blog.Import;
using SocialCity.Data;

namespace SocialCity.Web.Startup;

/// <summary>
/// Addresses under which articles were known, here or in the system they came from, lead on to them, and so do those of categories and
/// series: asked when there is no page, and before the page when the query names an article as WordPress did (the front page itself is
/// there). One query, by index; two below /blog/category and /blog/series.
/// </summary>
public static class OldAddresses
{
    /// <summary>What others show beside a link lies below the address of the article.</summary>
    private const string Picture = "/picture.svg";

    /// <summary>Where no article ever was: what lies there is not to be told apart by a look into the database.</summary>
    private static readonly PathString[] Others = ["/media", "/office", "/account", "/health", "/css", "/js", "/images"];

    public static void UseOldAddresses(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!IsAsked(context))
        {
            await next(context);
            return;
        }

        string? query = OldPath.PageQuery(context.Request.QueryString.Value);
        if (query is not null && await LeadsOnAsync(context, query))
        {
            return;
        }

        await next(context);
        bool isMissing = context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentLength: null, ContentType: null };
        if (isMissing)
        {
            await LeadsOnAsync(context, null);
        }
    });

    private static bool IsAsked(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && !Array.Exists(Others, other => context.Request.Path.StartsWithSegments(other, StringComparison.OrdinalIgnoreCase));

    private static async Task<bool> LeadsOnAsync(HttpContext context, string? query)
    {
        if (OldPath.Of(context.Request.Path.Value ?? "/", query) is not { } path)
        {
            return false;
        }

        IServiceProvider services = context.RequestServices;
        bool wasHere = query is null && path.StartsWith("/blog/", StringComparison.Ordinal);
        string? now = wasHere && ListAddress.In(path) is { } list
            ? await services.GetRequiredService<FormerAddresses>().LeadsToAsync(list, context.RequestAborted)
            : null;
        now ??= await ArticleAtAsync(services.GetRequiredService<CityDb>(), path, context.RequestAborted);
        bool isDecomposed = query is null && !(context.Request.Path.Value ?? "").IsNormalized(NormalizationForm.FormC);
        if (now is null && isDecomposed)
        {
            // As some systems hand out the letters of a name: the page is called by composed ones.
            context.Response.Redirect(context.Request.PathBase.Add(path).ToUriComponent() + context.Request.QueryString, permanent: true);
            return true;
        }

        if (now is null || now == path)
        {
            return false;
        }

        // An address of the portal's own may be given back: a browser that had kept this answer would go round in circles. For others some
        // hours: an article may be archived, and then its address is nobody's.
        context.Response.Headers.CacheControl = wasHere ? "no-cache" : "public, max-age=3600";
        string asked = wasHere ? context.Request.QueryString.ToUriComponent() : "";
        context.Response.Redirect(context.Request.PathBase.Add(now).ToUriComponent() + asked, permanent: true);
        return true;
    }

    /// <summary>Where an article stands now that was known under an address, or the picture of one; null when none was.</summary>
    private static async Task<string?> ArticleAtAsync(CityDb db, string path, CancellationToken cancellationToken)
    {
        string page = path.EndsWith(Picture, StringComparison.Ordinal) ? path[..^Picture.Length] : path;
        return await db.KnownAs(page).AsNoTracking().Select(a => a.Slug).FirstOrDefaultAsync(cancellationToken) is { } slug
            ? Article.PathOf(slug) + path[page.Length..]
            : null;
    }
}
