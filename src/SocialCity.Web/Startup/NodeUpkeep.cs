using SocialCity.Data;
using SocialCity.Web.Areas.Accounts;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Startup;

/// <summary>
/// What each node does for itself every few seconds, so that no request does it: looks whether another node changed the city's settings,
/// and writes which sessions were in use. Unlike a job it runs on all nodes. Without a database it goes on: a service that throws would end
/// the portal.
/// </summary>
public sealed class NodeUpkeep(CitySettings city, SeenSessions seen, IServiceScopeFactory scopes, TimeProvider time, ILogger<NodeUpkeep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await city.ReadAgainAsync(stoppingToken);
            await WriteAsync(stoppingToken);
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await seen.WriteAsync(scope.ServiceProvider.GetRequiredService<CityDb>(), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(e, "Which sessions were in use could not be written; it will be with the next.");
        }
    }
}
