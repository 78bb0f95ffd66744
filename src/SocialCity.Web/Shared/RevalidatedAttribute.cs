using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SocialCity.Web.Shared;

/// <summary>
/// Marks what anybody reads with an <c>ETag</c> made of its bytes, and answers 304 while they are the same. For pages that hang on too many
/// things to have an edition (docs/decisions/0031-reading-cache.md): they are made anew each time, and spare only the way to the reader.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RevalidatedAttribute : Attribute, IAsyncResourceFilter
{
    /// <summary>Whether the reader is nobody in particular, and the page tells them nothing that it tells nobody else.</summary>
    public static bool IsForAll(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !context.User.Identities.Any(i => i.IsAuthenticated)
        && !context.Request.Headers.ContainsKey(HeaderNames.Authorization)
        && !context.Request.Cookies.Keys.Any(IsPersonal);

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        HttpContext http = context.HttpContext;
        if (!IsForAll(http))
        {
            await next();
            return;
        }

        Stream body = http.Response.Body;
        using MemoryStream page = new();
        http.Response.Body = page;
        try
        {
            await next();
        }
        finally
        {
            http.Response.Body = body;
        }

        if (http.Response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(http.Response.Headers.SetCookie))
        {
            EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length)))[..32]}\"");
            http.Response.Headers.ETag = tag.ToString();
            http.Response.Headers.CacheControl = "no-cache";
            http.Response.Headers.Vary = "Cookie, Accept-Language";
            if (http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false)))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                http.Response.ContentType = null;
                return;
            }
        }

        page.Position = 0;
        await page.CopyToAsync(body, http.RequestAborted);
    }

    /// <summary>What a page once said to this browser alone, or will say.</summary>
    private static bool IsPersonal(string cookie) => cookie is "flash" or "__Host-flash";
}
