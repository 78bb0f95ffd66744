namespace SocialCity.Web.Startup;

public static class Storage
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
    }
}
