using Microsoft.Extensions.Options;
using SocialCity.Blog;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Shared;

/// <summary>
/// Lets a page show the frames of its article, and no other page. The header is written with the page itself, so that a kept page keeps it.
/// </summary>
public sealed class PageEmbeds(IOptions<ContentPolicy> policy, CitySettings city)
{
    /// <param name="response">Not sent yet.</param>
    /// <param name="html">The article as <see cref="ArticleBody"/> made it.</param>
    /// <returns>Whether there is something to load.</returns>
    public bool Allow(HttpResponse response, string html)
    {
        bool any = ArticleEmbeds.AreIn(html);
        if (any)
        {
            response.Headers.ContentSecurityPolicy = policy.Value.With(city.City.MapTiles, ArticleEmbeds.Origins);
        }

        return any;
    }
}
