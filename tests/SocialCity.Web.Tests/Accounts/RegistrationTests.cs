using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Web.Tests.Accounts;

public sealed class RegistrationTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Joining_ends_with_the_link_in_the_mail_and_the_passphrase()
    {
        var visitor = app.Visitor();
        var page = await Register(visitor, "new@example.com", language: "ja", news: true);
        Assert.Equal("/account/register/sent", page.Address);
        Assert.False(await visitor.IsSignedIn());
        Assert.Equal(HttpStatusCode.BadRequest, (await SignIn(visitor, "new@example.com", People.Password)).Status);

        page = await visitor.Get(await app.LinkTo("new@example.com", NoticeKind.ConfirmEmail));
        Assert.Equal("가입 마치기", page.Heading);
        page = await page.Form().Submit(new { Password = "some other passphrase" });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form().Submit(new { People.Password });

        Assert.Equal("登録が完了しました。새 사람さん、ようこそ。", page.Flash);
        Assert.Equal("ja", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.True(await visitor.IsSignedIn());
        var account = await Find("new@example.com");
        Assert.Equal(IdentityLevel.EmailConfirmed, account.Level);
        Assert.Equal("ja", account.Language);
        var consents = await app.Use<CityDb, List<Consent>>(db => db.Consents.Where(c => c.AccountId == account.Id).OrderBy(c => c.Purpose).ToListAsync());
        Assert.Equal(["Age", "News", "Privacy", "Terms"], consents.Select(c => c.Purpose.ToString()).Order());
        Assert.All(consents, c => Assert.Equal(ConsentTexts.VersionOf(c.Purpose), c.TextVersion));
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_once_the_weak_passphrase_with_the_missing_consents()
    {
        var form = (await app.Visitor().Get("/account/register")).Form("main form");

        var page = await form.Submit(new { DisplayName = "새 사람", Email = "weak@example.com", Password = "password1234" });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("이용약관에 동의해야 가입할 수 있습니다.", page.Errors);
        Assert.Contains(page.Errors, e => e.StartsWith("누구나 떠올리기 쉬운", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Opening_the_link_alone_changes_nothing_and_it_works_once()
    {
        var visitor = app.Visitor();
        await Register(visitor, "once@example.com");
        string link = await app.LinkTo("once@example.com", NoticeKind.ConfirmEmail);
        var form = await visitor.Get(link);
        Assert.False((await Find("once@example.com")).EmailConfirmed);
        await form.Form().Submit(new { People.Password });

        Assert.Equal("열 수 없는 링크입니다", (await app.Visitor().Get(link)).Heading);
        Assert.Equal("열 수 없는 링크입니다", (await app.Visitor().Get("/account/confirm?id=999&token=abc")).Heading);
    }

    [Theory]
    [InlineData("/account/confirm?id=999&token=abc")]
    [InlineData("/account/reset?id=999&token=abc")]
    [InlineData("/account/email/confirm?id=999&token=abc&email=a%40example.com")]
    public async Task A_link_that_opens_nothing_is_gone_as_those_of_complaints_are(string link)
    {
        var page = await app.Visitor().Get(link);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal("열 수 없는 링크입니다", page.Heading);
    }

    [Fact]
    public async Task A_known_address_is_told_by_mail_only()
    {
        var known = await app.Citizen();
        var page = await Register(app.Visitor(), known.Email ?? "");
        var other = await Register(app.Visitor(), "unknown@example.com");

        Assert.Equal(other.Text, page.Text);
        Assert.Equal(other.Address, page.Address);
        Assert.Equal([NoticeKind.AlreadyRegistered], (await app.MailsTo(known.Email ?? "")).Select(n => n.Kind));
        Assert.Equal(known.PasswordHash, (await Find(known.Email ?? "")).PasswordHash);
    }

    [Fact]
    public async Task Nobody_can_wait_in_an_account_for_the_owner_of_an_address()
    {
        await Register(app.Visitor(), "owner@example.com", password: "the stranger was here first");
        string first = await app.LinkTo("owner@example.com", NoticeKind.ConfirmEmail);
        var owner = app.Visitor();
        await Register(owner, "owner@example.com");

        Assert.Equal("열 수 없는 링크입니다", (await owner.Get(first)).Heading);
        var page = await owner.Get(await app.LinkTo("owner@example.com", NoticeKind.ConfirmEmail));
        page = await page.Form().Submit(new { Password = "the stranger was here first" });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        await page.Form().Submit(new { People.Password });
        Assert.True(await owner.IsSignedIn());
    }

    [Fact]
    public async Task The_link_can_be_sent_again_and_nothing_tells_for_whom()
    {
        await Register(app.Visitor(), "again@example.com");
        var page = await (await app.Visitor().Get("/account/confirm/again")).Form().Submit(new { Email = "again@example.com" });
        var other = await (await app.Visitor().Get("/account/confirm/again")).Form().Submit(new { Email = "stranger@example.com" });

        Assert.Equal(other.Text, page.Text);
        Assert.Equal(2, (await app.MailsTo("again@example.com")).Count);
        Assert.Empty(await app.MailsTo("stranger@example.com"));
    }

    [Fact]
    public async Task One_address_gets_a_few_mails_an_hour_at_most()
    {
        for (int i = 0; i < 8; i++)
        {
            await Register(app.Visitor(), "flooded@example.com");
        }

        Assert.Equal(5, (await app.MailsTo("flooded@example.com")).Count);
    }

    [Theory]
    [InlineData("Terms")]
    [InlineData("Privacy")]
    [InlineData("Age")]
    public async Task Each_required_consent_is_given_by_itself(string missing)
    {
        var form = (await app.Visitor().Get("/account/register")).Form();
        var page = await form.Submit(new Dictionary<string, object?>
        {
            ["DisplayName"] = "새 사람",
            ["Email"] = $"no-{missing}@example.com",
            ["Password"] = People.Password,
            ["Terms"] = missing != "Terms",
            ["Privacy"] = missing != "Privacy",
            ["Age"] = missing != "Age",
        });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Single(page.Errors);
        Assert.Equal("새 사람", page.Form().Value("DisplayName"));
        Assert.Empty(await app.MailsTo($"no-{missing}@example.com"));
    }

    [Theory]
    [InlineData("짧은 말")]
    [InlineData("password12345")]
    [InlineData("비밀번호비밀번호비밀번호")]
    [InlineData("qwertyuiop12")]
    public async Task A_weak_passphrase_is_refused_whether_or_not_the_address_is_known(string password)
    {
        var known = await app.Citizen();
        var first = await Register(app.Visitor(), known.Email ?? "", password);
        var second = await Register(app.Visitor(), "weak@example.com", password);

        Assert.Equal(HttpStatusCode.BadRequest, first.Status);
        Assert.Equal(first.Errors, second.Errors);
    }

    [Theory]
    [InlineData("관리자")]
    [InlineData("우리시 시장")]
    [InlineData("Admin")]
    [InlineData("가")]
    public async Task A_name_that_speaks_for_the_city_is_refused(string name)
    {
        var page = await Register(app.Visitor(), "name@example.com", name: name);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Single(page.Errors);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_are_not_taken()
    {
        var visitor = app.Visitor();
        var request = (await visitor.Get("/account/register")).Form().Request(new
        {
            DisplayName = "새 사람",
            Email = "over@example.com",
            People.Password,
            Terms = true,
            Privacy = true,
            Age = true,
        });
        string body = await (request.Content ?? throw new InvalidOperationException()).ReadAsStringAsync();
        using StringContent more = new(
            body + "&EmailConfirmed=true&ProvenLevel=Verified&Level=Verified&Rights=Administrator&Id=1&TwoFactorEnabled=true",
            System.Text.Encoding.UTF8,
            "application/x-www-form-urlencoded");
        using HttpRequestMessage altered = new(HttpMethod.Post, "/account/register") { Content = more };
        await visitor.Send(altered);

        var account = await Find("over@example.com");
        Assert.Equal(IdentityLevel.Guest, account.Level);
        Assert.False(account.EmailConfirmed);
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_pages_on_the_way_are_there_in_each_language(string language)
    {
        var visitor = app.Visitor(language);
        foreach (string path in (string[])["/account/register", "/account/register/sent", "/account/sign-in", "/account/forgotten", "/account/forgotten/sent", "/account/confirm/again", "/account/confirm?id=1&token=x", "/account/reset?id=1&token=x", "/terms", "/privacy"])
        {
            var page = await visitor.Get(path);
            Assert.Equal(path.Contains("token=", StringComparison.Ordinal) ? HttpStatusCode.Gone : HttpStatusCode.OK, page.Status);
            Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        }
    }

    private static async Task<Page> Register(
        Visitor visitor, string email, string password = People.Password, string name = "새 사람", string language = "ko", bool news = false)
    {
        var page = await visitor.Get("/account/register");
        return await page.Form().Submit(new
        {
            DisplayName = name,
            Email = email,
            Password = password,
            Language = language,
            Terms = true,
            Privacy = true,
            Age = true,
            News = news,
        });
    }

    private static async Task<Page> SignIn(Visitor visitor, string email, string password) =>
        await (await visitor.Get("/account/sign-in")).Form(People.SignInForm).Submit(new { Email = email, Password = password });

    private Task<Account> Find(string email) => app.Use<CityDb, Account>(db => db.Users.AsNoTracking().SingleAsync(a => a.Email == email));
}
