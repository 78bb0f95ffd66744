using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialCity.Web.Areas.Home;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Startup;

/// <summary>What every page stands in: the city, the menu, the frame, and the sections features add to the front page.</summary>
public static class Frame
{
    public static void AddFrame(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<CitySettings>();
        services.AddScoped<CurrentCity>();
        services.AddScoped<PageFrame>();
        services.AddScoped<SiteMenu>();
        services.AddScoped<CityDates>();
        services.TryAddSingleton(TimeProvider.System);
    }

    /// <summary>Knows the city before anything is said in its name; the language comes after it, since a city offers some.</summary>
    public static void UseCity(this WebApplication app) => app.Use(async (context, next) =>
    {
        await context.RequestServices.GetRequiredService<CitySettings>().RefreshAsync(context.RequestAborted);
        await next(context);
    });

    /// <summary>
    /// Adds a view component to the front page. It writes nothing while it has nothing to show.
    /// </summary>
    /// <typeparam name="TComponent">A class derived from ViewComponent.</typeparam>
    /// <param name="services">The services of the portal.</param>
    /// <param name="order">Its place: smaller numbers stand higher; features leave gaps of ten.</param>
    public static void AddHomeSection<TComponent>(this IServiceCollection services, int order) =>
        services.AddSingleton(new HomeSection(order, typeof(TComponent)));
}
