using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Web.Tests.Accounts;

public sealed class CredentialTests(App app) : IClassFixture<App>
{
    private const string Better = "파란 우산 일곱 개와 두더지";

    [Fact]
    public async Task A_forgotten_passphrase_is_replaced_by_the_link_in_the_mail_and_every_session_ends()
    {
        var account = await app.Citizen();
        var signedIn = await app.SignedIn(account);
        var visitor = app.Visitor();
        var page = await (await visitor.Get("/account/forgotten")).Form().Submit(new { account.Email });
        string known = page.Text;
        page = await (await app.Visitor().Get("/account/forgotten")).Form().Submit(new { Email = "nobody@example.com" });
        Assert.Equal(page.Text, known);
        Assert.Empty(await app.MailsTo("nobody@example.com"));

        string link = await app.LinkTo(account.Email ?? "", NoticeKind.ResetPassword);
        page = await (await visitor.Get(link)).Form().Submit(new { Password = "123456789012" });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form().Submit(new { Password = Better });
        Assert.Equal("/account/sign-in", page.Address);

        Assert.False(await signedIn.IsSignedIn());
        Assert.False(await app.Use<CityDb, bool>(db => db.Sessions.AnyAsync(s => s.AccountId == account.Id && s.EndedAt == null)));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SignIn(account)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.SignIn(account, password: Better)).Status);
        Assert.Equal("열 수 없는 링크입니다", (await app.Visitor().Get(link)).Heading);
        Assert.Contains(await app.MailsTo(account.Email ?? ""), n => n.Kind == NoticeKind.PasswordChanged);
    }

    [Fact]
    public async Task Changing_the_passphrase_ends_the_other_sessions_and_keeps_this_one()
    {
        var account = await app.Citizen();
        var here = await app.SignedIn(account);
        var elsewhere = await app.SignedIn(account);

        var page = await (await here.Get("/account/password")).Form().Submit(new { Present = "not the passphrase", Password = Better });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.True(await elsewhere.IsSignedIn());
        page = await page.Form().Submit(new { Present = People.Password, Password = Better });

        Assert.Equal("/account/security", page.Address);
        Assert.True(await here.IsSignedIn());
        Assert.False(await elsewhere.IsSignedIn());
        List<DateTime?> ends = await app.Use<CityDb, List<DateTime?>>(
            db => db.Sessions.Where(s => s.AccountId == account.Id).OrderBy(s => s.EndedAt).Select(s => s.EndedAt).ToListAsync());
        Assert.Equal([null, app.Clock.UtcNow], ends);
    }

    [Fact]
    public async Task A_new_address_counts_once_its_link_was_opened_and_the_old_one_is_told()
    {
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        await (await visitor.Get("/account/email")).Form().Submit(new { Email = "moved@example.com" });
        string link = await app.LinkTo("moved@example.com", NoticeKind.ConfirmNewEmail);
        Assert.Equal(account.Email, (await Stored(account)).Email);
        await (await app.Visitor().Get("/account/forgotten")).Form().Submit(new { account.Email });
        await app.Use(async (CityDb db) =>
        {
            (await db.Notices.SingleAsync(n => n.Address == account.Email && n.Kind == NoticeKind.ResetPassword)).Sent(app.Clock.UtcNow);
            await db.SaveChangesAsync();
        });

        var page = await (await visitor.Get(link)).Form().Submit();
        Assert.Equal("/account/security", page.Address);
        Assert.Equal("moved@example.com", (await Stored(account)).Email);
        var told = await app.MailsTo(account.Email ?? "");
        Assert.Contains(told, n => n.Kind == NoticeKind.EmailChanged);
        Assert.DoesNotContain(told, n => n.Kind == NoticeKind.ResetPassword);
        Assert.Equal("열 수 없는 링크입니다", (await visitor.Get(link)).Heading);

        // A link for one address is none for another.
        Assert.Equal("열 수 없는 링크입니다", (await visitor.Get(link.Replace("moved", "stolen", StringComparison.Ordinal))).Heading);
    }

    [Fact]
    public async Task A_new_address_confirmed_elsewhere_ends_the_session_that_asked_and_leaves_the_other_one()
    {
        var account = await app.Citizen();
        var asked = await app.SignedIn(account);
        await (await asked.Get("/account/email")).Form().Submit(new { Email = "elsewhere@example.com" });
        var stranger = await app.Citizen();
        var elsewhere = await app.SignedIn(stranger);

        var page = await (await elsewhere.Get(await app.LinkTo("elsewhere@example.com", NoticeKind.ConfirmNewEmail))).Form().Submit();

        Assert.NotEqual("/account/security", page.Address);
        Assert.False(await asked.IsSignedIn());
        Assert.True(await elsewhere.IsSignedIn());
        Assert.Equal(
            [(account.Id, true), (stranger.Id, false)],
            await app.Use(async (CityDb db) => (await db.Sessions.Where(s => s.AccountId == account.Id || s.AccountId == stranger.Id)
                .OrderBy(s => s.AccountId).ToListAsync()).ConvertAll(s => (s.AccountId, s.EndedAt is not null))));
    }

    [Fact]
    public async Task A_taken_address_gets_the_same_page_and_its_owner_a_mail()
    {
        var other = await app.Citizen();
        var visitor = await app.SignedIn(await app.Citizen());
        var taken = await (await visitor.Get("/account/email")).Form().Submit(new { other.Email });
        var free = await (await visitor.Get("/account/email")).Form().Submit(new { Email = "free@example.com" });

        Assert.Equal(free.Flash, taken.Flash);
        Assert.Equal([NoticeKind.AlreadyRegistered], (await app.MailsTo(other.Email ?? "")).Select(n => n.Kind));
    }

    [Fact]
    public async Task Important_settings_ask_for_the_passphrase_again_after_a_while()
    {
        await using App own = new();
        var account = await own.Citizen();
        var visitor = await own.SignedIn(account);
        Assert.Equal("/account/email", (await visitor.Get("/account/email")).Address);
        own.Clock.Advance(TimeSpan.FromMinutes(3));
        // An act done meanwhile is no proof.
        await (await visitor.Get("/account/security")).Form("form[action$='authenticator/begin']").Submit();
        own.Clock.Advance(TimeSpan.FromMinutes(3));

        var page = await visitor.Get("/account/email");
        Assert.StartsWith("/account/prove?", page.Address, StringComparison.Ordinal);
        page = await page.Form().Submit(new { Password = "not the passphrase" });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form().Submit(new { People.Password });
        Assert.Equal("/account/email", page.Address);
    }

    [Fact]
    public async Task Nothing_that_opens_empties_or_ends_an_account_is_done_without_a_fresh_proof()
    {
        await using App own = new();
        var account = await own.Citizen();
        var visitor = await own.SignedIn(account);
        await TurnOn(visitor);
        own.Clock.Advance(TimeSpan.FromMinutes(6));
        string token = (await visitor.Get("/account/password")).Form().Value("__RequestVerificationToken");

        foreach (string path in (string[])[
            "security/authenticator/remove", "security/recovery-codes", "security/passkeys", "security/passkeys/options",
            "security/passkeys/AAAA/remove", "security/logins/kakao", "security/logins/kakao/remove", "email", "data/export", "close"])
        {
            using HttpRequestMessage request = new(HttpMethod.Post, $"/account/{path}")
            {
                Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Form.Sure", "true"), new("Form.Email", "other@example.com")]),
            };
            request.Headers.Referrer = new Uri("https://localhost/account/security");
            using var answer = await visitor.Http.SendAsync(request);
            Assert.Equal("/account/prove?returnUrl=%2Faccount%2Fsecurity", answer.Headers.Location?.OriginalString);
        }

        Assert.True(await own.Use<CityDb, bool>(db => db.Users.AnyAsync(a => a.Id == account.Id && a.TwoFactorEnabled && a.ClosedAt == null)));
    }

    [Fact]
    public async Task A_code_of_the_authenticator_proves_as_the_passphrase_does()
    {
        await using App own = new();
        var visitor = await own.SignedIn(await own.Citizen());
        var (key, _, _) = await TurnOn(visitor);
        own.Clock.Advance(TimeSpan.FromMinutes(6));

        var page = await visitor.Get("/account/close");
        page = await page.Form("form[action$='/prove/code']").Submit(new { Code = "000000" });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form("form[action$='/prove/code']").Submit(new { Code = Totp(key, 1) });
        Assert.Equal("/account/close", page.Address);
    }

    [Fact]
    public async Task The_old_address_is_told_before_anything_has_changed()
    {
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        await (await visitor.Get("/account/email")).Form().Submit(new { Email = "thief@example.com" });
        Assert.Equal([NoticeKind.EmailChangeAsked], (await app.MailsTo(account.Email ?? "")).Select(n => n.Kind));

        // As that mail advises.
        string link = await app.LinkTo("thief@example.com", NoticeKind.ConfirmNewEmail);
        await (await visitor.Get("/account/password")).Form().Submit(new { Present = People.Password, Password = Better });
        Assert.Equal("열 수 없는 링크입니다", (await visitor.Get(link)).Heading);
    }

    [Fact]
    public async Task With_an_authenticator_the_passphrase_alone_opens_nothing_and_a_code_works_once()
    {
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        var (key, used, codes) = await TurnOn(visitor);
        Assert.Equal(10, codes.Count);
        Assert.Contains(await app.MailsTo(account.Email ?? ""), n => n.Kind == NoticeKind.SecondFactorChanged);

        var second = app.Visitor();
        var page = await second.SignIn(account);
        Assert.StartsWith("/account/sign-in/code", page.Address, StringComparison.Ordinal);
        Assert.False(await second.IsSignedIn());
        // The code that turned it on was seen on a screen.
        page = await page.Form().Submit(new { Code = used });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form().Submit(new { Code = Totp(key, 1) });
        Assert.Equal("/", page.Address);
        Assert.True(await second.IsSignedIn());

        var third = app.Visitor();
        page = await third.SignIn(account);
        foreach (string nothing in (string[])["---", "🙂", "\u200b"])
        {
            page = await page.Form().Submit(new { Code = nothing });
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        }

        page = await page.Form().Submit(new { Code = codes[0].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant() });
        Assert.Contains("9개가 남았습니다", page.Flash, StringComparison.Ordinal);
        page = await app.Visitor().SignIn(account);
        page = await page.Form().Submit(new { Code = codes[0] });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task Secrets_of_the_second_factor_are_not_readable_in_the_database()
    {
        var account = await app.Citizen();
        var (key, _, codes) = await TurnOn(await app.SignedIn(account));

        var kept = await app.Use<CityDb, List<string?>>(db => db.UserTokens.Where(t => t.UserId == account.Id).Select(t => t.Value).ToListAsync());
        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, value => value is null || value.Contains(key, StringComparison.Ordinal) || value.Contains(codes[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_recovery_codes_end_the_other_sessions_and_keep_this_one()
    {
        var account = await app.Citizen();
        var here = await app.SignedIn(account);
        var (key, _, _) = await TurnOn(here);
        var elsewhere = app.Visitor();
        await (await elsewhere.SignIn(account)).Form().Submit(new { Code = Totp(key, 1) });
        Assert.True(await elsewhere.IsSignedIn());

        var page = await (await here.Get("/account/security")).Form("form[action$='/recovery-codes']").Submit();

        Assert.Equal(10, page.TextsOf("main code").Count);
        Assert.True(await here.IsSignedIn());
        Assert.False(await elsewhere.IsSignedIn());
    }

    [Fact]
    public async Task A_right_proof_ends_a_row_of_wrong_ones()
    {
        await using App own = new();
        var account = await own.Citizen();
        var visitor = await own.SignedIn(account);
        own.Clock.Advance(TimeSpan.FromMinutes(6));
        for (int round = 0; round < 2; round++)
        {
            var page = await visitor.Get("/account/prove?returnUrl=/account");
            for (int i = 0; i < SignInCheck.MostFailures - 1; i++)
            {
                page = await page.Form().Submit(new { Password = "not the passphrase" });
            }

            page = await page.Form().Submit(new { People.Password });
            Assert.Equal("/account", page.Address);
        }

        Assert.Equal(0, await own.Use<CityDb, int>(db => db.Users.Where(a => a.Id == account.Id).Select(a => a.AccessFailedCount).SingleAsync()));
    }

    [Fact]
    public async Task Sessions_that_a_new_passphrase_ended_are_listed_no_more()
    {
        var account = await app.Citizen();
        var here = await app.SignedIn(account);
        await app.SignedIn(account);
        Assert.Equal(2, (await here.Get("/account/sessions")).TextsOf("main .row").Count);

        await (await here.Get("/account/password")).Form().Submit(new { Present = People.Password, Password = Better });

        Assert.Single((await here.Get("/account/sessions")).TextsOf("main .row"));
    }

    [Fact]
    public async Task Turning_the_authenticator_off_ends_its_codes()
    {
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        await TurnOn(visitor);
        var page = await visitor.Get("/account/security");
        Assert.False(page.Has("form[action$='authenticator/remove']"));
        page = await (await page.Click("인증 앱 끄기")).Form().Submit();
        Assert.Equal("인증 앱을 껐습니다.", page.Flash);

        Assert.Equal("/", (await app.Visitor().SignIn(account)).Address);
    }

    [Fact]
    public async Task Wrong_codes_lock_as_wrong_passphrases_do()
    {
        var account = await app.Citizen();
        await TurnOn(await app.SignedIn(account));
        var visitor = app.Visitor();
        var page = await visitor.SignIn(account);
        for (int i = 0; i < SignInCheck.MostFailures; i++)
        {
            page = await page.Form().Submit(new { Code = "000000" });
        }

        Assert.True((await Stored(account)).LockoutEnd > app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_person_sees_their_sessions_and_ends_one_or_all_others_but_nobody_elses()
    {
        var account = await app.Citizen();
        var here = await app.SignedIn(account);
        var second = await app.SignedIn(account);
        var third = await app.SignedIn(account);
        var stranger = await app.SignedIn(await app.Citizen());

        var page = await here.Get("/account/sessions");
        Assert.Equal(3, page.TextsOf("main .row").Count);
        string end = page.Document.QuerySelectorAll("form[action$='/end']")[0].GetAttribute("action") ?? "";
        var theirs = await stranger.Get("/account/sessions");
        using HttpRequestMessage foreign = new(HttpMethod.Post, end)
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", theirs.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "")]),
        };
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Send(foreign)).Status);

        await page.Form($"form[action='{end}']").Submit();
        Assert.True(await second.IsSignedIn() ^ await third.IsSignedIn());
        page = await here.Get("/account/sessions");
        await page.Form("form[action$='end-others']").Submit();
        Assert.False(await second.IsSignedIn() || await third.IsSignedIn());
        Assert.True(await here.IsSignedIn());
        Assert.True(await stranger.IsSignedIn());
    }

    [Fact]
    public async Task Many_sessions_fold_the_older_ones_away_and_can_be_told_apart()
    {
        await using App own = new();
        var account = await own.Citizen();
        for (int i = 0; i < 7; i++)
        {
            await own.SignedIn(account);
            own.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        var page = await (await own.SignedIn(account)).Get("/account/sessions");
        Assert.Equal(8, page.TextsOf("main .row").Count);
        Assert.Equal(3, page.TextsOf("main details .row").Count);
        Assert.Equal("더 오래된 로그인 3개 보기", page.TextOf("main details summary"));
        Assert.Contains("이 기기", page.TextsOf("main .row")[0], StringComparison.Ordinal);
        var buttons = page.TextsOf("main .row button");
        Assert.Equal(buttons.Count, buttons.Distinct().Count());
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_pages_of_the_account_are_there_in_each_language(string language)
    {
        var visitor = await app.SignedIn(await app.Citizen(), language: language);
        foreach (string path in (string[])["/account", "/account/profile", "/account/security", "/account/password", "/account/email", "/account/sessions", "/account/consents", "/account/rights", "/account/data", "/account/data/export", "/account/close", "/account/counter-code", "/account/prove"])
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.Get(path)).Status);
        }
    }

    /// <summary>Sets the authenticator up as a person does; its secret and the recovery codes.</summary>
    private static async Task<(string Key, string Used, IReadOnlyList<string> Codes)> TurnOn(Visitor visitor)
    {
        var page = await visitor.Get("/account/security");
        page = await page.Form("form[action$='authenticator/begin']").Submit();
        string key = page.TextOf("main code").Replace(" ", "", StringComparison.Ordinal);
        Assert.StartsWith("data:image/png;base64,", page.One("main img").GetAttribute("src"), StringComparison.Ordinal);
        string used = Totp(key, 0);
        page = await page.Form().Submit(new { Code = used });
        Assert.Equal("/account/security/recovery-codes", page.Address);
        return (key, used, page.TextsOf("main code"));
    }

    /// <summary>RFC 6238 with SHA-1, 30 seconds and six digits, by the real clock, as Identity reads it.</summary>
    private static string Totp(string key, int stepsAhead)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        byte[] secret = new byte[key.Length * 5 / 8];
        for (int bit = 0; bit < secret.Length * 8; bit++)
        {
            secret[bit / 8] |= (byte)(((Letters.IndexOf(key[bit / 5], StringComparison.Ordinal) >> (4 - (bit % 5))) & 1) << (7 - (bit % 8)));
        }

        byte[] step = BitConverter.GetBytes((TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsAhead);
        Array.Reverse(step);
#pragma warning disable CA5350 // The algorithm that authenticator apps use.
        byte[] hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        int at = hash[^1] & 0xf;
        int number = ((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<Account> Stored(Account account) => app.Use<CityDb, Account>(db => db.Users.AsNoTracking().SingleAsync(a => a.Id == account.Id));
}
