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
        Option<int> scale = Number("--scale", "complaints", DemoScale.Most);
        Option<int> articles = Number("--articles", "articles with ten comments each", DemoBlogScale.Most);
        Command command = new("demo", "Fill an empty database with the demonstration city and stop. In Development only.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.Options.Add(scale);
        command.Options.Add(articles);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(build([.. parsed.UnmatchedTokens]), parsed.GetValue(scale), parsed.GetValue(articles), cancellationToken));
        return command;
    }

    private static Option<int> Number(string name, string things, int most)
    {
        Option<int> option = new(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"Add so many {things}, at most {most}, for measuring."),
        };
        option.Validators.Add(result =>
        {
            // Read from the word itself: asking for the value of one that is no number throws.
            bool isGood = result.Tokens is [var word]
                && int.TryParse(word.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most;
            if (!isGood)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes 1 to {most}."));
            }
        });
        return option;
    }

    private static async Task<int> RunAsync(WebApplication app, int scale, int articles, CancellationToken cancellationToken)
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
            bool grows = scale > 0 || articles > 0;
            await Console.Out.WriteLineAsync(filled ? "The database was filled with the demonstration city."
                : grows ? "The database holds a city already; it grows." : "The database is not empty; nothing was filled.");
            if (grows)
            {
                await GrowAsync(scope.ServiceProvider, scale, articles, cancellationToken);
            }
        }

        return 0;
    }

    private static async Task GrowAsync(IServiceProvider services, int scale, int articles, CancellationToken cancellationToken)
    {
        if (!await services.GetRequiredService<CityDb>().RoutingRules.AnyAsync(cancellationToken))
        {
            throw new StartupException("Only the demonstration city can be made larger; this database holds another one.");
        }

        TimeProvider time = services.GetRequiredService<TimeProvider>();
        long start = time.GetTimestamp();
        if (scale > 0)
        {
            await services.GetRequiredService<DemoScale>().GrowAsync(scale, Teller(time, scale, "complaints"), cancellationToken);
        }

        if (articles > 0)
        {
            await services.GetRequiredService<DemoBlogScale>().GrowAsync(articles, Teller(time, articles, "articles"), cancellationToken);
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"The city is ready after {time.GetElapsedTime(start).TotalSeconds:N0} s."));
    }

    /// <summary>Tells at the terminal of each tenth that is written.</summary>
    private static Action<int> Teller(TimeProvider time, int count, string things)
    {
        long start = time.GetTimestamp();
        int told = 0;
        return written =>
        {
            if ((long)(written - told) * 10 < count && written != count)
            {
                return;
            }

            told = written;
            TimeSpan elapsed = time.GetElapsedTime(start);
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{written:N0} {things}, {elapsed.TotalSeconds:N0} s, {written / elapsed.TotalSeconds:N0} a second"));
            if (written == count)
            {
                Console.Out.WriteLine("Making the indexes and counts ...");
            }
        };
    }
}
