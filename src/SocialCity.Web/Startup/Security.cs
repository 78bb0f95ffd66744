namespace SocialCity.Web.Startup;

public static class Security
{
    public static void AddSecurity(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(_ => { });

    public static void UseSecurity(this WebApplication app)
    {
    }
}
