using SocialCity.Blog;
using SocialCity.Web.Areas.Blog;
using SocialCity.Web.Areas.Complaints;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Startup;

/// <summary>Reading the city blog: its pages, what is kept of them, feeds and the map of the site.</summary>
public static class Blog
{
    public static void AddBlog(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddScoped<BlogCounts>();
        services.AddScoped<Naming>();
        services.AddScoped<FormerAddresses>();
        services.AddScoped<BlogPages>();
        services.AddScoped<ArticlePages>();
        services.AddScoped<BlogFeeds>();
        services.AddScoped<WorkNotes>();
        services.AddScoped<OfficialPages>();
        services.AddScoped<ISitemapSection, BlogSitemap>();
        services.AddScoped<ISitemapSection, ArticleSitemap>();
        services.AddScoped<ISitemapSection, ComplaintSitemap>();
        services.AddOutputCache(options =>
        {
            options.AddPolicy(ReadingCache.Lists, new ReadingCache(KeptPage.List));
            options.AddPolicy(ReadingCache.Article, new ReadingCache(KeptPage.Article));
            options.AddPolicy(ReadingCache.Feeds, new ReadingCache(KeptPage.Feed));
        });
        services.AddHomeSection<NewestArticles>(15);
    }

    /// <summary>After authorization: what is kept is for nobody in particular.</summary>
    public static void UseReadingCache(this WebApplication app) => app.UseOutputCache();
}
