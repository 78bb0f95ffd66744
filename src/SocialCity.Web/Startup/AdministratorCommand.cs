using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using SocialCity.Accounts;

namespace SocialCity.Web.Startup;

/// <summary>
/// <c>administrator EMAIL</c> makes somebody an administrator from the machine that the portal runs on: the first one of a new city, or
/// another when none of them can sign in any more. Exit code 0: they are one; 1: there is no such account; 2: the words were not understood.
/// </summary>
public static class AdministratorCommand
{
    /// <summary>Read by the person and kept in the history of rights.</summary>
    private const string DefaultReason = "누리집을 운영하는 담당자가 서버에서 직접 관리자로 지정했습니다.";

    public static Command Describe(Func<string[], WebApplication> build)
    {
        Argument<string> email = new("EMAIL") { Description = "The confirmed e-mail address of an account (register at /account/register)." };
        email.Validators.Add(result =>
        {
            // A setting that follows would be taken for the address that was left out.
            if (result.Tokens is not [var word] || word.Value.StartsWith('-') || !word.Value.Contains('@'))
            {
                result.AddError("administrator takes the e-mail address of an account.");
            }
        });
        Option<string> reason = new("--reason")
        {
            Description = "Why: the person reads it, and it stays in the history of rights.",
            DefaultValueFactory = _ => DefaultReason,
        };
        reason.Validators.Add(result =>
        {
            int length = result.GetValueOrDefault<string>()?.Trim().Length ?? 0;
            if (length is 0 or > RightGrant.ReasonLength)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--reason takes a text of at most {RightGrant.ReasonLength} letters."));
            }
        });
        Command command = new("administrator", "Make the account with this e-mail address an administrator of the portal and stop.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.Arguments.Add(email);
        command.Options.Add(reason);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            build([.. parsed.UnmatchedTokens]), parsed.GetRequiredValue(email).Trim(), parsed.GetRequiredValue(reason), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(WebApplication app, string email, string reason, CancellationToken cancellationToken)
    {
        await using (app)
        {
            await app.PrepareDatabaseAsync(cancellationToken);
            await using var scope = app.Services.CreateAsyncScope();
            Account? account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(email);
            RightsRefusal? refusal = account is null
                ? RightsRefusal.NoSuchAccount
                : await scope.ServiceProvider.GetRequiredService<RightsChanging>()
                    .GrantAsync(account.Id, Right.Administrator, null, null, null, reason, cancellationToken);
            await Console.Out.WriteLineAsync(refusal switch
            {
                null => $"{email} is an administrator now.",
                RightsRefusal.AlreadyHeld => $"{email} is an administrator already.",
                RightsRefusal.NoSuchAccount => throw new StartupException(
                    $"There is no active account with the confirmed e-mail address {email}; "
                    + "register at /account/register, follow the link in the mail, and run this again."),
                _ => throw new InvalidOperationException($"The right was not given: {refusal}."),
            });
        }

        return 0;
    }
}
