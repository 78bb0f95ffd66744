using Quartz;
using SocialCity.Audit;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Notices;

namespace SocialCity.Web.Startup;

/// <summary>Sends what waits in the outbox.</summary>
[DisallowConcurrentExecution]
public sealed class OutboxJob(Outbox outbox) : IJob
{
    public async Task Execute(IJobExecutionContext context) => await outbox.DispatchAsync(context.CancellationToken);
}

/// <summary>What time does to complaints.</summary>
[DisallowConcurrentExecution]
public sealed class DeadlinesJob(ComplaintDeadlines deadlines) : IJob
{
    public async Task Execute(IJobExecutionContext context)
    {
        await deadlines.WarnAsync(context.CancellationToken);
        await deadlines.CloseSilentAsync(context.CancellationToken);
        await deadlines.SweepUnconfirmedAsync(context.CancellationToken);
    }
}

/// <summary>Keeps the counts of the board small.</summary>
[DisallowConcurrentExecution]
public sealed class TallyJob(TallyFolding tallies) : IJob
{
    public async Task Execute(IJobExecutionContext context) => await tallies.FoldAsync(context.CancellationToken);
}

/// <summary>Seals the audit log.</summary>
[DisallowConcurrentExecution]
public sealed class AuditSealJob(AuditLog audit) : IJob
{
    public async Task Execute(IJobExecutionContext context) => await audit.SealAsync(context.CancellationToken);
}

/// <summary>Removes photos that belong to nothing.</summary>
[DisallowConcurrentExecution]
public sealed class MediaSweepJob(MediaSweep sweep) : IJob
{
    public async Task Execute(IJobExecutionContext context) => await sweep.SweepAsync(context.CancellationToken);
}

/// <summary>Adds the holidays of the years ahead, and counts the open due dates by them.</summary>
[DisallowConcurrentExecution]
public sealed class HolidaysJob(Foundation foundation, ComplaintDeadlines deadlines) : IJob
{
    public async Task Execute(IJobExecutionContext context)
    {
        await foundation.LayAsync(context.CancellationToken);
        await deadlines.RecountAsync(context.CancellationToken);
    }
}
