using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialCity.Web.Startup;

public static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<StorageHealth>("storage");

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
