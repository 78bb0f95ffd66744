using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Blog;
using SocialCity.Blog.Import;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Search;
using SocialCity.Tests.Data;
using SocialCity.Tests.Media;

namespace SocialCity.Tests.Blog.Import;

public sealed class BlogImportTests : IDisposable
{
    private static readonly Actor Editor = new(null, IdentityLevel.Verified, [new HeldRight(Right.Editor)]);

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _uploads = new();
    private TestDatabase? _database;

    public void Dispose()
    {
        _database?.Dispose();
        _folder.Dispose();
        _uploads.Dispose();
    }

    [Fact]
    public async Task A_wordpress_export_brings_articles_pages_categories_tags_photos_and_comments()
    {
        ImportReport report = await ImportAsync(WordPress());

        await using CityDb db = await OpenAsync();
        List<Article> articles = await db.Articles.Include(a => a.Addresses).Include(a => a.Tags).OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(["동쪽 시장 골목이 새 옷을 입었습니다", "옛 글 & 줄바꿈", "오시는 길", "비밀번호 글", "쓰다 만 글"], articles.Select(a => a.Title));
        Article market = articles[0];
        string photo = (await db.Set<MediaFile>().SingleAsync()).Key;
        Assert.Equal(
            "상인과 **주민 32명**이 함께 벽을 칠했습니다. [자세한 지도](https://www.nuri.example/길)\n\n"
            + $"![벽화가 있는 골목길](/media/{photo})\n\n*새로 칠한 골목*\n\n- 때: 토요일 10시\n- 곳: 동쪽 시장\n\n"
            + "[잃어버린 사진](https://blog.nuri.example/wp-content/uploads/2019/05/lost-photo.png)",
            market.Text);
        Assert.Equal(ArticleState.Published, market.State);
        Assert.Equal(new DateTime(2019, 5, 2, 0, 30, 0, DateTimeKind.Utc), market.PublishedAt);
        Assert.Equal("동쪽-시장", market.Slug);
        Assert.Equal("벽화 골목 소식", market.Summary);
        Assert.Equal("홍보담당관 홍길순", market.Credit);
        Assert.NotNull(market.CoverId);
        Assert.Equal(["/2019/05/02/동쪽-시장", "/?p=12"], market.Addresses.Select(a => a.Path));

        // It links elsewhere, and has for years: nobody is told of it now.
        Assert.False(await db.OutgoingMentions.AnyAsync());

        List<BlogCategory> categories = await db.BlogCategories.OrderBy(c => c.Id).ToListAsync();
        Assert.Equal(["시장 & 골목", "시정 소식", "동쪽 시장", "분류 없음"], categories.Select(c => c.Name.Ko));
        Assert.Equal(categories[0].Id, categories[2].ParentId);
        Assert.Equal((categories[2].Id, categories[0].Id), (market.CategoryId, market.TopCategoryId));
        Assert.Equal([1, 0, 1, 1], categories.Select(c => c.ArticleCount));
        Assert.Equal(["골목", "시정 소식"], await db.BlogTags.OrderBy(t => t.Name).Select(t => t.Name).ToListAsync());

        List<Comment> comments = await db.Comments.OrderBy(c => c.CreatedAt).ToListAsync();
        Assert.Equal(["정말 예뻐요!\n또 갈게요.", "고맙습니다. **다음 주**에도 오세요.", "저도요"], comments.Select(c => c.Text));
        Assert.Equal([null, comments[0].Id, comments[0].Id], comments.Select(c => c.ParentId));
        Assert.Equal(["동네사람", "홍보담당관", "셋째"], comments.Select(c => c.AuthorName));
        Assert.Equal(3, market.CommentCount);

        Assert.True(articles[2].IsPage);
        Assert.Null(articles[2].ListedAt);
        Assert.Equal([ArticleState.Draft, ArticleState.Draft], articles.Skip(3).Select(a => a.State));
        Assert.Equal([(2012, 1, 1), (2019, 5, 1)], (await db.Set<BlogMonth>().OrderBy(m => m.Year).ToListAsync()).Select(m => (m.Year, m.Month, m.ArticleCount)));
        Assert.Equal(3, await db.SearchEntries.CountAsync(e => e.Kind == SearchKind.Article));

        Assert.Equal(4, report["category", ImportOutcome.Brought] + report["category", ImportOutcome.Changed]);
        Assert.Equal((4, 1), (report["article", ImportOutcome.Brought], report["page", ImportOutcome.Brought]));
        string lines = report.ToText("");
        Assert.Contains("“lost-photo.png”: its file was not found", lines, StringComparison.Ordinal);
        Assert.Contains("“버린 글”: it lay in the bin", lines, StringComparison.Ordinal);
        Assert.Contains("“비밀번호 글”: it was for those who knew its password: it is a draft here", lines, StringComparison.Ordinal);
        Assert.Contains("“싸게 팝니다, 동쪽 시장 골목이 새 옷을 입었습니다”: it was held there for spam", lines, StringComparison.Ordinal);
        Assert.Contains("“생선 골목”: categories have two levels here", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_texts_keep_their_lines_captions_galleries_and_what_is_not_known()
    {
        await ImportAsync(WordPress());

        await using CityDb db = await OpenAsync();
        Article old = await db.Articles.SingleAsync(a => a.Title == "옛 글 & 줄바꿈");
        string photo = (await db.Set<MediaFile>().SingleAsync()).Key;
        Assert.Equal(
            "첫 줄입니다.\n둘째 줄입니다.\n\n"
            + $"![벽화가 있는 골목길](/media/{photo})\n\n*설명 글*\n\n![벽화가 있는 골목길](/media/{photo})\n\n*새로 칠한 골목*\n\n"
            + "\\[contact-form-7 id=\"3\"\\]\n\n<https://www.youtube.com/watch?v=abcdefgh123>",
            old.Text);
        Assert.False(old.TakesComments);
        Assert.Equal(old.PublishedAt, old.ChangedAt);
        Assert.False(ArticleBody.HasPictureWithoutText(old.Html));
    }

    [Fact]
    public async Task A_textcube_backup_brings_its_own_photos_secret_comments_and_old_addresses()
    {
        ImportReport report = await ImportAsync(Textcube());

        await using CityDb db = await OpenAsync();
        Article festival = await db.Articles.Include(a => a.Addresses).SingleAsync(a => a.Title == "벚꽃 축제 & 장터");
        List<MediaFile> photos = await db.Set<MediaFile>().OrderBy(m => m.Id).ToListAsync();
        Assert.Equal(["벚꽃 길.gif", "장터.png"], photos.Select(p => p.OriginalName));
        Assert.Equal(
            $"올해도 **벚꽃**이 피었습니다.\n\n![벚꽃길을 걷는 시민들](/media/{photos[0].Key})\n\n*벚꽃길을 걷는 시민들*\n\n**더 보기**\n\n숨은 이야기\n\n![장터](/media/{photos[1].Key})",
            festival.Text);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1365305600), festival.PublishedAt);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1365305700), festival.ChangedAt);
        Assert.Equal(["/7", "/entry/벚꽃-축제", "/m/7", "/m/entry/벚꽃-축제"], festival.Addresses.Select(a => a.Path));

        List<Comment> comments = await db.Comments.OrderBy(c => c.CreatedAt).ToListAsync();
        Assert.Equal(["몇 시에 시작하나요?\n\\# 궁금해요 \\*정말\\*", "오전 10시입니다.", "제 전화번호는 따로 알려 드릴게요.", "비밀 답글입니다."], comments.Select(c => c.Text));
        Assert.Equal([false, false, true, true], comments.Select(c => c.IsSecret));
        Assert.Equal([null, comments[0].Id, null, comments[2].Id], comments.Select(c => c.ParentId));
        Assert.Equal(2, festival.CommentCount);

        Article own = await db.Articles.SingleAsync(a => a.Title == "혼자 보는 글");
        Assert.Equal((ArticleState.Draft, null), (own.State, own.CategoryId));
        Assert.Equal("# 할 일\n\n- **하나**\n- 둘\n\n[none](http://nuricity.example/attach/1/none.jpg)", own.Text);
        Article page = await db.Articles.SingleAsync(a => a.IsPage);
        Assert.Equal("소셜 도시 누리시입니다.\n줄바꿈도 있습니다.", page.Text);
        Assert.Equal(["축제", "봄 축제"], await db.BlogCategories.OrderBy(c => c.Id).Select(c => c.Name.Ko).ToListAsync());
        Assert.Contains("guestbook", report.ToText(""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_file_twice_gives_one_copy(bool isWordPress)
    {
        string file = isWordPress ? WordPress() : Textcube();
        await ImportAsync(file);
        string before = await StandAsync();
        _database!.Time.Now += TimeSpan.FromHours(1);

        ImportReport again = await ImportAsync(file);

        Assert.Equal(before, await StandAsync());
        foreach (string kind in (string[])["category", "article", "page", "comment", "photo"])
        {
            Assert.Equal(0, again[kind, ImportOutcome.Brought]);
            Assert.Equal(0, again[kind, ImportOutcome.Changed]);
        }

        Assert.True(again["article", ImportOutcome.Unchanged] > 0);
    }

    [Fact]
    public async Task A_draft_that_was_brought_and_deleted_here_stays_away_and_a_photo_that_went_with_it_comes_again_for_another()
    {
        string file = WordPress();
        Change(file, "<wp:status><![CDATA[publish]]></wp:status>", "<wp:status>draft</wp:status>");
        Change(file, "<wp:status>publish</wp:status>", "<wp:status>draft</wp:status>");
        await ImportAsync(file);
        long photo;
        await using (CityDb db = await OpenAsync())
        {
            photo = (await db.Set<MediaFile>().SingleAsync()).Id;
            ArticleDeletion deletion = new(db, new AuditLog(db, _database!.Time), _database.Time);
            foreach (Article showing in await db.Articles.AsNoTracking().Where(a => a.Photos.Any()).ToListAsync())
            {
                Assert.Equal(EditingOutcome.Done, (await deletion.DeleteAsync(showing.Id, showing.Version, Editor, null, default)).Outcome);
            }

            _database.Time.Now += TimeSpan.FromDays(2);
            await new MediaSweep(db, new MediaStore(_uploads.Path), _database.Time).SweepAsync(default);
            Assert.False(await db.Set<MediaFile>().AnyAsync());
        }

        ImportReport again = await ImportAsync(file);

        Assert.Contains(again.Lines, l => l.Item == "동쪽 시장 골목이 새 옷을 입었습니다" && l.Reason.Contains("stays away", StringComparison.Ordinal));
        Assert.Equal(0, again["article", ImportOutcome.Brought] + again["comment", ImportOutcome.Brought]);
        Change(file, "<p>시청 앞 정류장</p>", "<p>시청 앞 정류장</p><img src=\"https://blog.nuri.example/wp-content/uploads/2019/05/골목길.jpg\" alt=\"벽화\" />");
        await ImportAsync(file);
        await using CityDb read = await OpenAsync();
        Assert.NotEqual(photo, (await read.Set<MediaFile>().SingleAsync()).Id);
        Assert.False(await read.Articles.AnyAsync(a => a.Slug == "동쪽-시장"));
    }

    [Fact]
    public async Task A_photo_is_found_by_a_name_whose_letters_were_taken_apart()
    {
        string file = WordPress();
        string photos = Path.Combine(Site, "wp-content", "uploads", "2019", "05");
        File.Move(Path.Combine(photos, "골목길.jpg"), Path.Combine(photos, "골목길.jpg".Normalize(NormalizationForm.FormD)));

        await ImportAsync(file);

        await using CityDb db = await OpenAsync();
        Assert.True(await db.Set<MediaFile>().AnyAsync());
    }

    [Fact]
    public async Task What_changed_there_is_changed_here_and_new_comments_are_added()
    {
        string file = WordPress();
        await ImportAsync(file);
        Change(file, "벽을 칠했습니다", "벽을 새로 칠했습니다");
        Change(file, "<wp:comment_id>104</wp:comment_id>", "<wp:comment_id>105</wp:comment_id>");
        Change(file, "<![CDATA[spam]]>", "<![CDATA[1]]>");

        ImportReport again = await ImportAsync(file);

        await using CityDb db = await OpenAsync();
        Article market = await db.Articles.Include(a => a.Revisions).SingleAsync(a => a.Slug == "동쪽-시장");
        Assert.Contains("벽을 새로 칠했습니다", market.Text, StringComparison.Ordinal);
        Assert.Contains("새로 칠했습니다", (await db.SearchEntries.SingleAsync(e => e.SubjectId == market.Id)).Body, StringComparison.Ordinal);
        Assert.Equal(2, market.Revisions.Count);
        Assert.Equal(4, market.CommentCount);
        Assert.Equal((1, 1), (again["article", ImportOutcome.Changed], again["comment", ImportOutcome.Brought]));
    }

    [Fact]
    public async Task What_was_changed_here_since_is_not_overwritten_but_told()
    {
        string file = WordPress();
        await ImportAsync(file);
        await using (CityDb db = await OpenAsync())
        {
            Article market = await db.Articles.ForChange().SingleAsync(a => a.Slug == "동쪽-시장");
            BlogCategory category = await db.BlogCategories.SingleAsync(c => c.Name.Ko == "동쪽 시장");
            ArticleContent content = new()
            {
                Title = market.Title,
                Slug = market.Slug,
                Text = "여기에서 고친 글",
                Category = category,
                CoverId = market.CoverId,
                Credit = market.Credit,
                Summary = market.Summary,
                TagIds = [.. market.Tags.Select(t => t.TagId)],
            };
            Assert.Null(market.Write(content, Editor, TestDatabase.Start));
            await db.SaveChangesAsync();
        }

        Assert.DoesNotContain("was changed here", (await ImportAsync(file)).ToText(""), StringComparison.Ordinal);
        Change(file, "벽을 칠했습니다", "벽을 새로 칠했습니다");
        ImportReport again = await ImportAsync(file);

        await using CityDb after = await OpenAsync();
        Assert.Equal("여기에서 고친 글", (await after.Articles.SingleAsync(a => a.Slug == "동쪽-시장")).Text);
        Assert.Contains("was changed here since it was brought", again.ToText(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_private_there_by_now_is_told_and_a_draft_that_came_out_there_comes_out_here()
    {
        string file = WordPress();
        await ImportAsync(file);
        Change(file, "<wp:post_password>open-sesame</wp:post_password>", "<wp:post_password></wp:post_password>");
        Change(file, "<wp:status><![CDATA[publish]]></wp:status>", "<wp:status><![CDATA[private]]></wp:status>");

        ImportReport again = await ImportAsync(file);

        await using CityDb db = await OpenAsync();
        Assert.Equal(new DateTime(2018, 3, 2, 0, 0, 0, DateTimeKind.Utc), (await db.Articles.SingleAsync(a => a.Title == "비밀번호 글")).ListedAt);
        Assert.Contains("no longer public there", again.ToText(""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dry_run_writes_nothing_and_says_what_would_come(bool isWordPress)
    {
        string file = isWordPress ? WordPress() : Textcube();
        string before = await StandAsync();

        ImportReport dry = await ImportAsync(file, isDry: true);

        Assert.Equal(before, await StandAsync());
        Assert.Empty(_uploads.Files());
        ImportReport real = await ImportAsync(file);
        Assert.Equal(real.ToText(""), dry.ToText(""));
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "<rss><channel><item></channel></rss>", "line 1, column" },
        { "", "line" },
        { "[]", "line 1, column 1" },
        { "<?xml version=\"1.0\"?>\n  <!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><link>&x;</link></channel></rss>", "line 2, column 3: a document type" },
        {
            "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol1 \"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\"><!ENTITY lol2 \"&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;\">]><rss><channel><title>&lol2;</title></channel></rss>",
            "document type"
        },
        { "<rss><channel><link>http://a.example</link><title>&nbsp;</title></channel></rss>", "line 1" },
        { "<rss><channel><link>http://a.example</link><title>\u0001</title></channel></rss>", "line 1" },
        { "<html></html>", "begins with <html>" },
        { "<rss><channel></channel></rss>", "which site" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_is_no_export_is_refused_with_a_sentence_and_its_place(string content, string told)
    {
        string file = Path.Combine(_folder.Path, "bad.xml");
        await File.WriteAllTextAsync(file, content);

        var refusal = Assert.Throws<UnreadableExportException>(() => WordPressExport.Open(file));

        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_breaks_off_brings_nothing()
    {
        string file = WordPress();
        string text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text[..(text.Length - 200)]);

        await Assert.ThrowsAsync<UnreadableExportException>(() => ImportAsync(file));

        await using CityDb db = await OpenAsync();
        Assert.False(await db.Articles.AnyAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_category_that_only_an_article_names_is_made_once_and_counted(bool isWordPress)
    {
        string file = isWordPress ? WordPress() : Textcube();
        if (isWordPress)
        {
            Change(file, "nicename=\"news\"><![CDATA[시정 소식]]></category>\n\t</item>", "nicename=\"%ed%8f%89%ec%83%9d-learning\"><![CDATA[평생 학습 &amp; 강좌]]></category>\n\t</item>");
            Change(file, "<category domain=\"category\" nicename=\"market-east-fish\"><![CDATA[생선 골목]]></category>", "<category domain=\"category\" nicename=\"%ed%8f%89%ec%83%9d-learning\"><![CDATA[평생 학습 &amp; 강좌]]></category><category domain=\"post_tag\" nicename=\"unsaid\"><![CDATA[안 알린 꼬리표]]></category>");
        }
        else
        {
            Change(file, "<category>축제/봄 축제</category>", "<category>평생 학습/강좌</category>");
        }

        ImportReport dry = await ImportAsync(file, isDry: true);
        ImportReport real = await ImportAsync(file);
        string before = await StandAsync();
        ImportReport again = await ImportAsync(file);

        await using CityDb db = await OpenAsync();
        int made = isWordPress ? 1 : 2;
        int declared = isWordPress ? 4 : 2;
        Assert.Equal(dry.ToText(""), real.ToText(""));
        Assert.Equal(declared + made, real["category", ImportOutcome.Brought] + real["category", ImportOutcome.Changed]);
        Assert.Equal(declared + made, again["category", ImportOutcome.Unchanged]);
        Assert.Equal(before, await StandAsync());
        Article article = await db.Articles.Include(a => a.Tags).OrderBy(a => a.Id).FirstAsync();
        BlogCategory category = await db.BlogCategories.SingleAsync(c => c.Id == article.CategoryId);
        BlogCategory? above = await db.BlogCategories.SingleOrDefaultAsync(c => c.Id == category.ParentId);
        if (isWordPress)
        {
            Assert.Equal(("평생 학습 & 강좌", "평생-learning", null), (category.Name.Ko, category.Slug, above));
            Assert.Equal(1, await db.BlogCategories.CountAsync(c => c.Name.Ko == "평생 학습 & 강좌"));
            Assert.True(await db.BlogTags.AnyAsync(t => t.Name == "안 알린 꼬리표" && t.ArticleCount == 1));
        }
        else
        {
            Assert.Equal(("강좌", "평생 학습"), (category.Name.Ko, above?.Name.Ko));
        }
    }

    [Fact]
    public async Task A_million_brackets_are_told_and_the_rest_is_brought()
    {
        string file = WordPress();
        Change(file, "<p>시청 앞 정류장</p>", new string('[', 1_000_000));
        long start = Stopwatch.GetTimestamp();

        ImportReport report = await ImportAsync(file);

        Assert.Contains("“오시는 길”: its text is longer than 100,000 letters", report.ToText(""), StringComparison.Ordinal);
        Assert.Equal(4, report["article", ImportOutcome.Brought]);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..%2F..%2Fsecret.jpg")]
    [InlineData("%2Fetc%2Fpasswd")]
    public async Task Files_outside_of_the_folder_are_never_looked_at(string name)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "secret.jpg"), Fixture.Read("phone.jpg"));
        string file = WordPress();
        Change(file, "2019/05/lost-photo.png", name);

        ImportReport report = await ImportAsync(file);

        await using CityDb db = await OpenAsync();
        Assert.Equal(1, await db.Set<MediaFile>().CountAsync());
        Assert.Equal(1, report["photo", ImportOutcome.Skipped]);
        Assert.Single(report.Lines, l => l.Kind == "photo" && l.Reason.Contains("was not found beside the export", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://blog.nuri.example/wp-content/uploads/../../../etc/passwd", "other", "passwd")]
    [InlineData("https://blog.nuri.example/wp-content/uploads/../../secret.jpg", "photo", "secret.jpg")]
    [InlineData("../../etc/secret.png", "photo", "secret.png")]
    public async Task A_file_of_the_library_that_no_article_shows_is_named_once_wherever_it_leads(string address, string kind, string name)
    {
        string file = WordPress();
        Change(file, "</channel>", $"<item><title>밖</title><wp:post_id>90</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>{address}</wp:attachment_url></item></channel>");

        ImportReport report = await ImportAsync(file);

        Assert.Single(report.Lines, l => l.Item == name);
        Assert.Single(report.Lines, l => l.Item == name && l.Kind == kind);
    }

    [Fact]
    public async Task A_lost_photo_is_named_once_however_often_and_deep_it_stood()
    {
        const string Lost = "https://blog.nuri.example/wp-content/uploads/2019/05/lost-photo.png";
        string file = WordPress();
        string deep = string.Concat(Enumerable.Repeat("<div>", 450));
        Change(file, "<p>시청 앞 정류장</p>", $"{deep}깊은 곳<img src=\"{Lost}\" alt=\"1 > 0\"><img src='../../etc/deep.jpg'><img src=\"https://blog.nuri.example/wp-content/uploads/2019/05/골목길.jpg\">");
        Change(file, "<wp:meta_value><![CDATA[11]]></wp:meta_value>", "<wp:meta_value><![CDATA[77]]></wp:meta_value>");
        Change(file, "[gallery ids=\"11\"]", "[gallery ids=\"11,78\"]");
        Change(file, "정말 예뻐요!", $"정말 예뻐요! <img src=\"{Lost}\"><img src=\"https://else.example/in-comment.jpg\">");
        Change(file, "벽화 골목 소식", "벽화 골목 소식 <img src=\"https://else.example/in-summary.jpg\">");

        ImportReport report = await ImportAsync(file);

        Assert.Equal(
            ["lost-photo.png", "https://else.example/in-summary.jpg", "number 77", "https://else.example/in-comment.jpg", "number 78", "../../etc/deep.jpg"],
            report.Lines.Where(l => l.Kind == "photo").Select(l => l.Item));
        Assert.Equal(6, report["photo", ImportOutcome.Skipped]);
        Assert.Contains(report.Lines, l => l.Item == "오시는 길" && l.Reason.Contains("came as plain paragraphs", StringComparison.Ordinal));
        await using CityDb db = await OpenAsync();
        string photo = (await db.Set<MediaFile>().SingleAsync()).Key;
        string text = (await db.Articles.SingleAsync(a => a.IsPage)).Text;
        Assert.Contains("깊은 곳", text, StringComparison.Ordinal);
        Assert.Contains($"](/media/{photo})", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_wordpress_has_and_the_portal_has_not_is_told()
    {
        string file = WordPress();
        Change(file, "<wp:post_id>20</wp:post_id>", "<wp:post_id>20</wp:post_id><wp:is_sticky>1</wp:is_sticky><category domain=\"post_format\" nicename=\"post-format-aside\"><![CDATA[Aside]]></category><wp:postmeta><wp:meta_key>부제</wp:meta_key><wp:meta_value>작은 글</wp:meta_value></wp:postmeta>");
        Change(file, "<wp:post_id>30</wp:post_id>", "<wp:post_id>30</wp:post_id><wp:post_parent>29</wp:post_parent>");
        Change(file, "<p>시청 앞 정류장</p>", "<p>시청 앞 ]]]]><![CDATA[> 정류장</p><p>광장 300m<sup>2</sup></p><!-- wp:latest-posts {\"postsToShow\":3} /--><!-- wp:block {\"ref\":5} /-->"
            + "<iframe src=\"https://maps.example/embed?q=1\"></iframe><iframe src=\"https://www.youtube.com/embed/abcdefgh123\"></iframe><table><tr><td>월</td></tr><tr><td>화</td></tr></table>[공지] [sic] [board id=3][/board]");
        Change(file, "<wp:comment_type><![CDATA[]]></wp:comment_type>", "<wp:comment_type>note</wp:comment_type>");
        Change(file, "<wp:status>draft</wp:status>", "<wp:status>archive</wp:status>");

        ImportReport report = await ImportAsync(file);

        await using CityDb db = await OpenAsync();
        string[] told = [.. report.Lines.Select(l => $"{l.Item}: {l.Reason}")];
        foreach (string line in (string[])
        [
            "1 × nav_menu_item: WordPress keeps it", "1 × post_format: the portal has no list", "1 × custom field “부제”: articles have no fields", "옛 글 & 줄바꿈: it was kept at the top",
            "오시는 길: it stood below another page", "오시는 길: it had blocks that WordPress fills when they are shown, and that are not in its text: latest-posts, block",
            "오시는 길: a frame or film that the portal shows none of came as a link: https://maps.example/embed?q=1", "오시는 길: 1 of its tables came as paragraphs", "오시는 길: 1 of its letters stood above or below the line",
            "오시는 길: it had words between brackets that plugins fill when they are shown, and that stay as they were typed: board",
            "옛 글 & 줄바꿈: it had words between brackets that plugins fill when they are shown, and that stay as they were typed: contact-form-7",
            "동네사람, 동쪽 시장 골목이 새 옷을 입었습니다: it is none of a reader's comments", "홍보담당관, 동쪽 시장 골목이 새 옷을 입었습니다: what it replied to was not brought",
            "쓰다 만 글: the portal does not know the state",
        ])
        {
            Assert.Single(told, t => t.StartsWith(line, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(told, t => t.Contains("youtube", StringComparison.Ordinal));
        Assert.StartsWith("시청 앞 \\]\\]> 정류장\n", (await db.Articles.SingleAsync(a => a.IsPage)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("정말 예뻐요", await StandAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<wp:status>publish</wp:status>", "<wp:post_password>open-sesame</wp:post_password>", "<wp:status>private</wp:status>")]
    [InlineData("<wp:status>publish</wp:status>", "<wp:post_password>open-sesame</wp:post_password>", "<wp:status>acf-disabled</wp:status>")]
    [InlineData("<wp:post_password>open-sesame</wp:post_password>", "<wp:post_password>open-sesame</wp:post_password>", "<wp:post_password> </wp:post_password>")]
    public async Task What_only_some_could_read_there_is_read_by_nobody_here(string state, string password, string instead)
    {
        string file = WordPress();
        string text = await File.ReadAllTextAsync(file);
        int at = text.IndexOf("비밀번호 글", StringComparison.Ordinal);
        string rest = text[at..].Replace(state, instead, StringComparison.Ordinal);
        rest = state == password ? rest : rest.Replace(password, "", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text[..at] + rest);

        ImportReport report = await ImportAsync(file);

        await using CityDb db = await OpenAsync();
        Article article = await db.Articles.SingleAsync(a => a.Title == "비밀번호 글");
        Assert.Equal((ArticleState.Draft, null), (article.State, article.ListedAt));
        Assert.Contains(report.Lines, l => l.Item == "비밀번호 글" && l.Reason.EndsWith("it is a draft here", StringComparison.Ordinal));
        Assert.False(await db.SearchEntries.AnyAsync(e => e.SubjectId == article.Id && e.Kind == SearchKind.Article));
    }

    [Fact]
    public async Task A_file_of_a_textcube_backup_that_its_article_does_not_show_is_named()
    {
        string file = Textcube();
        Change(file, "</post>\n<post slogan=\"\"", "<attachment><name>plan.hwp</name><label>계획.hwp</label></attachment><attachment><name>unshown.jpg</name><label>안 쓴 사진.jpg</label></attachment></post>\n<post slogan=\"\"");
        Change(file, "<location>/</location><acceptComment>1", "<location>/대한민국/누리시</location><acceptComment>1");

        ImportReport report = await ImportAsync(file);

        Assert.Single(report.Lines, l => l is { Kind: "other", Item: "계획.hwp" });
        Assert.Single(report.Lines, l => l is { Kind: "photo", Item: "안 쓴 사진.jpg" });
        Assert.Single(report.Lines, l => l.Reason == "its place there (대한민국/누리시) is not kept");
        Assert.Single(report.Lines, l => l.Item == "이웃, 벚꽃 축제 & 장터");
    }

    [Fact]
    public async Task Photos_lose_what_a_phone_wrote_into_them()
    {
        await ImportAsync(WordPress());

        byte[] stored = await File.ReadAllBytesAsync(Assert.Single(_uploads.Files()));
        Assert.DoesNotContain("SECRET", Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_holds_articles_with_photos_and_no_secret_word()
    {
        await ImportAsync(Textcube());
        using MemoryStream zip = new();
        await using (CityDb db = await OpenAsync())
        {
            Assert.Equal(3, await new BlogExport(db, new MediaStore(_uploads.Path)).WriteAsync(zip, _ => { }, default));
        }

        await using ZipArchive archive = new(zip);
        string folder = "articles/벚꽃-축제/";
        string index = Read(archive, folder + "index.md");
        Dictionary<string, string> matter = index.Split('\n').Skip(1).TakeWhile(l => l != "---").ToDictionary(l => l[..l.IndexOf(':', StringComparison.Ordinal)], l => l[(l.IndexOf(':', StringComparison.Ordinal) + 2)..]);
        Assert.Equal("벚꽃 축제 & 장터", JsonSerializer.Deserialize<string>(matter["title"]));
        Assert.Equal(["벚꽃", "장터"], JsonSerializer.Deserialize<string[]>(matter["tags"])!);
        Assert.Equal("2013-04-07T03:33:20Z", matter["date"]);
        Assert.Equal("published", JsonSerializer.Deserialize<string>(matter["state"]));
        string[] photos = [.. archive.Entries.Where(e => e.FullName.StartsWith(folder, StringComparison.Ordinal) && e.Name.Length > 26).Select(e => e.Name)];
        Assert.Equal(2, photos.Length);
        Assert.All(photos, name => Assert.Contains($"]({name})", index, StringComparison.Ordinal));
        Assert.DoesNotContain("/media/", index, StringComparison.Ordinal);

        string comments = Read(archive, folder + "comments.json");
        using JsonDocument parsed = JsonDocument.Parse(comments);
        Assert.Equal(2, parsed.RootElement.GetArrayLength());
        Assert.All(archive.Entries.Where(e => e.Name.Length < 26), e => Assert.DoesNotContain("비밀 답글", Read(archive, e.FullName), StringComparison.Ordinal));
        Assert.DoesNotContain("전화번호", comments, StringComparison.Ordinal);
        Assert.DoesNotContain("비밀 손님", comments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_says_the_place_in_a_series_and_the_category_above()
    {
        using MemoryStream zip = new();
        await using (CityDb db = await OpenAsync())
        {
            BlogCategory above = new(new SocialCity.Data.LocalText("축제"), "축제", null, 1);
            ArticleSeries series = new("골목 이야기", "골목-이야기", "");
            db.AddRange(above, series);
            await db.SaveChangesAsync();
            BlogCategory below = new(new SocialCity.Data.LocalText("봄 축제"), "봄-축제", above, 2);
            db.Add(below);
            await db.SaveChangesAsync();
            db.Add(new Article(
                new ArticleContent { Title = "둘째", Slug = "둘째", Text = "글", Category = below, SeriesId = series.Id, SeriesPlace = 2 }, Actor.System, null, DateTime.UnixEpoch));
            db.Add(new Article(new ArticleContent { Title = "혼자", Slug = "혼자", Text = "글", Category = above }, Actor.System, null, DateTime.UnixEpoch));
            await db.SaveChangesAsync();
            Assert.Equal(2, await new BlogExport(db, new MediaStore(_uploads.Path)).WriteAsync(zip, _ => { }, default));
        }

        await using ZipArchive archive = new(zip);
        string[] second = Read(archive, "articles/둘째/index.md").Split('\n');
        Assert.Contains("category: \"봄 축제\"", second);
        Assert.Contains("categories: [\"축제\", \"봄 축제\"]", second);
        Assert.Contains("series: \"골목 이야기\"", second);
        Assert.Contains("series_position: 2", second);
        string[] alone = Read(archive, "articles/혼자/index.md").Split('\n');
        Assert.Contains("categories: [\"축제\"]", alone);
        Assert.DoesNotContain(alone, l => l.StartsWith("series", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_writes_every_letter_as_YAML_knows_it()
    {
        using MemoryStream zip = new();
        await using (CityDb db = await OpenAsync())
        {
            db.Add(new Article(
                new ArticleContent { Title = "봄 \"축제\" 🌸", Slug = "봄", Text = "글", Summary = "C:\\봄\ud83c\n다음\u2028줄" }, Actor.System, null, DateTime.UnixEpoch));
            await db.SaveChangesAsync();
            Assert.Equal(1, await new BlogExport(db, new MediaStore(_uploads.Path)).WriteAsync(zip, _ => { }, default));
        }

        await using ZipArchive archive = new(zip);
        string[] lines = Read(archive, "articles/봄/index.md").Split('\n');
        Assert.Contains("title: \"봄 \\\"축제\\\" 🌸\"", lines);
        Assert.Contains("summary: \"C:\\\\봄�\\n다음\\u2028줄\"", lines);
    }

    [Fact]
    public async Task The_folders_of_an_export_have_names_that_every_file_system_takes_and_no_two_the_same()
    {
        using MemoryStream zip = new();
        await using (CityDb db = await OpenAsync())
        {
            foreach (string slug in new[] { new string('각', 120), new string('각', 119) + "나", "짧은-글" })
            {
                db.Add(new Article(new ArticleContent { Title = "글", Slug = slug, Text = "글" }, Actor.System, null, DateTime.UnixEpoch));
            }

            await db.SaveChangesAsync();
            Assert.Equal(3, await new BlogExport(db, new MediaStore(_uploads.Path)).WriteAsync(zip, _ => { }, default));
        }

        await using ZipArchive archive = new(zip);
        string[] folders = [.. archive.Entries.Where(e => e.Name == "index.md").Select(e => e.FullName.Split('/')[1])];
        Assert.Equal(3, folders.Distinct().Count());
        Assert.Contains("짧은-글", folders);
        Assert.All(folders, name => Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, 255));
    }

    private static string Read(ZipArchive archive, string name)
    {
        using StreamReader reader = new(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>What lies beside it is none of the import's.</summary>
    private string Site => Directory.CreateDirectory(Path.Combine(_folder.Path, "site")).FullName;

    private string WordPress()
    {
        string file = Path.Combine(Site, "nuri.wordpress.xml");
        File.WriteAllBytes(file, Fixture.Read("wordpress.xml"));
        string photos = Directory.CreateDirectory(Path.Combine(Site, "wp-content", "uploads", "2019", "05")).FullName;
        File.WriteAllBytes(Path.Combine(photos, "골목길.jpg"), Fixture.Read("phone.jpg"));
        return file;
    }

    private string Textcube()
    {
        string file = Path.Combine(Site, "nuri.textcube.xml");
        string photo = Convert.ToBase64String(Fixture.Read("still.gif"), Base64FormattingOptions.InsertLineBreaks);
        File.WriteAllText(file, Encoding.UTF8.GetString(Fixture.Read("textcube.xml")).Replace("{PHOTO}", photo, StringComparison.Ordinal));
        string beside = Directory.CreateDirectory(Path.Combine(Site, "attach")).FullName;
        File.WriteAllBytes(Path.Combine(beside, "beside.png"), Fixture.Read("phone.png"));
        return file;
    }

    private static void Change(string file, string from, string to)
    {
        string text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private async Task<ImportReport> ImportAsync(string file, bool isDry = false)
    {
        IForeignBlog blog = file.Contains("textcube", StringComparison.Ordinal) ? TextcubeExport.Open(file) : WordPressExport.Open(file);
        using (blog as IDisposable)
        {
            await using CityDb db = await OpenAsync();
            BlogImport import = new(
                db, new Naming(db, _database!.Provider), new BlogCounts(db, _database!.Time), new PhotoIntake(new MediaStore(_uploads.Path)), _database.Time);
            return await import.RunAsync(blog, isDry, _ => { }, default);
        }
    }

    private async Task<CityDb> OpenAsync() => (_database ??= await TestDatabase.CreateAsync()).Open();

    /// <summary>All that an import writes, as text.</summary>
    private async Task<string> StandAsync()
    {
        await using CityDb db = await OpenAsync();
        return JsonSerializer.Serialize(new object[]
        {
            await db.Articles.OrderBy(a => a.Id).Select(a => new { a.Id, a.Title, a.Text, a.State, a.PublishedAt, a.ChangedAt, a.CategoryId, a.CommentCount }).ToListAsync(),
            await db.Set<ArticleRevision>().CountAsync(),
            await db.Set<ArticleAddress>().OrderBy(a => a.Id).Select(a => a.Path).ToListAsync(),
            await db.Set<ArticlePhoto>().CountAsync(),
            await db.Comments.OrderBy(c => c.Id).Select(c => c.Text).ToListAsync(),
            await db.BlogCategories.OrderBy(c => c.Id).Select(c => new { c.Slug, c.ArticleCount }).ToListAsync(),
            await db.BlogTags.OrderBy(c => c.Id).Select(c => new { c.Slug, c.ArticleCount }).ToListAsync(),
            await db.Set<MediaFile>().OrderBy(m => m.Id).Select(m => m.Key).ToListAsync(),
            await db.Set<ImportedItem>().OrderBy(i => i.Id).Select(i => i.Key).ToListAsync(),
            await db.SearchEntries.CountAsync(),
        });
    }
}
