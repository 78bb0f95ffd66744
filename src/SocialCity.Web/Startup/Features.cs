namespace SocialCity.Web.Startup;

public static class Features
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddControllersWithViews(options => options.Conventions.Add(new HeadWithGet()))
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        builder.AddFrame();
        builder.AddComplaints();
        builder.AddBlog();
        builder.AddConversation();
        builder.AddMentions();
        builder.AddOutgoingRequests();
        builder.AddOffice();
        builder.AddBlogTransfer();
        builder.AddBlogWriting();
        builder.AddNewsletter();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting().WithMetadata(QuietRequest.Instance);
        app.MapControllers().WithStaticAssets();
    }
}
