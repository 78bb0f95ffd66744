using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using SocialCity.Web.Demo;

namespace SocialCity.Web.Startup;

/// <summary>
/// What the program does besides serving. Words that are no command must be settings, as <c>--Storage:Folder=/srv/city</c> or
/// <c>--urls http://localhost:5000</c>.
/// </summary>
public static class Commands
{
    /// <summary>The exit code for a wrong setting.</summary>
    public const int WrongSetting = 1;

    /// <summary>The exit code for a word that the program does not know.</summary>
    public const int WrongCommand = 2;

    /// <summary>Runs the command in the arguments, or serves when there is none.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="build">Puts the application together from the settings among the arguments.</param>
    /// <param name="use">Lays the way of a request through it, which serving alone needs.</param>
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> build, Action<WebApplication> use)
    {
        var parsed = Describe(build, use).Parse(args);
        if ((parsed.Errors is [var error, ..] ? error.Message : NoSetting(parsed.UnmatchedTokens)) is { } fault)
        {
            await Console.Error.WriteLineAsync($"{fault.TrimEnd('.')}; --help lists the commands.");
            return WrongCommand;
        }

        try
        {
            Settings.RequireKnown(parsed.UnmatchedTokens);
            // The host itself watches for the signals that end the process.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception e) when (StartFailure(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence.ReplaceLineEndings(" "));
            return WrongSetting;
        }
    }

    /// <summary>The sentence for a failure that the operator mends by a setting; null for any other exception.</summary>
    public static string? StartFailure(Exception exception) => exception switch
    {
        StartupException => exception.Message,
        OptionsValidationException e => "The settings are wrong: " + string.Join("; ", e.Failures),
        InvalidDataException { InnerException: FormatException inner } => $"{exception.Message} {inner.Message}",
        IOException { InnerException: AddressInUseException } => exception.Message,
        _ => null,
    };

    private static RootCommand Describe(Func<string[], WebApplication> build, Action<WebApplication> use)
    {
        Option<bool> migrate = new("--migrate")
        {
            Description = "Bring the database to the newest version and stop. SQLite is also migrated at each start, SQL Server only so.",
        };
        RootCommand root = new(
            "SocialCity, the portal of a city. Without a command it serves; settings follow as --Section:Name=value "
            + "(docs/deployment.md lists them).")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.Options.Add(migrate);
        root.Subcommands.Add(DemoCommand.Describe(build));
        root.Subcommands.Add(AdministratorCommand.Describe(build));
        root.Subcommands.Add(RecountCommand.Describe(build));
        root.Subcommands.Add(ImportCommand.Describe(build));
        root.Subcommands.Add(ExportCommand.Describe(build));
        root.SetAction((parsed, cancellationToken) => parsed.GetValue(migrate)
            ? MigrateAsync(build([.. parsed.UnmatchedTokens]), cancellationToken)
            : ServeAsync(build([.. parsed.UnmatchedTokens]), use, cancellationToken));
        return root;
    }

    private static async Task<int> ServeAsync(WebApplication app, Action<WebApplication> use, CancellationToken cancellationToken)
    {
        await using (app)
        {
            CheckAddresses(app.Configuration["urls"]);
            // Otherwise the host would log the failure with its stack before it reaches us.
            app.Services.GetService<IStartupValidator>()?.Validate();
            await app.PrepareDatabaseAsync(cancellationToken);
            await app.FillDemoAsync(cancellationToken);
            use(app);
            await app.RunAsync(cancellationToken);
        }

        return 0;
    }

    private static async Task<int> MigrateAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await using (app)
        {
            IReadOnlyList<string> missing = await app.MigrateDatabaseAsync(cancellationToken);
            await Console.Out.WriteLineAsync(missing.Count == 0
                ? "The database is of the newest version."
                : $"The database is of the newest version now; applied: {string.Join(", ", missing)}.");
        }

        return 0;
    }

    private static void CheckAddresses(string? addresses)
    {
        foreach (string address in (addresses ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                if (BindingAddress.Parse(address).Port is < 0 or > ushort.MaxValue)
                {
                    throw new FormatException();
                }
            }
            catch (FormatException e)
            {
                throw new StartupException($"The setting urls holds '{address}', which is no address such as http://localhost:5000.", e);
            }
        }
    }

    // Settings come as "--name=value" or as "--name value".
    private static string? NoSetting(IReadOnlyList<string> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            bool named = words[i].StartsWith("--", StringComparison.Ordinal) && words[i].Length > 2;
            bool whole = named && words[i].Contains('=');
            bool followed = named && i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal);
            if (!whole && !followed)
            {
                return $"'{words[i]}' is neither a command nor a setting with a value";
            }

            i += whole ? 0 : 1;
        }

        return null;
    }
}
