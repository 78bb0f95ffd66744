using System.Diagnostics;
using System.Text;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Startup;

/// <summary>The program in a process of its own, as an operator starts it in Production, until it ends by itself.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to its output, without the last line break.</param>
/// <param name="Error">What it wrote to its error output, without the last line break.</param>
public sealed record ProgramRun(int Code, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Starts it within a folder, below which it writes, and waits for its end.</summary>
    public static async Task<ProgramRun> InAsync(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Commands).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logs__Console"] = "None";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource end = new(Patience);
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return new ProgramRun(process.ExitCode, (await output).TrimEnd(), (await error).TrimEnd());
    }

    /// <summary>That an error output tells one thing, in one sentence, and no more.</summary>
    public static void AssertOneSentence(string error, string told)
    {
        Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n'));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
