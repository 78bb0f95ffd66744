using System.Net;
using System.Net.Http.Json;
using System.Web;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Web.Tests.Accounts;

/// <summary>The provider is played by the test; the portal's own half is the real one.</summary>
public sealed class ExternalSignInTests
{
    [Fact]
    public async Task Nothing_is_offered_until_the_city_has_set_a_provider_up()
    {
        await using App app = new();
        Assert.False((await app.Visitor().Get("/account/sign-in")).Has("form[action*='/sign-in/with/']"));
    }

    [Theory]
    [InlineData("kakao", "kauth.kakao.com")]
    [InlineData("naver", "nid.naver.com")]
    public async Task A_linked_account_signs_in_and_raises_the_level_until_it_is_unlinked(string provider, string host)
    {
        await using App app = With(provider);
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        var page = await visitor.Get("/account/security");
        page = await Through(visitor, page.Form($"form[action$='/security/logins/{provider}']"), "subject-1", host);
        Assert.Contains("연결했습니다", page.Flash, StringComparison.Ordinal);
        Assert.Equal(IdentityLevel.External, (await Stored(app, account)).Level);

        var later = app.Visitor();
        page = await Through(later, (await later.Get("/account/sign-in")).Form($"form[action$='/with/{provider}']"), "subject-1", host);
        Assert.True(await later.IsSignedIn());

        page = await visitor.Get("/account/security");
        await page.Form($"form[action$='/logins/{provider}/remove']").Submit();
        Assert.Equal(IdentityLevel.EmailConfirmed, (await Stored(app, account)).Level);
        later = app.Visitor();
        page = await Through(later, (await later.Get("/account/sign-in")).Form($"form[action$='/with/{provider}']"), "subject-1", host);
        Assert.Equal("연결된 계정이 없습니다", page.Heading);
        Assert.False(await later.IsSignedIn());
    }

    [Fact]
    public async Task One_outside_account_belongs_to_one_person()
    {
        await using App app = With("kakao");
        foreach (bool first in (bool[])[true, false])
        {
            var visitor = await app.SignedIn(await app.Citizen());
            var page = await visitor.Get("/account/security");
            page = await Through(visitor, page.Form("form[action$='/security/logins/kakao']"), "subject-2", "kauth.kakao.com");
            Assert.Equal(first, page.Flash.StartsWith("카카오 계정을 연결했습니다", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task With_an_authenticator_an_outside_account_alone_opens_nothing()
    {
        await using App app = With("kakao");
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        await Through(visitor, (await visitor.Get("/account/security")).Form("form[action$='/security/logins/kakao']"), "subject-3", "kauth.kakao.com");
        await app.Use<CityDb>(async db =>
        {
            (await db.Users.SingleAsync(a => a.Id == account.Id)).TwoFactorEnabled = true;
            await db.SaveChangesAsync();
        });

        var later = app.Visitor();
        var page = await Through(later, (await later.Get("/account/sign-in")).Form("form[action$='/with/kakao']"), "subject-3", "kauth.kakao.com");
        Assert.StartsWith("/account/sign-in/code", page.Address, StringComparison.Ordinal);
        Assert.False(await later.IsSignedIn());
    }

    [Theory]
    [InlineData("kakao", "kauth.kakao.com", "prompt=login")]
    [InlineData("naver", "nid.naver.com", "auth_type=reauthenticate")]
    public async Task Who_has_no_passphrase_proves_by_the_outside_account_which_asks_anew(string provider, string host, string askAnew)
    {
        await using App app = With(provider);
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        await Through(visitor, (await visitor.Get("/account/security")).Form($"form[action$='/security/logins/{provider}']"), "subject-4", host);
        await app.Use<CityDb>(async db =>
        {
            (await db.Users.SingleAsync(a => a.Id == account.Id)).PasswordHash = null;
            await db.SaveChangesAsync();
        });
        app.Clock.Advance(TimeSpan.FromMinutes(6));

        var page = await visitor.Get("/account/email");
        Assert.StartsWith("/account/prove", page.Address, StringComparison.Ordinal);
        Assert.False(page.Has("input[type=password]"));
        Assert.True(page.Has("main a[href='/account/forgotten']"));
        using (var away = await visitor.Http.SendAsync(page.Form().Request()))
        {
            Assert.Contains(askAnew, away.Headers.Location?.Query, StringComparison.Ordinal);
        }

        page = await Through(visitor, page.Form(), "somebody else", host);
        Assert.StartsWith("/account/prove", page.Address, StringComparison.Ordinal);
        page = await Through(visitor, page.Form(), "subject-4", host);
        Assert.Equal("/account/email", page.Address);
    }

    [Fact]
    public async Task Linking_an_outside_account_ends_the_other_sessions()
    {
        await using App app = With("kakao");
        var account = await app.Citizen();
        var here = await app.SignedIn(account);
        var elsewhere = await app.SignedIn(account);
        await Through(here, (await here.Get("/account/security")).Form("form[action$='/security/logins/kakao']"), "subject-5", "kauth.kakao.com");

        Assert.True(await here.IsSignedIn());
        Assert.False(await elsewhere.IsSignedIn());
    }

    [Fact]
    public async Task Who_turns_back_at_the_provider_comes_back_to_where_they_began()
    {
        await using App app = With("kakao");
        var guest = app.Visitor();
        var page = await TurnBack(guest, (await guest.Get("/account/sign-in")).Form("form[action$='/with/kakao']"));
        Assert.Equal("/account/sign-in", page.Address);
        Assert.Contains("로그인하지 못했습니다", page.Flash, StringComparison.Ordinal);

        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        page = await TurnBack(visitor, (await visitor.Get("/account/security")).Form("form[action$='/security/logins/kakao']"));
        Assert.Equal("/account/security", page.Address);
        Assert.Contains("연결하지 못했습니다", page.Flash, StringComparison.Ordinal);

        await Through(visitor, page.Form("form[action$='/security/logins/kakao']"), "subject-6", "kauth.kakao.com");
        await app.Use<CityDb>(async db =>
        {
            (await db.Users.SingleAsync(a => a.Id == account.Id)).PasswordHash = null;
            await db.SaveChangesAsync();
        });
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        page = await TurnBack(visitor, (await visitor.Get("/account/email")).Form());
        Assert.Equal("/account/prove?returnUrl=%2Faccount%2Femail", page.Address);
        Assert.Contains("확인하지 못했습니다", page.Flash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_here_is_refused()
    {
        await using App app = With("kakao");
        var page = await app.Visitor().Get("/account/sign-in/kakao/back?code=stolen&state=made-up");
        Assert.Equal("/account/sign-in", page.Address);
        Assert.Contains("외부 계정으로 로그인하지 못했습니다", page.Flash, StringComparison.Ordinal);
    }

    private static App With(string provider)
    {
        App app = new App()
            .With($"ExternalSignIn:{provider}:ClientId", "portal")
            .With($"ExternalSignIn:{provider}:ClientSecret", "secret")
            .With(services => services.PostConfigure<OAuthOptions>(provider, oauth =>
            {
                oauth.BackchannelHttpHandler = new Provider();
                oauth.Backchannel = new HttpClient(oauth.BackchannelHttpHandler);
            }));
        // The test's browser forgets cookies by the real clock.
        app.Clock.Set(TimeProvider.System.GetUtcNow().UtcDateTime);
        return app;
    }

    /// <summary>Goes to the provider as a browser does and comes back with the code that it would give to this person.</summary>
    private static async Task<Page> Through(Visitor visitor, PageForm form, string subject, string host)
    {
        using var away = await visitor.Http.SendAsync(form.Request());
        Uri asked = away.Headers.Location ?? throw new InvalidOperationException($"{away.StatusCode}: not sent away.");
        Assert.Equal(host, asked.Host);
        var query = HttpUtility.ParseQueryString(asked.Query);
        Assert.NotNull(query["code_challenge"]);
        Uri back = new(query["redirect_uri"] ?? "");
        return await visitor.Get($"{back.PathAndQuery}?code={subject}&state={Uri.EscapeDataString(query["state"] ?? "")}");
    }

    /// <summary>Goes to the provider and says no there.</summary>
    private static async Task<Page> TurnBack(Visitor visitor, PageForm form)
    {
        using var away = await visitor.Http.SendAsync(form.Request());
        var query = HttpUtility.ParseQueryString(away.Headers.Location?.Query ?? "");
        Uri back = new(query["redirect_uri"] ?? "");
        return await visitor.Get($"{back.PathAndQuery}?error=access_denied&state={Uri.EscapeDataString(query["state"] ?? "")}");
    }

    private static Task<Account> Stored(App app, Account account) =>
        app.Use<CityDb, Account>(db => db.Users.AsNoTracking().SingleAsync(a => a.Id == account.Id));

    /// <summary>Exchanges a code for a token, and the token for the person: the code is the person's id.</summary>
    private sealed class Provider : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            object answer;
            if (request.Method == HttpMethod.Post)
            {
                string body = await (request.Content ?? throw new InvalidOperationException()).ReadAsStringAsync(cancellationToken);
                Assert.Contains("code_verifier=", body, StringComparison.Ordinal);
                answer = new { access_token = HttpUtility.ParseQueryString(body)["code"], token_type = "bearer" };
            }
            else
            {
                string? id = request.Headers.Authorization?.Parameter;
                answer = request.RequestUri?.Host == "kapi.kakao.com" ? new { id } : new { response = new { id } };
            }

            return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(answer) };
        }
    }
}
