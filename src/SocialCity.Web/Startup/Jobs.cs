using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;
using SocialCity.Audit;
using SocialCity.Complaints;
using SocialCity.Media;

namespace SocialCity.Web.Startup;

/// <summary>The section <c>Jobs</c>.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Off in tests, and on nodes that only answer requests.</summary>
    public bool Enabled { get; set; } = true;
}

public static class Jobs
{
    /// <summary>What runs by time.</summary>
    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        // For retries, and for what other nodes have put in: the bell of this one is heard at once.
        Every<OutboxJob>(TimeSpan.FromSeconds(3)),
        Every<MentionJob>(TimeSpan.FromSeconds(5)),
        Every<ArticleJob>(TimeSpan.FromSeconds(20)),
        Every<NewsletterJob>(TimeSpan.FromMinutes(1)),
        Every<AuditSealJob>(TimeSpan.FromMinutes(1)),
        Every<DeadlinesJob>(TimeSpan.FromMinutes(5)),
        Every<TallyJob>(TimeSpan.FromMinutes(10)),
        Every<KeptFormsJob>(TimeSpan.FromMinutes(30)),
        Every<MediaSweepJob>(TimeSpan.FromHours(6)),
        Every<HolidaysJob>(TimeSpan.FromDays(1)),
        Every<AccountSweepJob>(TimeSpan.FromDays(1)),
        Every<NoticeSweepJob>(TimeSpan.FromDays(1)),
        Every<NewsletterSweepJob>(TimeSpan.FromDays(1)),
        Every<MentionUpkeepJob>(TimeSpan.FromHours(6)),
    ];

    /// <summary>How long the end of the process waits for requests and jobs under way.</summary>
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(30);

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = ShutdownTime);
        builder.Services.AddScoped<JobRecords>();
        builder.Services.AddScoped<ComplaintDeadlines>();
        builder.Services.AddScoped<TallyFolding>();
        builder.Services.AddScoped<AuditLog>();
        builder.Services.AddScoped<MediaSweep>();
        builder.Services.TryAddSingleton(s => new MediaStore(s.GetRequiredService<StorageFolders>().Uploads));
        builder.Services.AddHostedService<NodeUpkeep>();
        if (!builder.AddSettings<JobOptions>(JobOptions.Section).Enabled)
        {
            return;
        }

        builder.Services.AddHostedService<OutboxDelivery>();
        builder.Services.AddQuartz(jobs =>
        {
            jobs.AddJobListener<JobRecorder>();
            foreach (ScheduledJob job in All)
            {
                job.Schedule(jobs);
            }
        });
        builder.Services.AddQuartzHostedService(o =>
        {
            o.WaitForJobsToComplete = true;
            o.AwaitApplicationStarted = true;
        });
    }

    /// <summary>A job that runs again and again, first soon after the start. A run still under way puts the next one off.</summary>
    private static ScheduledJob Every<T>(TimeSpan interval)
        where T : class, IJob =>
        new(typeof(T).Name, interval, jobs => jobs.ScheduleJob<T>(trigger => trigger
            .WithIdentity(typeof(T).Name)
            .StartNow()
            .WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever())));
}

/// <param name="Name">The name of the job's class; its trigger has the same.</param>
public sealed record ScheduledJob(string Name, TimeSpan Interval, Action<IQuartzBuilder> Schedule);
