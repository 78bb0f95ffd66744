using SocialCity.Blog.Import;

namespace SocialCity.Web.Startup;

/// <summary>The blog on its way in and out.</summary>
public static class BlogTransfer
{
    public static void AddBlogTransfer(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<BlogImport>();
        builder.Services.AddScoped<BlogExport>();
    }
}
