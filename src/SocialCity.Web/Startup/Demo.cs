using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Complaints;
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
        builder.Services.AddScoped<DemoCity>();
        builder.Services.AddScoped<DemoScale>();
    }

    /// <summary>Fills an empty database with 누리시 in Development, unless the setting says no.</summary>
    public static async Task FillDemoAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (!app.Environment.IsDevelopment() || !app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<DemoCity>().FillAsync(cancellationToken))
        {
            app.Logger.LogInformation("The empty database was filled with the demonstration city");
        }
    }
}
