using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Notices;

namespace SocialCity.Web.Tests.Accounts;

public sealed class PersonalDataTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_export_holds_what_is_ones_own_and_nothing_of_others()
    {
        var me = await app.Citizen("내 이름");
        var other = await app.Citizen("다른 사람");
        string mine = await Complain(me, "우리 집 앞 가로등");
        string theirs = await Complain(other, "남의 집 앞 보도");
        await app.Use<CityDb>(async db =>
        {
            District dong = new("nuri-1", new LocalText("누리1동"), Boundary.Parse("37.4,126.8 37.4,126.9 37.5,126.9"), 1);
            db.Add(dong);
            await db.SaveChangesAsync();
            await db.Complaints.Where(c => c.Number == mine)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.DistrictId, dong.Id).SetProperty(c => c.Satisfaction, 4));
            db.Add(Notice.To(other, NoticeKind.PasswordChanged, new Dictionary<string, string>(), app.Clock.UtcNow));
            db.Add(Notice.To(me, NoticeKind.PasswordChanged, new Dictionary<string, string>(), app.Clock.UtcNow));
            await db.SaveChangesAsync();
        });

        var visitor = await app.SignedIn(me);
        var page = await visitor.Get("/account/data/export");
        using var answer = await visitor.Http.SendAsync(page.Form().Request());
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using ZipArchive zip = new(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(
            [
                "account.json", "appeals.json", "article-drafts.json", "articles.json", "byline.json", "comments.json", "complaints.json", "consents.json",
                "identity.json", "newsletter.json", "notices.json", "reactions.json", "reports.json", "rights.json", "sessions.json", "supports.json", "work-notes.json",
            ],
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        string all = string.Concat(zip.Entries.Select(entry =>
        {
            using StreamReader reader = new(entry.Open());
            return reader.ReadToEnd();
        }));
        Assert.Contains("내 이름", all, StringComparison.Ordinal);
        Assert.Contains(mine, all, StringComparison.Ordinal);
        Assert.Contains("우리 집 앞 가로등", all, StringComparison.Ordinal);
        Assert.DoesNotContain("다른 사람", all, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Email ?? "", all, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs, all, StringComparison.Ordinal);
        Assert.DoesNotContain("PasswordHash", all, StringComparison.OrdinalIgnoreCase);
        using var complaints = System.Text.Json.JsonDocument.Parse(Read(zip, "complaints.json"));
        System.Text.Json.JsonElement complaint = Assert.Single(complaints.RootElement.EnumerateArray());
        Assert.Equal("누리1동", complaint.GetProperty("district").GetString());
        Assert.Equal(4, complaint.GetProperty("satisfaction").GetInt32());
        Assert.Empty(complaint.GetProperty("photos").EnumerateArray());
        using var notices = System.Text.Json.JsonDocument.Parse(Read(zip, "notices.json"));
        Assert.Equal(
            ["ComplaintReceived", "PasswordChanged"],
            notices.RootElement.EnumerateArray().Select(n => n.GetProperty("kind").GetString()).OfType<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Closing_removes_the_person_and_leaves_the_record_without_a_name()
    {
        var account = await app.Citizen("떠나는 사람", "leaving@example.com");
        var other = await app.Citizen();
        string number = await Complain(account, "떠나기 전 민원");
        string supported = await Complain(other, "함께 겪은 일");
        Assert.Null(await app.Use<ComplaintSupporting, SupportRefusal?>(s => s.SupportAsync(supported, account.Id, CancellationToken.None)));
        var visitor = await app.SignedIn(account);
        var second = await app.SignedIn(account);

        var page = await (await visitor.Get("/account/close")).Form().Submit();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form().Submit(new { Sure = true });

        Assert.Equal("/", page.Address);
        Assert.False(await visitor.IsSignedIn());
        Assert.False(await second.IsSignedIn());
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor().SignIn(account)).Status);
        await app.Use<CityDb>(async db =>
        {
            var gone = await db.Users.SingleAsync(a => a.Id == account.Id);
            Assert.Equal("", gone.DisplayName);
            Assert.DoesNotContain("leaving", gone.Email ?? "", StringComparison.Ordinal);
            Assert.Null(gone.PasswordHash);
            var complaint = await db.Complaints.Include(c => c.Events).SingleAsync(c => c.Number == number);
            Assert.Null(complaint.AuthorId);
            Assert.DoesNotContain(complaint.Events, e => e.ActorId == account.Id);
            Assert.Equal(0, (await db.Complaints.SingleAsync(c => c.Number == supported)).SupportCount);
            Assert.False(await db.ComplaintSupports.AnyAsync(s => s.AccountId == account.Id));
            Assert.False(await db.Sessions.AnyAsync(s => s.AccountId == account.Id));
            Assert.False(await db.Notices.AnyAsync(n => n.AccountId == account.Id));
        });
        Assert.Equal(NoticeKind.AccountClosed, Assert.Single(await app.MailsTo("leaving@example.com")).Kind);

        // The address is free again.
        await app.Citizen("돌아온 사람", "leaving@example.com");
    }

    [Fact]
    public async Task Nobody_leaves_with_a_right_of_the_administration()
    {
        var editor = await app.Official(Right.Editor);
        var page = await (await app.SignedIn(editor)).Get("/account/close");
        Assert.False(page.Has("main form"));
        Assert.False(await app.Use<AccountClosing, bool>(closing => closing.CloseAsync(editor.Id, null, CancellationToken.None)));
    }

    [Fact]
    public async Task A_consent_to_news_is_withdrawn_and_given_again_and_both_are_on_record()
    {
        var visitor = await app.SignedIn(await app.Citizen());
        var page = await (await visitor.Get("/account/consents")).Form().Submit();
        Assert.Equal("이제 시의 소식을 메일로 보내 드립니다.", page.Flash);
        page = await page.Form().Submit();
        Assert.Equal("동의를 거두었습니다. 이제 소식 메일을 보내지 않습니다.", page.Flash);
        page = await page.Form().Submit();
        Assert.Equal(2, page.TextsOf("tbody tr").Count);
    }

    [Fact]
    public async Task The_profile_takes_what_its_form_has_and_nothing_else()
    {
        var account = await app.Citizen();
        var visitor = await app.SignedIn(account);
        var page = await visitor.Get("/account/profile");
        using var request = page.Form().Request(new { DisplayName = "  새   이름 ", About = "소개", Language = "en" });
        string body = await (request.Content ?? throw new InvalidOperationException()).ReadAsStringAsync();
        using HttpRequestMessage altered = new(HttpMethod.Post, "/account/profile")
        {
            Content = new StringContent(
                body + "&Form.Email=evil%40example.com&Form.ProvenLevel=Verified&Form.Id=1", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        page = await visitor.Send(altered);

        Assert.Equal("프로필을 저장했습니다.", page.Flash);
        var stored = await app.Use<CityDb, Account>(db => db.Users.SingleAsync(a => a.Id == account.Id));
        Assert.Equal(("새 이름", "소개", "en", account.Email, IdentityLevel.EmailConfirmed), (stored.DisplayName, stored.About, stored.Language, stored.Email, stored.Level));
        Assert.Contains("새 이름", (await visitor.Get("/account")).TextOf("header.header"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u200B\u2060", "눈에 보이는 글자로")]
    [InlineData("누리시 도로과 공무원", "담당 공무원으로 보일 수 있는")]
    [InlineData("도로과", "담당 공무원으로 보일 수 있는")]
    public async Task A_name_that_is_empty_or_the_citys_is_refused_in_the_profile_and_when_joining(string name, string says)
    {
        await app.Department();
        var visitor = await app.SignedIn(await app.Citizen());
        var page = await (await visitor.Get("/account/profile")).Form().Submit(new { DisplayName = name });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(says, Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await (await app.Visitor().Get("/account/register")).Form().Submit(
            new { DisplayName = name, Email = "named@example.com", People.Password, Terms = true, Privacy = true, Age = true });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(says, Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_works_for_the_city_may_say_so_in_their_name()
    {
        var visitor = await app.SignedIn(await app.Official(Right.Editor));
        var page = await (await visitor.Get("/account/profile")).Form().Submit(new { DisplayName = "이나무 주무관" });
        Assert.Equal("프로필을 저장했습니다.", page.Flash);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_told_and_never_cut_by_the_browser()
    {
        var visitor = await app.SignedIn(await app.Citizen());
        var page = await visitor.Get("/account/profile");
        Assert.False(page.One("#Form_DisplayName").HasAttribute("maxlength"));
        Assert.Equal("40", page.One("#Form_DisplayName").GetAttribute("data-counter"));
        string name = new('가', Account.DisplayNameLength + 1);
        page = await page.Form().Submit(new { DisplayName = name });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(name, page.Form().Value("Form.DisplayName"));
    }

    [Fact]
    public async Task Accounts_never_confirmed_and_sessions_long_over_are_swept_away()
    {
        await using App own = new();
        own.Clock.Set(TimeProvider.System.GetUtcNow().UtcDateTime);
        var confirmed = await own.Citizen();
        var waiting = await own.Citizen();
        await own.Use<CityDb>(async db =>
        {
            (await db.Users.SingleAsync(a => a.Id == waiting.Id)).EmailConfirmed = false;
            await db.SaveChangesAsync();
        });
        await own.SignedIn(confirmed);

        own.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(0, await own.Use<AccountSweep, int>(s => s.SweepAsync(CancellationToken.None)));
        own.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await own.Use<AccountSweep, int>(s => s.SweepAsync(CancellationToken.None)));
        own.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(1, await own.Use<AccountSweep, int>(s => s.SweepAsync(CancellationToken.None)));
        Assert.True(await own.Use<CityDb, bool>(db => db.Users.AnyAsync(a => a.Id == confirmed.Id)));
    }

    private static string Read(ZipArchive zip, string name)
    {
        using StreamReader reader = new((zip.GetEntry(name) ?? throw new InvalidOperationException(name)).Open());
        return reader.ReadToEnd();
    }

    private async Task<string> Complain(Account account, string title)
    {
        long category = await app.Use<CityDb, long>(async db =>
        {
            if (await db.ComplaintCategories.FirstOrDefaultAsync() is { } known)
            {
                return known.Id;
            }

            ComplaintCategory made = new("light", new LocalText("가로등"), new LocalText(""), "pin", PetitionKind.Other, 1);
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        ComplaintFiling filing = new(title, "어두워서 다니기 어렵습니다.", category, null, null, null, false, true, [], []);
        return await app.Use<ComplaintIntake, string>(async intake =>
            (await intake.FileAsync(filing, Petitioner.Of(account), Guid.NewGuid(), CancellationToken.None)).Number
            ?? throw new InvalidOperationException("Not received."));
    }
}
