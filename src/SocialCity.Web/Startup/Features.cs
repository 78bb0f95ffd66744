namespace SocialCity.Web.Startup;

public static class Features
{
    public static void AddFeatures(this WebApplicationBuilder builder) => builder.Services.AddControllersWithViews();

    public static void MapFeatures(this WebApplication app) => app.MapControllers();
}
