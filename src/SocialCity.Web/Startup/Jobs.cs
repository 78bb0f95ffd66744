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
    /// <summary>How long the end of the process waits for requests and jobs under way.</summary>
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(30);

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = ShutdownTime);
        builder.Services.AddScoped<ComplaintDeadlines>();
        builder.Services.AddScoped<TallyFolding>();
        builder.Services.AddScoped<AuditLog>();
        builder.Services.AddScoped<MediaSweep>();
        builder.Services.TryAddSingleton(s => new MediaStore(s.GetRequiredService<StorageFolders>().Uploads));
        if (!builder.AddSettings<JobOptions>(JobOptions.Section).Enabled)
        {
            return;
        }

        builder.Services.AddHostedService<OutboxDelivery>();
        builder.Services.AddQuartz(jobs =>
        {
            // The bell is heard at once; this is for retries, and for what other nodes have put in.
            jobs.Every<OutboxJob>(TimeSpan.FromSeconds(3));
            jobs.Every<DeadlinesJob>(TimeSpan.FromMinutes(5));
            jobs.Every<TallyJob>(TimeSpan.FromMinutes(10));
            jobs.Every<AuditSealJob>(TimeSpan.FromMinutes(1));
            jobs.Every<MediaSweepJob>(TimeSpan.FromHours(6));
            jobs.Every<KeptFormsJob>(TimeSpan.FromMinutes(30));
            jobs.Every<HolidaysJob>(TimeSpan.FromDays(1));
            jobs.Every<AccountSweepJob>(TimeSpan.FromDays(1));
        });
        builder.Services.AddQuartzHostedService(o =>
        {
            o.WaitForJobsToComplete = true;
            o.AwaitApplicationStarted = true;
        });
    }

    /// <summary>A job that runs again and again, first soon after the start. A run still under way puts the next one off.</summary>
    private static void Every<T>(this IQuartzBuilder jobs, TimeSpan interval)
        where T : class, IJob =>
        jobs.ScheduleJob<T>(trigger => trigger
            .WithIdentity(typeof(T).Name)
            .StartNow()
            .WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()));
}
