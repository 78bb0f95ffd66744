using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Startup;

/// <summary>How a city gets its first administrator: by the program itself, beside the portal that serves.</summary>
public sealed class AdministratorCommandTests
{
    private const string First = "first@city.example";

    [Fact]
    public async Task The_first_administrator_is_made_beside_the_running_portal_and_need_not_sign_in_again()
    {
        await using App app = new() { Database = null };
        Account account = await app.Citizen("박첫날", First);
        Visitor person = await app.SignedIn(account);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Get("/office")).Status);

        var made = await RunAsync(app, "administrator", "First@City.Example");
        var again = await RunAsync(app, "administrator", First);

        Assert.Equal((0, "First@City.Example is an administrator now."), (made.Code, made.Output));
        Assert.Equal((0, $"{First} is an administrator already."), (again.Code, again.Output));
        Assert.Equal("", made.Error + again.Error);
        Assert.Equal(HttpStatusCode.OK, (await person.Get("/office")).Status);
        await app.Use(async (CityDb db) =>
        {
            RightGrant grant = await db.RightGrants.SingleAsync();
            Assert.Equal((account.Id, Right.Administrator, null), (grant.AccountId, grant.Right, grant.GrantedById));
            Assert.Contains("서버에서", grant.GrantReason, StringComparison.Ordinal);
            AuditEntry entry = await db.AuditEntries.SingleAsync(e => e.Kind == AuditKind.Rights);
            Assert.Null(entry.ActorId);
            Assert.Equal(account.Id, (await db.Notices.SingleAsync(n => n.Kind == NoticeKind.RightsChanged)).AccountId);
        });
    }

    [Fact]
    public async Task The_reason_that_was_given_is_kept()
    {
        await using App app = new() { Database = null };
        await app.Citizen(email: First);

        await RunAsync(app, "administrator", First, "--reason", "시장 방침 제3호");

        Assert.Equal("시장 방침 제3호", await app.Use((CityDb db) => db.RightGrants.Select(g => g.GrantReason).SingleAsync()));
    }

    [Theory]
    [InlineData("nobody@city.example")]
    [InlineData("unconfirmed@city.example")]
    [InlineData("disabled@city.example")]
    public async Task Who_has_no_active_account_with_a_confirmed_address_is_told_how_to_get_one(string email)
    {
        await using App app = new() { Database = null };
        Account unconfirmed = await app.Citizen(email: "unconfirmed@city.example");
        Account disabled = await app.Citizen(email: "disabled@city.example");
        await app.Use(async (CityDb db) =>
        {
            await db.Users.Where(a => a.Id == unconfirmed.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.EmailConfirmed, false));
            await db.Users.Where(a => a.Id == disabled.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, app.Clock.UtcNow));
        });

        var (code, output, error) = await RunAsync(app, "administrator", email);

        Assert.Equal((Commands.WrongSetting, ""), (code, output));
        Assert.Contains($"no active account with the confirmed e-mail address {email}; register at /account/register", error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n'));
        Assert.False(await app.Use((CityDb db) => db.RightGrants.AnyAsync()));
    }

    [Fact]
    public async Task On_a_fresh_folder_it_makes_the_database_and_says_how_to_go_on()
    {
        // Never started: only its folder is used.
        await using App app = new() { Database = null };

        var (code, _, error) = await RunAsync(app, "administrator", First);

        Assert.Equal(Commands.WrongSetting, code);
        Assert.Contains("/account/register", error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(app.Folder, "city.db")));
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("administrator", First, "--reason", " ")]
    [InlineData("administrator", First, "second@city.example")]
    public async Task Words_that_are_not_understood_end_with_code_2(params string[] words)
    {
        await using App app = new() { Database = null };

        var (code, output, error) = await RunAsync(app, words);

        Assert.Equal((Commands.WrongCommand, ""), (code, output));
        Assert.Single(error.Split('\n'));
    }

    private static Task<ProgramRun> RunAsync(App app, params string[] words) =>
        ProgramRun.InAsync(Directory.CreateDirectory(app.Folder).FullName, [.. words, $"--Storage:Folder={app.Folder}"]);
}
