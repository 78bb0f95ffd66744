namespace SocialCity.Web.Startup;

public static class Logging
{
    public static void AddLogging(this WebApplicationBuilder builder)
    {
    }

    public static void UseRequestLogging(this WebApplication app)
    {
    }
}
