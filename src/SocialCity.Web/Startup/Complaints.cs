using System.Security.Claims;
using SocialCity.Complaints;
using SocialCity.Web.Areas.Complaints;

namespace SocialCity.Web.Startup;

/// <summary>The complaint board: filing, showing, and guests who prove themselves by the link of a mail.</summary>
public static class Complaints
{
    public static void AddComplaints(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddScoped<ComplaintRouter>();
        services.AddScoped<ComplaintNotices>();
        services.AddScoped<ComplaintIntake>();
        services.AddScoped<ComplaintHandling>();
        services.AddScoped<ComplaintSupporting>();
        services.AddScoped<SimilarComplaints>();
        services.AddSingleton<ComplaintLinks>();
        services.AddSingleton<GuestPass>();
    }

    /// <summary>Lets guests be known by their pass; after authentication, before anything asks who somebody is.</summary>
    public static void UseGuestPasses(this WebApplication app)
    {
        GuestPass pass = app.Services.GetRequiredService<GuestPass>();
        app.Use((context, next) =>
        {
            if (pass.Identify(context.Request) is { } guest)
            {
                // A principal of its own: the one of the session may be written back into its cookie.
                context.User = new ClaimsPrincipal([.. context.User.Identities, guest]);
            }

            return next(context);
        });
    }
}
