using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using CodeHollow.FeedReader;
using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Conversation;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;

namespace SocialCity.Web.Tests.Blog;

public sealed class ReadingTests(BlogApp app) : IClassFixture<BlogApp>
{
    /// <summary>A number of comments that no other article has.</summary>
    private const string Count = "7,654";

    [Fact]
    public async Task An_article_stands_on_the_front_in_its_categories_under_its_tag_its_author_and_its_month()
    {
        Article article = await app.Article("버스가 학교 앞에 섭니다", tags: ["통학로", "버스"]);
        Visitor visitor = app.Visitor();

        string[] lists =
        [
            "/blog", "/blog/category/교통", "/blog/category/소식", "/blog/tag/통학로", "/blog/author/김도로", "/blog/archive",
        ];
        foreach (string list in lists)
        {
            Page page = await visitor.Get(list);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.NotNull(page.Document.QuerySelector($"a[href='{article.Path}']"));
        }

        Page own = await visitor.Get(article.Path);
        Assert.Equal("버스가 학교 앞에 섭니다", own.Heading);
        Assert.Contains("첫 문단입니다.", own.Document.QuerySelector(".article-text")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_leaves_no_trace_for_anybody_but_its_authors_and_editors()
    {
        Article draft = await app.Article("아직 비밀인 계획 쿠룽크룽", tags: ["쿠룽"], isPublished: false);
        string[] sinks =
        [
            "/", "/blog", "/blog/category/교통", "/blog/author/김도로", "/blog/feed.rss", "/blog/feed.atom", "/blog/feed.json",
            "/sitemap/articles-1.xml", "/search?q=쿠룽크룽",
        ];
        foreach (Visitor other in new[] { app.Visitor(), await app.SignedIn(await app.Citizen()) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(draft.Path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get("/blog/tag/쿠룽")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{draft.Path}/picture.svg")).Status);
            foreach (string sink in sinks)
            {
                using HttpResponseMessage answer = await other.Http.GetAsync(sink);
                string body = await answer.Content.ReadAsStringAsync();
                Assert.DoesNotContain("비밀인 계획", WebUtility.HtmlDecode(body), StringComparison.Ordinal);
            }
        }

        foreach (Visitor own in new[] { await app.SignedIn(app.Writer), await app.SignedIn(app.Editor) })
        {
            Page page = await own.Get(draft.Path);
            Assert.Equal("아직 비밀인 계획 쿠룽크룽", page.Heading);
            Assert.True(page.Response.Headers.CacheControl?.NoStore);
        }
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public async Task A_feed_parses_with_an_independent_parser(string format)
    {
        Article article = await app.Article($"따옴표 \" 와 <b>꺾쇠</b> & 이모지 🙂 {format}", "글 <script>alert(1)</script> [집](/complaints)");
        foreach (string path in new[] { "/blog", "/blog/category/소식", "/blog/author/김도로" })
        {
            byte[] body = await app.Visitor().Http.GetByteArrayAsync($"{path}/feed.{format}");
            CodeHollow.FeedReader.Feed feed = FeedReader.ReadFromByteArray(body);
            FeedItem item = Assert.Single(feed.Items, i => i.Link.EndsWith(Uri.EscapeDataString(article.Slug), StringComparison.Ordinal));
            Assert.Equal($"따옴표 \" 와 <b>꺾쇠</b> & 이모지 🙂 {format}", item.Title);
            XDocument raw = XDocument.Parse(System.Text.Encoding.UTF8.GetString(body));
            Assert.DoesNotContain(
                raw.DescendantNodes().OfType<XText>(),
                t => t.Parent?.Name.LocalName is not "title" && t.Value.Contains("<script", StringComparison.Ordinal));
            Assert.Contains("href=\"http", item.Content + item.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_JSON_feed_has_text_ids_and_RFC_3339_dates()
    {
        Article article = await app.Article("제이슨 피드");
        using JsonDocument feed = JsonDocument.Parse(await app.Visitor().Http.GetStringAsync("/blog/feed.json"));

        JsonElement item = feed.RootElement.GetProperty("items").EnumerateArray().First(i => i.GetProperty("title").GetString() == "제이슨 피드");
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        Assert.EndsWith($"article-{article.Id}", item.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.True(DateTimeOffset.TryParse(item.GetProperty("date_published").GetString(), System.Globalization.CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public async Task Every_feed_names_all_who_wrote_an_article_and_nothing_that_is_not_there()
    {
        Article article = await app.Article("둘이 쓴 글");
        await app.Use(async (CityDb db) =>
        {
            Article both = await db.Articles.Include(a => a.Authors).SingleAsync(a => a.Id == article.Id);
            Assert.Null(both.Credited([app.Editor.Id, app.Writer.Id], app.EditorActor));
            await db.SaveChangesAsync();
            await db.Set<BlogEdition>().ExecuteUpdateAsync(set => set.SetProperty(e => e.Number, e => e.Number + 1));
        });
        HttpClient http = app.Visitor().Http;
        string[] names = ["오편집", "김도로"];

        XElement Entry(string body) => XDocument.Parse(body).Descendants().Single(e => e.Name.LocalName is "item" or "entry" && e.Elements().Any(t => t.Value == article.Title));
        XElement rss = Entry(await http.GetStringAsync("/blog/feed.rss"));
        Assert.Equal(names, rss.Elements(XName.Get("creator", "http://purl.org/dc/elements/1.1/")).Select(e => e.Value));
        XElement atom = Entry(await http.GetStringAsync("/blog/feed.atom"));
        Assert.Equal(names, atom.Elements().Where(e => e.Name.LocalName == "author").Select(e => e.Value));
        using JsonDocument feed = JsonDocument.Parse(await http.GetStringAsync("/blog/feed.json"));
        JsonElement item = feed.RootElement.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("title").GetString() == article.Title);
        Assert.Equal(names, item.GetProperty("authors").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        Assert.DoesNotContain(item.EnumerateObject(), p => p.Value.ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task RSS_tells_the_summary_beside_the_whole_text_and_moments_as_the_clocks_of_the_city_show_them()
    {
        Article article = await app.Article("요약이 있는 글", "첫 문단입니다.\n\n**마지막** 문단입니다.", at: new DateTime(2026, 11, 26, 20, 30, 0, DateTimeKind.Utc));
        await app.Use(async (CityDb db) =>
        {
            Article summed = await db.Articles.ForChange().SingleAsync(a => a.Id == article.Id);
            Assert.Null(summed.Reword(summed.Title, "한 <b>줄</b> & \"요약\"", summed.Text, app.EditorActor, summed.ChangedAt));
            await db.SaveChangesAsync();
            await db.Set<BlogEdition>().ExecuteUpdateAsync(set => set.SetProperty(e => e.Number, e => e.Number + 1));
        });

        XElement item = XDocument.Parse(await app.Visitor().Http.GetStringAsync("/blog/author/김도로/feed.rss"))
            .Descendants("item").Single(i => i.Element("title")?.Value == article.Title);

        Assert.Equal("한 <b>줄</b> & \"요약\"", WebUtility.HtmlDecode(item.Element("description")?.Value));
        Assert.DoesNotContain("<b>", item.Element("description")?.Value, StringComparison.Ordinal);
        Assert.Contains("<strong>마지막</strong> 문단입니다.", item.Element(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/"))?.Value, StringComparison.Ordinal);
        Assert.Equal("Fri, 27 Nov 2026 05:30:00 +0900", item.Element("pubDate")?.Value);
    }

    [Fact]
    public async Task A_feed_without_entries_is_the_same_all_day()
    {
        await app.Article("주소가 생기는 글");
        XDocument feed = XDocument.Parse(await app.Visitor().Http.GetStringAsync("/people/김도로/feed.atom"));
        Assert.DoesNotContain(feed.Descendants(), e => e.Name.LocalName == "entry");
        XElement updated = Assert.Single(feed.Descendants(), e => e.Name.LocalName == "updated");
        Assert.EndsWith("T00:00:00Z", updated.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    [InlineData("/search?q=주소")]
    [InlineData("/people/김도로")]
    [InlineData("/people/김도로/feed.rss")]
    [InlineData("/people/김도로/feed.atom")]
    [InlineData("/people/김도로/feed.json")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemap/articles-1.xml")]
    public async Task What_anybody_reads_is_sent_again_only_when_it_changed(string path)
    {
        await app.Article("주소가 생기는 글");
        HttpClient http = app.Visitor().Http;
        using HttpResponseMessage first = await http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotEmpty(await first.Content.ReadAsStringAsync());
        Assert.NotNull(first.Headers.ETag);
        using HttpRequestMessage ask = new(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag } } };
        using HttpResponseMessage same = await http.SendAsync(ask);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        using HttpRequestMessage other = new(HttpMethod.Get, path) { Headers = { IfNoneMatch = { new("\"other\"") } } };
        using HttpResponseMessage changed = await http.SendAsync(other);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        Visitor official = await app.SignedIn(app.Writer);
        Assert.Null((await official.Get(path)).Response.Headers.ETag);
    }

    [Fact]
    public async Task A_search_for_the_name_of_a_tag_or_an_author_leads_to_their_articles()
    {
        await app.Article("이름이 다른 글", tags: ["걷기좋은길"]);
        await app.Article("숨은 글", tags: ["숨은꼬리표"], isPublished: false);

        Page tag = await app.Visitor().Get("/search?q=걷기 좋은 길");
        Assert.Equal("‘걷기좋은길’ 태그의 글", tag.TextOf("a[href='/blog/tag/걷기좋은길']"));
        Assert.False(tag.Has(".empty"));
        Assert.Contains("김도로 님의 글", (await app.Visitor().Get("/search?q=김도로")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("김도로 님의 글", (await app.Visitor().Get("/search?q=김도로&kind=Complaint")).Text, StringComparison.Ordinal);
        Assert.True((await app.Visitor().Get("/search?q=숨은꼬리표")).Has(".empty"));
    }

    [Fact]
    public async Task A_search_for_far_too_much_is_one_for_its_beginning_and_says_so()
    {
        Page page = await app.Visitor().Get($"/search?q={new string('가', 284)}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("앞의 100자로 찾았습니다", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('가', 101), page.Body, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("input[name=q]"), field => Assert.Equal("100", field.GetAttribute("maxlength")));
        Assert.DoesNotContain("앞의 100자", (await app.Visitor().Get($"/search?q={new string('가', 100)}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_leads_to_each_article_in_each_language()
    {
        Article article = await app.Article("지도에 있는 글");
        HttpClient http = app.Visitor().Http;
        XDocument index = XDocument.Parse(await http.GetStringAsync("/sitemap.xml"));
        string[] pieces = [.. index.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).PathAndQuery)];
        XDocument articles = XDocument.Parse(await http.GetStringAsync(Assert.Single(pieces, p => p.Contains("articles", StringComparison.Ordinal))));
        XElement url = Assert.Single(
            articles.Descendants(), e => e.Name.LocalName == "url" && e.Elements().First().Value.EndsWith(Uri.EscapeDataString(article.Slug), StringComparison.Ordinal));
        XElement[] versions = [.. url.Elements().Where(e => e.Name.LocalName == "link")];
        Assert.Equal(["ko", "en", "ja", "x-default"], versions.Select(e => e.Attribute("hreflang")?.Value));
        foreach (string address in versions.Select(e => new Uri(e.Attribute("href")?.Value ?? "").PathAndQuery))
        {
            // Search engines drop a version that calls another address its own.
            Page page = await app.Visitor().Get(address);
            Assert.Equal(address, new Uri(page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? "").PathAndQuery);
        }

        XDocument lists = XDocument.Parse(await http.GetStringAsync("/sitemap/lists-1.xml"));
        string[] paths = [.. lists.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => Uri.UnescapeDataString(new Uri(e.Value).AbsolutePath))];
        Assert.Superset(new HashSet<string> { "/", "/blog", "/blog/category/교통", "/blog/author/김도로" }, paths.ToHashSet());
        Assert.Contains("/sitemap.xml", await http.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_for_everybody_is_kept_and_a_publication_shows_at_once()
    {
        await app.Article("먼저 나온 글");
        HttpClient http = app.Visitor().Http;
        using HttpResponseMessage first = await http.GetAsync("/blog");
        string tag = first.Headers.ETag?.ToString() ?? "";
        Assert.Equal(1, await app.Sql.CountAsync(async () =>
        {
            using HttpResponseMessage second = await http.GetAsync("/blog");
            Assert.NotNull(second.Headers.Age);
        }));

        using HttpRequestMessage ask = new(HttpMethod.Get, "/blog");
        ask.Headers.Add("If-None-Match", tag);
        using HttpResponseMessage same = await http.SendAsync(ask);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        Article fresh = await app.Article("방금 나온 글");
        using HttpRequestMessage again = new(HttpMethod.Get, "/blog");
        again.Headers.Add("If-None-Match", tag);
        using HttpResponseMessage changed = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains(fresh.Title, await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_shows_at_once_in_the_lists_and_leaves_the_feeds_as_they_are()
    {
        Article article = await app.Article("말이 많은 글");
        HttpClient http = app.Visitor().Http;
        Assert.DoesNotContain(Count, await http.GetStringAsync("/blog"), StringComparison.Ordinal);
        using HttpResponseMessage feed = await http.GetAsync("/blog/feed.rss");

        await app.Use((ConversationSubjects subjects) => subjects.Of(ConversationSubject.Article).CountAsync(article.Id, new TalkChange(Comments: 7654), default));

        Assert.Contains(Count, await http.GetStringAsync("/blog"), StringComparison.Ordinal);
        using HttpResponseMessage same = await http.GetAsync("/blog/feed.rss");
        Assert.Equal(feed.Headers.ETag, same.Headers.ETag);
    }

    [Fact]
    public async Task An_answer_that_a_page_has_not_changed_takes_no_frame_away_from_it()
    {
        Article article = await app.Article("영상이 있는 글", "https://youtu.be/dQw4w9WgXcQ");
        HttpClient http = app.Visitor().Http;
        using HttpResponseMessage first = await http.GetAsync(article.Path);
        Assert.Contains("frame-src https://www.youtube-nocookie.com", string.Join(' ', first.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using HttpRequestMessage ask = new(HttpMethod.Get, article.Path);
        ask.Headers.Add("If-None-Match", first.Headers.ETag?.ToString());

        using HttpResponseMessage same = await http.SendAsync(ask);

        // A browser puts each header that comes with a 304 in the place of the kept page's own.
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        foreach (var (name, values) in same.Headers.Where(h => h.Key is not "Date" and not "Age"))
        {
            Assert.True(first.Headers.TryGetValues(name, out var before), name);
            Assert.Equal(before, values);
        }
    }

    [Fact]
    public async Task Whoever_is_signed_in_gets_a_page_of_their_own_that_nobody_else_gets()
    {
        Article article = await app.Article("모두가 읽는 글");
        Visitor citizen = await app.SignedIn(await app.Citizen("이비밀"));
        foreach (string path in new[] { "/blog", article.Path })
        {
            Page own = await citizen.Get(path);
            Assert.Contains("이비밀", own.Body, StringComparison.Ordinal);
            Assert.Null(own.Response.Headers.Age);
            string others = await app.Visitor().Http.GetStringAsync(path);
            Assert.DoesNotContain("이비밀", others, StringComparison.Ordinal);
            Assert.DoesNotContain("__RequestVerificationToken", others, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_kept_page_speaks_the_language_of_its_reader()
    {
        await app.Article("여러 말로 보는 글");
        Assert.Equal("도시 블로그", (await app.Visitor().Get("/blog")).Heading);
        Assert.Equal("City blog", (await app.Visitor("en").Get("/blog")).Heading);
        Assert.Equal("まちのブログ", (await app.Visitor("ja").Get("/blog")).Heading);
    }

    [Fact]
    public async Task Pages_take_few_SQL_commands()
    {
        Article article = await app.Article("셈하는 글", tags: ["셈", "글"]);
        await app.Article("셈하는 다음 글", tags: ["셈"]);
        await app.Use(async (CityDb db) =>
        {
            ArticleSeries series = new("셈하는 연재", "셈하는-연재", "");
            db.Add(series);
            await db.SaveChangesAsync();
            await db.Articles.Where(a => a.Title.StartsWith("셈하는")).ExecuteUpdateAsync(set => set.SetProperty(a => a.SeriesId, series.Id).SetProperty(a => a.SeriesPlace, a => (int)a.Id));
            await db.Set<FrontPlace>().ExecuteDeleteAsync();
            db.Add(new FrontPlace(1, article.Id));
            DateTime now = app.Clock.UtcNow;
            Mention mention = new(new MentionPlace(ConversationSubject.Article, article.Id), new Uri("https://elsewhere.example/1"), new Uri("https://nuri.example" + article.Path), now);
            mention.Found(new MentionContent("셈하는 남의 글", "이웃", "", null), now);
            mention.Sent(now);
            mention.Show(now);
            db.Add(mention);
            await db.SaveChangesAsync();
            await new ArticleConversation(db).CountAsync(article.Id, new TalkChange(Mentions: 1), CancellationToken.None);
            await new BlogCounts(db, TimeProvider.System).NewEditionAsync(CancellationToken.None);
        });
        Visitor reader = await app.SignedIn(await app.Citizen());
        Visitor guest = app.Visitor();
        int page = 0;
        foreach (string path in new[] { "/blog", article.Path, "/blog/category/소식", "/blog/tag/셈", "/blog/author/김도로", "/search?q=셈하는" })
        {
            string made = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?");
            foreach (Visitor visitor in new[] { reader, guest })
            {
                Page shown = await visitor.Get($"{made}made={page++}");
                Assert.True(path != article.Path || (shown.Text.Contains("셈하는 남의 글", StringComparison.Ordinal) && shown.Text.Contains("셈하는 연재", StringComparison.Ordinal)));
                int commands = await app.Sql.CountAsync(() => visitor.Get($"{made}made={page++}"));
                Assert.True(commands is > 0 and <= 6, $"{path} took {commands} commands for {(visitor == guest ? "a guest" : "a citizen")}.");
            }
        }
    }

    [Fact]
    public async Task An_article_tells_machines_only_what_is_known_of_it()
    {
        Article article = await app.Article("기계가 읽는 글", at: app.Clock.UtcNow.AddHours(-3));
        Page page = await app.Visitor().Get(article.Path);
        using JsonDocument facts = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")?.TextContent ?? "");
        Assert.DoesNotContain(facts.RootElement.EnumerateObject(), f => f.Value.ValueKind == JsonValueKind.Null);
        Assert.EndsWith("/picture.svg", facts.RootElement.GetProperty("image")[0].GetString(), StringComparison.Ordinal);
        Assert.True(facts.RootElement.GetProperty("dateModified").GetDateTime() >= facts.RootElement.GetProperty("datePublished").GetDateTime());
        Assert.NotNull(page.Document.QuerySelector("link[rel=alternate][href='/blog/feed.rss']"));
        Assert.NotNull(page.Document.QuerySelector("link[rel=alternate][href='/blog/category/교통/feed.atom']"));
    }

    [Fact]
    public async Task An_archived_article_says_so_and_no_more()
    {
        Article article = await app.Article("내려간 소식");
        await app.Use((ArticleEditing editing) => editing.DoAsync(article.Id, null, app.EditorActor, (a, now) => a.Archive("끝난 일", app.EditorActor, now), default));
        Page page = await app.Visitor().Get(article.Path);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal("보관된 글입니다", page.Heading);
        Assert.DoesNotContain("내려간 소식", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_decomposed_letters_leads_to_the_article()
    {
        Article article = await app.Article("풀어 쓴 주소");
        Page page = await app.Visitor().Get(article.Path.Normalize(System.Text.NormalizationForm.FormD));
        Assert.Equal("풀어 쓴 주소", page.Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Get("/blog/없는 글".Normalize(System.Text.NormalizationForm.FormD))).Status);
    }

    [Theory]
    [InlineData("/blog/feed.rss")]
    [InlineData("/blog/feed.atom")]
    [InlineData("/blog/feed.json")]
    [InlineData("/blog")]
    public async Task Who_asks_for_the_head_alone_hears_what_goes_before_the_whole_kept_or_not(string path)
    {
        await app.Article($"머리만 묻는 글 {path}");
        HttpClient http = app.Visitor().Http;
        List<string> heads = [];
        foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Head, HttpMethod.Head, HttpMethod.Get, HttpMethod.Get])
        {
            using HttpResponseMessage answer = await http.SendAsync(new HttpRequestMessage(method, path));
            long? length = method == HttpMethod.Get ? (await answer.Content.ReadAsByteArrayAsync()).Length : answer.Content.Headers.ContentLength;
            heads.Add($"{answer.StatusCode} {answer.Content.Headers.ContentType} {answer.Headers.ETag} {length}");
        }

        // A page that is being made has no length yet; kept, it has.
        Assert.Single(heads.Skip(path == "/blog" ? 1 : 0).Distinct());
    }

    [Fact]
    public async Task What_is_said_of_an_article_begins_with_words()
    {
        Article article = await app.Article("영상으로 시작하는 글", "https://youtu.be/dQw4w9WgXcQ\n\n봄이 왔습니다.");
        Page page = await app.Visitor().Get(article.Path);

        Assert.Equal("봄이 왔습니다.", page.One("meta[property='og:description']").GetAttribute("content"));
        Assert.Equal("봄이 왔습니다.", page.One("meta[name='description']").GetAttribute("content"));
        Assert.Contains("봄이 왔습니다.", (await app.Visitor().Get("/blog/category/교통")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("dQw4w9WgXcQ", (await app.Visitor().Get("/blog/category/교통")).Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("link[href*='/css/conversation.']"));
        Assert.Equal("https://localhost" + article.Path, page.TextOf(".print-only"));
    }

    [Fact]
    public async Task A_new_name_of_a_writer_shows_at_once_on_pages_that_are_kept()
    {
        await using BlogApp own = new();
        await ((IAsyncLifetime)own).InitializeAsync();
        Article article = await own.Article("이름이 바뀌는 글");
        HttpClient reader = own.Visitor().Http;
        HttpResponseMessage before = await reader.GetAsync(article.Path);
        Visitor writer = await own.SignedIn(own.Writer);

        await (await writer.Get("/account/profile")).Form().Submit(new Dictionary<string, object?> { ["Form.DisplayName"] = "새이름주무관" });

        HttpResponseMessage after = await reader.GetAsync(article.Path);
        Assert.Contains("새이름주무관", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task An_article_that_stood_elsewhere_first_names_that_address_as_the_one_that_counts()
    {
        const string first = "https://first.example/%EA%B8%80";
        Article article = await app.Article("다른 곳에 먼저 실린 글");
        await app.Use((CityDb db) => db.Articles.Where(a => a.Id == article.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.CanonicalUrl, first)));

        Page page = await app.Visitor().Get($"{article.Path}?lang=en");

        Assert.Equal(first, page.One("link[rel=canonical]").GetAttribute("href"));
        Assert.Equal(first, page.One("meta[property='og:url']").GetAttribute("content"));
        Assert.Contains($"\"mainEntityOfPage\":\"{first}\"", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_without_entries_names_no_date_of_long_ago()
    {
        await app.Use(async (CityDb db) =>
        {
            db.Add(new BlogCategory(new LocalText("빈 갈래"), "빈-갈래", null, 9));
            await db.SaveChangesAsync();
        });
        foreach (string format in new[] { "rss", "atom" })
        {
            string feed = await app.Visitor().Http.GetStringAsync($"/blog/category/빈-갈래/feed.{format}");
            Assert.DoesNotContain("1970", feed, StringComparison.Ordinal);
            Assert.DoesNotContain("0001", feed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task While_nobody_arranged_the_front_the_newest_stands_there()
    {
        await app.Use((CityDb db) => db.Set<FrontPlace>().ExecuteDeleteAsync());
        Article article = await app.Article("가장 앞에 설 글", at: app.Clock.UtcNow.AddMinutes(1));
        Page page = await app.Visitor().Get("/blog");
        Assert.Equal(article.Title, page.TextOf(".front-lead h3").Trim());
        Assert.Single(page.Document.QuerySelectorAll($"main a[href='{article.Path}']"), a => a.Closest(".ranked") is null);
    }

    [Fact]
    public async Task Search_finds_an_article_whatever_its_spaces()
    {
        Article article = await app.Article("불법 주차를 줄이는 세 가지 방법");
        Page found = await app.Visitor().Get("/search?q=불법주차&kind=Article");
        Assert.NotNull(found.Document.QuerySelector($"a[href='{article.Path}']"));
    }

    [Fact]
    public async Task A_search_looks_as_far_back_as_it_is_told_and_keeps_its_other_filters()
    {
        Article article = await app.Article("두 달 묵은 쿠릉돌 이야기", at: app.Clock.UtcNow.AddDays(-60));

        Page year = await app.Visitor().Get("/search?q=쿠릉돌&kind=Article&since=Year");
        Assert.True(year.Has($"a[href='{article.Path}']"));
        Assert.Equal("지난 한 해", year.TextOf(".chip[aria-current]"));
        Assert.Equal("블로그 글", year.TextOf(".tabs [aria-current]"));
        Assert.Equal(["Article", "Year"], year.Document.QuerySelectorAll("form.large input[type=hidden]").Select(i => i.GetAttribute("value")));
        Assert.True(year.Has("a[href='/search?q=%EC%BF%A0%EB%A6%89%EB%8F%8C&kind=Complaint&since=Year']"));

        Page month = await app.Visitor().Get("/search?q=쿠릉돌&kind=Article&since=Month");
        Assert.False(month.Has($"a[href='{article.Path}']"));
        Assert.Equal("조건을 지우거나 다른 말로 찾아보세요.", month.TextOf(".empty p"));
        Assert.True(month.Has(".empty a[href='/search?q=%EC%BF%A0%EB%A6%89%EB%8F%8C']"));

        Page complaints = await app.Visitor().Get("/search?q=쿠릉돌&kind=Complaint&since=nonsense");
        Assert.True(complaints.Has("a.more[href='/complaints?q=%EC%BF%A0%EB%A6%89%EB%8F%8C']"));
        Assert.Equal("언제든지", complaints.TextOf(".chip[aria-current]"));
    }

    [Fact]
    public async Task The_picture_of_an_article_is_an_image_whatever_its_title()
    {
        Article article = await app.Article("</text><script>alert(1)</script> \"제목\" 아주아주아주아주아주아주아주아주아주아주긴낱말하나");
        using HttpResponseMessage answer = await app.Visitor().Http.GetAsync($"{article.Path}/picture.svg");
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        XDocument picture = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain(picture.Descendants(), e => e.Name.LocalName == "script");
    }
}
