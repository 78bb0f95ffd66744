using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialCity.Accounts;
using SocialCity.Data;
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

    [Fact]
    public async Task A_server_that_names_the_address_it_refuses_is_told_of_in_the_office_and_the_log_holds_no_address()
    {
        const string address = "refused@city.example";
        await using SmtpServer server = new() { RefusesReceivers = $"550 5.1.1 <{address}>: Recipient address rejected" };
        await using App app = new App().With("Mail:Channel", "Smtp").With("Mail:From", "portal@city.example")
            .With("Mail:Host", "127.0.0.1").With("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)).With("Mail:Tls", "false");
        Account account = await app.Citizen(email: address);
        await app.Use((RightsChanging rights) => rights.GrantAsync(account.Id, Right.Moderator, null, null, null, "Made for a test", default));

        Assert.Equal(0, await app.Deliver<Notice>());

        Assert.Contains(address, (await app.Use((CityDb db) => db.Notices.SingleAsync())).LastError, StringComparison.Ordinal);
        Account admin = await app.Official(Right.Administrator);
        Page office = await (await app.SignedIn(admin)).Get("/office/outbox");
        Assert.Contains("Recipient address rejected", office.TextsOf("section[aria-labelledby=delayed] td")[2], StringComparison.Ordinal);
        await using FileStream log = new(
            Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "logs"))), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(log);
        string told = await reader.ReadToEndAsync();
        Assert.Contains("SmtpFailedRecipientException MailboxUnavailable", told, StringComparison.Ordinal);
        Assert.DoesNotContain(address, told, StringComparison.OrdinalIgnoreCase);
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
