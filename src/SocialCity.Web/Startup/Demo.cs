using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Web.Demo;

namespace SocialCity.Web.Startup;

/// <summary>The demonstration city, in Development only.</summary>
public static class Demo
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.AddSettings<DemoOptions>(DemoOptions.Section);
        if (!builder.Environment.IsDevelopment())
        {
            return;
        }

        builder.Services.TryAddScoped<IPasswordHasher<Account>, PasswordHasher<Account>>();
        builder.Services.TryAddScoped<AuditLog>();
        builder.Services.TryAddScoped<TallyFolding>();
        builder.Services.TryAddScoped<PhotoIntake>();
        builder.Services.TryAddSingleton(services => new MediaStore(services.GetRequiredService<StorageFolders>().Uploads));
        builder.Services.AddScoped<DemoBlog>();
        builder.Services.AddScoped<DemoCity>();
        builder.Services.AddScoped<DemoScale>();
        builder.Services.AddScoped<DemoBlogScale>();
    }

    /// <summary>
    /// Fills an empty database with 누리시 in Development, unless the setting says no. Elsewhere its database is refused: everybody knows
    /// the password of its administrator.
    /// </summary>
    /// <exception cref="StartupException">The demonstration city is to be run outside of Development.</exception>
    public static async Task FillDemoAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (!app.Environment.IsDevelopment())
        {
            await RefuseDemoAsync(app, cancellationToken);
            return;
        }

        if (!app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<DemoCity>().FillAsync(cancellationToken))
        {
            app.Logger.LogInformation("The empty database was filled with the demonstration city");
        }
    }

    private static async Task RefuseDemoAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await DemoPeople.LiveInAsync(scope.ServiceProvider.GetRequiredService<CityDb>(), cancellationToken))
        {
            throw new StartupException(
                $"The database holds the demonstration city, whose passwords are public: it runs in Development only, not in {app.Environment.EnvironmentName}. "
                + "Point Storage:Folder or the connection string at a database of your own.");
        }
    }
}
