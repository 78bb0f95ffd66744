using System.Net;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Web.Tests.Complaints;
using SocialCity.Web.Tests.Desk;

namespace SocialCity.Web.Tests.Office;

/// <summary>The audit log as an administrator reads it.</summary>
public sealed class AuditLogTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Whose_data_was_seen_is_told_by_number_and_name_and_found_by_either_and_by_address()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        await (await app.SignedIn(city.Officer)).Get($"/complaints/{number}/petitioner");
        Visitor admin = await AdminAsync();

        foreach (string typed in new[] { number, city.Citizen.Email ?? "", city.Citizen.DisplayName })
        {
            Page page = await admin.Get($"/office/audit?kind=Access&subject={Uri.EscapeDataString(typed)}");
            string row = Assert.Single(page.TextsOf("tbody tr"), text => text.Contains(number, StringComparison.Ordinal));
            Assert.Contains("김시민", row, StringComparison.Ordinal);
            Assert.Contains("민원인 정보 열람", row, StringComparison.Ordinal);
            Assert.Contains("박도로", row, StringComparison.Ordinal);
        }

        Assert.True((await admin.Get("/office/audit?kind=Access&subject=2026-999999")).Has(".empty"));
    }

    [Theory]
    [InlineData("from=2026-13-45")]
    [InlineData("until=someday")]
    [InlineData("kind=Nothing")]
    public async Task What_the_filter_cannot_read_is_told(string query)
    {
        Page page = await (await AdminAsync()).Get($"/office/audit?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.Errors);
    }

    [Fact]
    public async Task What_changed_is_told_in_the_words_of_its_form()
    {
        OfficeCity city = await OfficeCity.Make(app);
        Visitor admin = await app.SignedIn(city.Admin);
        await (await admin.Get(city.PathOf("template"))).Form("main form:has([name='Form.Title'])").Submit(new { Title = "가지치기" });

        string row = (await admin.Get($"/office/audit?subject=template:{city.Template.Id}")).TextOf("tbody tr");

        Assert.Contains("답변 서식: 고침", row, StringComparison.Ordinal);
        Assert.Contains("가지치기", row, StringComparison.Ordinal);
        Assert.DoesNotContain("{", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Title", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_log_reads_little()
    {
        SqlCounter counter = new();
        await using App own = new App().With(services => services.AddSingleton<IDbContextOptionsConfiguration<CityDb>>(counter));
        DeskCity city = await DeskCity.Make(own);
        string number = await city.File();
        await (await own.SignedIn(city.Officer)).Get($"/complaints/{number}/petitioner");
        Visitor admin = await own.SignedIn(await own.Official(Right.Administrator));
        await admin.Get("/office/audit");

        Assert.InRange(await counter.CountAsync(() => admin.Get($"/office/audit?subject={number}")), 1, 6);
    }

    private async Task<Visitor> AdminAsync() => await app.SignedIn(await app.Official(Right.Administrator));
}
