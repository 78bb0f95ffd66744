using System.Collections.Concurrent;
using Quartz;
using SocialCity.Data;

namespace SocialCity.Web.Startup;

/// <summary>Writes down how runs of jobs went, for the office of every node.</summary>
public sealed class JobRecords(CityDb db)
{
    /// <param name="job">The name of the job's class.</param>
    /// <param name="at">When the run began.</param>
    /// <param name="took">How long it ran.</param>
    /// <param name="nextAt">When the next run is due; null for none.</param>
    /// <param name="error">Why it failed; null when it did not.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task AddAsync(string job, DateTime at, TimeSpan took, DateTime? nextAt, Exception? error, CancellationToken cancellationToken)
    {
        JobRun run = await db.JobRuns.FindAsync([job], cancellationToken) ?? db.Add(new JobRun(job)).Entity;
        run.Ended(at, took, nextAt, error?.GetBaseException() is { } cause ? $"{cause.GetType().Name}: {cause.Message}" : null);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>
/// Hears of each run. One that went well as the one before is written at most once a minute: the outbox alone would write 30,000 times a day.
/// </summary>
public sealed partial class JobRecorder(IServiceScopeFactory scopes, ILogger<JobRecorder> log) : IJobListener
{
    private static readonly TimeSpan AtMostEach = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTime At, bool Failed)> _written = new(StringComparer.Ordinal);

    public string Name => nameof(JobRecorder);

    public async ValueTask JobWasExecuted(
        IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        string job = context.Trigger.Key.Name;
        DateTime at = context.FireTimeUtc.UtcDateTime;
        bool failed = jobException is not null;
        if (!failed && _written.TryGetValue(job, out var before) && !before.Failed && at - before.At < AtMostEach)
        {
            return;
        }

        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<JobRecords>()
                .AddAsync(job, at, context.JobRunTime, context.NextFireTimeUtc?.UtcDateTime, jobException, cancellationToken);
            _written[job] = (at, failed);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A database that is away fails the job itself, and its log says so. It must not stop the scheduler as well.
            NotWritten(log, job, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "How {Job} went could not be written down.")]
    private static partial void NotWritten(ILogger log, string job, Exception error);
}
