namespace SocialCity.Web.Startup;

public static class Localisation
{
    public static void AddLocalisation(this WebApplicationBuilder builder) => builder.Services.AddLocalization();

    public static void UseLocalisation(this WebApplication app)
    {
    }
}
