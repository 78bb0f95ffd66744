using System.Collections.Concurrent;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Tests.Data;

namespace SocialCity.Tests.Notices;

public sealed class OutboxTests
{
    [Fact]
    public async Task Mails_go_out_oldest_first_and_once()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await PutAsync(database, "a@nuri.example", "b@nuri.example");
        Postman postman = new();

        Assert.Equal(2, await DispatchAsync(database, postman));
        Assert.Equal(0, await DispatchAsync(database, postman));

        Assert.Equal(["a@nuri.example", "b@nuri.example"], postman.Sent);
    }

    [Fact]
    public async Task A_mail_that_fails_never_stops_the_others()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await PutAsync(database, "bad@nuri.example", "good@nuri.example");
        Postman postman = new() { Refuses = "bad@nuri.example" };

        Assert.Equal(1, await DispatchAsync(database, postman));

        Assert.Equal(["good@nuri.example"], postman.Sent);
        await using CityDb db = database.Open();
        Notice bad = await db.Notices.SingleAsync(n => n.Address == "bad@nuri.example");
        Assert.Equal(DeliveryState.Waiting, bad.Delivery);
        Assert.Contains("the server said no", bad.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_mail_server_says_of_an_address_is_for_the_office_and_not_for_the_log()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await PutAsync(database, "bad@nuri.example");
        Notebook log = new();

        await DispatchAsync(database, new Postman { Refuses = "bad@nuri.example", Says = "5.1.1 <bad@nuri.example>: Recipient address rejected" }, logger: log);

        Assert.DoesNotContain("@nuri.example", Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.Contains("SmtpException", log.Lines[0], StringComparison.Ordinal);
        await using CityDb db = database.Open();
        Assert.Contains("5.1.1", (await db.Notices.SingleAsync()).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_mail_waits_longer_each_time_and_is_given_up_at_last()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await PutAsync(database, "bad@nuri.example");
        Postman postman = new() { Refuses = "bad@nuri.example" };
        List<TimeSpan> waits = [];
        while (true)
        {
            await DispatchAsync(database, postman);
            await using CityDb db = database.Open();
            Notice notice = await db.Notices.SingleAsync();
            if (notice.Delivery == DeliveryState.Failed)
            {
                break;
            }

            // Before its time it is left alone.
            int tries = postman.Tries;
            await DispatchAsync(database, postman);
            Assert.Equal(tries, postman.Tries);

            waits.Add(notice.NextAttemptAt!.Value - database.Time.Now);
            database.Time.Now = notice.NextAttemptAt.Value;
        }

        Assert.Equal(Errand.MaxAttempts, postman.Tries);
        Assert.Equal([1, 2, 4, 8, 16, 32, 64], waits.Select(w => (int)w.TotalMinutes));

        database.Time.Now += TimeSpan.FromDays(30);
        await DispatchAsync(database, postman);
        Assert.Equal(Errand.MaxAttempts, postman.Tries);
    }

    [Fact]
    public async Task A_given_up_mail_can_be_tried_again()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await PutAsync(database, "bad@nuri.example");
        Postman postman = new() { Refuses = "bad@nuri.example" };
        for (int attempt = 0; attempt < Errand.MaxAttempts; attempt++)
        {
            await DispatchAsync(database, postman);
            database.Time.Now += TimeSpan.FromHours(3);
        }

        await using (CityDb db = database.Open())
        {
            Notice notice = await db.Notices.SingleAsync();
            Assert.Equal(DeliveryState.Failed, notice.Delivery);
            notice.TryAgain(database.Time.Now);
            await db.SaveChangesAsync();
        }

        postman.Refuses = null;
        Assert.Equal(1, await DispatchAsync(database, postman));
    }

    [Fact]
    public async Task Many_dispatchers_at_once_send_each_mail_once()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        string[] addresses = [.. Enumerable.Range(0, 20).Select(i => $"p{i}@nuri.example")];
        await PutAsync(database, addresses);
        Postman postman = new();

        int[] sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DispatchAsync(database, postman))));

        Assert.Equal(20, sent.Sum());
        Assert.Equal(addresses.Order(StringComparer.Ordinal), postman.Sent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_mail_whose_sender_died_comes_free_again()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await PutAsync(database, "a@nuri.example");
        using CancellationTokenSource end = new();
        Postman dying = new() { Dies = end };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DispatchAsync(database, dying, cancellationToken: end.Token));
        Postman next = new();
        Assert.Equal(0, await DispatchAsync(database, next));

        database.Time.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(1, await DispatchAsync(database, next));
    }

    [Fact]
    public async Task What_only_the_mail_carried_is_not_kept_after_it_went_out()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await PutAsync(database, "a@nuri.example");

        await DispatchAsync(database, new Postman());

        await using CityDb db = database.Open();
        Assert.Equal("{}", (await db.Notices.SingleAsync()).Data);
    }

    private static async Task PutAsync(TestDatabase database, params string[] addresses)
    {
        await using CityDb db = database.Open();
        foreach (string address in addresses)
        {
            db.Add(Notice.ToAddress(
                address, "ko", NoticeKind.ConfirmEmail, new Dictionary<string, string>(StringComparer.Ordinal) { [NoticeFacts.Link] = "/secret" }, database.Time.Now));
            await db.SaveChangesAsync();
            database.Time.Now += TimeSpan.FromSeconds(1);
        }
    }

    private static async Task<int> DispatchAsync(
        TestDatabase database, Postman postman, ILogger<Outbox>? logger = null, CancellationToken cancellationToken = default)
    {
        await using CityDb db = database.Open();
        return await new Outbox(db, database.Time, logger ?? NullLogger<Outbox>.Instance).DispatchAsync(new MailCarrier(postman, postman), cancellationToken);
    }

    /// <summary>Keeps what is logged, with the exceptions.</summary>
    private sealed class Notebook : ILogger<Outbox>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");
    }

    /// <summary>Words and sends, and does what a test says.</summary>
    private sealed class Postman : INoticeWriter, IMailChannel
    {
        private int _tries;

        public ConcurrentQueue<string> Sent { get; } = [];

        public int Tries => _tries;

        public string? Refuses { get; set; }

        public string? Says { get; init; }

        public CancellationTokenSource? Dies { get; init; }

        public Task<Mail?> WriteAsync(Notice notice, CancellationToken cancellationToken) =>
            Task.FromResult<Mail?>(new Mail(notice.Address ?? "", "누리시", notice.Language, "", "", "", $"{notice.Id}"));

        public async Task SendAsync(Mail mail, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _tries);
            if (Dies is not null)
            {
                await Dies.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (mail.To == Refuses)
            {
                throw Says is null ? new IOException("the server said no") : new SmtpException(Says);
            }

            Sent.Enqueue(mail.To);
        }
    }
}
