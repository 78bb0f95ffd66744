using System.CommandLine;
using System.Globalization;
using SocialCity.Blog.Import;

namespace SocialCity.Web.Startup;

/// <summary><c>export blog FILE.zip</c> hands the whole blog out, in forms that other systems read.</summary>
public static class ExportCommand
{
    public static Command Describe(Func<string[], WebApplication> build)
    {
        Argument<string> file = new("FILE") { Description = "The zip to make; it must not be there yet." };
        Command blog = new("blog", "All articles as Markdown with front matter, each with its photos and public comments, in one zip.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        blog.Arguments.Add(file);
        blog.SetAction((parsed, cancellationToken) =>
            RunAsync(build([.. parsed.UnmatchedTokens]), Path.GetFullPath(parsed.GetRequiredValue(file)), cancellationToken));
        Command export = new("export", "Hand out what the city wrote.");
        export.Subcommands.Add(blog);
        return export;
    }

    private static async Task<int> RunAsync(WebApplication app, string path, CancellationToken cancellationToken)
    {
        await using (app)
        {
            if (File.Exists(path))
            {
                throw new StartupException($"There is a file '{path}' already; name another.");
            }

            await app.PrepareDatabaseAsync(cancellationToken);
            await using var scope = app.Services.CreateAsyncScope();

            // Under another name until it is whole.
            string being = path + ".part";
            try
            {
                int articles;
                await using (FileStream zip = new(being, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
                {
                    articles = await scope.ServiceProvider.GetRequiredService<BlogExport>().WriteAsync(
                        zip,
                        done => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} articles")),
                        cancellationToken);
                }

                File.Move(being, path);
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles lie in {path}."));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new StartupException($"The file '{path}' cannot be written: {e.Message.TrimEnd('.')}.", e);
            }
            finally
            {
                // Where there is no folder, deleting would fail as well and hide why.
                if (File.Exists(being))
                {
                    File.Delete(being);
                }
            }
        }

        return 0;
    }
}
