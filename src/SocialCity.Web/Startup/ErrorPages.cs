namespace SocialCity.Web.Startup;

public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
    }
}
