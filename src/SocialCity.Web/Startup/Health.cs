using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Web.Startup;

public static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck<StorageHealth>("storage")
            .AddCheck<OutboxHealth>("outbox");

    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work. A degraded part, such as mail that waits
    /// for its server, is named there but takes no node out of service.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        Map("/health/live", _ => false);
        Map("/health/ready", _ => true);

        void Map(string address, Func<HealthCheckRegistration, bool> part) =>
            app.MapHealthChecks(address, new HealthCheckOptions { Predicate = part, ResponseWriter = WriteAsync })
                .AllowAnonymous()
                .DisableRateLimiting()
                .WithMetadata(QuietRequest.Instance);
    }

    // Names and states only: descriptions and exceptions tell of the inside.
    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                parts = report.Entries.ToDictionary(e => e.Key, e => e.Value.Status.ToString()),
            },
            JsonSerializerOptions.Web,
            context.RequestAborted);
}

/// <summary>Whether the storage folder can be written, say because the disk is not full.</summary>
public sealed class StorageHealth(StorageFolders folders) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            StorageFolders.ProveWritable(folders.Root);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The storage folder cannot be written.", e));
        }
    }
}

/// <summary>Whether the database answers and is of this version.</summary>
public sealed class DatabaseHealth(CityDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) && !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy();
}

/// <summary>Whether notices leave in time. When they do not, pages still work: the part is degraded.</summary>
public sealed class OutboxHealth(CityDb db, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Notices.DueAt(time.GetUtcNow().UtcDateTime - Late).AnyAsync(cancellationToken)
            ? HealthCheckResult.Degraded()
            : HealthCheckResult.Healthy();
}
