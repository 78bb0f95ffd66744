using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Web.Tests.Accounts;

public sealed class SignInTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task What_is_kept_on_a_device_belongs_to_one_account_and_goes_with_signing_out()
    {
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        string mine = await Mark(visitor);
        Assert.Equal(mine, await Mark(await app.SignedIn(account)));
        Assert.NotEqual(mine, await Mark(await app.SignedIn(await app.Citizen())));
        Assert.Equal("guest", await Mark(app.Visitor()));

        var page = await visitor.Get("/");
        using var answer = await visitor.Http.SendAsync(page.Form("form[data-sign-out]").Request());
        Assert.Equal("\"storage\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
    }

    [Fact]
    public async Task The_right_passphrase_opens_a_session_and_signing_out_ends_it()
    {
        var account = await app.Citizen();
        var visitor = app.Visitor();

        var page = await visitor.SignIn(account);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("/", page.Address);
        Assert.True(await visitor.IsSignedIn());

        page = await page.Form("form[action='/account/sign-out']").Submit();
        Assert.Equal("로그아웃했습니다.", page.Flash);
        Assert.False(await visitor.IsSignedIn());
        Assert.NotNull(await app.Use<CityDb, DateTime?>(db =>
            db.Sessions.Where(s => s.AccountId == account.Id).Select(s => s.EndedAt).SingleAsync()));
    }

    [Fact]
    public async Task The_same_is_said_of_a_wrong_passphrase_an_unknown_address_and_an_unconfirmed_one()
    {
        var known = await app.Citizen();
        var unconfirmed = await app.Citizen();
        await Change(unconfirmed, a => a.EmailConfirmed = false);
        var disabled = await app.Citizen();
        await Change(disabled, a => a.Disable("Abuse", app.Clock.UtcNow));

        string wrong = await Refused(known.Email, "wrong passphrase here");
        Assert.NotEmpty(wrong);
        Assert.Equal(wrong, await Refused("nobody@example.com", "wrong passphrase here"));
        Assert.Equal(wrong, await Refused(unconfirmed.Email, People.Password));
        Assert.Equal(wrong, await Refused(disabled.Email, People.Password));

        async Task<string> Refused(string? email, string password)
        {
            var page = await app.Visitor().Get("/account/sign-in");
            page = await page.Form(People.SignInForm).Submit(new { Email = email, Password = password });
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Empty(page.Form(People.SignInForm).Value("Password"));
            return string.Join(' ', page.Errors);
        }
    }

    [Fact]
    public async Task Too_many_wrong_attempts_lock_the_account_for_a_while_and_its_owner_is_told_once()
    {
        var account = await app.Citizen();
        var visitor = app.Visitor();
        for (int i = 0; i < SignInCheck.MostFailures; i++)
        {
            await visitor.SignIn(account, password: "wrong passphrase here");
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SignIn(account)).Status);
        Assert.Equal(1, await app.Use<CityDb, int>(db =>
            db.Notices.CountAsync(n => n.AccountId == account.Id && n.Kind == NoticeKind.SignInLocked)));

        app.Clock.Advance(SignInCheck.LockedFor);
        Assert.Equal(HttpStatusCode.OK, (await visitor.SignIn(account)).Status);
    }

    [Fact]
    public async Task Parallel_guesses_are_all_counted()
    {
        var account = await app.Citizen();
        await Task.WhenAll(Enumerable.Range(0, SignInCheck.MostFailures).Select(_ =>
            app.Use<SignInCheck, Account?>(check => check.PasswordAsync(account.Email ?? "", "wrong", "?", null, CancellationToken.None))));

        Assert.True((await Stored(account)).LockoutEnd > app.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData("/complaints", "/complaints")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task Signing_in_leads_back_to_where_one_came_from_but_never_away(string asked, string expected)
    {
        var account = await app.Citizen();
        var visitor = app.Visitor();
        var page = await visitor.Get("/account/sign-in?returnUrl=" + Uri.EscapeDataString(asked));

        using var answer = await visitor.Http.SendAsync(page.Form(People.SignInForm).Request(new { account.Email, People.Password }));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_page_for_people_with_an_account_leads_to_the_sign_in_page_and_back()
    {
        var account = await app.Citizen();
        var visitor = app.Visitor();

        var page = await visitor.Get("/account");
        Assert.StartsWith("/account/sign-in?", page.Address, StringComparison.Ordinal);
        page = await page.Form(People.SignInForm).Submit(new { account.Email, People.Password });
        Assert.Equal("/account", page.Address);
    }

    [Fact]
    public async Task A_session_that_was_ended_is_refused_with_the_next_request()
    {
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        await app.Use<CityDb>(async db =>
        {
            (await db.Sessions.SingleAsync(s => s.AccountId == account.Id)).End(app.Clock.UtcNow);
            await db.SaveChangesAsync();
        });

        Assert.False(await visitor.IsSignedIn());
    }

    [Fact]
    public async Task A_disabled_account_is_refused_with_the_next_request()
    {
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        await Change(account, a => a.Disable("Abuse", app.Clock.UtcNow));

        Assert.False(await visitor.IsSignedIn());
    }

    [Fact]
    public async Task Sessions_of_older_credentials_are_refused()
    {
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        await app.Use<UserManager<Account>>(async accounts =>
            Assert.True((await accounts.UpdateSecurityStampAsync(await accounts.FindByEmailAsync(account.Email ?? "") ?? account)).Succeeded));

        Assert.False(await visitor.IsSignedIn());
    }

    [Fact]
    public async Task A_right_holds_with_the_next_request_and_is_gone_with_the_one_after_it_was_taken()
    {
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Http.GetAsync("/account/counter")).StatusCode);

        var department = await app.Department();
        await app.Use<RightsChanging>(rights =>
            rights.GrantAsync(account.Id, Right.Official, department.Id, null, null, "Joined", CancellationToken.None));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Http.GetAsync("/account/counter")).StatusCode);

        long grant = await app.Use<CityDb, long>(db => db.RightGrants.Where(g => g.AccountId == account.Id).Select(g => g.Id).SingleAsync());
        await app.Use<RightsChanging>(rights => rights.RevokeAsync(grant, null, null, "Left", CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Http.GetAsync("/account/counter")).StatusCode);
    }

    [Theory]
    [InlineData(false, 11, true)]
    [InlineData(false, 13, false)]
    [InlineData(true, 24 * 13, true)]
    [InlineData(true, 24 * 15, false)]
    public async Task An_idle_session_ends_by_itself(bool remember, int hours, bool holds)
    {
        await using var own = new App();
        // The test's browser forgets cookies by the real clock.
        own.Clock.Set(TimeProvider.System.GetUtcNow().UtcDateTime);
        var visitor = await own.SignedIn(await own.Citizen(), remember);
        own.Clock.Advance(TimeSpan.FromHours(hours));
        Assert.Equal(holds, await visitor.IsSignedIn());
    }

    [Fact]
    public async Task However_active_a_remembered_session_ends_after_thirty_days_and_an_officials_after_a_working_day()
    {
        await using var own = new App();
        // The test's browser forgets cookies by the real clock.
        own.Clock.Set(TimeProvider.System.GetUtcNow().UtcDateTime);
        var citizen = await own.SignedIn(await own.Citizen(), remember: true);
        var official = await own.SignedIn(await own.Official(Right.Editor), remember: true);
        for (int hours = 0; hours < 12; hours += 3)
        {
            Assert.True(await official.IsSignedIn());
            own.Clock.Advance(TimeSpan.FromHours(3));
        }

        Assert.False(await official.IsSignedIn());
        for (int days = 0; days < 29; days += 7)
        {
            Assert.True(await citizen.IsSignedIn());
            own.Clock.Advance(TimeSpan.FromDays(7));
        }

        Assert.False(await citizen.IsSignedIn());
    }

    [Fact]
    public async Task The_cookie_belongs_to_this_host_and_lasts_only_when_asked()
    {
        var account = await app.Citizen();
        string once = await Cookie(remember: false);
        string remembered = await Cookie(remember: true);

        Assert.StartsWith("__Host-session=", once, StringComparison.Ordinal);
        foreach (string mark in (string[])["path=/", "secure", "samesite=lax", "httponly"])
        {
            Assert.Contains(mark, once, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("expires", once, StringComparison.Ordinal);
        Assert.Contains("expires", remembered, StringComparison.Ordinal);

        async Task<string> Cookie(bool remember)
        {
            var visitor = app.Visitor();
            var page = await visitor.Get("/account/sign-in");
            using var answer = await visitor.Http.SendAsync(page.Form(People.SignInForm).Request(new { account.Email, People.Password, Remember = remember }));
            return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-session=", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Older_hashes_are_renewed_when_their_owner_signs_in()
    {
        var account = await app.Citizen();
        string old = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10 }))
            .HashPassword(account, AccountPasswordHasher.Normalise(People.Password));
        await Change(account, a => a.PasswordHash = old);

        await app.SignedIn(account);

        Assert.NotEqual(old, (await Stored(account)).PasswordHash);
    }

    [Fact]
    public async Task The_audit_log_tells_of_success_and_failure_without_personal_data()
    {
        var account = await app.Citizen();
        await app.Visitor().SignIn(account, password: "wrong passphrase here");
        await app.SignedIn(account);

        List<AuditEntry> entries = await app.Use<CityDb, List<AuditEntry>>(db => db.AuditEntries
            .Where(e => e.Subject == $"account:{account.Id}" && e.Kind == AuditKind.SignIn).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([SignInActions.Failed, SignInActions.SignedIn], entries.Select(e => e.Action));
        Assert.DoesNotContain(entries, e => e.Details.Contains(account.Email ?? "", StringComparison.Ordinal));
    }

    private Task<Account> Stored(Account account) => app.Use<CityDb, Account>(db => db.Users.AsNoTracking().SingleAsync(a => a.Id == account.Id));

    private Task Change(Account account, Action<Account> change) => app.Use<CityDb>(async db =>
    {
        change(await db.Users.SingleAsync(a => a.Id == account.Id));
        await db.SaveChangesAsync();
    });

    private static async Task<string> Mark(Visitor visitor) => (await visitor.Get("/")).One("body").GetAttribute("data-person") ?? "";
}
