using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialCity.Notices;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Mailing;

public sealed class DeliveryTests
{
    [Fact]
    public async Task A_mail_leaves_right_after_the_request_that_wrote_it_without_a_job()
    {
        Letterbox letterbox = new();
        await using App app = new App().With(services => services.AddSingleton<IMailChannel>(letterbox));
        using OutboxDelivery delivery = ActivatorUtilities.CreateInstance<OutboxDelivery>(app.Services);
        await delivery.StartAsync(CancellationToken.None);

        Page page = await app.Visitor().Get("/account/forgotten");
        await page.Form("main form").Submit(new Dictionary<string, object?> { ["Email"] = (await app.Citizen()).Email }, null);

        Mail mail = await letterbox.First.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.NotEmpty(mail.Subject);
        await delivery.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Only_a_node_with_jobs_delivers(string jobs, bool delivers)
    {
        await using App app = new App().With("Jobs:Enabled", jobs).With(services =>
        {
            // Quartz itself stays out of the test.
            foreach (var quartz in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace == "Quartz").ToList())
            {
                services.Remove(quartz);
            }
        });

        Assert.Equal(delivers, app.Services.GetServices<IHostedService>().OfType<OutboxDelivery>().Any());
    }

    private sealed class Letterbox : IMailChannel
    {
        private readonly TaskCompletionSource<Mail> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Mail> First => _first.Task;

        public Task SendAsync(Mail mail, CancellationToken cancellationToken)
        {
            _first.TrySetResult(mail);
            return Task.CompletedTask;
        }
    }
}
