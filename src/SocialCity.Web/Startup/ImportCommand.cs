using System.CommandLine;
using System.Globalization;
using SocialCity.Blog.Import;

namespace SocialCity.Web.Startup;

/// <summary>
/// <c>import wxr FILE</c> and <c>import ttxml FILE</c> bring a blog over, and can be run again. Exit code 0: done, the report says what
/// was skipped; 1: the file was refused, and nothing was written; 2: the words were not understood.
/// </summary>
public static class ImportCommand
{
    public static Command Describe(Func<string[], WebApplication> build)
    {
        Command import = new("import", "Bring a blog over from another system.");
        Option<string> address = new("--address")
        {
            Description = "Where the blog was, as https://city.tistory.com; its backup does not say so.",
        };
        address.Validators.Add(result =>
        {
            bool isAddress = Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https";
            if (!isAddress)
            {
                result.AddError("--address takes an address such as https://city.tistory.com.");
            }
        });
        import.Subcommands.Add(Describe("wxr", "a WordPress export (WXR)", null, (file, _) => WordPressExport.Open(file), build));
        import.Subcommands.Add(Describe("ttxml", "a Textcube or Tistory backup (TTXML)", address, TextcubeExport.Open, build));
        return import;
    }

    private static Command Describe(
        string name, string what, Option<string>? address, Func<string, string?, IForeignBlog> open, Func<string[], WebApplication> build)
    {
        Argument<string> file = new("FILE") { Description = "The file; its photos lie beside it (docs/importing.md)." };
        Option<bool> dryRun = new("--dry-run") { Description = "Say what would be done, and write nothing." };
        Command command = new(name, $"Bring over {what}. Run again, it changes what changed and doubles nothing.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.Arguments.Add(file);
        command.Options.Add(dryRun);
        if (address is not null)
        {
            command.Options.Add(address);
        }

        command.SetAction((parsed, cancellationToken) =>
        {
            string path = parsed.GetRequiredValue(file);
            string? said = address is null ? null : parsed.GetValue(address);
            return RunAsync(
                build([.. parsed.UnmatchedTokens]), name, path, () => open(path, said), parsed.GetValue(dryRun), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        WebApplication app, string kind, string path, Func<IForeignBlog> open, bool isDry, CancellationToken cancellationToken)
    {
        await using (app)
        {
            IForeignBlog blog;
            try
            {
                await Console.Error.WriteLineAsync($"Reading {Path.GetFileName(path)} ...");
                blog = open();
            }
            catch (UnreadableExportException e)
            {
                throw new StartupException(e.Message, e);
            }

            using (blog as IDisposable)
            {
                await app.PrepareDatabaseAsync(cancellationToken);
                await using var scope = app.Services.CreateAsyncScope();
                ImportReport report = await scope.ServiceProvider.GetRequiredService<BlogImport>().RunAsync(
                    blog,
                    isDry,
                    done => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {blog.ArticleCount:N0} articles")),
                    cancellationToken);
                await TellAsync(app, kind, path, blog, report, isDry, cancellationToken);
            }
        }

        return 0;
    }

    private static async Task TellAsync(
        WebApplication app, string kind, string path, IForeignBlog blog, ImportReport report, bool isDry, CancellationToken cancellationToken)
    {
        DateTime now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        string heading = string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(path)} ({kind}), {blog.Site.Title}, {blog.Site.Source}, at {now:yyyy-MM-dd HH:mm} UTC{(isDry ? "\nA dry run: nothing was written." : "")}");
        string text = report.ToText(heading);
        string file = Path.Combine(
            app.Services.GetRequiredService<StorageFolders>().Imports,
            string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd-HHmmss}-{kind}{(isDry ? "-dry-run" : "")}.txt"));
        await File.WriteAllTextAsync(file, text, cancellationToken);
        await Console.Out.WriteAsync(text);
        await Console.Error.WriteLineAsync($"The report lies in {file}.");
    }
}
