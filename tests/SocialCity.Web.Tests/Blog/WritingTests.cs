using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Tests.Complaints;

namespace SocialCity.Web.Tests.Blog;

/// <summary>Writing, editing and publishing over HTTP.</summary>
public sealed class WritingTests(App app) : IClassFixture<App>
{
    private const string EditorForm = "form#article";

    [Fact]
    public async Task A_citizens_story_goes_from_the_first_word_to_the_blog()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor citizen = await app.SignedIn(room.Citizen);
        Page page = await citizen.Get("/blog/write/new");
        Assert.False(page.Form(EditorForm).Has("Form.AddAuthors"));
        page = await page.Form(EditorForm).Submit(new { Title = "우리 골목의 봄", Text = "골목에 **꽃**이 피었어요.", Tags = "봄, 골목" });
        Assert.Equal("초안을 저장했습니다.", page.Flash);
        long id = room.IdOf(page);

        page = await (await citizen.Get($"/blog/write/{id}/acts/submit")).Form().Submit();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("동의해 주셔야 글을 실을 수 있습니다.", page.Text, StringComparison.Ordinal);
        page = await page.Form().Submit(new { Consent = true });
        Assert.Equal("검토를 요청했습니다", page.Flash);
        Assert.False(page.Has(EditorForm));

        Visitor editor = await app.SignedIn(room.Editor);
        Assert.Contains("우리 골목의 봄", (await editor.Get("/blog/write?pile=stories")).Text, StringComparison.Ordinal);
        page = await editor.Get($"/blog/write/{id}");
        page = await page.Form(EditorForm).Submit(new { CategoryId = room.Category.Id, Credit = "시민기자 김시민" });
        Assert.Equal("저장했습니다.", page.Flash);
        page = await (await editor.Get($"/blog/write/{id}/acts/publish")).Form().Submit();
        Assert.Equal("게시했습니다", page.Flash);

        Article article = await room.Read(id);
        Assert.True(article.IsPublished && article.IsStory);
        Assert.Equal("우리-골목의-봄", article.Slug);
        Assert.Contains(
            NoticeKind.ArticlePublished,
            await app.Use((CityDb db) => db.Notices.Where(n => n.AccountId == room.Citizen.Id).Select(n => n.Kind).ToListAsync()));
        Assert.Contains("글이 도시 블로그에 실렸습니다", (await citizen.Get("/account/notices")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_from_another_blog_without_an_account_is_edited_without_naming_anybody()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor editor = await app.SignedIn(room.Editor);
        Page page = await (await editor.Get("/blog/write/new")).Form(EditorForm)
            .Submit(new { Title = "옮겨 온 글", Text = "옛 글입니다.", Credit = "김주무관", CategoryId = room.Category.Id });
        long id = room.IdOf(page);
        await app.Use((CityDb db) => db.Set<ArticleAuthor>().Where(a => a.ArticleId == id).ExecuteDeleteAsync());

        page = await (await editor.Get($"/blog/write/{id}")).Form(EditorForm).Submit(new { Text = "옛 글을 고쳤습니다." });

        Assert.Equal("저장했습니다.", page.Flash);
        Assert.Equal("옛 글을 고쳤습니다.", (await room.Read(id)).Text);
    }

    [Fact]
    public async Task A_new_article_posted_twice_is_one_draft()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor official = await app.SignedIn(room.Official);
        PageForm form = (await official.Get("/blog/write/new")).Form(EditorForm);
        string title = $"두 번 눌린 글 {Guid.NewGuid():N}";

        long[] ids = [room.IdOf(await form.Submit(new { Title = title, Text = "글" })), room.IdOf(await form.Submit(new { Title = title, Text = "글" }))];

        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(1, await app.Use((CityDb db) => db.Articles.CountAsync(a => a.Title == title)));
        Assert.NotEqual(ids[0], room.IdOf(await form.Submit(new { Title = title, Text = "다른 글" })));
    }

    [Fact]
    public async Task Articles_of_one_title_begun_at_the_same_moment_each_get_an_address()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor[] citizens = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SignedIn(room.Citizen)));
        PageForm[] forms = await Task.WhenAll(citizens.Select(async c => (await c.Get("/blog/write/new")).Form(EditorForm)));

        Page[] pages = await Task.WhenAll(forms.Select((form, n) => form.Submit(new { Title = "같은 때 쓴 글", Text = $"{n}번째 글", Tags = "새말, 같은때" })));

        Assert.All(pages, page => Assert.Equal("초안을 저장했습니다.", page.Flash));
    }

    [Fact]
    public async Task Whoever_goes_back_and_chooses_more_loses_nothing_of_it()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor official = await app.SignedIn(room.Official);
        PageForm form = (await official.Get("/blog/write/new")).Form(EditorForm);
        string title = $"되돌아가 고친 글 {Guid.NewGuid():N}";
        long first = room.IdOf(await form.Submit(new { Title = title, Text = "글" }));

        Page page = await form.Submit(new { Title = title, Text = "글", Tags = "봄, 골목", Summary = "짧은 요약", CategoryId = room.Category.Id });

        Assert.NotEqual(first, room.IdOf(page));
        Article article = await room.Read(room.IdOf(page));
        Assert.Equal(("짧은 요약", (long?)room.Category.Id), (article.Summary, article.CategoryId));
        Assert.Equal(room.IdOf(page), room.IdOf(await form.Submit(new { Title = title, Text = "글", Tags = "골목, 봄", Summary = "짧은 요약", CategoryId = room.Category.Id })));
    }

    [Fact]
    public async Task An_unpublished_article_does_not_exist_for_others()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write();
        Visitor stranger = await app.SignedIn(await app.Citizen());
        foreach (string path in new[] { "", "/revisions", "/acts/submit", "/acts/publish", "/delete" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/blog/write/{id}{path}")).Status);
        }

        Assert.DoesNotContain((await room.Read(id)).Title, (await stranger.Get("/blog/write?pile=drafts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_deleted_after_asking_and_whoever_still_writes_it_keeps_their_words()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor official = await app.SignedIn(room.Official);
        Page page = await (await official.Get("/blog/write/new")).Form(EditorForm).Submit(new { Title = "지울 초안", Text = "쓰다 만 글" });
        long id = room.IdOf(page);
        Visitor editor = await app.SignedIn(room.Editor);
        PageForm open = (await editor.Get($"/blog/write/{id}")).Form(EditorForm);

        page = await official.Get($"/blog/write/{id}/delete");
        Assert.Contains($"지금 함께 열어 둔 사람: {room.Editor.DisplayName}.", page.Text, StringComparison.Ordinal);
        page = await page.Form().Submit();

        Assert.Equal("초안을 지웠습니다.", page.Flash);
        Assert.DoesNotContain("지울 초안", page.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await official.Get($"/blog/write/{id}")).Status);
        page = await open.Submit(new { Text = "다듬던 글" });
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("다듬던 글", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "블로그 글: 지움", (await (await app.SignedIn(await app.Official(Right.Administrator))).Get($"/office/audit?Subject=article:{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_public_is_not_deleted()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write();
        Visitor editor = await app.SignedIn(room.Editor);
        Page asked = await editor.Get($"/blog/write/{id}/delete");
        await (await editor.Get($"/blog/write/{id}/acts/publish")).Form().Submit();

        Assert.Contains("한 번 실린 글은 지우지 않고 보관합니다.", (await asked.Form().Submit()).Flash, StringComparison.Ordinal);
        Assert.Contains("한 번 실린 글은 지우지 않고 보관합니다.", (await editor.Get($"/blog/write/{id}/delete")).Flash, StringComparison.Ordinal);
        Assert.True((await room.Read(id)).IsPublished);
    }

    [Fact]
    public async Task A_title_of_invisible_letters_an_address_of_the_blogs_own_and_a_cover_without_words_are_refused_beside_their_fields()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor official = await app.SignedIn(room.Official);
        Page page = await (await official.Get("/blog/write/new")).Form(EditorForm).Submit(new
        {
            Title = "\u200b\u2060\u200b",
            Text = "글은 남습니다.",
            Slug = "write",
            CanonicalUrl = "javascript:alert(1)",
            AddAuthors = "없는사람",
            Tags = string.Join(",", Enumerable.Range(1, 16)),
            Cover = new Upload("cover.jpg", "image/jpeg", Photo()),
        });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("글은 남습니다.", page.Form(EditorForm).Value("Form.Text"));
        foreach (string fault in new[] { "제목을 입력해 주세요.", "블로그가 쓰는 주소입니다.", "찾지 못했습니다: 없는사람", "태그는 15개까지", "무엇이 찍혔는지" })
        {
            Assert.Contains(fault, page.TextOf(".error-summary"), StringComparison.Ordinal);
        }

        // A citizen's name is not put over what they did not send in.
        page = await page.Form(EditorForm).Submit(new { Title = "남의 이름", Slug = "", CanonicalUrl = "", AddAuthors = room.Citizen.Email, Tags = "", CoverAlt = "봄 하늘" });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("동의한 이야기에만 글쓴이로 실립니다", page.TextOf(".error-summary"), StringComparison.Ordinal);

        // The cover was taken in: it need not be chosen again.
        page = await page.Form(EditorForm).Submit(new { Title = "표지가 있는 글", Slug = "", CanonicalUrl = "", AddAuthors = "", Tags = "", CoverAlt = "봄 하늘" });
        Assert.Equal("초안을 저장했습니다.", page.Flash);
        Article article = await room.Read(room.IdOf(page));
        Assert.NotNull(article.CoverId);
        Assert.Equal("봄 하늘", await app.Use((CityDb db) => db.Set<Media.MediaFile>().Where(m => m.Id == article.CoverId).Select(m => m.AltText).SingleAsync()));
    }

    [Fact]
    public async Task A_time_in_the_past_is_refused_with_a_message_and_one_to_come_is_kept_in_the_citys_zone()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write();
        Visitor editor = await app.SignedIn(room.Editor);
        Page page = await (await editor.Get($"/blog/write/{id}/acts/schedule")).Form().Submit(new { Date = new DateOnly(2020, 1, 1), Time = new TimeOnly(9, 0) });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("이미 지난 시각입니다.", page.Text, StringComparison.Ordinal);

        page = await page.Form().Submit(new { Date = new DateOnly(9999, 12, 31), Time = new TimeOnly(23, 59) });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("2년 안의 날짜를 골라 주세요.", page.TextOf(".field.invalid"), StringComparison.Ordinal);

        int next = app.Clock.UtcNow.Year + 1;
        page = await page.Form().Submit(new { Date = new DateOnly(next, 5, 1), Time = new TimeOnly(0, 30) });
        Assert.Equal("게시를 예약했습니다", page.Flash);
        Assert.Equal(new DateTime(next, 4, 30, 15, 30, 0, DateTimeKind.Utc), (await room.Read(id)).PublishAt);
        Assert.Contains($"{next}년 5월 1일", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_returns_with_a_reason_that_the_author_reads()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write();
        Visitor official = await app.SignedIn(room.Official);
        await (await official.Get($"/blog/write/{id}/acts/submit")).Form().Submit();
        Visitor editor = await app.SignedIn(room.Editor);
        Page page = await (await editor.Get($"/blog/write/{id}/acts/return")).Form().Submit();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        await page.Form().Submit(new { Text = "사진을 하나 더 넣어 주세요." });

        Assert.Contains("사진을 하나 더 넣어 주세요.", (await official.Get($"/blog/write/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(ArticleState.Draft, (await room.Read(id)).State);
    }

    [Fact]
    public async Task Personal_data_is_pointed_out_before_it_goes_out_and_hidden_where_that_was_chosen()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write(text: "문의는 010-1234-5678로 주세요.");
        Visitor editor = await app.SignedIn(room.Editor);
        Page page = await (await editor.Get($"/blog/write/{id}/acts/publish")).Form().Submit();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("010-1234-5678", page.TextOf(".finding"), StringComparison.Ordinal);

        page = await page.Form().Submit(new { PersonalData = "Mask" });
        Assert.Equal("게시했습니다", page.Flash);
        Assert.DoesNotContain("1234", (await room.Read(id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_two_editors_in_different_passages_are_merged_and_saved()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write(text: "하나\n\n둘\n\n셋");
        Visitor editor = await app.SignedIn(room.Editor);
        Visitor official = await app.SignedIn(room.Official);
        Page theirs = await editor.Get($"/blog/write/{id}");
        Page mine = await official.Get($"/blog/write/{id}");
        Assert.Contains(room.Editor.DisplayName, mine.TextOf("[data-others]"), StringComparison.Ordinal);
        await theirs.Form(EditorForm).Submit(new { Text = "하나!\n\n둘\n\n셋", Tags = "새 태그" });

        Page page = await mine.Form(EditorForm).Submit(new { Text = "하나\n\n둘\n\n셋?", Summary = "요약" });

        Assert.Contains("합쳐 저장했습니다", page.Flash, StringComparison.Ordinal);
        Article article = await room.Read(id);
        Assert.Equal("하나!\n\n둘\n\n셋?", article.Text);
        Assert.Equal("요약", article.Summary);
        Assert.Equal("새 태그", page.Form(EditorForm).Value("Form.Tags"));
    }

    [Fact]
    public async Task Changes_of_two_editors_in_one_passage_are_laid_side_by_side_and_nothing_is_lost()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write(text: "하나\n\n둘\n\n셋");
        Visitor editor = await app.SignedIn(room.Editor);
        Visitor official = await app.SignedIn(room.Official);
        Page theirs = await editor.Get($"/blog/write/{id}");
        Page mine = await official.Get($"/blog/write/{id}");
        await theirs.Form(EditorForm).Submit(new { Title = "그들의 제목", Text = "하나\n\n그들의 둘\n\n셋" });

        Page page = await mine.Form(EditorForm).Submit(new { Title = "나의 제목", Text = "하나\n\n나의 둘\n\n셋!" });
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        foreach (string words in new[] { "그들의 제목", "나의 제목", "그들의 둘", "나의 둘" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        page = await page.Form().Submit();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("겹치는 곳마다 어느 글을 남길지 골라 주세요.", page.Text, StringComparison.Ordinal);

        page = await page.Form().Submit(new Dictionary<string, object> { ["Merge.Fields[Title]"] = "Theirs", ["Merge.Passages[0]"] = "Both" });
        Assert.Contains("합쳐 저장했습니다", page.Flash, StringComparison.Ordinal);
        Article article = await room.Read(id);
        Assert.Equal("그들의 제목", article.Title);
        Assert.Equal("하나\n\n나의 둘\n\n그들의 둘\n\n셋!", article.Text);
    }

    [Fact]
    public async Task What_was_typed_when_the_article_went_on_without_the_author_is_shown_to_be_kept()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write();
        Visitor official = await app.SignedIn(room.Official);
        Page open = await official.Get($"/blog/write/{id}");
        await (await official.Get($"/blog/write/{id}/acts/submit")).Form().Submit();

        Page page = await open.Form(EditorForm).Submit(new { Text = "아까운 글" });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("아까운 글", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_while_typing_never_overwrites_anything_newer_and_is_offered_again()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write(text: "저장된 글");
        Visitor official = await app.SignedIn(room.Official);
        Page page = await official.Get($"/blog/write/{id}");
        string version = page.Form(EditorForm).Value("Form.Version");

        using HttpResponseMessage first = await Keep("창 하나", 0);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using HttpResponseMessage stale = await Keep("창 둘", 0);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        JsonElement newer = JsonDocument.Parse(await stale.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("창 하나", newer.GetProperty("text").GetString());
        using HttpResponseMessage second = await Keep("창 하나, 더 씀", 1);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal("저장된 글", (await room.Read(id)).Text);

        page = await official.Get($"/blog/write/{id}");
        Assert.Equal("저장된 글", page.Form(EditorForm).Value("Form.Text"));
        page = await page.Click("이어서 쓰기");
        Assert.Equal("창 하나, 더 씀", page.Form(EditorForm).Value("Form.Text"));
        await page.Form(EditorForm).Submit();
        Assert.Equal("창 하나, 더 씀", (await room.Read(id)).Text);
        Assert.False((await official.Get($"/blog/write/{id}")).Has("a[href$='draft=true']"));

        async Task<HttpResponseMessage> Keep(string text, int number) => await official.Http.PostAsync(
            $"/blog/write/{id}/draft",
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["title"] = "제목",
                ["summary"] = "",
                ["text"] = text,
                ["basedOn"] = version,
                ["number"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["__RequestVerificationToken"] = page.Form(EditorForm).Value("__RequestVerificationToken"),
            }));
    }

    [Fact]
    public async Task Saving_from_an_older_window_keeps_what_another_one_typed_and_offers_it()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write(text: "저장된 글");
        Visitor official = await app.SignedIn(room.Official);
        Page older = await official.Get($"/blog/write/{id}");
        using HttpResponseMessage kept = await official.Http.PostAsync(
            $"/blog/write/{id}/draft",
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["title"] = "제목",
                ["text"] = "다른 창의 새 글",
                ["basedOn"] = older.Form(EditorForm).Value("Form.Version"),
                ["number"] = "0",
                ["__RequestVerificationToken"] = older.Form(EditorForm).Value("__RequestVerificationToken"),
            }));
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);

        Page saved = await older.Form(EditorForm).Submit(new { Text = "이 창의 글" });

        Assert.Equal("이 창의 글", (await room.Read(id)).Text);
        // Whoever saves once more without having looked at it has not thrown it away.
        saved = await saved.Form(EditorForm).Submit(new { Text = "이 창의 글, 다시" });
        Assert.Equal("이 창의 글, 다시", (await room.Read(id)).Text);
        Page again = await saved.Click("이어서 쓰기");
        Assert.Equal("다른 창의 새 글", again.Form(EditorForm).Value("Form.Text"));
    }

    [Fact]
    public async Task A_picture_that_was_not_uploaded_is_refused_beside_the_text()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor official = await app.SignedIn(room.Official);
        Page page = await (await official.Get("/blog/write/new")).Form(EditorForm)
            .Submit(new { Title = "남의 사진", Text = "앞 ![a](https://evil.example/track.png) 뒤" });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("https://evil.example/track.png", page.TextOf("#Form_Text-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_leads_on_to_another_article_is_refused_beside_its_field()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write();
        Visitor editor = await app.SignedIn(room.Editor);
        await (await editor.Get($"/blog/write/{id}/acts/publish")).Form().Submit();
        string first = (await room.Read(id)).Slug;
        await (await editor.Get($"/blog/write/{id}")).Form(EditorForm).Submit(new { Slug = $"moved-{id}" });

        Page page = await (await editor.Get("/blog/write/new")).Form(EditorForm).Submit(new { Title = "새 글", Text = "글", Slug = first });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("쓰던 주소입니다", page.TextOf("#Form_Slug-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_citizen_hid_before_handing_a_story_in_stays_hidden_in_its_revisions()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor citizen = await app.SignedIn(room.Citizen);
        Page page = await (await citizen.Get("/blog/write/new")).Form(EditorForm)
            .Submit(new { Title = $"숨긴 이야기 {Guid.NewGuid():N}", Text = "처음에는 속마음을 적었어요.", CategoryId = room.Category.Id });
        long id = room.IdOf(page);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await citizen.Get($"/blog/write/{id}")).Form(EditorForm).Submit(new { Text = "보낼 글입니다." });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await citizen.Get($"/blog/write/{id}/acts/submit")).Form().Submit(new { Consent = true });
        long[] revisions = await app.Use((CityDb db) => db.Set<ArticleRevision>().Where(r => r.ArticleId == id).OrderBy(r => r.Id).Select(r => r.Id).ToArrayAsync());

        foreach (Visitor other in new[] { await app.SignedIn(room.Editor), await app.SignedIn(room.Official) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/blog/write/{id}/revisions/{revisions[0]}")).Status);
            Page sent = await other.Get($"/blog/write/{id}/revisions/{revisions[^1]}");
            Assert.Contains("보낼 글입니다.", sent.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("속마음", sent.Text, StringComparison.Ordinal);
        }

        Assert.Contains("속마음", (await citizen.Get($"/blog/write/{id}/revisions/{revisions[0]}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizens_draft_is_no_editors_before_it_is_handed_in_and_officials_take_up_what_is()
    {
        Newsroom room = await Newsroom.Make(app);
        string title = $"골목 이야기 {Guid.NewGuid():N}";
        Visitor citizen = await app.SignedIn(room.Citizen);
        Page page = await (await citizen.Get("/blog/write/new")).Form(EditorForm).Submit(new { Title = title, Text = "전화는 아직 비밀이에요." });
        long id = room.IdOf(page);
        string slug = (await room.Read(id)).Path;
        Visitor editor = await app.SignedIn(room.Editor);
        Visitor official = await app.SignedIn(room.Official);
        foreach (Visitor other in new[] { editor, official })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/blog/write/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/blog/write/{id}/acts/publish")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(slug)).Status);
            Assert.DoesNotContain(title, (await other.Get("/blog/write?pile=drafts")).Text, StringComparison.Ordinal);
        }

        await (await citizen.Get($"/blog/write/{id}/acts/submit")).Form().Submit(new { Consent = true });
        Assert.Contains("검토할 글이 왔습니다", (await editor.Get("/account/notices")).Text, StringComparison.Ordinal);
        Assert.Contains(title, (await official.Get("/blog/write?pile=stories")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await official.Get(slug)).Status);
        page = await (await official.Get($"/blog/write/{id}/acts/takeup")).Form().Submit();
        Assert.Equal("글을 맡아 함께 다듬습니다", page.Flash);
        Assert.True(page.Has(EditorForm));
        Assert.Contains("공무원이 글을 맡았습니다", (await citizen.Get("/account/notices")).Text, StringComparison.Ordinal);

        await (await official.Get($"/blog/write/{id}/acts/submit")).Form().Submit();
        page = await (await editor.Get($"/blog/write/{id}/acts/return")).Form().Submit(new { Text = "조금만 더 써 주세요." });
        Assert.Equal("고쳐 달라고 했습니다", page.Flash);
        Assert.Equal("글쓰기", page.Heading);
    }

    [Fact]
    public async Task A_citizen_takes_a_published_story_down_and_the_editors_are_told()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor citizen = await app.SignedIn(room.Citizen);
        Page page = await (await citizen.Get("/blog/write/new")).Form(EditorForm)
            .Submit(new { Title = $"내릴 이야기 {Guid.NewGuid():N}", Text = "골목", CategoryId = room.Category.Id });
        long id = room.IdOf(page);
        await (await citizen.Get($"/blog/write/{id}/acts/submit")).Form().Submit(new { Consent = true });
        Visitor editor = await app.SignedIn(room.Editor);
        await (await editor.Get($"/blog/write/{id}/acts/publish")).Form().Submit();
        Assert.Contains("내려 달라고 하기", (await citizen.Get($"/blog/write/{id}")).Text, StringComparison.Ordinal);

        page = await (await citizen.Get($"/blog/write/{id}/acts/withdraw")).Form().Submit(new { Text = "이사했어요" });

        Assert.Equal("글쓴이가 글을 내렸습니다", page.Flash);
        Assert.Equal(ArticleState.Archived, (await room.Read(id)).State);
        Assert.Contains("시민이 글을 내렸습니다", (await editor.Get("/account/notices")).Text, StringComparison.Ordinal);
        Assert.Contains("이사했어요", (await editor.Get($"/blog/write/{id}")).Text, StringComparison.Ordinal);
        page = await (await editor.Get($"/blog/write/{id}/acts/publish")).Form().Submit();
        Assert.Contains("동의해야", page.Text, StringComparison.Ordinal);

        // Whoever thinks otherwise agrees anew by sending it in again.
        await (await citizen.Get($"/blog/write/{id}/acts/submit")).Form().Submit(new { Consent = true });
        await (await editor.Get($"/blog/write/{id}/acts/publish")).Form().Submit();
        Assert.Equal(ArticleState.Published, (await room.Read(id)).State);
    }

    [Fact]
    public async Task An_older_wording_is_compared_and_taken_up_again_as_a_new_revision()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write(text: "봄 축제는 3일입니다.");
        Visitor official = await app.SignedIn(room.Official);
        await (await official.Get($"/blog/write/{id}")).Form(EditorForm).Submit(new { Text = "봄 축제는 5일입니다." });
        long first = (await room.Read(id)).Revisions.Min(r => r.Id);

        Page page = await official.Get($"/blog/write/{id}/revisions/{first}");
        Assert.Contains("3일입니다", page.TextOf("section[aria-labelledby=compared-text] .wording"), StringComparison.Ordinal);
        Assert.Empty(page.TextsOf("ins, del"));

        page = await official.Get($"/blog/write/{id}/revisions/{first}?now=true");
        Assert.Contains("3일입니다", page.TextOf("del"), StringComparison.Ordinal);
        Assert.Contains("5일입니다", page.TextOf("ins"), StringComparison.Ordinal);
        await page.Form("main form[action$='/restore']").Submit();

        Article article = await room.Read(id);
        Assert.Equal("봄 축제는 3일입니다.", article.Text);
        Assert.Equal(3, article.Revisions.Count);
    }

    [Fact]
    public async Task A_photo_needs_words_and_stands_in_the_text_only_for_those_who_may_read_it()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor official = await app.SignedIn(room.Official);
        Page page = await official.Get("/blog/write/new");
        page = await page.Form(EditorForm).Submit(new { Title = "사진이 있는 글", Text = "앞", Photo = new Upload("a.jpg", "image/jpeg", Photo()) }, "본문 끝에 넣기");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form(EditorForm).Submit(new { PhotoAlt = "꽃 [하나]", Photo = new Upload("a.jpg", "image/jpeg", Photo()) }, "본문 끝에 넣기");
        string text = page.Form(EditorForm).Value("Form.Text").Trim();
        Assert.Matches(@"^앞\s+!\[꽃 \\\[하나\\\]\]\(/media/[a-z2-7]{26}\)$", text);
        string path = text[text.IndexOf("/media/", StringComparison.Ordinal)..^1];

        // Before it is saved whoever uploaded it sees it, and nobody else.
        Visitor stranger = await app.SignedIn(await app.Citizen());
        Assert.Equal(HttpStatusCode.OK, (await official.Http.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.GetAsync(path)).StatusCode);

        page = await page.Form(EditorForm).Submit(new { CategoryId = room.Category.Id });
        long id = room.IdOf(page);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.GetAsync(path)).StatusCode);
        Visitor editor = await app.SignedIn(room.Editor);
        await (await editor.Get($"/blog/write/{id}/acts/publish")).Form().Submit();
        Assert.Equal(HttpStatusCode.OK, (await stranger.Http.GetAsync(path)).StatusCode);

        // Nothing jumps while it comes: its size is known before, and stays so when the text is written anew.
        Assert.Matches($"<img src=\"{path}\" width=\"[1-9][0-9]*\" height=\"[1-9][0-9]*\" alt=\"꽃 \\[하나]\"", (await room.Read(id)).Html);
        await (await editor.Get($"/blog/write/{id}")).Form(EditorForm).Submit(new { Text = $"뒤에 온 말\n\n![꽃]({path})" });
        Assert.Matches($"<img src=\"{path}\" width=\"[1-9][0-9]*\" height=\"[1-9][0-9]*\" alt=\"꽃\"", (await room.Read(id)).Html);
    }

    [Fact]
    public async Task An_article_with_more_text_than_is_read_is_too_much_and_no_old_form()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor official = await app.SignedIn(room.Official);
        using FormUrlEncodedContent typed = new(new Dictionary<string, string> { ["Form.Text"] = new('a', 5_000_000) });
        using HttpResponseMessage answer = await official.Http.PostAsync("/blog/write", typed);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_picture_without_words_does_not_go_out()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write(text: "![](/media/aaaaaaaaaaaaaaaaaaaaaaaaaa)");
        Visitor editor = await app.SignedIn(room.Editor);
        Page page = await (await editor.Get($"/blog/write/{id}/acts/publish")).Form().Submit();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("설명이 없는 사진이 있습니다.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editors_arrange_the_front_page()
    {
        Newsroom room = await Newsroom.Make(app);
        long id = await room.Write();
        Visitor editor = await app.SignedIn(room.Editor);
        await (await editor.Get($"/blog/write/{id}/acts/publish")).Form().Submit();
        Page page = await editor.Get("/blog/front");
        page = await page.Form().Submit(new Dictionary<string, object> { ["Form.Places[0]"] = id, ["Form.Places[1]"] = id });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form().Submit(new Dictionary<string, object> { ["Form.Places[0]"] = "", ["Form.Places[1]"] = id });
        Assert.Equal("첫 화면을 바꾸었습니다.", page.Flash);
        Assert.Equal([(2, id)], await app.Use(async (CityDb db) => (await db.Set<FrontPlace>().ToListAsync()).Select(p => (p.Place, p.ArticleId)).ToList()));
    }

    [Fact]
    public async Task Tags_are_parted_by_commas_and_by_signs_before_them()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor editor = await app.SignedIn(room.Editor);
        Page page = await (await editor.Get("/blog/write/new")).Form(EditorForm).Submit(new { Title = "여러 태그", Text = "글", Tags = "#봄#꽃, C#、C++，C, 🎉 , #, 봄" });

        Assert.Equal("봄, 꽃, C#, C++, C, 🎉", (await editor.Get($"/blog/write/{room.IdOf(page)}")).Form(EditorForm).Value("Form.Tags"));
    }

    [Fact]
    public async Task An_article_for_a_full_front_page_is_offered_by_its_name()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor editor = await app.SignedIn(room.Editor);
        Dictionary<string, object> places = [];
        for (int place = 0; place < FrontPlace.Most; place++)
        {
            places[$"Form.Places[{place}]"] = await PublishAsync($"{place}번째 글");
        }

        await (await editor.Get("/blog/front")).Form().Submit(places);
        long id = await PublishAsync("자리를 기다리는 글");

        Page page = await editor.Get($"/blog/front?article={id}");
        Assert.Contains("‘자리를 기다리는 글’을 놓을 자리", page.Text, StringComparison.Ordinal);
        await page.Form().Submit(new Dictionary<string, object> { ["Form.Places[1]"] = id });
        page = await editor.Get($"/blog/front?article={id}");
        Assert.DoesNotContain("놓을 자리에서", page.Text, StringComparison.Ordinal);
        await page.Form().Submit(places.Keys.ToDictionary(name => name, _ => (object)"", StringComparer.Ordinal));

        async Task<long> PublishAsync(string title)
        {
            long written = await room.Write(title: title);
            await (await editor.Get($"/blog/write/{written}/acts/publish")).Form().Submit();
            return written;
        }
    }

    [Fact]
    public async Task Of_two_who_arrange_the_front_page_the_later_one_sees_what_the_other_did()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor editor = await app.SignedIn(room.Editor);
        long[] ids = [await room.Write(), await room.Write()];
        foreach (long id in ids)
        {
            await (await editor.Get($"/blog/write/{id}/acts/publish")).Form().Submit();
        }

        Page opened = await editor.Get("/blog/front");
        await (await editor.Get("/blog/front")).Form().Submit(new Dictionary<string, object> { ["Form.Places[0]"] = ids[0] });
        Page page = await opened.Form().Submit(new Dictionary<string, object> { ["Form.Places[4]"] = ids[1] });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(($"{ids[0]}", $"{ids[1]}"), (page.Form().Value("Form.Places[0]"), page.Form().Value("Form.Places[4]")));
        page = await page.Form().Submit();
        Assert.Equal("첫 화면을 바꾸었습니다.", page.Flash);
        Assert.Equal(
            [(1, ids[0]), (5, ids[1])],
            await app.Use(async (CityDb db) => (await db.Set<FrontPlace>().OrderBy(p => p.Place).ToListAsync()).Where(p => p.Place is 1 or 5).Select(p => (p.Place, p.ArticleId)).ToList()));
    }

    [Fact]
    public async Task Categories_and_series_are_changed_with_an_entry_in_the_audit_log()
    {
        Newsroom room = await Newsroom.Make(app);
        Visitor editor = await app.SignedIn(room.Editor);
        string mark = Guid.NewGuid().ToString("N")[..8];
        Page page = await (await editor.Get("/office/blog/categories/new")).Form().Submit(new Dictionary<string, object>
        {
            ["Form.Name.Ko"] = $"축제 {mark}",
            ["Form.ParentId"] = room.Category.Id,
        });
        Assert.Equal("분류를 만들었습니다.", page.Flash);
        page = await (await editor.Get("/office/blog/categories/new")).Form().Submit(new Dictionary<string, object> { ["Form.Name.Ko"] = $"축제 {mark}" });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        BlogCategory made = await app.Use((CityDb db) => db.Set<BlogCategory>().SingleAsync(c => c.Slug == $"축제-{mark}"));
        Assert.Equal(room.Category.Id, made.ParentId);

        page = await editor.Get($"/office/blog/categories/{room.Category.Id}/delete");
        Assert.Equal($"/office/blog/categories/{room.Category.Id}", page.Address);
        Assert.Contains("지울 수 없습니다", page.Flash, StringComparison.Ordinal);

        // An article comes into it while the question is open, and goes again.
        Page question = await editor.Get($"/office/blog/categories/{made.Id}/delete");
        long article = await room.Write();
        await Move(made.Id);
        page = await question.Form("main form").Submit();
        Assert.Contains("지울 수 없습니다", page.Flash, StringComparison.Ordinal);
        await Move(room.Category.Id);
        page = await question.Form("main form").Submit();
        Assert.Equal("분류를 지웠습니다.", page.Flash);

        page = await (await editor.Get("/blog/write/series/new")).Form().Submit(new { Title = $"골목 산책 {mark}" });
        Assert.Contains("연재를 만들었습니다.", page.Flash, StringComparison.Ordinal);
        Assert.Equal(
            ["blog-category.added", "blog-category.deleted", "series.added"],
            await app.Use((CityDb db) => db.Set<AuditEntry>().Where(e => e.ActorId == room.Editor.Id && e.Kind == AuditKind.Change).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync()));

        Task<int> Move(long category) => app.Use((CityDb db) => db.Articles.Where(a => a.Id == article)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.CategoryId, category)));
    }

    [Theory]
    [InlineData("/blog/write")]
    [InlineData("/blog/write?pile=review")]
    [InlineData("/blog/write/{0}")]
    [InlineData("/blog/write/{0}/revisions")]
    [InlineData("/blog/front")]
    public async Task A_page_asks_the_database_at_most_six_times(string path)
    {
        await using App counted = new();
        SqlCounter counter = new();
        counted.With(services => services.AddSingleton<IDbContextOptionsConfiguration<CityDb>>(counter));
        Newsroom room = await Newsroom.Make(counted);
        long id = await room.Write();
        Visitor editor = await counted.SignedIn(room.Editor);
        string address = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id);
        await editor.Get(address);

        int commands = await counter.CountAsync(() => editor.Get(address));

        Assert.InRange(commands, 1, 6);
    }

    internal static byte[] Photo() => File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "SocialCity.Tests", "Media", "Fixtures", "grey.jpg"));
}

/// <summary>An editor, an official, a citizen and a category.</summary>
public sealed class Newsroom
{
    private readonly App _app;

    private Newsroom(App app) => _app = app;

    public required Account Editor { get; init; }

    public required Account Official { get; init; }

    public required Account Citizen { get; init; }

    public required BlogCategory Category { get; init; }

    public static async Task<Newsroom> Make(App app)
    {
        string mark = Guid.NewGuid().ToString("N")[..8];
        Department press = await app.Department("press", "홍보과");
        Newsroom room = new(app)
        {
            Editor = await app.Official(Right.Editor, name: $"박편집{mark}"),
            Official = await app.Official(Right.Official, press.Id, $"이홍보{mark}"),
            Citizen = await app.Citizen($"김시민{mark}"),
            Category = new BlogCategory(new LocalText($"소식 {mark}"), $"news-{mark}", null, 1),
        };
        await app.Use(async (CityDb db) =>
        {
            db.Add(room.Category);
            await db.SaveChangesAsync();
        });
        return room;
    }

    /// <summary>A draft of the official.</summary>
    public async Task<long> Write(string title = "봄이 왔습니다", string text = "목감천에 꽃이 피었습니다.")
    {
        Actor official = new(Official.Id, Official.Level, [new HeldRight(Right.Official, 1)]);
        ArticleContent content = new() { Title = title, Slug = $"a-{Guid.NewGuid():N}", Text = text, Category = Category };
        return await _app.Use(async (ArticleEditing editing) => (await editing.BeginAsync(content, official, null, default)).Id);
    }

    public long IdOf(Page page) => long.Parse(page.Address.Split('/', '?')[3], System.Globalization.CultureInfo.InvariantCulture);

    public Task<Article> Read(long id) => _app.Use((CityDb db) =>
        db.Articles.AsNoTracking().AsSplitQuery().Include(a => a.Revisions).Include(a => a.Events).Include(a => a.Authors).SingleAsync(a => a.Id == id));
}
