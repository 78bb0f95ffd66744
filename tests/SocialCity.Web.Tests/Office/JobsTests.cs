using SocialCity.Accounts;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Office;

public sealed class JobsTests(App app) : IClassFixture<App>
{
    private static readonly string[] Languages = ["ko", "en", "ja"];

    [Fact]
    public async Task A_job_that_failed_is_seen_on_the_dashboard_with_its_reason_until_it_goes_well()
    {
        Visitor admin = await app.SignedIn(await app.Official(Right.Administrator));
        await RanAsync(nameof(DeadlinesJob), new TimeoutException("The database was busy."));
        await RanAsync(nameof(DeadlinesJob), new InvalidOperationException("Wrapped", new TimeoutException("The database was busy.")));

        Page failed = await (await admin.Get("/office")).Click("예약 작업");
        Assert.Equal(["1"], (await admin.Get("/office")).TextsOf(".figure:has([href='/office/jobs']) .figure-value").Select(Digits));
        Assert.Contains("2번 이어서 실패 TimeoutException: The database was busy.", failed.Text, StringComparison.Ordinal);

        await RanAsync(nameof(DeadlinesJob), null);
        Assert.Contains("정상", (await admin.Get("/office/jobs")).Text, StringComparison.Ordinal);
        Assert.Equal(["0"], (await admin.Get("/office")).TextsOf(".figure:has([href='/office/jobs']) .figure-value").Select(Digits));
    }

    [Fact]
    public async Task A_job_that_ought_to_have_run_again_is_late()
    {
        Visitor admin = await app.SignedIn(await app.Official(Right.Administrator));
        await RanAsync(nameof(AuditSealJob), null);
        app.Clock.Advance(TimeSpan.FromMinutes(12));

        Assert.Contains("돌 때가 지났음", (await admin.Get("/office/jobs")).Text, StringComparison.Ordinal);

        await RanAsync(nameof(AuditSealJob), null);
    }

    [Fact]
    public async Task Every_job_has_a_name_in_three_languages()
    {
        Account account = await app.Official(Right.Administrator);
        foreach (string language in Languages)
        {
            Page page = await (await app.SignedIn(account, language: language)).Get("/office/jobs");
            Assert.Equal(Jobs.All.Count, page.TextsOf("tbody th").Count);
            Assert.DoesNotContain(page.TextsOf("tbody th"), name => name.EndsWith("Job", StringComparison.Ordinal));
        }
    }

    private static string Digits(string text) => string.Concat(text.TakeWhile(char.IsDigit));

    private Task RanAsync(string job, Exception? error) => app.Use((JobRecords records) =>
        records.AddAsync(job, app.Clock.UtcNow, TimeSpan.FromSeconds(1.5), app.Clock.UtcNow.AddMinutes(5), error, CancellationToken.None));
}
