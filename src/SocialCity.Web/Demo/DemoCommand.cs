using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Demo;

/// <summary><c>demo</c> fills an empty database with 누리시; <c>demo --scale 100000</c> makes it large, for measuring.</summary>
public static class DemoCommand
{
    public static Command Describe(Func<string[], WebApplication> build)
    {
        Option<int> scale = new("--scale")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"Add so many complaints, at most {DemoScale.Most}, for measuring."),
        };
        scale.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > DemoScale.Most)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--scale takes 1 to {DemoScale.Most}."));
            }
        });
        Command command = new("demo", "Fill an empty database with the demonstration city and stop. In Development only.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.Options.Add(scale);
        command.SetAction((parsed, cancellationToken) => RunAsync(build([.. parsed.UnmatchedTokens]), parsed.GetValue(scale), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(WebApplication app, int scale, CancellationToken cancellationToken)
    {
        await using (app)
        {
            if (!app.Environment.IsDevelopment())
            {
                throw new StartupException("The demonstration city is for Development; set DOTNET_ENVIRONMENT=Development.");
            }

            await app.PrepareDatabaseAsync(cancellationToken);
            await using var scope = app.Services.CreateAsyncScope();
            bool filled = await scope.ServiceProvider.GetRequiredService<DemoCity>().FillAsync(cancellationToken);
            await Console.Out.WriteLineAsync(filled ? "The database was filled with the demonstration city." : "The database is not empty; nothing was filled.");
            if (scale > 0)
            {
                await GrowAsync(scope.ServiceProvider, scale, cancellationToken);
            }
        }

        return 0;
    }

    private static async Task GrowAsync(IServiceProvider services, int scale, CancellationToken cancellationToken)
    {
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        if (!await services.GetRequiredService<CityDb>().RoutingRules.AnyAsync(cancellationToken))
        {
            throw new StartupException("Only the demonstration city can be made larger; this database holds another one.");
        }

        long start = time.GetTimestamp();
        int told = 0;
        await services.GetRequiredService<DemoScale>().GrowAsync(
            scale,
            written =>
            {
                if ((written - told) * 10 >= scale || written == scale)
                {
                    told = written;
                    TimeSpan elapsed = time.GetElapsedTime(start);
                    Console.Out.WriteLine(string.Create(
                        CultureInfo.InvariantCulture, $"{written:N0} complaints, {elapsed.TotalSeconds:N0} s, {written / elapsed.TotalSeconds:N0} a second"));
                    if (written == scale)
                    {
                        Console.Out.WriteLine("Making the indexes and counts ...");
                    }
                }
            },
            cancellationToken);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"The city is ready after {time.GetElapsedTime(start).TotalSeconds:N0} s."));
    }
}
