namespace SocialCity.Web.Startup;

public static class Accounts
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
    }
}
