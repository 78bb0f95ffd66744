using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Blog.Import;
using SocialCity.Data;

namespace SocialCity.Web.Startup;

/// <summary>
/// Addresses under which articles were known, here or in the system they came from, lead on to them: asked when there is no page, and
/// before the page when the query names an article as WordPress did (the front page itself is there). One query, by index.
/// </summary>
public static class OldAddresses
{
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

        var db = context.RequestServices.GetRequiredService<CityDb>();
        bool isDecomposed = query is null && !(context.Request.Path.Value ?? "").IsNormalized(NormalizationForm.FormC);
        string? slug = await db.KnownAs(path).AsNoTracking().Select(a => a.Slug).FirstOrDefaultAsync(context.RequestAborted);
        if (slug is null && isDecomposed)
        {
            // As some systems hand out the letters of a name: the page is called by composed ones.
            context.Response.Redirect(context.Request.PathBase.Add(path).ToUriComponent() + context.Request.QueryString, permanent: true);
            return true;
        }

        if (slug is null || Article.PathOf(slug) == path)
        {
            return false;
        }

        // Some hours: an article may be archived, and then its address is nobody's.
        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.Redirect(context.Request.PathBase.Add(Article.PathOf(slug)).ToUriComponent(), permanent: true);
        return true;
    }
}
