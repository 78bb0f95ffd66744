namespace SocialCity.Web.Startup;

public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
    }
}
