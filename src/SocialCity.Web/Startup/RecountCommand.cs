using System.CommandLine;
using System.Globalization;
using SocialCity.Blog.Newsletter;
using SocialCity.Complaints;
using SocialCity.Conversation;

namespace SocialCity.Web.Startup;

/// <summary><c>recount</c> compares the kept counts with what counting gives, and mends what differs.</summary>
public static class RecountCommand
{
    public static Command Describe(Func<string[], WebApplication> build)
    {
        Command command = new("recount", "Count afresh what the portal keeps counts of, say what differed, put it right and stop.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(build([.. parsed.UnmatchedTokens]), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await using (app)
        {
            await app.PrepareDatabaseAsync(cancellationToken);
            await using var scope = app.Services.CreateAsyncScope();
            int kinds = await scope.ServiceProvider.GetRequiredService<TallyFolding>().RebuildAsync(cancellationToken);
            int supported = await scope.ServiceProvider.GetRequiredService<ComplaintSupporting>().RecountAsync(cancellationToken);
            int talked = 0;
            foreach (IConversationSubjects feature in scope.ServiceProvider.GetRequiredService<ConversationSubjects>().All)
            {
                talked += await feature.RecountAsync(cancellationToken);
            }

            int subscribers = await scope.ServiceProvider.GetRequiredService<NewsletterTallies>().RebuildAsync(cancellationToken);
            await Console.Out.WriteLineAsync(kinds + supported + talked + subscribers == 0
                ? "All counts were right."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Put right: the counts of {kinds} kinds of complaints, the supporters of {supported} complaints, the comments and reactions of {talked} subjects, the subscribers of {subscribers} kinds."));
        }

        return 0;
    }
}
