using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Tests.Mailing;

namespace SocialCity.Web.Tests.Blog;

public sealed class NewsletterTests(BlogApp app) : IClassFixture<BlogApp>
{
    private const string Form = "main form[action='/blog/newsletter']";

    [Fact]
    public async Task From_the_form_by_the_mail_to_the_digest_and_out_again_without_an_account()
    {
        Visitor visitor = app.Visitor();
        Page sent = await AskAsync(visitor, "first@nuri.example");
        Assert.Equal("/blog/newsletter/check-mail", sent.Address);

        ReadMail confirmation = await OnlyMailAsync("first@nuri.example");
        Page asks = await visitor.Get(PathIn(confirmation, "/blog/newsletter/confirm"));
        Assert.Null((await FindAsync("first@nuri.example"))?.ConfirmedAt);
        Page own = await asks.Form("main form[action^='/blog/newsletter/confirm']").Submit();
        Assert.Equal("내 구독", own.Heading);
        Assert.NotNull((await FindAsync("first@nuri.example"))?.ConfirmedAt);

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Article article = await app.Article("가로수에 <새> 옷을 & 입혔습니다");
        Article secret = await app.Article("아직 비밀인 계획 쿠룽", isPublished: false);
        ReadMail digest = await DigestAsync("first@nuri.example");

        Assert.Contains("가로수에 <새> 옷을 & 입혔습니다", digest.Subject, StringComparison.Ordinal);
        foreach (string form in (string[])[digest.Text, WebUtility.HtmlDecode(digest.Html)])
        {
            Assert.Contains(article.Title, form, StringComparison.Ordinal);
            Assert.Contains("첫 문단입니다.", form, StringComparison.Ordinal);
            Assert.Contains("교통 · 김도로", form, StringComparison.Ordinal);
            Assert.Contains(new SitePath(article.Path).Escaped, form, StringComparison.Ordinal);
            Assert.Contains("/blog/newsletter/unsubscribe?k=", form, StringComparison.Ordinal);
            Assert.Contains("/blog/newsletter/manage?k=", form, StringComparison.Ordinal);
            Assert.DoesNotContain(secret.Title, form, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<새>", digest.Html, StringComparison.Ordinal);
        Page leaving = await visitor.Get(PathIn(digest, "/blog/newsletter/unsubscribe"));
        Assert.NotNull(await FindAsync("first@nuri.example"));
        Page left = await leaving.Form("main form[action^='/blog/newsletter/unsubscribe']").Submit();
        Assert.Equal("구독을 그만두었습니다", left.Heading);
        Assert.Null(await FindAsync("first@nuri.example"));
    }

    [Fact]
    public async Task The_file_of_a_digest_bears_the_headers_of_one_click_and_one_post_without_cookies_ends_it_however_often()
    {
        await SubscribeAsync("click@nuri.example");
        await app.Article("한 번에 그만 받기");
        ReadMail digest = await DigestAsync("click@nuri.example");

        Assert.Equal("List-Unsubscribe=One-Click", digest.Header("List-Unsubscribe-Post"));
        Uri address = new(digest.Header("List-Unsubscribe").Trim('<', '>'));
        Assert.Equal("/blog/newsletter/unsubscribe", address.AbsolutePath);
        using HttpClient provider = app.Browser();
        using HttpResponseMessage seen = await provider.GetAsync(address.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        Assert.NotNull(await FindAsync("click@nuri.example"));

        foreach (int time in (int[])[1, 2])
        {
            using HttpRequestMessage click = new(HttpMethod.Post, address.PathAndQuery)
            {
                Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]),
                Headers = { { "Sec-Fetch-Site", "cross-site" } },
            };
            using HttpClient anew = app.Browser();
            using HttpResponseMessage answer = await anew.SendAsync(click);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"time {time}: {answer.StatusCode}");
            Assert.Null(await FindAsync("click@nuri.example"));
        }

        Page again = await app.Visitor().Get(address.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, again.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?k=")]
    [InlineData("?k=made-up")]
    public async Task A_key_that_is_none_ends_nothing(string query)
    {
        using HttpClient stranger = app.Browser();
        using HttpResponseMessage answer = await stranger.PostAsync("/blog/newsletter/unsubscribe" + query, new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_key_is_for_its_own_purpose_and_a_confirmation_and_a_way_to_manage_hold_for_a_while()
    {
        long id = await SubscribeAsync("purpose@nuri.example");
        await app.Article("열쇠 이야기");
        ReadMail digest = await DigestAsync("purpose@nuri.example");
        string end = PathIn(digest, "/blog/newsletter/unsubscribe").Split("?k=")[1];
        string manage = PathIn(digest, "/blog/newsletter/manage").Split("?k=")[1];
        Visitor visitor = app.Visitor();

        Assert.Equal(HttpStatusCode.Gone, (await visitor.Get($"/blog/newsletter/manage?k={end}")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Get($"/blog/newsletter/confirm?k={manage}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get($"/blog/newsletter/unsubscribe?k={manage}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get($"/blog/newsletter/manage?k={manage}")).Status);

        app.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Get($"/blog/newsletter/manage?k={manage}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get($"/blog/newsletter/unsubscribe?k={end}")).Status);
        Assert.True(id > 0);
    }

    [Fact]
    public async Task The_answer_is_the_same_whatever_is_known_of_the_address()
    {
        await SubscribeAsync("known@nuri.example");
        await app.Citizen(email: "account@nuri.example");
        List<string> answers = [];
        foreach (string email in (string[])["known@nuri.example", "account@nuri.example", "nobody@nuri.example", "nobody@nuri.example"])
        {
            Page page = await AskAsync(app.Visitor(), email);
            answers.Add($"{page.Status} {page.Address} {string.Join('>', page.Redirects)} {page.Document.QuerySelector("main")?.TextContent}");
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("이미 블로그 소식을 받고 계십니다", (await OnlyMailAsync("known@nuri.example")).Subject, StringComparison.Ordinal);
        Assert.Single(await NoticesAsync("nobody@nuri.example"));
    }

    [Fact]
    public async Task What_fills_in_the_field_that_nobody_sees_is_told_the_same_and_does_nothing()
    {
        Page page = await (await app.Visitor().Get("/blog/newsletter")).Form(Form).Submit(new Dictionary<string, object?>
        {
            ["Form.Email"] = "robot@nuri.example",
            ["Form.Agreed"] = true,
            ["Form.Website"] = "https://spam.example",
        });

        Assert.Equal("/blog/newsletter/check-mail", page.Address);
        Assert.Null(await FindAsync("robot@nuri.example"));
        Assert.Empty(await NoticesAsync("robot@nuri.example"));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        Page page = await (await app.Visitor().Get("/blog/newsletter")).Form(Form).Submit(new Dictionary<string, object?>
        {
            ["Form.Email"] = "아무개",
            ["Form.Scope"] = "Chosen",
            ["Form.Pace"] = "Weekly",
        });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(3, page.Document.QuerySelectorAll(".field.invalid").Length);
        Assert.Equal("아무개", page.Form(Form).Value("Form.Email"));
        Assert.NotNull(page.Document.QuerySelector("input[name='Form.Pace'][value='Weekly'][checked]"));
    }

    [Fact]
    public async Task Whoever_is_signed_in_subscribes_the_own_address_at_once_and_finds_it_from_the_account()
    {
        Account citizen = await app.Citizen();
        Visitor visitor = await app.SignedIn(citizen);
        Page form = await visitor.Get("/account/newsletter");
        Assert.Equal("/blog/newsletter", form.Address);
        Assert.Equal(citizen.Email, form.Form(Form).Value("Form.Email"));
        Page own = await form.Form(Form).Submit(new Dictionary<string, object?> { ["Form.Agreed"] = true });

        Assert.Equal("내 구독", own.Heading);
        Assert.NotNull((await FindAsync(citizen.Email ?? ""))?.ConfirmedAt);
        Assert.Empty(await NoticesAsync(citizen.Email ?? ""));
        long traffic = await app.Use((CityDb db) => db.BlogCategories.Where(c => c.Slug == "교통").Select(c => c.Id).SingleAsync());
        Page manage = await visitor.Get("/account/newsletter");
        Page saved = await manage.Form("main form[action='/blog/newsletter/manage']").Submit(new Dictionary<string, object?>
        {
            ["Form.Pace"] = "Weekly",
            ["Form.Scope"] = "Chosen",
            ["Form.Categories"] = new[] { traffic },
            ["Form.Language"] = "ja",
        });

        Assert.Equal((HttpStatusCode.OK, "저장했습니다."), (saved.Status, saved.Flash));
        NewsletterSubscription? kept = await FindAsync(citizen.Email ?? "");
        Assert.Equal(new NewsletterWish(NewsletterPace.Weekly, NewsletterTopics.Of([traffic]), "ja"), kept?.Wish);
    }

    [Fact]
    public async Task Whoever_is_signed_in_sees_that_the_own_address_is_subscribed_and_of_no_other_one()
    {
        const string Told = "이미 블로그 소식을 받고 계십니다";
        Account citizen = await app.Citizen();
        Visitor visitor = await app.SignedIn(citizen);
        await SubscribeAsync("neighbour@nuri.example");
        Assert.DoesNotContain(Told, (await visitor.Get("/blog/newsletter")).Text, StringComparison.Ordinal);
        await SubscribeAsync(citizen.Email ?? "");

        Page page = await visitor.Get("/blog/newsletter");
        Assert.Contains(Told, page.Text, StringComparison.Ordinal);
        Assert.Equal("내 구독", (await page.Click("구독 바꾸기")).Heading);
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain(Told, (await app.Visitor().Get("/blog/newsletter")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, (await (await app.SignedIn(await app.Citizen())).Get("/blog/newsletter")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Categories_chosen_beside_everything_are_refused_with_the_choice_kept()
    {
        long traffic = await app.Use((CityDb db) => db.BlogCategories.Where(c => c.Slug == "교통").Select(c => c.Id).SingleAsync());
        Page page = await (await app.Visitor().Get("/blog/newsletter")).Form(Form).Submit(new Dictionary<string, object?>
        {
            ["Form.Email"] = "ticks@nuri.example",
            ["Form.Agreed"] = true,
            ["Form.Categories"] = new[] { traffic },
        });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("분류를 골라 두셨습니다.", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.True(page.Has($"#category-{traffic}[checked]"));
        Assert.Null(await FindAsync("ticks@nuri.example"));
    }

    [Fact]
    public async Task A_form_that_is_refused_does_not_count_as_mail_and_too_many_mails_are_refused_with_what_was_typed()
    {
        await using App limited = new App().With("RateLimits:Mail:Permits", "1");
        Visitor visitor = limited.Visitor();
        for (int mistyped = 0; mistyped < 3; mistyped++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(visitor, "아무개")).Status);
        }

        Assert.Equal("/blog/newsletter/check-mail", (await AskAsync(visitor, "one@nuri.example")).Address);
        Page refused = await AskAsync(visitor, "two@nuri.example");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.True(refused.Response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Contains("two@nuri.example", refused.Body, StringComparison.Ordinal);
        Assert.False(await limited.Use((CityDb db) => db.NewsletterSubscriptions.AnyAsync(s => s.Email == "two@nuri.example")));
    }

    [Fact]
    public async Task An_address_of_somebody_else_is_not_taken_for_that_of_who_is_signed_in()
    {
        Visitor visitor = await app.SignedIn(await app.Citizen());
        Page page = await AskAsync(visitor, "somebody-else@nuri.example");

        Assert.Equal("/blog/newsletter/check-mail", page.Address);
        Assert.Null((await FindAsync("somebody-else@nuri.example"))?.ConfirmedAt);
    }

    [Fact]
    public async Task An_article_withdrawn_before_the_mail_leaves_is_not_in_it_and_without_any_no_mail_leaves()
    {
        await SubscribeAsync("withdrawn@nuri.example");
        Article stays = await app.Article("그대로 남는 글 하나");
        Article gone = await app.Article("거두어들인 글 하나");
        await PutAsync();
        await ArchiveAsync(gone.Id);
        ReadMail mail = await OnlyMailAsync("withdrawn@nuri.example");
        Assert.Contains(stays.Title, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(gone.Title, mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);

        await SubscribeAsync("nothing@nuri.example");
        Article alone = await app.Article("홀로 거두어들인 글");
        await PutAsync();
        await ArchiveAsync(alone.Id);
        Assert.Empty(await MailsAsync("nothing@nuri.example"));
        Notice dropped = Assert.Single(await NoticesAsync("nothing@nuri.example"));
        Assert.Equal((DeliveryState.None, "{}"), (dropped.Delivery, dropped.Data));
    }

    [Fact]
    public async Task Whoever_leaves_after_the_digest_was_put_into_the_outbox_gets_no_more()
    {
        long id = await SubscribeAsync("leaves@nuri.example");
        await app.Article("떠난 뒤의 글");
        await PutAsync();
        await app.Use((NewsletterSubscribing subscribing) => subscribing.EndAsync(id, default));

        Assert.Empty(await MailsAsync("leaves@nuri.example"));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_digest_is_worded_in_the_language_of_the_subscription_and_both_forms_say_the_same(string language)
    {
        string email = $"language-{language}@nuri.example";
        await SubscribeAsync(email, language: language);
        await app.Article("Only letters", "Only letters here.");
        ReadMail mail = await DigestAsync(email);

        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(mail.Html);
        Assert.Equal(language, html.DocumentElement.GetAttribute("lang"));
        foreach (var part in html.QuerySelectorAll(".sheet > p:not(.city):not(.last), .sheet h2, .last a"))
        {
            Assert.Contains(Page.Fold(part), string.Join(' ', mail.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }

        bool isKorean = html.QuerySelectorAll(".sheet > p:not(.city):not(.note), .last a").Any(p => p.TextContent.Any(c => c is >= '가' and <= '힣'));
        Assert.Equal(language == "ko", isKorean);
    }

    [Fact]
    public async Task The_own_data_holds_the_subscription_and_closing_the_account_deletes_it()
    {
        Account citizen = await app.Citizen();
        await SubscribeAsync(citizen.Email ?? "");
        using MemoryStream stream = new();
        await using (PersonalArchive archive = await PersonalArchive.CreateAsync(stream, default))
        {
            await app.Use(async (IEnumerable<IPersonalData> holders) =>
            {
                foreach (IPersonalData holder in holders.OfType<NewsletterPersonalData>())
                {
                    await holder.ExportAsync(citizen.Id, archive, default);
                }
            });
        }

        await using (ZipArchive zip = new(stream))
        {
            using StreamReader json = new(await zip.Entries.Single(e => e.Name == "newsletter.json").OpenAsync());
            Assert.Contains(citizen.Email ?? "", await json.ReadToEndAsync(), StringComparison.Ordinal);
        }

        Assert.True(await app.Use((AccountClosing closing) => closing.CloseAsync(citizen.Id, null, default)));
        Assert.Null(await FindAsync(citizen.Email ?? ""));
    }

    [Fact]
    public async Task The_office_shows_counts_and_digests_and_no_address_and_takes_few_commands()
    {
        await SubscribeAsync("counted@nuri.example");
        Article article = await app.Article("사무실에서 미리 보는 글");
        await app.Article("사무실에서 볼 수 없는 초안", isPublished: false);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Visitor editor = await app.SignedIn(app.Editor);
        Page page = await editor.Get("/office/blog/newsletter");

        Assert.Equal("블로그 소식", page.Heading);
        Assert.Contains(article.Title, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("볼 수 없는 초안", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("counted@nuri.example", page.Body, StringComparison.Ordinal);
        int commands = await app.Sql.CountAsync(() => editor.Get("/office/blog/newsletter"));
        Assert.True(commands <= 8, $"{commands} commands.");
    }

    [Fact]
    public async Task A_page_of_the_newsletter_takes_few_commands_and_is_kept_by_nobody()
    {
        long id = await SubscribeAsync("commands@nuri.example");
        string manage = app.Services.GetRequiredService<SocialCity.Web.Areas.Blog.Newsletter.NewsletterLinks>().Managing(id);
        Visitor visitor = app.Visitor();
        foreach (string path in (string[])["/blog/newsletter", manage])
        {
            await visitor.Get(path);
            Assert.True(await app.Sql.CountAsync(() => visitor.Get(path)) <= 6);
        }

        using HttpResponseMessage answer = await visitor.Http.GetAsync(manage);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private static async Task<Page> AskAsync(Visitor visitor, string email) =>
        await (await visitor.Get("/blog/newsletter")).Form(Form).Submit(new Dictionary<string, object?> { ["Form.Email"] = email, ["Form.Agreed"] = true });

    private static string PathIn(ReadMail mail, string path)
    {
        string address = mail.Text.Split('\n').First(line => line.Contains(path, StringComparison.Ordinal));
        return new Uri(address.Trim()).PathAndQuery;
    }

    private async Task<long> SubscribeAsync(string email, string language = "ko") => await app.Use(async (NewsletterSubscribing subscribing) =>
        (await subscribing.SubscribeAsync(email, new NewsletterWish(NewsletterPace.Daily, NewsletterTopics.All, language), default)).Id);

    private Task<NewsletterSubscription?> FindAsync(string email)
    {
        string normalized = NewsletterSubscription.Normalize(email);
        return app.Use((CityDb db) => db.NewsletterSubscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.NormalizedEmail == normalized));
    }

    /// <summary>A day later the job puts the digests into the outbox.</summary>
    private async Task PutAsync()
    {
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.Use((NewsletterDigests digests) => digests.PutDueAsync(default));
    }

    private async Task<ReadMail> DigestAsync(string email)
    {
        await app.Use((CityDb db) => db.Notices.Where(n => n.Address == email).ExecuteDeleteAsync());
        await PutAsync();
        return await OnlyMailAsync(email);
    }

    private async Task ArchiveAsync(long id) => await app.Use(async (ArticleEditing editing) =>
        Assert.Equal(EditingOutcome.Done, (await editing.DoAsync(
            id, null, app.EditorActor, (a, now) => a.Archive("사실과 다릅니다.", app.EditorActor, now), default)).Outcome));

    private Task<List<Notice>> NoticesAsync(string email) =>
        app.Use((CityDb db) => db.Notices.AsNoTracking().Where(n => n.Address == email).OrderBy(n => n.Id).ToListAsync());

    private async Task<ReadMail> OnlyMailAsync(string email) => Assert.Single(await MailsAsync(email));

    /// <summary>What waits is sent; the files of the mails to this address that were not read yet.</summary>
    private async Task<List<ReadMail>> MailsAsync(string email)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        while (await app.Use((ICarrier<Notice> carrier) => app.Use((Outbox outbox) => outbox.DispatchAsync(carrier, default))) > 0)
        {
        }

        List<ReadMail> mails = [];
        foreach (string file in Directory.GetFiles(Path.Combine(app.Folder, "mail"), "*.eml"))
        {
            ReadMail mail = new(await File.ReadAllTextAsync(file));
            if (mail.Header("To").Contains(email, StringComparison.Ordinal))
            {
                mails.Add(mail);
                File.Delete(file);
            }
        }

        return mails;
    }

    /// <summary>A path in letters as a mail has it.</summary>
    private sealed record SitePath(string Letters)
    {
        public string Escaped => string.Join('/', Letters.Split('/').Select(Uri.EscapeDataString));
    }
}
