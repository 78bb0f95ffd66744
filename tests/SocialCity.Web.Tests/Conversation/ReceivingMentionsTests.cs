using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Conversation;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Tests.Blog;
using SocialCity.Web.Tests.Shared.Outgoing;

namespace SocialCity.Web.Tests.Conversation;

/// <summary>Pages elsewhere that link to an article: announced, visited, shown after review, and watched.</summary>
public sealed class ReceivingMentionsTests(BlogApp app) : IClassFixture<BlogApp>, IAsyncLifetime
{
    private const string Words = "이웃이 쓴 글";

    private OtherSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await OtherSite.StartAsync();
        await app.Use(async (CityDb db) =>
        {
            await db.Mentions.ExecuteDeleteAsync();
            await db.BlockedSites.ExecuteDeleteAsync();
            await db.ModerationCases.ExecuteDeleteAsync();
        });
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_page_that_links_here_is_shown_after_a_moderator_let_it_and_at_once_then()
    {
        Article article = await app.Article("언급되는 글");
        Visitor reader = app.Visitor();
        Assert.DoesNotContain(Words, (await reader.Get(article.Path)).Body, StringComparison.Ordinal);
        Links("/post", article);

        Assert.Equal(HttpStatusCode.Accepted, (await Announce("/post", article)).Status);
        Assert.Equal(1, await app.Deliver<Mention>());

        Assert.DoesNotContain(Words, (await reader.Get(article.Path)).Body, StringComparison.Ordinal);
        Visitor moderator = await app.SignedIn(await app.Official(Right.Moderator, name: "검토자"));
        Page queue = await moderator.Get("/office/moderation?show=mention");
        Assert.Contains(Words, queue.Text, StringComparison.Ordinal);
        Page decided = await (await moderator.Get(queue.One("[data-key=a]").GetAttribute("href") ?? "")).Form("form.form").Submit();
        Assert.Equal("글 아래에 보이게 했습니다.", decided.Flash);

        Page page = await reader.Get(article.Path);
        var link = page.Document.QuerySelector("section[aria-labelledby=mentions] a");
        Assert.Equal((Words, _site.At("/post"), "nofollow ugc noopener"), (link?.TextContent, link?.GetAttribute("href"), link?.GetAttribute("rel")));
        Assert.Contains("127.0.0.1", page.Text, StringComparison.Ordinal);
        Assert.Contains("김이웃", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_to_announce_is_said_by_articles_that_take_comments_and_by_no_other_page()
    {
        Article article = await app.Article("알리는 글");
        Article silent = await app.Article("알리지 않는 글");
        await app.Use((CityDb db) => db.Articles.Where(a => a.Id == silent.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.TakesComments, false)));

        for (int i = 0; i < 2; i++)
        {
            Page page = await app.Visitor().Get(article.Path);
            Assert.Equal("<http://localhost/webmention>; rel=\"webmention\"", Assert.Single(page.Response.Headers.GetValues("Link")));
            Assert.Equal("/webmention", page.Document.QuerySelector("link[rel=webmention]")?.GetAttribute("href"));
        }

        foreach (string path in (string[])["/", "/blog", silent.Path])
        {
            Page page = await app.Visitor().Get(path);
            Assert.False(page.Response.Headers.Contains("Link"));
            Assert.Null(page.Document.QuerySelector("[rel=webmention]"));
        }
    }

    [Fact]
    public async Task A_claim_that_is_not_true_is_never_shown_nor_brought_before_anybody()
    {
        Article article = await app.Article("남의 글이 말하지 않는 글");
        _site.Shows("/forged", $"<p>{Here(article)}</p><!-- <a href=\"{Here(article)}\"> -->");

        Assert.Equal(HttpStatusCode.Accepted, (await Announce("/forged", article)).Status);
        await app.Deliver<Mention>();

        Assert.Equal(MentionState.Unfounded, (await Known("/forged")).State);
        Assert.False(await app.Use((CityDb db) => db.ModerationCases.AnyAsync()));
    }

    [Theory]
    [InlineData("/missing", 404)]
    [InlineData("/gone", 410)]
    public async Task A_page_that_is_not_there_links_nowhere(string path, int status)
    {
        Article article = await app.Article("없는 곳에서 말한 글");
        _site.Fails(path, status);
        await Announce(path, article);
        await app.Deliver<Mention>();

        Assert.Equal(MentionState.Unfounded, (await Known(path)).State);
    }

    [Fact]
    public async Task What_may_not_be_read_takes_mentions_no_more_than_what_does_not_exist()
    {
        Article draft = await app.Article("아직 초안", isPublished: false);
        Article silent = await app.Article("댓글 없는 글");
        await app.Use((CityDb db) => db.Articles.Where(a => a.Id == silent.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.TakesComments, false)));

        (HttpStatusCode, string) unknown = await Announce(_site.At("/post"), "http://localhost/blog/없는-글");

        Assert.Equal(HttpStatusCode.BadRequest, unknown.Item1);
        Assert.Equal(unknown, await Announce("/post", draft));
        Assert.Equal(unknown, await Announce("/post", silent));
        Assert.Equal(unknown, await Announce(_site.At("/post"), "http://localhost/blog"));
        Assert.Equal(unknown, await Announce(_site.At("/post"), "http://localhost/complaints/2026-000001"));
        Assert.Equal(unknown, await Announce(_site.At("/post"), "http://elsewhere.example" + silent.Path));
        Assert.Equal(unknown, await Announce(_site.At("/post"), "http://localhost:8080" + silent.Path));
        Assert.Equal(unknown, await Announce(_site.At("/post"), (string?)null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/post")]
    [InlineData("ftp://blog.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:secret@blog.example/")]
    [InlineData("http://localhost/blog/다른-글")]
    public async Task A_source_that_is_no_page_elsewhere_is_refused_at_once(string? source)
    {
        Article article = await app.Article("이상한 곳이 말한 글");

        Assert.Equal(HttpStatusCode.BadRequest, (await Announce(source, Here(article))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Announce($"http://blog.example/{new string('a', 2_000)}", Here(article))).Status);
        Assert.False(await app.Use((CityDb db) => db.Mentions.AnyAsync()));
    }

    [Fact]
    public async Task An_address_that_is_never_visited_is_refused_at_once()
    {
        await using App outside = new();
        HttpClient client = outside.Browser();
        string[] hosts = ["10.1.2.3", "127.0.0.1", "2130706433", "169.254.169.254", "[::1]", "[::ffff:192.168.0.1]", "localhost:8999", "intern.localhost", "LOCALHOST.", "printer.local", "metadata.google.internal"];
        foreach (string host in hosts)
        {
            using HttpResponseMessage answer = await client.PostAsync("/webmention", new FormUrlEncodedContent([new("source", $"http://{host}/post"), new("target", "http://localhost/blog/x")]));

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("no public", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_no_longer_links_here_cannot_be_shown_and_what_was_hidden_is_visited_before_it_is_trusted()
    {
        Article article = await app.Article("사라진 링크가 있던 글");
        Links("/lost", article);
        await Show("/lost", article);
        _site.Fails("/lost", 410);
        await AnnounceLater("/lost", article);
        Visitor moderator = await app.SignedIn(await app.Official(Right.Moderator, name: "검토자"));
        long gone = await CaseAsync("/lost");
        Page page = await moderator.Get($"/office/moderation/{gone}?act=keep");
        Assert.Contains("이제 이곳으로 오는 링크가 없어", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("form.form"));

        Links("/hidden", article);
        await Announce("/hidden", article);
        await app.Deliver<Mention>();
        long hidden = await CaseAsync("/hidden");
        await (await moderator.Get($"/office/moderation/{hidden}?act=hide")).Form("form.form").Submit(new { Reason = "OtherOffence", Text = "글과 상관없습니다." });
        _site.Fails("/hidden", 404);
        await AnnounceLater("/hidden", article);
        Page shown = await (await moderator.Get($"/office/moderation/{hidden}?act=keep")).Form("form.form").Submit();
        Assert.Equal("글 아래에 보이게 했습니다.", shown.Flash);
        Assert.Equal(1, await app.Deliver<Mention>());
        Assert.Equal(MentionState.Gone, (await Known("/hidden")).State);
        Assert.Equal(0, await app.Use((CityDb db) => db.Articles.Where(a => a.Id == article.Id).Select(a => a.MentionCount).SingleAsync()));
    }

    [Fact]
    public async Task Blocking_a_site_takes_away_what_else_it_said()
    {
        Article article = await app.Article("한 곳이 여러 번 말한 글");
        Links("/one", article);
        await Show("/one", article);
        foreach (string path in (string[])["/two", "/three"])
        {
            Links(path, article);
            await Announce(path, article);
        }

        await app.Deliver<Mention>();
        Visitor moderator = await app.SignedIn(await app.Official(Right.Moderator, name: "검토자"));
        await (await moderator.Get($"/office/moderation/{await CaseAsync("/two")}?act=hide")).Form("form.form").Submit(new { Reason = "Advertising", Text = "광고입니다.", BlocksSite = true });

        Assert.All(await app.Use((CityDb db) => db.Mentions.Select(m => m.State).ToListAsync()), state => Assert.Equal(MentionState.Hidden, state));
        Assert.False(await app.Use((CityDb db) => db.ModerationCases.AnyAsync(c => c.IsWaiting)));
        Assert.Equal(0, await app.Use((CityDb db) => db.Articles.Where(a => a.Id == article.Id).Select(a => a.MentionCount).SingleAsync()));
        Assert.DoesNotContain(Words, (await app.Visitor().Get(article.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_the_past_leads_to_the_same_article()
    {
        Article article = await app.Article("옛 주소가 있는 글");
        await app.Use(async (CityDb db) =>
        {
            Article known = await db.Articles.Include(a => a.Addresses).SingleAsync(a => a.Id == article.Id);
            known.Import(null, null, ["/entry/옛-주소"], app.Clock.UtcNow);
            await db.SaveChangesAsync();
        });
        _site.Shows("/old", "<title>옛 글</title><a href=\"http://localhost/entry/%EC%98%9B-%EC%A3%BC%EC%86%8C\">글</a>");

        Assert.Equal(HttpStatusCode.Accepted, (await Announce(_site.At("/old"), "http://localhost/entry/옛-주소")).Status);
        await app.Deliver<Mention>();

        Assert.Equal((MentionState.Held, article.Id), ((await Known("/old")).State, (await Known("/old")).SubjectId));
    }

    [Fact]
    public async Task The_same_pair_at_once_and_again_is_one()
    {
        Article article = await app.Article("여러 번 알린 글");
        Links("/twice", article);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Announce("/twice", article))));
        await app.Deliver<Mention>();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await Announce("/twice", article);
        await app.Deliver<Mention>();

        Assert.Equal(1, await app.Use((CityDb db) => db.Mentions.CountAsync()));
        Assert.Equal(1, await app.Use((CityDb db) => db.ModerationCases.CountAsync()));
    }

    [Fact]
    public async Task However_often_it_is_announced_a_page_is_not_visited_all_the_time()
    {
        Article article = await app.Article("자꾸 알린 글");
        Links("/often", article);
        await Announce("/often", article);
        await app.Deliver<Mention>();

        await Announce("/often", article);
        Assert.Equal(0, await app.Deliver<Mention>());

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await app.Deliver<Mention>());
    }

    [Fact]
    public async Task Words_of_others_are_words_and_nothing_else()
    {
        Article article = await app.Article("장난치는 곳이 말한 글");
        _site.Shows("/evil", $"""
            <div class="h-entry"><h1 class="p-name">&lt;script&gt;alert(1)&lt;/script&gt;"&gt;&lt;img src=x onerror=alert(1)&gt;</h1>
            <span class="p-author">&lt;b onmouseover=alert(1)&gt;누구</span><a href="{Here(article)}">글</a></div>
            """);
        await Show("/evil", article);

        Page page = await app.Visitor().Get(article.Path);
        Assert.Contains("<script>alert(1)</script>", page.Document.QuerySelector("#mentions ~ ul a")?.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("[onerror], [onmouseover]"));
    }

    [Fact]
    public async Task Personal_data_in_what_others_say_is_masked()
    {
        Article article = await app.Article("번호를 적은 곳이 말한 글");
        _site.Shows("/number", $"<title>연락은 010-1234-5678</title><p>900101-1234567 <a href=\"{Here(article)}\">글</a></p>");
        await Announce("/number", article);
        await app.Deliver<Mention>();

        Mention mention = await Known("/number");
        Assert.Equal("연락은 010-●●●●-●●●●", mention.Title);
        Assert.DoesNotContain("900101", mention.Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_huge_page_no_more_than_the_beginning_is_looked_at()
    {
        Article article = await app.Article("끝없는 곳이 말한 글");
        _site.Shows("/huge", $"<title>크다</title>{new string('a', 1_100_000)}<a href=\"{Here(article)}\">글</a>");
        await Announce("/huge", article);
        await app.Deliver<Mention>();

        Assert.Equal(MentionState.Unfounded, (await Known("/huge")).State);
    }

    [Fact]
    public async Task A_page_that_leads_on_to_where_nobody_is_asked_is_no_mention()
    {
        Article article = await app.Article("안쪽을 가리키는 곳이 말한 글");
        _site.Redirects("/back", "http://10.0.0.1/");
        await Announce("/back", article);
        await app.Deliver<Mention>();

        Assert.Equal(MentionState.Unfounded, (await Known("/back")).State);
    }

    [Fact]
    public async Task A_site_that_fails_is_visited_again_later()
    {
        Article article = await app.Article("잠시 쉬는 곳이 말한 글");
        _site.Fails("/tired", 503);
        await Announce("/tired", article);
        Assert.Equal(0, await app.Deliver<Mention>());
        Links("/tired", article);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await app.Deliver<Mention>());
        Assert.Equal(MentionState.Held, (await Known("/tired")).State);
    }

    [Theory]
    [InlineData(410)]
    [InlineData(404)]
    [InlineData(200)]
    public async Task What_no_longer_links_here_disappears_at_once_and_what_comes_back_is_reviewed(int status)
    {
        Article article = await app.Article("지워질 언급이 있는 글");
        Links("/changing", article);
        await Show("/changing", article);
        Assert.Contains(Words, (await app.Visitor().Get(article.Path)).Text, StringComparison.Ordinal);

        if (status == 200)
        {
            _site.Shows("/changing", "<p>링크를 지웠다.</p>");
        }
        else
        {
            _site.Fails("/changing", status);
        }

        await AnnounceLater("/changing", article);
        Assert.DoesNotContain(Words, (await app.Visitor().Get(article.Path)).Text, StringComparison.Ordinal);
        Assert.Equal(MentionState.Gone, (await Known("/changing")).State);

        Links("/changing", article);
        await AnnounceLater("/changing", article);
        Assert.Equal(MentionState.Held, (await Known("/changing")).State);
        Assert.Equal(0, await app.Use((CityDb db) => db.Articles.Where(a => a.Id == article.Id).Select(a => a.MentionCount).SingleAsync()));
    }

    [Fact]
    public async Task What_says_something_else_than_before_is_reviewed_again_and_what_does_not_is_not()
    {
        Article article = await app.Article("바뀌는 언급이 있는 글");
        Links("/editing", article);
        await Show("/editing", article);

        await AnnounceLater("/editing", article);
        Assert.Equal(MentionState.Shown, (await Known("/editing")).State);

        Links("/editing", article, title: "전혀 다른 말");
        await AnnounceLater("/editing", article);
        Assert.DoesNotContain("전혀 다른 말", (await app.Visitor().Get(article.Path)).Text, StringComparison.Ordinal);
        Assert.True(await app.Use((CityDb db) => db.ModerationCases.AnyAsync(c => c.IsWaiting && c.Cause == ModerationCause.Mention)));
    }

    [Fact]
    public async Task Shown_pages_are_visited_again_by_and_by_and_false_claims_are_forgotten()
    {
        Article article = await app.Article("오래 지켜볼 글");
        Links("/kept", article);
        await Show("/kept", article);
        _site.Shows("/false", "nothing");
        await Announce("/false", article);
        await app.Deliver<Mention>();

        Assert.Equal(0, await app.Use((MentionUpkeep upkeep) => upkeep.RunAsync(default)));
        app.Clock.Advance(MentionUpkeep.Trusted + TimeSpan.FromMinutes(1));
        Assert.Equal(1, await app.Use((MentionUpkeep upkeep) => upkeep.RunAsync(default)));
        _site.Fails("/kept", 410);
        await app.Deliver<Mention>();
        Assert.DoesNotContain(Words, (await app.Visitor().Get(article.Path)).Text, StringComparison.Ordinal);

        app.Clock.Advance(MentionUpkeep.KeptFor);
        await app.Use((MentionUpkeep upkeep) => upkeep.RunAsync(default));
        Assert.Equal(_site.At("/kept"), await app.Use((CityDb db) => db.Mentions.Select(m => m.Source).SingleAsync()));
    }

    [Fact]
    public async Task A_site_can_be_blocked_with_the_decision_and_taken_again()
    {
        Article article = await app.Article("광고가 말한 글");
        Links("/ad", article);
        await Announce("/ad", article);
        await app.Deliver<Mention>();
        Visitor moderator = await app.SignedIn(await app.Official(Right.Moderator, name: "검토자"));
        Page queue = await moderator.Get("/office/moderation");

        Page decided = await (await moderator.Get(queue.One("[data-key=h]").GetAttribute("href") ?? "")).Form("form.form").Submit(new { Reason = "Advertising", Text = "광고입니다.", BlocksSite = true });
        Assert.Equal("보이지 않게 했습니다.", decided.Flash);
        Assert.Equal(HttpStatusCode.BadRequest, (await Announce("/another", article)).Status);

        Page sites = await moderator.Get("/office/moderation/sites");
        Assert.Contains("127.0.0.1", sites.Text, StringComparison.Ordinal);
        await sites.Form("table form").Submit();
        Assert.Equal(HttpStatusCode.Accepted, (await Announce("/another", article)).Status);
        await app.Deliver<Mention>();
        await AnnounceLater("/ad", article);
        Assert.Equal(MentionState.Hidden, (await Known("/ad")).State);
    }

    [Fact]
    public async Task A_case_of_a_mention_opens_no_secret_comment_of_the_same_number()
    {
        Article article = await app.Article("번호가 같은 글");
        Links("/number", article);
        await Announce("/number", article);
        await app.Deliver<Mention>();
        long caseId = await app.Use((CityDb db) => db.ModerationCases.Select(c => c.Id).SingleAsync());
        Mention mention = await Known("/number");
        await app.Use(async (CityDb db) =>
        {
            Topic topic = await new ArticleConversation(db).FindAsync(article.Id, Actor.Guest, default) ?? throw new InvalidOperationException();
            while (!await db.Comments.AnyAsync(c => c.Id == mention.Id))
            {
                db.Add(new Comment(topic, null, new CommentContent("비밀스러운말", IsSecret: true), app.Writer.Id, SpamVerdict.None, Guid.NewGuid(), app.Clock.UtcNow));
                await db.SaveChangesAsync();
            }
        });
        Visitor moderator = await app.SignedIn(await app.Official(Right.Moderator, name: "검토자"));
        Page page = await moderator.Get($"/office/moderation/{caseId}");
        using HttpRequestMessage request = new(HttpMethod.Post, $"/office/moderation/{caseId}/readings")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", (await moderator.Get($"/office/moderation/{caseId}?act=keep")).Form("form.form").Value("__RequestVerificationToken"))]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        Assert.DoesNotContain("비밀스러운말", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.Send(request)).Status);
    }

    [Fact]
    public async Task Where_the_city_takes_none_nothing_is_announced_and_nothing_answers()
    {
        await using App closed = new App().With("Mentions:Receive", "false");
        using HttpResponseMessage answer = await closed.Browser().PostAsync("/webmention", new FormUrlEncodedContent([new("source", "http://a.example/"), new("target", "http://localhost/")]));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_network_that_announces_too_much_waits()
    {
        await using App limited = new App().With("RateLimits:Mentions:Permits", "2");
        HttpClient client = limited.Browser();
        List<HttpStatusCode> answers = [];
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage answer = await client.PostAsync("/webmention", new FormUrlEncodedContent([new("source", "http://a.example/")]));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], answers);
    }

    private async Task<long> CaseAsync(string path)
    {
        Mention mention = await Known(path);
        return await app.Use((CityDb db) => db.ModerationCases.About(ModerationTarget.Mention, mention.Id).Select(c => c.Id).SingleAsync());
    }

    private static string Here(Article article) => $"http://localhost/blog/{Uri.EscapeDataString(article.Slug)}";

    private void Links(string path, Article article, string title = Words) => _site.Shows(
        path,
        $"<div class=h-entry><h1 class=p-name>{title}</h1><b class=p-author>김이웃</b><p>읽은 <a href=\"{Here(article)}\">글</a></p></div>");

    private Task<(HttpStatusCode Status, string Text)> Announce(string path, Article article) => Announce(_site.At(path), Here(article));

    private async Task<(HttpStatusCode Status, string Text)> Announce(string? source, string? target)
    {
        List<KeyValuePair<string, string>> form = [];
        if (source is not null)
        {
            form.Add(new("source", source));
        }

        if (target is not null)
        {
            form.Add(new("target", target));
        }

        using HttpResponseMessage answer = await app.Browser().PostAsync("/webmention", new FormUrlEncodedContent(form));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task AnnounceLater(string path, Article article)
    {
        app.Clock.Advance(TimeSpan.FromHours(1));
        await Announce(path, article);
        Assert.Equal(1, await app.Deliver<Mention>());
    }

    private async Task Show(string path, Article article)
    {
        await Announce(path, article);
        await app.Deliver<Mention>();
        Account moderator = await app.Official(Right.Moderator, name: "검토자");
        await app.Use(async (Moderating moderating) =>
        {
            Mention mention = await Known(path);
            long id = await app.Use((CityDb db) => db.ModerationCases.About(ModerationTarget.Mention, mention.Id).Select(c => c.Id).SingleAsync());
            Actor actor = new(moderator.Id, moderator.Level, [new HeldRight(Right.Moderator)]);
            Assert.Equal(ModeratingOutcome.Done, (await moderating.DecideAsync(id, ModerationReason.WithinRules, "좋습니다.", false, actor, default)).Outcome);
        });
    }

    private Task<Mention> Known(string path) => app.Use((CityDb db) => db.Mentions.AsNoTracking().SingleAsync(m => m.Source == _site.At(path)));
}
