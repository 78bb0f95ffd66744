using SocialCity.Web.Shared;

namespace SocialCity.Web.Startup;

public static class Accounts
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentAccount>();
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization(options => options.AddCityPolicies());
    }
}
