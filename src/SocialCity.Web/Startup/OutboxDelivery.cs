using SocialCity.Notices;

namespace SocialCity.Web.Startup;

/// <summary>Sends mails as soon as they were put into the outbox: somebody waits for the link in them.</summary>
public sealed class OutboxDelivery(OutboxBell bell, IServiceScopeFactory scopes, ILogger<OutboxDelivery> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await bell.WaitAsync(stoppingToken);
            await DeliverAsync();
        }
    }

    /// <summary>Ends what it has begun even when the process is stopping: a mail cut off in the middle might go out twice.</summary>
    private async Task DeliverAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            IServiceProvider services = scope.ServiceProvider;
            await services.GetRequiredService<Outbox>().DispatchAsync(services.GetRequiredService<ICarrier<Notice>>(), CancellationToken.None);
        }
        catch (Exception e)
        {
            // The database may be away for a moment; the job tries again within seconds.
            logger.LogError(e, "The outbox could not be read; the next tick tries again.");
        }
    }
}
