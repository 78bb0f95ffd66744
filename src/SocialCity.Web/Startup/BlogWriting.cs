using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Web.Areas.Blog.Writing;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Startup;

/// <summary>Writing for the blog: the editor, the acts of an article's life, and what the clock does to it.</summary>
public static class BlogWriting
{
    public static void AddBlogWriting(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddScoped<ArticleEditing>();
        services.AddScoped<ArticleDeletion>();
        services.AddScoped<FrontArranging>();
        services.AddScoped<ArticleSchedule>();
        services.AddScoped<IPersonalData, ArticlePersonalData>();
        services.AddScoped<INoticeWording, ArticleWording>();
        services.AddScoped<ArticleWords>();
        services.AddScoped<ArticleFormCheck>();
        services.AddScoped<ArticleActDesk>();
        services.AddScoped<WritingAids>();
        services.AddScoped<ArticleSaving>();
        services.AddScoped<ArticleMerging>();
        services.AddScoped<EditorPages>();
        services.AddScoped<RevisionPages>();
        services.AddScoped<WritingLists>();
        services.AddSingleton<PageEmbeds>();
    }
}
