namespace SocialCity.Web.Startup;

public static class Database
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
    }
}
